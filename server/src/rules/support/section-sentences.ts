import type { Text } from "../../text/rope.ts";
import { readable, blockSpan, type Document } from "../../syntax/document.ts";
import { blocksIn } from "../../template/units.ts";
import { shift, slice, type Span } from "../../text/span.ts";
import { proseIn } from "./prose.ts";
import { isUnspaced, sentencesIn } from "./sentences.ts";

/** The sentences in writing without blanks, such as Chinese, and the others. */
export function byScript(text: Text, found: readonly Span[]): readonly (readonly Span[])[] {
  const isOther = (span: Span): boolean => isUnspaced(slice(text, span));
  return [found.filter(isOther), found.filter((span) => !isOther(span))];
}

const ended = /[.!?…。！？｡۔।][\p{Pe}\p{Pf}"'’\s]*$/u;
const introduces = /[:：][\p{Pe}\p{Pf}\s]*$/u;

/** Whether a block stands beside the text: a footnote, or a quote that is an alert (`> [!NOTE]`). */
function isNote(doc: Document, block: number): boolean {
  const { kind } = doc.blocks[block] ?? {};
  if (kind !== "quote") return kind === "footnoteDefinition";
  const { start } = blockSpan(doc, block);
  return /^>[ \t]*\[!/.test(readable(doc).slice(start, start + 20));
}

/** The sentences of a section in the document's text, in its order. */
export function sentencesOf(doc: Document, body: Span): readonly Span[] {
  const notes = [...blocksIn(doc, body)]
    .filter((index) => isNote(doc, index))
    .map((index) => blockSpan(doc, index));
  const found: Span[] = [];
  // Entries that are no sentences belong to the one that is open: the line that introduces them, or the first of them.
  let isOpen = false;
  for (const { span, text, kind, inList } of proseIn(doc, body, "X")) {
    if (kind === "cell" || notes.some(({ start, end }) => start <= span.start && span.end <= end)) continue;
    const own = sentencesIn(text).map((sentence) => shift(sentence, span.start));
    if (own.length === 0) continue;
    const isFragment = inList && own.length === 1 && !ended.test(text.slice(-200).trimEnd());
    const last = found.at(-1);
    if (isFragment && isOpen && last)
      found[found.length - 1] = { start: last.start, end: own[0]?.end ?? last.end };
    else found.push(...own);
    isOpen = isFragment || introduces.test(text.slice(-200).trimEnd());
  }
  return found;
}
