import type { Line } from "../../server/src/syntax/inline/content.ts";
import type { References } from "../../server/src/syntax/inline/references.ts";
import type { RemarkLeaf } from "./remark-inline.ts";

const definitions = "[ref]: /ref\n[Two  words]: /two\n[ẞ]: /sharp\n\n[^note]: A note.\n";
const squeezed = (label: string): string => label.trim().replaceAll(/\s+/g, " ").toLowerCase().toUpperCase();
/** The references that the definitions behind every leaf define. */
export const references: References = {
  defines: (label) => ["REF", "TWO WORDS", "SS"].includes(squeezed(label)),
  notes: (label) => squeezed(label) === "NOTE",
};

/** What stands round the lines of a leaf: before the first of them, before the others, and behind all. */
export interface Setting {
  readonly type: RemarkLeaf["type"];
  readonly name: string;
  readonly first: string;
  readonly next: string;
  readonly last: string;
  /** Lines without marks, which go on where those with marks ended. */
  readonly lazy?: true;
  /** With a tab before the lines, so that what keeps their white space is left to remark. */
  readonly tab?: true;
}

/** Wherever a leaf may stand. */
export const settings: readonly [Setting, ...Setting[]] = [
  { name: "a paragraph", first: "", next: "", last: "", type: "paragraph" },
  { name: "a quote", first: "> ", next: "> ", last: "", type: "paragraph" },
  { name: "a quote without blanks", first: ">", next: ">", last: "", type: "paragraph" },
  { name: "an item", first: "1. ", next: "   ", last: "", type: "paragraph" },
  { name: "a quote in an item", first: "- > ", next: "  > ", last: "", type: "paragraph" },
  { name: "a lazy quote", first: "> ", next: "", last: "", type: "paragraph", lazy: true },
  { name: "quotes in a quote", first: "> > ", next: ">> ", last: "", type: "paragraph" },
  { name: "an item behind a tab", first: "-\t", next: "\t", last: "", type: "paragraph", tab: true },
  { name: "a heading", first: "## ", next: "", last: "", type: "heading" },
  { name: "a cell", first: "| Head |\n| --- |\n| ", next: "", last: " |", type: "tableCell" },
];

/** A leaf in a text. */
export interface Leaf {
  readonly source: string;
  readonly lines: readonly Line[];
  readonly type: RemarkLeaf["type"];
}

/** The text as a leaf in a setting: the lines of it, and where they stand in the whole. */
export function leafIn(setting: Setting, text: string): Leaf {
  const lines: Line[] = [];
  let source = "";
  for (const [piece, content = "", ending = ""] of text.matchAll(/([^\n\r]*)(\r\n|\n|\r|$)/g)) {
    if (piece === "") continue;
    source += lines.length === 0 ? setting.first : setting.next;
    const start = lines.length === 0 ? 0 : content.length - content.replace(/^[\t ]+/, "").length;
    // One blank behind the mark of a quote belongs to the mark, and so does a tab.
    const marked = setting.next === ">" && /^[\t ]/.test(content) && lines.length > 0 ? 1 : 0;
    lines.push({
      start: source.length + start,
      end: source.length + content.length,
      from: source.length + marked,
    });
    source += content + ending;
  }
  const last = lines.pop();
  if (last) lines.push({ ...last, end: last.start + source.slice(last.start).replace(/[\t ]+$/, "").length });
  return { source: `${source}${setting.last}\n\n${definitions}`, lines, type: setting.type };
}
