import type { Block } from "./document.ts";
import { walk, type Node } from "./node.ts";

export type HtmlNode = Node & { readonly kind: "html" };

const none: readonly HtmlNode[] = [];

/** The pieces of HTML in a block, comments among them, in the order of its text. */
export function htmlNodes(block: Block, source: string): readonly HtmlNode[] {
  if (!mayHoldHtml(block.kind) || !source.includes("<")) return none;
  const found: HtmlNode[] = [];
  for (const inner of walk(block.node)) if (isHtml(inner)) found.push(inner);
  return found;
}

const isHtml = (node: Node): node is HtmlNode => node.kind === "html";

const mayHoldHtml = (kind: Block["kind"]): boolean =>
  kind !== "code" && kind !== "frontMatter" && kind !== "definition" && kind !== "thematicBreak";

/** The pieces of a block's HTML with a comment in them. */
export const commentNodes = (block: Block, source: string): readonly HtmlNode[] =>
  source.includes("<!--") ? htmlNodes(block, source).filter(({ value }) => value.includes("<!--")) : none;
