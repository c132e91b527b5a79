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

/** The running text in a stretch of a document, in its order. What is only partly inside counts with that part. */
export function proseIn(doc: Document, stretch: Span): readonly Prose[] {
  const found: Prose[] = [];
  for (const index of blocksIn(doc, stretch)) {
    const node = doc.blocks[index]?.node;
    if (node) collect(doc, index, node, stretch, false, found);
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
): void {
  switch (node.kind) {
    case "paragraph":
    case "cell": {
      const whole = inText(doc, block, node);
      const span = { start: Math.max(whole.start, stretch.start), end: Math.min(whole.end, stretch.end) };
      if (span.start < span.end)
        found.push({ span, text: readable(doc, block, node, span), kind: node.kind, inList });
      return;
    }
    case "list":
    case "item":
    case "quote":
    case "footnoteDefinition":
    case "table":
    case "row":
      for (const child of childrenOf(node))
        collect(doc, block, child, stretch, inList || node.kind === "list", found);
      return;
    default:
  }
}

/** The text of a span with blanks in place of all that is not read as running text. */
function readable(doc: Document, block: number, node: Node, span: Span): string {
  let text = "";
  let done = span.start;
  const keep = (part: Span): void => {
    if (!contains(span, part) || part.start < done) return;
    text += " ".repeat(part.start - done) + doc.text.slice(part.start, part.end);
    done = part.end;
  };
  const base = startOf(doc, block);
  const enter = (inner: Node): void => {
    if (inner.kind === "text") keep({ start: base + inner.start, end: base + inner.end });
    // A bare address says nothing; a label of a link is text.
    else if (inner.kind !== "link" || !inner.auto) for (const child of childrenOf(inner)) enter(child);
  };
  enter(node);
  return (text + " ".repeat(span.end - done)).replace(/[\r\n]/g, " ");
}
