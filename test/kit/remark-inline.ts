import type * as mdast from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Node } from "../../server/src/syntax/node.ts";
import type { Span } from "../../server/src/text/span.ts";

const processor = unified().use(remarkParse).use(remarkGfm).freeze();

/** A paragraph, heading or cell as remark reads it. Positions are offsets in the text. */
export interface RemarkLeaf extends Span {
  readonly type: "paragraph" | "heading" | "tableCell";
  readonly children: readonly Node[];
}

/** Reads a text with remark. What comes back gives the paragraph, heading or cell at an offset. */
export function remarkLeaves(text: string): (offset: number) => RemarkLeaf | undefined {
  const root = processor.parse(text);
  return (offset) => leafAt(root, text, offset);
}

function leafAt(root: mdast.Root, text: string, offset: number): RemarkLeaf | undefined {
  const visit = (node: mdast.Nodes): mdast.Paragraph | mdast.Heading | mdast.TableCell | undefined => {
    const { start, end } = placeOf(node, { start: 0, end: text.length });
    if (offset < start || offset >= end) return undefined;
    if (node.type === "paragraph" || node.type === "heading" || node.type === "tableCell") return node;
    if (!("children" in node)) return undefined;
    for (const child of node.children) {
      const found = visit(child);
      if (found) return found;
    }
    return undefined;
  };
  const leaf = visit(root);
  if (!leaf) return undefined;
  const place = placeOf(leaf, { start: 0, end: 0 });
  return {
    ...place,
    type: leaf.type,
    children: leaf.children.map((child) => inlineNode(child, place, text)),
  };
}

/** What GFM makes without a position takes the place of what is around it. */
const placeOf = ({ position }: mdast.Nodes, around: Span): Span => ({
  start: position?.start.offset ?? around.start,
  end: position?.end.offset ?? around.end,
});

function inlineNode(node: mdast.PhrasingContent, around: Span, text: string): Node {
  const place = placeOf(node, around);
  const inside = (parent: { readonly children: readonly mdast.PhrasingContent[] }): readonly Node[] =>
    parent.children.map((child) => inlineNode(child, place, text));
  switch (node.type) {
    case "text":
    case "inlineCode":
    case "html":
      return { kind: node.type, ...place, value: node.value };
    case "emphasis":
    case "strong":
    case "delete":
      return { kind: node.type, ...place, children: inside(node) };
    case "break":
      return { kind: "break", ...place };
    case "footnoteReference":
      return { kind: "footnoteReference", ...place, value: node.identifier };
    case "link": {
      const auto = text[place.start] !== "[";
      return { kind: "link", ...place, url: node.url, auto, children: inside(node) };
    }
    case "linkReference":
      return { kind: "link", ...place, label: node.identifier, auto: false, children: inside(node) };
    case "image":
      return { kind: "image", ...place, url: node.url, alt: node.alt ?? "" };
    case "imageReference":
      return { kind: "image", ...place, label: node.identifier, alt: node.alt ?? "" };
  }
}
