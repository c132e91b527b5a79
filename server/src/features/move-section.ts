import { message, type Message } from "../messages/message.ts";
import { startOf, type Document } from "../syntax/document.ts";
import { parseDocument } from "../syntax/parse-document.ts";
import { definitionsOf } from "../syntax/links.ts";
import type { Analysed } from "../template/analysed.ts";
import { isBelow, parentsOf, partHeading, type Part } from "../template/parts.ts";
import { isSwallowed, movableExtent } from "../template/placement.ts";
import { applyEdits, type Edit } from "../text/edit.ts";
import { isBlankBefore, lineAt, lineEnding } from "../text/lines.ts";
import { touches, type Span } from "../text/span.ts";
import { seamBefore } from "./seam.ts";
import { nameOf } from "./place.ts";

/**
 * Where a section goes: past its neighbour of its own level, before the section whose heading is at an offset, or
 * behind the last of its neighbours.
 */
export type Destination = "up" | "down" | "end" | { readonly before: number };

/** What moves a section, or why it stays where it is. */
export type Move =
  | {
      readonly kind: "moved";
      /** Two edits at most, in the order of the text. */
      readonly edits: readonly Edit[];
      /** Where its heading stands afterwards. */
      readonly offset: number;
      /** Its heading has a number, which stays as it is. */
      readonly numbered: boolean;
    }
  | { readonly kind: "refused"; readonly reason: Message };

/**
 * Moves the section whose heading is at `offset` with all that stands below it. The text of every section stays as it
 * is. What keeps two sections apart (blank lines, rules, definitions of links at the end of the document) stays where
 * it is, so that the move back gives the same text; blank lines are added where a block would else read on. Whatever makes another
 * section read differently is refused.
 */
export function moveSection(analysed: Analysed, offset: number, destination: Destination): Move {
  const { doc, alignment } = analysed;
  const part = partAt(analysed, offset);
  if (!part) return refused(message("section-move.gone"));
  const title = nameOf(doc, part);
  if (part === alignment.title) return refused(message("section-move.title"));
  if (!isMovable(part)) return refused(message("section-move.bold", { title }));
  const swap = swapFor(analysed, part, destination);
  if ("reason" in swap) return refused(swap.reason);
  const [first, second] = swap.swapped;
  if (first.start === first.end || second.start === second.end) return stays(analysed, part);
  const isEarlier = second.start === lineStart(doc, part);
  for (const isApart of [false, true]) {
    const swapped = swappedEdits(analysed, swap, { isEarlier, isApart });
    if (readsAlike(doc, swapped)) {
      // Blanks may stand before the marks of a heading, and what stands there is no heading yet.
      const offset = swapped.offset + headingStart(doc, part) - lineStart(doc, part);
      return { ...swapped, kind: "moved", offset, numbered: /^\d+(?:\.\d+)*[.):]?\s/.test(part.title) };
    }
  }
  const isOpen = isSwallowed(doc, second.end) || isSwallowed(doc, first.end);
  return refused(message(isOpen ? "section-move.open" : "section-move.reads", { title }));
}

const refused = (reason: Message): Move => ({ kind: "refused", reason });

const stays = ({ doc }: Analysed, part: Part): Move => ({
  kind: "moved",
  edits: [],
  offset: headingStart(doc, part),
  numbered: false,
});

const partAt = ({ doc, alignment }: Analysed, offset: number): Part | undefined =>
  alignment.parts.find((part) => touches(partHeading(doc, part), offset));

/** Bold text ends where somebody may have meant it to, or not; and a paragraph is not cut. */
const isMovable = ({ kind }: Part): boolean => kind === "heading";

/**
 * Two stretches that change places, the earlier one first. Each begins at the line of a heading, and the later one
 * where the earlier one ends.
 */
interface Swap {
  readonly swapped: readonly [Span, Span];
  /** The depth at which the move is made. */
  readonly depth: number;
}

function swapFor(
  analysed: Analysed,
  part: Part,
  destination: Destination,
): Swap | { readonly reason: Message } {
  const { doc, alignment } = analysed;
  const { parts } = alignment;
  const title = nameOf(doc, part);
  const extent = linesOf(analysed, part);
  const neighbours = neighboursOf(parts, part);
  const at = neighbours.indexOf(part);
  const swap = (one: Span, other: Span): Swap => ({ swapped: [one, other], depth: part.depth });
  if (destination === "up") {
    const before = neighbours[at - 1];
    if (!before || before === alignment.title) return { reason: message("section-move.first", { title }) };
    return swap({ start: lineStart(doc, before), end: extent.start }, extent);
  }
  if (destination === "down") {
    const after = neighbours[at + 1];
    return after
      ? swap({ start: extent.start, end: lineStart(doc, after) }, linesOf(analysed, after))
      : { reason: message("section-move.last", { title }) };
  }
  if (destination === "end") {
    const last = neighbours.at(-1) ?? part;
    return swap(extent, { start: extent.end, end: linesOf(analysed, last).end });
  }
  const target = partAt(analysed, destination.before);
  if (!target) return { reason: message("section-move.gone") };
  if (target === part) return swap(extent, { start: extent.end, end: extent.end });
  if (target === alignment.title) return { reason: message("section-move.title") };
  if (isBelow(parts, target, part)) return { reason: message("section-move.inside", { title }) };
  if (target.depth !== part.depth) {
    const other = nameOf(doc, target);
    const levels = { from: part.depth, to: target.depth };
    return { reason: message("section-move.depth", { title, other, ...levels }) };
  }
  if (!isMovable(target) && target.from.offset > 0)
    return { reason: message("section-move.bold", { title: nameOf(doc, target) }) };
  const place = lineStart(doc, target);
  return place < extent.start
    ? swap({ start: place, end: extent.start }, extent)
    : swap(extent, { start: extent.end, end: place });
}

/** The parts of the same depth directly below the same part, the part itself among them. */
function neighboursOf(parts: readonly Part[], part: Part): readonly Part[] {
  const parents = parentsOf(parts);
  const around = parents[parts.indexOf(part)];
  return parts.filter((other, index) => parents[index] === around && other.depth === part.depth);
}

const headingStart = (doc: Document, part: Part): number => partHeading(doc, part).start;

/** Where the line of a heading begins; a byte order mark is no part of it. */
function lineStart(doc: Document, part: Part): number {
  const { start } = lineAt(doc.text, partHeading(doc, part).start);
  return start === 0 && doc.text.startsWith("\uFEFF") ? 1 : start;
}

/** From the line of its heading to that of the next one, or to what ends the document. */
function linesOf(analysed: Analysed, part: Part): Span {
  const { doc } = analysed;
  const { end } = movableExtent(analysed, part);
  const isLast = end >= doc.text.length;
  return { start: lineStart(doc, part), end: isLast ? doc.text.length : lineAt(doc.text, end).start };
}

interface Swapped {
  readonly edits: readonly Edit[];
  readonly offset: number;
  /** The stretches of the text in the order in which they stand afterwards. */
  readonly order: readonly Span[];
}

/**
 * The edits that let two stretches change places, with what keeps them from what follows left where it is. The one
 * that is shown is moved: the later one where it goes `isEarlier`.
 */
function swappedEdits(
  analysed: Analysed,
  { swapped: [first, second], depth }: Swap,
  { isEarlier, isApart }: { readonly isEarlier: boolean; readonly isApart: boolean },
): Swapped {
  const { doc } = analysed;
  const { text } = doc;
  const one = { start: first.start, end: seamBefore(analysed, first.end, depth) };
  const other = { start: second.start, end: seamBefore(analysed, second.end, depth) };
  const between = { start: one.end, end: first.end };
  const behind = { start: other.end, end: second.end };
  const eol = lineEnding(text);
  const seam = ({ start, end }: Span): string =>
    setOff(text.slice(start, end), eol, isApart, end === text.length);
  const lead = isApart && !isBlankBefore(text, one.start) ? eol : "";
  const inner = seam(between);
  const outer = seam(behind);
  const edits: readonly Edit[] = isEarlier
    ? [
        {
          span: { start: one.start, end: one.start },
          text: lead + text.slice(other.start, other.end) + inner,
        },
        { span: { start: one.end, end: behind.end }, text: outer },
      ]
    : [
        { span: { start: one.start, end: second.start }, text: lead },
        { span: behind, text: inner + text.slice(one.start, one.end) + outer },
      ];
  const offset = one.start + lead.length + (isEarlier ? 0 : other.end - other.start + inner.length);
  return {
    edits,
    offset,
    order: [{ start: 0, end: one.start }, other, between, one, { start: behind.start, end: text.length }],
  };
}

/** What keeps two sections apart, with a blank line at both of its ends where they have to be. */
function setOff(seam: string, eol: string, isApart: boolean, isLast: boolean): string {
  if (!isApart) return seam;
  const lead = /^[ \t]*(?:\r\n|\n|\r(?!\n))[ \t]*[\r\n]/.test(seam) || (isLast && seam.trim() === "");
  const tail = /(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)$/.test(seam) || isLast;
  if (seam.trim() === "") return lead && tail ? seam : eol + eol;
  const before = lead ? seam : /^[ \t]*[\r\n]/.test(seam) ? eol + seam : eol + eol + seam;
  return tail ? before : /[\r\n]$/.test(before) ? before + eol : before + eol + eol;
}

/**
 * Whether the text after the edits reads as the same blocks in their new order, with the same header and the same
 * definitions of links.
 */
function readsAlike(doc: Document, { edits, order }: Swapped): boolean {
  const after = parseDocument(applyEdits(doc.text, edits), doc);
  const indexes = doc.blocks.map((_, index) => index);
  const expected = order.flatMap(({ start, end }) =>
    indexes.filter((index) => {
      const at = startOf(doc, index);
      return at >= start && at < end;
    }),
  );
  if (expected.length !== indexes.length || indexes.length !== after.blocks.length) return false;
  const isSame = expected.every((index, at) => {
    const [was, now] = [doc.blocks[index], after.blocks[at]];
    return was && now && was.kind === now.kind && sourceAt(doc, index) === sourceAt(after, at);
  });
  return isSame && hasSameDefinitions(doc, after) && hasSameHeader(doc, after);
}

const sourceAt = (doc: Document, index: number): string => {
  const start = startOf(doc, index);
  return doc.text.slice(start, start + (doc.blocks[index]?.length ?? 0));
};

function hasSameDefinitions(before: Document, after: Document): boolean {
  const [was, now] = [definitionsOf(before), definitionsOf(after)];
  return was.size === now.size && [...was].every(([label, url]) => now.get(label) === url);
}

const hasSameHeader = (before: Document, after: Document): boolean => headerOf(before) === headerOf(after);

const headerOf = ({ header }: Document): string =>
  JSON.stringify(header.fields.map(({ key, value }) => `${key}: ${value}`).toSorted());
