import { offsetInText, type Block, type Document, type Place } from "../syntax/document.ts";
import { allIn } from "../syntax/found-in.ts";
import { childrenOf, plainText, type Node } from "../syntax/node.ts";
import { lineAt } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import { matchesOf } from "../text/matches.ts";

/**
 * A stretch of a document under one name: a section, or a line of bold text, or of marks without a blank, that
 * stands for a heading.
 * Positions are relative to blocks, as everywhere in a Document; the functions below give them in the text.
 */
export interface Part {
  readonly kind: "heading" | "bold";
  readonly title: string;
  /** Of bold text: the depth that its heading should have. */
  readonly depth: number;
  /** Where the heading starts and ends; both are in the same block. */
  readonly from: Place;
  readonly to: Place;
  /** The end of its own text: where the next part begins. */
  readonly bodyEnd: Place;
  /** The end of it with its subsections. */
  readonly extentEnd: Place;
}

/** A part before it is known which other parts stand beside it. */
export type UnplacedPart = Omit<Part, "bodyEnd" | "extentEnd">;

/** The heading, with its `##`, or the line of bold text. */
export const partHeading = (doc: Document, part: Part): Span => ({
  start: offsetInText(doc, part.from),
  end: offsetInText(doc, part.to),
});

/** From behind the heading to the next part. */
export const partBody = (doc: Document, part: Part): Span => ({
  start: offsetInText(doc, part.to),
  end: offsetInText(doc, part.bodyEnd),
});

/** From the heading to behind the last subsection. */
export const partExtent = (doc: Document, part: Part): Span => ({
  start: offsetInText(doc, part.from),
  end: offsetInText(doc, part.extentEnd),
});

/** One part for each section of the document, in its order. */
export const headingParts = (doc: Document): readonly UnplacedPart[] =>
  doc.sections.map(({ block, title, depth }) => ({
    kind: "heading",
    title,
    depth,
    from: { block, offset: 0 },
    to: { block, offset: doc.blocks[block]?.length ?? 0 },
  }));

/**
 * The lines of the document's paragraphs that bold text fills, or that begin with `##` and no blank behind it,
 * as parts without a depth. They may be meant as headings.
 */
export const headingLikeLines = (doc: Document): readonly UnplacedPart[] =>
  allIn(doc, linesLikeHeadings).flatMap(({ block, items }) =>
    items.map(({ title, from, to }): UnplacedPart => ({
      kind: "bold",
      title,
      depth: 0,
      from: { block, offset: from },
      to: { block, offset: to },
    })),
  );

/** A line that may be meant as a heading, at offsets in its block. */
interface Line {
  readonly title: string;
  readonly from: number;
  readonly to: number;
}

const none: readonly Line[] = [];

/** Those of one block. */
export function linesLikeHeadings(block: Block, source: string): readonly Line[] {
  if (block.kind !== "paragraph" || !isMarked(source)) return none;
  return childrenOf(block.node).flatMap((child): readonly Line[] => {
    if (child.kind === "text") return markedLines(source, child);
    if (child.kind !== "strong" || !fillsLine(source, child)) return none;
    const to = child.end + (/^[ \t]*:/.exec(source.slice(child.end))?.[0].length ?? 0);
    const title = plainText(child)
      .replace(/\s*:\s*$/, "")
      .trim();
    return [{ title, from: child.start, to }];
  });
}

/** Whether a line may begin with bold text or with marks; a paragraph begins with its first line. */
const isMarked = (source: string): boolean =>
  ((source.includes("**") || source.includes("__")) && /^[ \t]*(?:\*\*|__|\*_|_\*)/m.test(source)) ||
  (source.includes("##") && /^[ \t]*##/m.test(source));

/** Lines of plain text such as `##Goals`, which are no headings (CommonMark asks for a blank behind the marks). */
function markedLines(source: string, { start, end }: Node): readonly Line[] {
  const lines = matchesOf(source.slice(start, end), /^[ \t]*(#{2,6}([^#\s][^\r\n]{0,99}?))[ \t]*#*[ \t]*$/gm);
  return [...lines].flatMap((line): readonly Line[] => {
    const [all, marked = "", title = ""] = line;
    const from = start + line.index + all.indexOf(marked);
    if (lineAt(source, from).start !== start + line.index) return none;
    return [{ title: title.replace(/\s*:\s*$/, ""), from, to: start + line.index + all.length }];
  });
}

/** Whether nothing but blanks, a colon and a hard break stands beside a node on its one line. */
function fillsLine(source: string, { start, end }: Node): boolean {
  const line = lineAt(source, start);
  return (
    line.end >= end &&
    source.slice(line.start, start).trim() === "" &&
    /^[ \t]*:?[ \t]*\\?$/.test(source.slice(end, line.end))
  );
}

/** Index of the first block that stands wholly behind a place, which is the end of a part. */
export const nextBlock = ({ block, offset }: Place): number => (offset > 0 ? block + 1 : block);

/** The parts in the document's order, each ending where the next begins, or the next of its depth or less. */
export const placeParts = (doc: Document, unplaced: readonly UnplacedPart[]): readonly Part[] => [
  ...placedParts(doc, unplaced).values(),
];

/** The same, in that order too, by what each was before it was placed. */
export function placedParts(
  doc: Document,
  unplaced: readonly UnplacedPart[],
): ReadonlyMap<UnplacedPart, Part> {
  const end: Place = { block: doc.blocks.length, offset: 0 };
  const ordered = unplaced.toSorted(byPlace);
  const extentEnds: Place[] = ordered.map(() => end);
  const open: number[] = [];
  ordered.forEach((part, index) => {
    for (
      let last = open.at(-1);
      last !== undefined && depthAt(ordered, last) >= part.depth;
      last = open.at(-1)
    ) {
      extentEnds[last] = part.from;
      open.pop();
    }
    open.push(index);
  });
  const placed = new Map<UnplacedPart, Part>();
  ordered.forEach((part, index) => {
    const bodyEnd = ordered[index + 1]?.from ?? end;
    placed.set(part, { ...part, bodyEnd, extentEnd: extentEnds[index] ?? end });
  });
  return placed;
}

const depthAt = (parts: readonly UnplacedPart[], index: number): number => parts[index]?.depth ?? 0;

const byPlace = (a: UnplacedPart, b: UnplacedPart): number =>
  a.from.block - b.from.block || a.from.offset - b.from.offset;

/** Of each part, the index of the part around it, or -1. Parts must be in the document's order. */
export function parentsOf(parts: readonly { readonly depth: number }[]): readonly number[] {
  const open: number[] = [];
  return parts.map((part, index) => {
    while (open.length > 0 && (parts[open.at(-1) ?? 0]?.depth ?? 0) >= part.depth) open.pop();
    const parent = open.at(-1) ?? -1;
    open.push(index);
    return parent;
  });
}

/** Whether a part stands below another one. */
export function isBelow(parts: readonly Part[], part: Part, around: Part): boolean {
  const from = parts.indexOf(around);
  const end = parts.findIndex((other, index) => index > from && other.depth <= around.depth);
  const at = parts.indexOf(part);
  return at > from && (end < 0 || at < end);
}
