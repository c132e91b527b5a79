import { readdirSync } from "node:fs";
import type { GeneratedFile } from "./files.ts";

const notRules = new Set(["rule.ts", "index.ts"]);

/** The list of all rules: one import for each file of the rules' folder that is named after a fault. */
export function ruleRegistry(): GeneratedFile {
  const ids = readdirSync("server/src/rules", { withFileTypes: true })
    .filter((entry) => entry.isFile() && !notRules.has(entry.name) && entry.name.endsWith(".ts"))
    .map((entry) => entry.name.replace(/\.ts$/, ""))
    .toSorted();
  const nameOf = (id: string): string => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return {
    path: "server/src/rules/index.ts",
    content: [
      "// Generated from the files of this folder by `npm run generate`.",
      ...ids.map((id) => `import ${nameOf(id)} from "./${id}.ts";`),
      'import type { Rule } from "./rule.ts";',
      "",
      "/** All rules, by name. */",
      "export const rules: readonly Rule[] = [",
      ...ids.map((id) => `  ${nameOf(id)},`),
      "];",
      "",
    ].join("\n"),
  };
}
