/**
 * Our own read-only tree of what is inside a block. Names are those of mdast. `start` and `end` are
 * UTF-16 offsets from the start of the block, so that a block can be kept when text before it changes.
 */
export type Node =
  | Parent<
      | "paragraph"
      | "quote"
      | "footnoteDefinition"
      | "strong"
      | "emphasis"
      | "delete"
      | "item"
      | "row"
      | "cell"
    >
  | HeadingNode
  | ListNode
  | TableNode
  | Literal<"text" | "inlineCode" | "html" | "frontMatter" | "footnoteReference">
  | CodeNode
  | LinkNode
  | ImageNode
  | DefinitionNode
  | Leaf<"thematicBreak" | "break">;

interface Leaf<Kind extends string> {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
}

interface Parent<Kind extends string> extends Leaf<Kind> {
  readonly children: readonly Node[];
  /** Of a task list item: whether it is ticked. */
  readonly checked?: boolean;
}

interface Literal<Kind extends string> extends Leaf<Kind> {
  /** The text that is meant: escapes and character references are resolved. */
  readonly value: string;
}

export interface HeadingNode extends Parent<"heading"> {
  readonly depth: number;
  readonly setext: boolean;
}

export interface ListNode extends Parent<"list"> {
  readonly ordered: boolean;
}

export type TableNode = Parent<"table">;

export interface CodeNode extends Literal<"code"> {
  readonly language: string | undefined;
  /** False where a fence runs to the end of the text because nobody closed it. */
  readonly closed: boolean;
}

export interface LinkNode extends Parent<"link"> {
  /** The destination; absent for a reference, which names its definition by `label`: that may stand in any block. */
  readonly url?: string;
  readonly label?: string;
  /** True for `<https://…>` and for bare addresses. */
  readonly auto: boolean;
}

export interface ImageNode extends Leaf<"image"> {
  readonly url?: string;
  readonly alt: string;
  readonly label?: string;
}

export interface DefinitionNode extends Leaf<"definition"> {
  readonly label: string;
  readonly url: string;
}

/** The children of a node, none for leaves. */
export const childrenOf = (node: Node): readonly Node[] => ("children" in node ? node.children : []);

/** The node and all below it, parents first. `enter` may refuse the inside of a node. */
export function* walk(node: Node, enter?: (node: Node) => boolean): Generator<Node> {
  // Not by recursion: each node would be handed up through all the generators around it.
  const waiting = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    if (enter && !enter(next)) continue;
    const children = childrenOf(next);
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      if (child) waiting.push(child);
    }
  }
}

/** What a reader sees of a node: its text without markup, comments and tags. */
export function plainText(node: Node): string {
  switch (node.kind) {
    case "text":
    case "inlineCode":
      return node.value;
    case "image":
      return node.alt;
    case "break":
      return " ";
    case "html":
    case "code":
    case "frontMatter":
    case "footnoteReference":
    case "definition":
    case "thematicBreak":
      return "";
    default:
      return node.children.map(plainText).join("");
  }
}
