import type { Raw } from "./raw.ts";

/** How many columns make a line code. */
export const codeIndent = 4;

/** What the last line has left open, below all containers. */
export const nothing = 0;
export const content = 1;
export const indentedCode = 2;
export const fencedCode = 3;
/** HTML that ends with a certain text, and HTML that ends before a blank line. */
export const markedHtml = 4;
export const blockHtml = 5;

export type Open =
  | typeof nothing
  | typeof content
  | typeof indentedCode
  | typeof fencedCode
  | typeof markedHtml
  | typeof blockHtml;

/** A container that is open. */
export interface Frame {
  readonly node: Raw;
  /** Of a list: the item that is open. */
  item: Raw | undefined;
  /** Of a list: its mark, and how many columns the content of its open item is indented by. */
  readonly mark: number;
  size: number;
  /** Of a list: whether the open item began with a blank line, and whether another one followed that. */
  beganBlank: boolean;
  stayedBlank: boolean;
}

/** A container that was found: the place of its mark, and where the cursor stands behind it. */
export interface Found {
  kind: "quote" | "list" | "footnoteDefinition";
  start: number;
  at: number;
  column: number;
  rest: number;
  /** Of an item. */
  mark: number;
  size: number;
  blank: boolean;
  /** Of a footnote. */
  label: string;
}

/** The state of scanning a text. Only the functions of this folder see it, and only while they scan. */
export interface Scan {
  readonly text: string;
  /** Whether a line may end with a carriage return. */
  hasReturns: boolean;
  /** Where the line stands: its start, its line ending, what is behind that. */
  lineStart: number;
  lineEnd: number;
  nextLine: number;
  /**
   * The cursor in the line: an offset, the column there, and how many columns of a tab before the cursor are still
   * to be read. `filled` is the first offset from there on that is neither a blank nor a tab.
   */
  at: number;
  column: number;
  rest: number;
  filled: number;

  readonly frames: Frame[];
  /** How many of the frames the line goes on with. */
  matched: number;
  /** What the line has for its containers: a list mark or a footnote's indentation, else a quote mark, else nothing. */
  prefix: "" | "mark" | "quote";
  /** Whether the last container that the line goes on with or starts is an item that starts here. */
  atItem: boolean;
  /** Whether the last that the line has for its containers is the indentation of a footnote. */
  noteIndent: boolean;
  /** The container that was found at the cursor. */
  readonly found: Found;

  open: Open;
  /** False before the first line and behind a container that was begun or ended: what is open is read anew. */
  flowing: boolean;
  /** Whether content that starts in this line may start with `[x]`, and whether content in the next one may. */
  task: boolean;
  nextTask: boolean;
  leaf: Raw;
  /** The table that the line before was a row of. */
  table: Raw | undefined;
  /** Of code: the size and mark of its fence, the fence's indentation, how many numbers its last full line ended at. */
  fenceSize: number;
  fenceMark: number;
  fenceIndent: number;
  kept: number;
  /** Of HTML: its kind, and the next place that closes one of this kind. */
  htmlKind: number;
  htmlClose: number;
  /** Of content: its lines, as in `Raw.lines`, whether the last may be a table's head, whether it may have `[x]`. */
  lines: number[];
  mayBeHead: boolean;
  mayBeTask: boolean;
  /** Of content: how far its start is from the start of its line, if what was before it does not matter; else -1. */
  lead: number;

  /** The line ending that the line before has, where it belongs to what is open. */
  lastEnd: number;
  /**
   * The line endings behind the last leaf or mark: the first of all, and the first of those without a quote mark
   * behind them; -1 where there is none. Containers end before them.
   */
  firstEnd: number;
  runEnd: number;

  /** Whether nothing above has a say in how this line is read, but for containers, which it ends or goes on with. */
  clean: boolean;
  readonly blocks: Raw[];
  /** Of each block how far it starts behind the start of its line, if it is clean; else -1. */
  readonly leads: number[];
  /** What is defined, each with the index of its block: `[` and the label of a link, `^` and the label of a note. */
  readonly labels: string[];
  readonly labelBlocks: number[];
  /** The thematic break that was looked for in this line in vain: its mark, and up to where there is none. */
  noBreakMark: number;
  noBreakUntil: number;
}

/** Notes where the first character behind blanks stands. */
export function fill(scan: Scan): void {
  const { text } = scan;
  let at = scan.at;
  for (let code = text.charCodeAt(at); code === 32 || code === 9; code = text.charCodeAt(at)) at++;
  scan.filled = at;
}

/** Goes on over at most `most` columns of blanks and tabs. How many it were. */
export function skipColumns(scan: Scan, most: number): number {
  const { text } = scan;
  let count = 0;
  while (count < most) {
    if (scan.rest > 0) scan.rest--;
    else {
      const code = text.charCodeAt(scan.at);
      if (code !== 32 && code !== 9) break;
      if (code === 9) scan.rest = 3 - (scan.column & 3);
      scan.at++;
    }
    scan.column++;
    count++;
  }
  return count;
}

/** How many columns of blanks and tabs stand at the cursor. */
export function columnsAhead(scan: Scan): number {
  const { text, filled } = scan;
  let column = scan.column + scan.rest;
  for (let at = scan.at; at < filled; at++) column += text.charCodeAt(at) === 9 ? 4 - (column & 3) : 1;
  return column - scan.column;
}

/** Goes on over `count` characters that are no blanks. */
export function take(scan: Scan, count: number): void {
  scan.at += count;
  scan.column += count;
}

/** Goes back to a place in the line. */
export function goTo(scan: Scan, at: number, column: number, rest: number): void {
  scan.at = at;
  scan.column = column;
  scan.rest = rest;
}

/** Adds a node to the innermost container. */
export function add(scan: Scan, node: Raw, lead: number): void {
  const frame = scan.frames.at(-1);
  if (frame) (frame.item ?? frame.node).children.push(node);
  else {
    scan.blocks.push(node);
    scan.leads.push(lead);
  }
}

/** Forgets the line endings before a leaf or a mark. */
export function forgetEnds(scan: Scan): void {
  scan.firstEnd = -1;
  scan.runEnd = -1;
}

/** Notes the line ending of this line. */
export function noteEnd(scan: Scan, end: number): void {
  if (scan.firstEnd < 0) scan.firstEnd = end;
  if (scan.runEnd < 0) scan.runEnd = end;
}

/** Notes what the containers have of the line. */
export function notePrefix(scan: Scan): void {
  if (scan.prefix === "mark") forgetEnds(scan);
  else if (scan.prefix === "quote") scan.runEnd = -1;
  scan.prefix = "";
}
