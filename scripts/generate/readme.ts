import { readFileSync } from "node:fs";
import type { GeneratedFile } from "./files.ts";
import { ruleTable } from "./rule-pages.ts";
import { settingsTable } from "./settings-page.ts";

const blocks: Readonly<Record<string, () => string>> = {
  rules: () => ruleTable("docs/rules/"),
  settings: settingsTable,
};

/** README.md with its generated tables between their markers; the text round them is written by hand. */
export function readme(): GeneratedFile {
  let content = readFileSync("README.md", "utf8");
  for (const [name, block] of Object.entries(blocks)) {
    const pattern = new RegExp(`(<!-- generated: ${name} -->\n)[^]*?(\n<!-- end: ${name} -->)`);
    if (!pattern.test(content))
      throw new Error(`README.md has no place for the table of ${name}. Add its two markers.`);
    content = content.replace(pattern, (_, start: string, end: string) => `${start}\n${block()}\n${end}`);
  }
  return { path: "README.md", content };
}
