import { offsetInText, startOf, type Document, type Place } from "../syntax/document.ts";
import { plainText, type Node } from "../syntax/node.ts";
import { lineAt } from "../text/lines.ts";
import type { Span } from "../text/span.ts";

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
export function headingLikeLines(doc: Document): readonly UnplacedPart[] {
  return doc.blocks.flatMap(({ node }, block) => {
    if (node.kind !== "paragraph") return [];
    const start = startOf(doc, block);
    const source = doc.text.slice(start, start + node.end);
    return node.children.flatMap((child): readonly UnplacedPart[] => {
      if (child.kind === "text") return markedLines(source, child, block);
      if (child.kind !== "strong" || !fillsLine(source, child)) return [];
      const end = child.end + (/^[ \t]*:/.exec(source.slice(child.end))?.[0].length ?? 0);
      return [
        {
          kind: "bold",
          title: plainText(child)
            .replace(/\s*:\s*$/, "")
            .trim(),
          depth: 0,
          from: { block, offset: child.start },
          to: { block, offset: end },
        },
      ];
    });
  });
}

/** Lines of plain text such as `##Goals`, which are no headings (CommonMark asks for a blank behind the marks). */
function markedLines(source: string, { start, end }: Node, block: number): readonly UnplacedPart[] {
  const lines = source.slice(start, end).matchAll(/^[ \t]*(#{2,6}([^#\s][^\r\n]{0,99}?))[ \t]*#*[ \t]*$/gm);
  return [...lines].flatMap((line): readonly UnplacedPart[] => {
    const [all, marked = "", title = ""] = line;
    const from = start + line.index + all.indexOf(marked);
    if (lineAt(source, from).start !== start + line.index) return [];
    return [
      {
        kind: "bold",
        title: title.replace(/\s*:\s*$/, ""),
        depth: 0,
        from: { block, offset: from },
        to: { block, offset: start + line.index + all.length },
      },
    ];
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

/** The parts in the document's order, each ending where the next begins, or the next of its depth or less. */
export function placeParts(doc: Document, unplaced: readonly UnplacedPart[]): readonly Part[] {
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
  return ordered.map((part, index) => ({
    ...part,
    bodyEnd: ordered[index + 1]?.from ?? end,
    extentEnd: extentEnds[index] ?? end,
  }));
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
