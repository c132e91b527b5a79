import type { Document } from "../../syntax/document.ts";
import { sourceOf } from "../../syntax/found-in.ts";
import { walk, type Node } from "../../syntax/node.ts";
import { blocksIn } from "../../template/units.ts";
import type { Span } from "../../text/span.ts";

/**
 * The nodes of the blocks that a stretch touches, with all below them, in the order of the text. Paragraphs without
 * one of `signs` in their source, which hold nothing that is looked for, may be left out.
 */
export function* nodesIn(doc: Document, stretch: Span, signs: readonly string[]): Generator<Node> {
  for (const index of blocksIn(doc, stretch)) {
    const block = doc.blocks[index];
    if (!block) continue;
    if (block.kind === "paragraph") {
      const source = sourceOf(doc, index);
      if (!signs.some((sign) => source.includes(sign))) continue;
    }
    yield* walk(block.node);
  }
}

/** What a paragraph with a picture or HTML has in its source. */
export const signsOfShown: readonly string[] = ["![", "<"];

/** And one with links, notes, addresses or code. */
export const signsOfMore: readonly string[] = ["[", "<", "`", "@", "://", "w.", "W."];

/** Whether a node shows something that is no prose: a picture, also as HTML, or code that stands by itself. */
export const isShown = (node: Node): boolean =>
  node.kind === "image" ||
  (node.kind === "code" && node.value.trim() !== "") ||
  (node.kind === "html" && /<(?:img|svg|picture|iframe|object|embed|video)\b/i.test(node.value));
