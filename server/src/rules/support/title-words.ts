import { titleSpan } from "../../syntax/document.ts";
import type { SectionAnswer } from "../../template/align.ts";
import type { Analysed } from "../../template/analysed.ts";
import { ownStretch } from "../../template/own-state.ts";
import { shift, type Span } from "../../text/span.ts";
import { proseIn, readable } from "./prose.ts";
import { wordsIn } from "./sentences.ts";

/** A title as it is read; the text is as long as the span. */
export interface ReadTitle {
  readonly span: Span;
  readonly text: string;
}

/** The title as it is read; nothing where there is none, or where it is still the template's. */
export function readTitle(
  { doc, template: governing, states, instructions }: Analysed,
  { part, by }: SectionAnswer,
): ReadTitle | undefined {
  if (!part || part.title === governing.title) return undefined;
  if (by === "title") {
    const section = doc.sections.find(({ block }) => block === part.from.block);
    const node = doc.blocks[part.from.block]?.node;
    if (!section || !node) return undefined;
    const span = titleSpan(doc, section);
    const text = readable(doc, part.from.block, node, span, "X");
    // An id at the end is not read.
    return { span, text: text.replace(/\{#[\w:.-]{1,100}\}\s*$/, (id) => " ".repeat(id.length)) };
  }
  // A section of that name holds the title as its only paragraph.
  const state = states.get(part);
  if (state?.state !== "written" || state.leftovers.length > 0) return undefined;
  const [only, ...more] = proseIn(doc, ownStretch(doc, part, instructions), "X");
  return only && more.length === 0 ? only : undefined;
}

/** The words of a title in the document's text, without a number or a kind in front of it. */
export function titleWords({ text, span }: ReadTitle): readonly Span[] {
  const from = prefixLength(text);
  return wordsIn(text.slice(from)).map((word) => shift(word, span.start + from));
}

/** Words that say what kind of document it is, as alternatives of a pattern. */
export const kindWords =
  "design|technical|tech|proposal|rfc|adr|kep|spec|specification|doc|docs|document|architecture|decision|record|enhancement|feature|project|draft";
const prefix = new RegExp(
  String.raw`^\s*(?:\[[^\]]{1,20}\]\s*)?(?:(?:(?:${kindWords})\b[\s-]?){0,4}(?:#?\p{L}{0,10}[-\s]?\d[\d.-]{0,12})?\s?(?:[:：–—|]|-\s|\.\s))?\s*`,
  "iu",
);

/** How far what stands in front of a title reaches: of “[draft] 12. Design: …” there is more than one. */
function prefixLength(title: string): number {
  let length = 0;
  for (let times = 0; times < 3; times++)
    length += prefix.exec(title.slice(length, length + 100))?.[0].length ?? 0;
  return length;
}
