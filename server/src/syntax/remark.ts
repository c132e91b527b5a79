import type * as mdast from "mdast";
import { fromMarkdown, type Extension as Handlers } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import type { Construct, Extension } from "micromark-util-types";
import type { Span } from "../text/span.ts";
import type { Line } from "./inline/content.ts";
import type { References } from "./inline/references.ts";
import type { Node } from "./node.ts";
import { isTooMuch } from "./too-much.ts";

/** A line of a leaf as micromark sees it. */
export interface LeafLine extends Line {
  /** How many columns of a tab before `from` are still to be written. */
  readonly rest?: number;
  /** Where it ends with the blanks at its end. */
  readonly whole?: number | undefined;
}

/** What remark is to know of a leaf. */
export interface RemarkLeaf {
  /** The place of the node that the leaf is the inside of. */
  readonly around: Span;
  /** Whether it is a table cell, and whether it may start with the `[x]` of a task. */
  readonly isCell: boolean;
  readonly isTask: boolean;
  /** How deep the nodes are nested that are made. */
  readonly depth: number;
}

const byteOrderMark = "\uFEFF";

interface Extensions {
  readonly syntax: Extension;
  readonly handlers: Handlers[];
}

/** What remark takes to read GFM. It is made when it is first needed, which in most documents is never. */
const extensions = remembered((): Extensions => ({ syntax: gfm(), handlers: gfmFromMarkdown() }));

function remembered<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

// All that a line could start is turned off, so that whatever stands there is a paragraph.
const never = [
  "codeFenced",
  "gfmFootnoteDefinition",
  "headingAtx",
  "htmlFlow",
  "list",
  "setextUnderline",
  "table",
  "thematicBreak",
];
const inlineOnly: Extension = { disable: { null: [...never, "blockQuote", "definition"] } };
const quotesOnly: Extension = { disable: { null: [...never, "definition"] } };
const definedQuotes: Extension = { disable: { null: never } };

const inTable: Handlers = {
  beforeEnter() {
    this.data.inTable = true;
  },
};

/**
 * The nodes that remark makes of the inside of a leaf. It is what our own reading is held to, and reads all that we
 * are not sure of. `lines` are as for `readInline`. Undefined where the text nests so deep that remark gives up, or
 * where it would take remark too long.
 */
export function remarkInline(
  source: string,
  lines: readonly LeafLine[],
  references: References,
  leaf: RemarkLeaf,
): readonly Node[] | undefined {
  // Where a line stands behind the marks of containers, nodes end now before them and now behind, depending on how far
  // micromark has looked ahead. It has to see such marks to do the same.
  const isMarked = hasGaps(source, lines);
  const looksQuoted = lines[0] !== undefined && source.charAt(lines[0].start) === ">";
  const only = isMarked ? (looksQuoted ? definedQuotes : quotesOnly) : inlineOnly;
  const starts: number[] = [];
  let text = "";
  for (const [index, line] of lines.entries()) {
    if (isMarked) text += index > 0 ? markOf(source, line) : looksQuoted ? definedMark : "> ";
    starts.push(text.length);
    text += source.slice(fromOf(line, index), line.whole ?? line.end);
    if (index < lines.length - 1) text += endingAt(source, line.end);
  }
  if (isTooMuch(text)) return undefined;
  const offsetIn = (place: number): number => {
    let index = starts.length - 1;
    while (index > 0 && (starts[index] ?? 0) > place) index--;
    const line = lines[index];
    return (line ? fromOf(line, index) : 0) + place - (starts[index] ?? 0);
  };
  const root = parse(text, references, leaf, only);
  const [outer] = root?.children ?? [];
  const inner = (outer?.type === "blockquote" ? outer : root)?.children ?? [];
  const paragraph = inner.at(-1);
  if (paragraph?.type !== "paragraph" || inner.length > (only === definedQuotes ? 2 : 1)) return undefined;
  const reading: Reading = { source, text, offsetIn };
  return paragraph.children.map((child) => convert(child, leaf.around, reading, leaf.depth));
}

const fromOf = (line: Line, index: number): number => (index === 0 ? line.start : (line.from ?? line.start));

/**
 * What the first line stands behind where it looks like a quote mark: that it is none where it is indented like code,
 * which it cannot be behind a definition.
 */
const definedMark = "> [x]: x\n>     ";

/**
 * The mark of a quote that a further line can stand behind. Tabs are as wide as they were where the line goes on in the
 * same column, of every four; and where a part of a tab was left, one is left by the mark.
 */
const markOf = (source: string, line: LeafLine): string =>
  line.rest ? `${" ".repeat((2 - line.rest) & 3)}>\t` : `${" ".repeat((columnOf(source, line) + 2) & 3)}> `;

/** The column in which a line goes on behind the marks of containers. */
function columnOf(source: string, { from = 0 }: LeafLine): number {
  let start = from;
  while (start > 0 && source.charAt(start - 1) !== "\n" && source.charAt(start - 1) !== "\r") start--;
  let column = 0;
  for (let at = start; at < from; at++) column += source.charAt(at) === "\t" ? 4 - (column & 3) : 1;
  return column;
}

/** Whether something of the containers around a leaf stands between its lines. */
export const hasGaps = (source: string, lines: readonly Line[]): boolean =>
  lines.some((line, index) => {
    const before = lines[index - 1];
    return before !== undefined && fromOf(line, index) > before.end + endingAt(source, before.end).length;
  });

const endingAt = (source: string, offset: number): string =>
  source.startsWith("\r\n", offset) ? "\r\n" : source.charAt(offset);

function parse(
  text: string,
  references: References,
  leaf: RemarkLeaf,
  only: Extension,
): mdast.Root | undefined {
  // micromark drops one byte order mark without counting it, and here all of them are text.
  const whole = text.startsWith(byteOrderMark) ? byteOrderMark + text : text;
  const flow: Extension = { flow: { null: knowing(references, leaf.isTask) } };
  const { syntax, handlers } = extensions();
  try {
    return fromMarkdown(whole, {
      extensions: [syntax, only, flow],
      mdastExtensions: [handlers, ...(leaf.isCell ? [inTable] : [])],
    });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * A construct that is never there, but which micromark tries before it reads what is inside a paragraph. So it can
 * tell it what the rest of the text has defined, and that the paragraph is the first of an item.
 */
const knowing = (references: References, isTask: boolean): Construct => ({
  tokenize(_effects, _ok, nok) {
    const { parser } = this;
    const { text } = parser;
    Object.assign(parser, {
      defined: Object.assign([], { includes: references.defines }),
      gfmFootnotes: Object.assign([], { includes: references.notes }),
    });
    if (isTask)
      parser.text = (from) => Object.assign(text(from), { _gfmTasklistFirstContentOfListItem: true });
    return nok;
  },
});

interface Reading {
  readonly source: string;
  readonly text: string;
  readonly offsetIn: (place: number) => number;
}

const deepest = 100;

/** An mdast node as ours. Nodes that GFM makes without a position take the place of what is around them. */
function convert(node: mdast.RootContent, around: Span, reading: Reading, depth: number): Node {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  const place =
    start === undefined || end === undefined
      ? around
      : { start: reading.offsetIn(start), end: reading.offsetIn(end) };
  const inside = (parent: { readonly children: readonly mdast.RootContent[] }): readonly Node[] =>
    parent.children.map((child) => convert(child, place, reading, depth + 1));
  if (depth > deepest) return { kind: "text", ...place, value: "" };

  switch (node.type) {
    case "strong":
    case "emphasis":
    case "delete":
      return { kind: node.type, ...place, children: inside(node) };
    case "text":
    case "inlineCode":
    case "html":
      return { kind: node.type, ...place, value: node.value };
    case "footnoteReference":
      return { kind: node.type, ...place, value: node.identifier };
    case "break":
      return { kind: node.type, ...place };
    case "link": {
      const auto = !reading.source.startsWith("[", place.start);
      return { kind: "link", ...place, url: node.url, auto, children: inside(node) };
    }
    case "linkReference":
      return { kind: "link", ...place, label: node.identifier, auto: false, children: inside(node) };
    case "image":
      return { kind: "image", ...place, url: node.url, alt: node.alt ?? "" };
    case "imageReference":
      return { kind: "image", ...place, label: node.identifier, alt: node.alt ?? "" };
    default:
      // Anything that a later extension may add is plain text to us.
      return { kind: "text", ...place, value: reading.text.slice(start, end) };
  }
}
