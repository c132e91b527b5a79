import type { Document } from "../syntax/document.ts";
import { startOf } from "../syntax/document.ts";
import { childrenOf, type Node } from "../syntax/node.ts";
import type { Span } from "../text/span.ts";

/** A paragraph or the first text of a list item: the smallest piece that is compared with a template's guidance. */
export interface Unit {
  /** In the text. */
  readonly span: Span;
  /** See {@link normalised}. */
  readonly text: string;
  /** It heads a list item that goes on with more blocks, or is a ticked task: text that was kept on purpose. */
  readonly labels: boolean;
}

/** A text as it is compared: quote marks at line starts dropped, white space folded. */
export const normalised = (text: string): string =>
  text
    .replace(/^[ \t]*>[ \t]?/gm, "")
    .replace(/\s+/g, " ")
    .trim();

/** The units of a stretch of the document, in its order. A paragraph that is partly inside counts with that part. */
export function unitsIn(doc: Document, stretch: Span): readonly Unit[] {
  const units: Unit[] = [];
  for (const index of blocksIn(doc, stretch)) {
    const node = doc.blocks[index]?.node;
    if (node) collect(doc, node, startOf(doc, index), stretch, false, units);
  }
  return units;
}

/** The indexes of the blocks that the stretch touches, in order. */
export function* blocksIn(doc: Document, stretch: Span): Generator<number> {
  for (let index = firstBlock(doc, stretch.start); index < doc.blocks.length; index++) {
    if (startOf(doc, index) >= stretch.end) return;
    yield index;
  }
}

/** The first block that ends behind `offset`, by a binary search. */
function firstBlock(doc: Document, offset: number): number {
  let low = 0;
  let high = doc.blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(doc, middle) + (doc.blocks[middle]?.length ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function collect(
  doc: Document,
  node: Node,
  base: number,
  stretch: Span,
  labels: boolean,
  units: Unit[],
): void {
  switch (node.kind) {
    case "paragraph": {
      const span = {
        start: Math.max(base + node.start, stretch.start),
        end: Math.min(base + node.end, stretch.end),
      };
      const text = normalised(doc.text.slice(span.start, span.end));
      if (text) units.push({ span, text, labels });
      return;
    }
    case "item":
      node.children.forEach((child, index) =>
        collect(
          doc,
          child,
          base,
          stretch,
          index === 0 && (node.children.length > 1 || node.checked === true),
          units,
        ),
      );
      return;
    case "list":
    case "quote":
      for (const child of childrenOf(node)) collect(doc, child, base, stretch, false, units);
      return;
    default:
  }
}
