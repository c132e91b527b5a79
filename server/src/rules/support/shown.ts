import type { Document } from "../../syntax/document.ts";
import { walk, type Node } from "../../syntax/node.ts";
import { blocksIn } from "../../template/units.ts";
import type { Span } from "../../text/span.ts";

/** The nodes of the blocks that a stretch touches, with all below them, in the order of the text. */
export function* nodesIn(doc: Document, stretch: Span): Generator<Node> {
  for (const index of blocksIn(doc, stretch)) {
    const node = doc.blocks[index]?.node;
    if (node) yield* walk(node);
  }
}

/** Whether a node shows something that is no prose: a picture, also as HTML, or code that stands by itself. */
export const isShown = (node: Node): boolean =>
  node.kind === "image" ||
  (node.kind === "code" && node.value.trim() !== "") ||
  (node.kind === "html" && /<(?:img|svg|picture|iframe|object|embed|video)\b/i.test(node.value));
