import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rules } from "../../server/src/rules/index.ts";
import { unmark } from "./markers.ts";

/** A text with the name by which it is known. */
export interface Named {
  readonly name: string;
  readonly text: string;
}

/** All Markdown files below a folder. */
export const markdownBelow = (folder: string): readonly Named[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .toSorted()
    .map((path) => ({ name: path, text: readFileSync(join(folder, path), "utf8") }));

const folders: readonly string[] = ["docs", "templates", "examples", "test/fixtures"];

/** The Markdown of the project itself: its files, and the examples of its rules. */
export const ownMarkdown = (): readonly Named[] => [
  ...folders.flatMap(markdownBelow),
  ...readdirSync(".")
    .filter((path) => path.endsWith(".md"))
    .map((path) => ({ name: path, text: readFileSync(path, "utf8") })),
  ...rules.flatMap(({ id, examples }) =>
    examples.map(({ title, text }) => ({ name: `${id}, ${title}`, text: unmark(text).text })),
  ),
];

/** The documents of a folder of real ones that is no part of the project; none where nobody names one. */
export function corpusMarkdown(): readonly Named[] {
  const folder = process.env["DESIGN_DOCS_CORPUS"] ?? "";
  return folder === "" ? [] : markdownBelow(folder);
}
