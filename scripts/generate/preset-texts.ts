import { readFileSync } from "node:fs";
import { presetNames } from "../../server/src/template/preset-names.ts";
import type { GeneratedFile } from "./files.ts";

/** The Markdown of all presets but the built-in template as a module, since a web worker can read no file. */
export function presetTextsModule(): GeneratedFile {
  const others = presetNames.filter((name) => name !== "design-doc");
  const entries = others.map((name) => {
    const literal = readFileSync(`templates/${name}.md`, "utf8").replace(/[\\`]|\$\{/g, String.raw`\$&`);
    return `  ${/^\w+$/.test(name) ? name : JSON.stringify(name)}: \`${literal}\`,`;
  });
  return {
    path: "server/src/template/preset-texts.ts",
    content: [
      "// Generated from templates/ by `npm run generate`.",
      "/** The presets beside the built-in template, as Markdown. */",
      "export const presetTexts = {",
      ...entries,
      "} as const;",
      "",
    ].join("\n"),
  };
}
