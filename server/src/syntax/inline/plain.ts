import type { Node } from "../node.ts";

/** The text of a node as an image's `alt` has it (mdast-util-to-string): tags are kept, hard breaks are nothing. */
export function plainOf(node: Node): string {
  if ("value" in node) return node.kind === "footnoteReference" ? "" : node.value;
  if (node.kind === "image") return node.alt;
  return "children" in node ? node.children.map(plainOf).join("") : "";
}
