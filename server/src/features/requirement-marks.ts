import { proseOf } from "../rules/support/prose.ts";
import type { Block } from "../syntax/document.ts";
import { childrenOf, plainText, type Node } from "../syntax/node.ts";
import { matchesOf } from "../text/matches.ts";
import { shift, type Span } from "../text/span.ts";

/** An id such as `R1`, `FR-3` or `NFR 2.1`, at offsets in its block. */
export interface IdMark {
  /** Without what some write between letters and number and others do not. */
  readonly key: string;
  /** As it is written. */
  readonly id: string;
  readonly span: Span;
}

/** A place that says what an id stands for: it begins an item, a row, a heading or a paragraph. */
export interface DefinitionMark extends IdMark {
  /** What is read there behind the id, on one line; empty where that stands in the blocks below. */
  readonly text: string;
  /** Neither a sign nor bold text tells the id from what follows, so that it may be the beginning of a sentence. */
  readonly isWeak: boolean;
}

const id = String.raw`(?:\p{Lu}{2,10}(?:-\p{Lu}{1,10}){0,2}[- ]?|\p{Lu}-?)\d{1,6}(?:\.\d{1,6}){0,3}\p{Ll}?`;

// A part of a longer name, of a path or of a version is no id.
const mention = new RegExp(
  String.raw`(?<![\p{L}\p{N}_.#@\\]|\p{L}[-/])${id}(?![\p{L}\p{N}_]|[-.:/]\d|-\p{Ll}|\.\p{L})`,
  "gu",
);

const keyOf = (written: string): string => written.replace(/[- ](?=\d)/, "");

/** The ids in the running text of a block, whether or not anything defines them. */
export function idMentions(block: Block, source: string): readonly IdMark[] {
  if (!/\p{Lu}[- ]?\d/u.test(source)) return none;
  return proseOf(block, source).flatMap(({ text, span }) =>
    matchesOf(text, mention).map(({ 0: written, index }): IdMark => ({
      key: keyOf(written),
      id: written,
      span: shift({ start: index, end: index + written.length }, span.start),
    })),
  );
}

/** What a block defines. The title of a document defines nothing. */
export function idDefinitions(block: Block, source: string): readonly DefinitionMark[] {
  if (!/\p{Lu}[- ]?\d/u.test(source)) return none;
  switch (block.kind) {
    case "heading":
      return block.node.kind === "heading" && block.node.depth > 1
        ? definedAt(block.node, source, "heading")
        : none;
    case "paragraph":
      return definedAt(block.node, source, "paragraph");
    case "list":
    case "table":
      return definedBelow(block.node, source);
    default:
      return none;
  }
}

const none: readonly never[] = [];

function definedBelow(node: Node, source: string): readonly DefinitionMark[] {
  switch (node.kind) {
    case "list":
      return node.children.flatMap((child) => definedBelow(child, source));
    case "item": {
      const [first, ...others] = node.children;
      const own = first?.kind === "paragraph" ? definedAt(first, source, "item") : none;
      return [
        ...own,
        ...others.flatMap((child) => (child.kind === "list" ? definedBelow(child, source) : none)),
      ];
    }
    case "table":
      return node.children.slice(1).flatMap((row) => {
        const [first, ...cells] = childrenOf(row);
        const said = cells.map((cell) => oneLine(plainText(cell))).filter((text) => text !== "");
        return first ? definedAt(first, source, "cell", said.join(" · ")) : none;
      });
    default:
      return none;
  }
}

type Form = "heading" | "paragraph" | "item" | "cell";

const beginning = new RegExp(
  String.raw`^(?<lead>[\s|#]*(?:<a\b[^<>]{0,80}>\s*(?:</a>)?\s*)?(?:\[[ xX]\]\s+)?)(?<open>(?:[*_~\x60]{1,4}|[[(]){0,3})(?<id>${id})(?![\p{L}\p{N}_]|[-./]\d|-\p{L})(?<close>[*_~\x60\])]{0,6})(?<sign>\s*[:–—=]|[.)](?=\s|$|[*_])|\s+-{1,2}\s|)(?<tail>[*_~\x60]{0,4})`,
  "u",
);

/** What a node defines by its beginning; `text` is what stands beside it where that is not its own rest. */
function definedAt(node: Node, source: string, form: Form, text?: string): readonly DefinitionMark[] {
  const own = source.slice(node.start, node.end);
  const groups = beginning.exec(own.slice(0, 300))?.groups;
  const { lead = "", open = "", id: written = "", close = "", sign = "", tail = "" } = groups ?? {};
  if (written === "") return none;
  const from = lead.length + open.length;
  const rest = own.slice(from + written.length + close.length + sign.length + tail.length);
  // A link leads to what is defined elsewhere.
  if (open.includes("[") && /^[([]/.test(rest)) return none;
  // Bold words that begin with an id are a name.
  const isSet = open !== "" && (close !== "" || (sign !== "" && tail !== "")) && /[*_[(]/.test(open);
  if (open !== "" && close === "" && tail === "") return none;
  const words = wordsBehind(oneLine(plainText(node)), written);
  const isAlone = /^[\s|#]*$/.test(rest);
  if (isAlone && (form === "item" || (form === "paragraph" && !isSet))) return none;
  if (form === "cell" && !isAlone && sign === "" && !isSet) return none;
  const isWeak = !isSet && sign === "" && !isAlone;
  // A sentence goes on in small letters.
  if (isWeak && (form === "paragraph" || !/^\s+\p{Lu}\p{Ll}/u.test(rest))) return none;
  const said = [words, text ?? ""].filter((one) => one !== "").join(" · ");
  const start = node.start + from;
  return [
    { key: keyOf(written), id: written, span: { start, end: start + written.length }, text: said, isWeak },
  ];
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** What is read behind an id that a text begins with. */
const wordsBehind = (text: string, written: string): string =>
  text.slice(Math.max(0, text.indexOf(written)) + written.length).replace(/^[^\p{L}\p{N}]+/u, "");
