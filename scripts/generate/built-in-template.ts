import { readFileSync } from "node:fs";
import type { GeneratedFile } from "./files.ts";

/** The built-in template's Markdown as a module, since a web worker can read no file. */
export function builtInTemplateText(): GeneratedFile {
  const text = readFileSync("templates/design-doc.md", "utf8");
  const literal = text.replace(/[\\`]|\$\{/g, String.raw`\$&`);
  return {
    path: "server/src/template/built-in-text.ts",
    content: [
      "// Generated from templates/design-doc.md by `npm run generate`.",
      "/** The built-in template, as Markdown. */",
      `export const builtInText = \`${literal}\`;`,
      "",
    ].join("\n"),
  };
}
