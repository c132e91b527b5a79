import type { Node } from "../node.ts";

/** The kinds of nodes that the structure of a text is made of: all but what stands inside a line. */
export type RawKind = Extract<
  Node["kind"],
  | "paragraph"
  | "heading"
  | "quote"
  | "list"
  | "item"
  | "footnoteDefinition"
  | "code"
  | "html"
  | "table"
  | "thematicBreak"
  | "definition"
  | "frontMatter"
>;

/**
 * A node whose lines are known and whose inside nobody has read. Offsets are those of the text that was scanned. It
 * is filled while the text is scanned and never changed afterwards.
 */
export interface Raw {
  readonly kind: RawKind;
  readonly start: number;
  end: number;
  readonly children: Raw[];
  /**
   * Three numbers a line. Of a paragraph or heading: where the line begins behind the marks of the quotes and items
   * around it, as `packed` says it, where it begins behind its white space, and where it ends. Of code and HTML: where
   * the line begins, where it ends, and how many blanks of a tab that was split are still to be written before it. Of
   * HTML outside of containers nothing is kept, and of a fence there no more than where its inside begins and ends,
   * since their lines stand in the text as such. Of a table: where each row begins and ends.
   */
  readonly lines: number[];
  /** Of a heading its depth, of a list 1 where it is ordered, of a paragraph 1 where it may begin with `[x]`. */
  detail: number;
  /** Of code and HTML: whether the line ending behind the last line belongs to it, since nothing closed it. */
  open: boolean;
  /** Of a definition. */
  readonly label: string;
  readonly url: string;
}

/** An offset with the columns, three at most, that a tab before it has still to be written as. */
export const packed = (offset: number, rest: number): number => offset * 4 + rest;

/** The offset of what {@link packed} has made. */
export const offsetOf = (value: number): number => Math.floor(value / 4);

/** A node that starts at an offset and has nothing inside yet. */
export const rawAt = (kind: RawKind, start: number, end: number, label = "", url = ""): Raw => ({
  kind,
  start,
  end,
  children: [],
  lines: [],
  detail: 0,
  open: false,
  label,
  url,
});
