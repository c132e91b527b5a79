import { childrenOf, plainText, type Node } from "../../syntax/node.ts";
import type { Span } from "../../text/span.ts";

/** A text that may begin with a name for what follows. */
export interface Labelled {
  /** Without its colon; empty where nothing sets a name off from the rest. */
  readonly label: string;
  /** What is said beyond the label. */
  readonly rest: string;
}

/** Where a label stands in its block, in UTF-16 code units from the start of the block. */
export interface Label extends Span {
  readonly label: string;
  /** It is bold, and ends with a mark, a line, or the paragraph: it does not run on into the sentence. */
  readonly isSetOff: boolean;
}

/** The label that a paragraph begins with: bold text, or some words before a colon or a dash. Nothing where there is none. */
export function labelOf(paragraph: Node): Label | undefined {
  const children = childrenOf(paragraph);
  const at = children.findIndex((child) => plainText(child).trim() !== "");
  const first = children[at];
  if (!first) return undefined;
  if (isBold(first)) {
    // A label is short; what is longer is cut, so that no pattern runs on all of it.
    const text = plainText(first).trim().slice(0, 200);
    const behind = children
      .slice(at + 1)
      .map(plainText)
      .join("")
      .slice(0, 20);
    const isSetOff = /[.:!?–—-]$/.test(text) || /^[ \t]*(?:$|[\r\n:–—-]|\()/.test(behind);
    return { start: first.start, end: first.end, label: withoutMarks(text), isSetOff };
  }
  if (first.kind !== "text" && first.kind !== "inlineCode" && first.kind !== "link") return undefined;
  const words = /^[^:–—\r\n]{1,80}?(?=\s*:(?:\s|$)|\s+(?:[–—]|--?)\s)/.exec(
    plainText(paragraph).trimStart(),
  )?.[0];
  return words === undefined
    ? undefined
    : {
        start: first.start,
        end: Math.max(first.start, Math.min(first.end, first.start + words.length)),
        label: withoutMarks(words),
        isSetOff: false,
      };
}

/** What a paragraph says behind its label. */
export function afterLabel(paragraph: Node, { label }: Label): string {
  const text = plainText(paragraph).replace(/\s+/g, " ").trim();
  const from = text.indexOf(label.replace(/\s+/g, " "));
  return from < 0 ? text : text.slice(from + label.length).replace(/^[\s.:!?–—-]+/, "");
}

const isBold = (node: Node): boolean =>
  node.kind === "strong" ||
  ((node.kind === "emphasis" || node.kind === "delete" || node.kind === "link") &&
    childrenOf(node).length > 0 &&
    childrenOf(node).every(isBold));

const withoutMarks = (text: string): string => text.replace(/[\s.:!?–—-]+$/, "").trim();
