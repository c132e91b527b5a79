import { inText, startOf, type Document } from "../../syntax/document.ts";
import { childrenOf, type Node } from "../../syntax/node.ts";
import { blocksIn } from "../../template/units.ts";
import { contains, type Span } from "../../text/span.ts";

/** A stretch of running text: a paragraph, also in a list, a quote or a note, or a cell of a table. */
export interface Prose {
  /** In the document's text. */
  readonly span: Span;
  /**
   * What a reader reads there. It is as long as the span, so that an offset in it is one in the text: code,
   * pictures, comments, tags, addresses and marks are blanks.
   */
  readonly text: string;
  readonly kind: "paragraph" | "cell";
  /** It is a label or a sentence inside a list item. */
  readonly inList: boolean;
}

/**
 * The running text in a stretch of a document, in its order. What is only partly inside counts with that part.
 * `standIn` takes the place of each code unit of inline code, of pictures and of bare addresses, for those who count
 * words: one that is no blank makes them words.
 */
export function proseIn(doc: Document, stretch: Span, standIn = " "): readonly Prose[] {
  const found: Prose[] = [];
  for (const index of blocksIn(doc, stretch)) {
    const node = doc.blocks[index]?.node;
    if (node) collect(doc, index, node, stretch, false, found, standIn);
  }
  return found;
}

/** The running text of a stretch as one, its pieces apart by blank lines. Offsets say nothing in it. */
export const proseText = (doc: Document, stretch: Span): string =>
  proseIn(doc, stretch)
    .map(({ text }) => text.replace(/[ \t]+/g, " ").trim())
    .filter((text) => text !== "")
    .join("\n\n");

function collect(
  doc: Document,
  block: number,
  node: Node,
  stretch: Span,
  inList: boolean,
  found: Prose[],
  standIn: string,
): void {
  switch (node.kind) {
    case "paragraph":
    case "cell": {
      const whole = inText(doc, block, node);
      const span = { start: Math.max(whole.start, stretch.start), end: Math.min(whole.end, stretch.end) };
      if (span.start < span.end)
        found.push({ span, text: readable(doc, block, node, span, standIn), kind: node.kind, inList });
      return;
    }
    case "list":
    case "item":
    case "quote":
    case "footnoteDefinition":
    case "table":
    case "row":
      for (const child of childrenOf(node))
        collect(doc, block, child, stretch, inList || node.kind === "list", found, standIn);
      return;
    default:
  }
}

/**
 * The text of a node's span, which is in the document's text, with blanks in place of all that is not read as
 * running text, and `standIn` as for {@link proseIn}. It is as long as the span.
 */
export function readable(doc: Document, block: number, node: Node, span: Span, standIn = " "): string {
  let text = "";
  let done = span.start;
  const keep = (part: Span, as?: string): void => {
    if (!contains(span, part) || part.start < done) return;
    const kept = as === undefined ? doc.text.slice(part.start, part.end) : as.repeat(part.end - part.start);
    text += " ".repeat(part.start - done) + kept;
    done = part.end;
  };
  const base = startOf(doc, block);
  const enter = (inner: Node): void => {
    const part = { start: base + inner.start, end: base + inner.end };
    if (inner.kind === "text") keep(part);
    // A bare address says nothing; a label of a link is text.
    else if (inner.kind === "inlineCode" || inner.kind === "image" || (inner.kind === "link" && inner.auto))
      keep(part, standIn);
    else for (const child of childrenOf(inner)) enter(child);
  };
  enter(node);
  return (text + " ".repeat(span.end - done)).replace(/[\r\n]/g, " ");
}
