import { lineAt } from "../text/lines.ts";
import { shift, type Span } from "../text/span.ts";
import { hasSame, isRope, type Rope, type Text } from "../text/rope.ts";
import type { HeadingNode, Node } from "./node.ts";

/**
 * A Markdown text as design documents need it. Blocks are the unit of reuse: all positions inside a
 * block are relative to it, and only {@link Document.starts} knows where blocks stand in the text.
 */
export interface Document extends Blocks {
  /** All sections in document order; a section's `parent` comes before it. */
  readonly sections: readonly Section[];
  readonly header: Header;
}

/** The top-level blocks of a text. */
export interface Blocks {
  /** All of the text. Of a rope it is put together when it is asked for: whoever wants pieces takes {@link readable}. */
  readonly text: string;
  /** What the text is read from, where that is a rope. */
  readonly rope?: Rope | undefined;
  readonly blocks: readonly Block[];
  /** The offset of each block in the text. */
  readonly starts: readonly number[];
}

/**
 * A top-level child of mdast's root, without the blank lines around it. A block never changes, and a text that was
 * made from another one by an edit has the same objects for the blocks that read as before. So whatever is found in
 * one block may be kept by its identity.
 */
export interface Block {
  /** In UTF-16 code units. */
  readonly length: number;
  /** The kind of its node, which is known before anybody reads what is inside. */
  readonly kind: Node["kind"];
  /** What is inside. It may be read when it is asked for the first time, and then costs the more. */
  readonly node: Node;
}

/** A heading of the top level with what stands below it. Headings in quotes and lists make no section. */
export interface Section {
  /** Its place in {@link Document.sections}. */
  readonly index: number;
  /** The index of the heading's block. */
  readonly block: number;
  readonly depth: number;
  /** The heading as read: plain text without markup, comments and closing `{#id}`. */
  readonly title: string;
  /** Index of the section around it, or -1. */
  readonly parent: number;
  /** Index of the first block that is no longer its own body: the next heading, of any depth. */
  readonly bodyEnd: number;
  /** Index of the first block behind it and its subsections. */
  readonly extentEnd: number;
}

/** What a document says of itself, wherever and however it is written. */
export interface Header {
  /** In the order of the text. */
  readonly fields: readonly Field[];
  /** Where a header begins when it has no field yet: behind the title, else at the start of the text. */
  readonly place: Place;
}

/** A position in a block. */
export interface Place {
  /** Index of the block; -1 stands for the start of the text. */
  readonly block: number;
  readonly offset: number;
}

/**
 * How a field is spelt, so that it can be written back alike: a line of a paragraph or a quotation, an item of a
 * list, a row of a table, a column of one with a single row, a line of YAML or of TOML, a line in a fence, or a
 * section that is named after what its first paragraph says.
 */
export type FieldStyle =
  | "plain"
  | "bullet"
  | "table"
  | "columns"
  | "frontMatter"
  | "toml"
  | "code"
  | "section";

/**
 * What stands round a value: nothing, quotes (which its span leaves out), the brackets of a list (which its span
 * has), a list mark before each entry, or the indentation of a block of lines.
 */
export type ValueForm = "bare" | "double" | "single" | "flow" | "items" | "block";

export interface Field {
  readonly key: string;
  /**
   * The value as written, trimmed, without quotes and their escapes. Continuation lines are joined by a blank, the
   * entries of a list by a comma and a blank.
   */
  readonly value: string;
  readonly style: FieldStyle;
  readonly form: ValueForm;
  readonly block: number;
  /**
   * The whole field without its line ending, the key, the value: offsets from the start of the block. A value may
   * stand in the block behind it.
   */
  readonly whole: Span;
  readonly keySpan: Span;
  readonly valueSpan: Span;
}

/** Whether a field stands in front matter, which is no Markdown. */
export const isData = ({ style }: Field): boolean => style === "frontMatter" || style === "toml";

/** The text of a document for whoever wants pieces of it: of a rope nothing else is put together. */
export const readable = (doc: Pick<Blocks, "text" | "rope">): Text => doc.rope ?? doc.text;

/** Whether a span of one document has the same text as a span of another. */
export const isSameText = (one: Blocks, own: Span, other: Blocks, { start, end }: Span): boolean =>
  own.end - own.start === end - start &&
  hasSame(readable(one), own.start, readable(other), start, end - start);

/** An object with a text, which is put together of a rope when somebody asks for it. */
export const withText = <More extends object>(text: Text, more: More): More & Pick<Blocks, "text" | "rope"> =>
  isRope(text)
    ? (Object.defineProperty({ rope: text, ...more }, "text", lateText) as unknown as More &
        Pick<Blocks, "text" | "rope">)
    : { text: text.toString(), ...more };

// The same function for all documents, so that V8 has one description for all such objects.
const lateText: PropertyDescriptor & ThisType<{ readonly rope: Rope }> = {
  get() {
    return this.rope.toString();
  },
  enumerable: true,
  configurable: true,
};

/** Where block `index` stands in the text; behind the last one, the end of the text. */
export const startOf = (doc: Document, index: number): number =>
  index < 0 ? 0 : (doc.starts[index] ?? readable(doc).length);

/** The span of block `index` in the text. */
export function blockSpan(doc: Document, index: number): Span {
  const start = startOf(doc, index);
  return { start, end: start + (doc.blocks[index]?.length ?? 0) };
}

/**
 * The first line of a text that has words, where what is wrong with all of it is shown. A comment above it,
 * which may suppress what is told there, is no such line.
 */
export function firstLine(doc: Document): Span {
  const block = doc.blocks.findIndex(({ kind }) => kind !== "html");
  return lineAt(readable(doc), block < 0 ? 0 : startOf(doc, block));
}

/** A span of block `index`, as a span of the text. */
export const inText = (doc: Document, index: number, span: Span): Span => shift(span, startOf(doc, index));

/** The heading of a section: its whole block, with `##` or the underline. */
export const headingSpan = (doc: Document, section: Section): Span => blockSpan(doc, section.block);

/** The inline content of a section's heading, without `##`; empty at the heading's end where there is none. */
export function titleSpan(doc: Document, section: Section): Span {
  const node = doc.blocks[section.block]?.node;
  const heading = headingSpan(doc, section);
  if (node?.kind !== "heading") return heading;
  const first = node.children.at(0);
  const last = node.children.at(-1);
  if (!first || !last) return { start: heading.end, end: heading.end };
  return inText(doc, section.block, { start: first.start, end: last.end });
}

/** The node of a section's heading. */
export function headingOf(doc: Document, section: Section): HeadingNode | undefined {
  const node = doc.blocks[section.block]?.node;
  return node?.kind === "heading" ? node : undefined;
}

/** The sections directly below `section`, or those at the top where it is undefined. */
export const subsections = (doc: Document, section: Section | undefined): readonly Section[] =>
  doc.sections.filter((other) => other.parent === (section?.index ?? -1));

/** Where a place stands in the text; block -1 is the start of the text. */
export const offsetInText = (doc: Document, place: Place): number => startOf(doc, place.block) + place.offset;
