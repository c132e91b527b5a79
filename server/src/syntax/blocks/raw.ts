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
   * Three numbers a line, or two a row. Of a paragraph, heading or table: where the line begins behind the marks of
   * the quotes and items around it, where it begins behind its white space, and where it ends. Of code and HTML: where
   * the line begins, where it ends, and how many blanks of a tab that was split are still to be written before it.
   * Of code and HTML outside of containers nothing of the kind is kept, since their lines stand in the text as such.
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
