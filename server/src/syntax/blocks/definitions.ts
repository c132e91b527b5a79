import { decodeString } from "micromark-util-decode-string";
import { normalizeIdentifier } from "micromark-util-normalize-identifier";
import { isBlank } from "./characters.ts";

/** A link reference definition (CommonMark, 4.7) at the start of a paragraph's lines. */
export interface Definition {
  readonly label: string;
  readonly url: string;
  /** How many numbers of the lines belong to it. */
  readonly size: number;
}

const longest = 999;

/** A place in the lines of a paragraph, which are kept as in `Raw.lines`. */
interface Cursor {
  readonly text: string;
  readonly lines: readonly number[];
  line: number;
  at: number;
}

const lineEnd = ({ lines, line }: Cursor): number => lines[line + 2] ?? 0;

/** The code at the cursor; -1 at the end of a line, NaN behind the last one. */
function codeAt(cursor: Cursor): number {
  if (cursor.at < lineEnd(cursor)) return cursor.text.charCodeAt(cursor.at);
  return cursor.line + 3 < cursor.lines.length ? -1 : Number.NaN;
}

function nextLine(cursor: Cursor): void {
  cursor.line += 3;
  cursor.at = cursor.lines[cursor.line + 1] ?? 0;
}

/** Goes on behind white space. False where there is none. */
function skipSpace(cursor: Cursor): boolean {
  const { line, at } = cursor;
  for (;;) {
    const code = codeAt(cursor);
    if (isBlank(code)) cursor.at++;
    else if (code === -1) nextLine(cursor);
    else return cursor.line !== line || cursor.at !== at;
  }
}

/**
 * The definition that starts with the line at an index of `lines`, if one does. `unclosed` collects the marks of
 * titles that are never closed, so that many of them are not looked for again and again.
 */
export function definitionAt(
  text: string,
  lines: readonly number[],
  index: number,
  unclosed: Set<number>,
): Definition | undefined {
  const cursor: Cursor = { text, lines, line: index, at: lines[index + 1] ?? 0 };
  if (codeAt(cursor) !== 91) return undefined;
  const label = readLabel(cursor);
  if (label === undefined || codeAt(cursor) !== 58) return undefined;
  cursor.at++;
  skipSpace(cursor);
  const url = readDestination(cursor);
  if (url === undefined) return undefined;
  const { line, at } = cursor;
  if (!readTitle(cursor, unclosed)) {
    cursor.line = line;
    cursor.at = at;
    while (isBlank(codeAt(cursor))) cursor.at++;
    if (cursor.at < lineEnd(cursor)) return undefined;
  }
  return { label, url, size: cursor.line + 3 - index };
}

/** What stands between the brackets, as it is written; lines are joined. */
function readLabel(cursor: Cursor): string | undefined {
  const { text } = cursor;
  cursor.at++;
  let from = cursor.at;
  let label = "";
  let size = 0;
  let seen = false;
  for (;;) {
    const code = codeAt(cursor);
    if (Number.isNaN(code) || code === 91 || size > longest) return undefined;
    if (code === -1) {
      label += `${text.slice(from, cursor.at)}\n`;
      nextLine(cursor);
      from = cursor.at;
      continue;
    }
    if (code === 93) {
      if (!seen) return undefined;
      label += text.slice(from, cursor.at);
      cursor.at++;
      return label;
    }
    cursor.at++;
    size++;
    seen ||= !isBlank(code);
    if (code !== 92) continue;
    const next = codeAt(cursor);
    if (next === 91 || next === 92 || next === 93) {
      cursor.at++;
      size++;
    }
  }
}

/** Whether a code is a control character. NUL is none: micromark has put another character in its place. */
const isControl = (code: number): boolean => (code > 0 && code < 32) || code === 127 || code === -1;

function readDestination(cursor: Cursor): string | undefined {
  const { text, at: start } = cursor;
  if (codeAt(cursor) === 60) return readEnclosed(cursor);
  let depth = 0;
  for (;;) {
    const code = codeAt(cursor);
    if (depth === 0 && (Number.isNaN(code) || code === -1 || code === 41 || isBlank(code))) break;
    if (Number.isNaN(code) || code === 32 || isControl(code)) return undefined;
    if (code === 40) depth++;
    if (code === 41) depth--;
    cursor.at++;
    if (code !== 92) continue;
    const next = codeAt(cursor);
    if (next === 40 || next === 41 || next === 92) cursor.at++;
  }
  return cursor.at === start ? undefined : decoded(text.slice(start, cursor.at));
}

function readEnclosed(cursor: Cursor): string | undefined {
  const start = ++cursor.at;
  for (;;) {
    const code = codeAt(cursor);
    if (Number.isNaN(code) || code === -1 || code === 60) return undefined;
    cursor.at++;
    if (code === 62) return decoded(cursor.text.slice(start, cursor.at - 1));
    if (code !== 92) continue;
    const next = codeAt(cursor);
    if (next === 60 || next === 62 || next === 92) cursor.at++;
  }
}

/** Goes on behind a title and the blanks behind it. False where no title is all that the line still has. */
function readTitle(cursor: Cursor, unclosed: Set<number>): boolean {
  if (!skipSpace(cursor)) return false;
  const mark = codeAt(cursor);
  if ((mark !== 34 && mark !== 39 && mark !== 40) || unclosed.has(mark)) return false;
  const close = mark === 40 ? 41 : mark;
  cursor.at++;
  for (;;) {
    const code = codeAt(cursor);
    if (Number.isNaN(code)) {
      unclosed.add(mark);
      return false;
    }
    if (code === -1) {
      nextLine(cursor);
      continue;
    }
    cursor.at++;
    if (code === close) break;
    if (code !== 92) continue;
    const next = codeAt(cursor);
    if (next === close || next === 92) cursor.at++;
  }
  while (isBlank(codeAt(cursor))) cursor.at++;
  return cursor.at === lineEnd(cursor);
}

const replaced = (value: string): string => value.replaceAll("\0", "\uFFFD");

/** What a destination or an info string means: escapes and character references are resolved. */
export function decoded(value: string): string {
  const written = value.includes("\0") ? replaced(value) : value;
  return written.includes("\\") || written.includes("&") ? decodeString(written) : written;
}

/** A label as labels are compared. */
export const comparable = (label: string): string => normalizeIdentifier(replaced(label));
