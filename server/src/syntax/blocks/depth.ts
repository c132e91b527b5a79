import { childrenOf, type Node } from "../node.ts";

/** Thousands of quote marks in a line are nesting too. Nobody reads what is in there, and no stack holds it. */
export const deepest = 100;

// A leaf has no more nesting than this inside that we read.
const ofLeaf = 45;

/** What stands in place of a node that is nested too deep. */
export const cut = ({ start, end }: Pick<Node, "start" | "end">): Node => ({
  kind: "text",
  start,
  end,
  value: "",
});

/** Nodes at a depth, with what is too deep below them cut. */
export function cutBelow(nodes: readonly Node[], depth: number): readonly Node[] {
  if (depth + ofLeaf <= deepest) return nodes;
  return nodes.map((node) => {
    if (depth > deepest) return cut(node);
    const children = childrenOf(node);
    return children.length === 0 ? node : ({ ...node, children: cutBelow(children, depth + 1) } as Node);
  });
}
