import { lastUpTo } from "./last-up-to.ts";
import type { Text } from "./rope.ts";
import type { Span } from "./span.ts";

/** A place as editors count it: both from 0, `character` in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** The offset of each line's first code unit. `\n`, `\r\n` and a lone `\r` end a line, as in LSP. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  if (!text.includes("\r")) {
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    return starts;
  }
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return starts;
}

/** The position of `offset`, by a binary search in the result of {@link lineStarts}. */
export function positionAt(starts: readonly number[], offset: number): Position {
  const low = lastUpTo(starts, offset);
  return { line: low, character: offset - (starts[low] ?? 0) };
}

/** The line that holds `offset`, without its line ending. */
export function lineAt(text: Text, offset: number): Span {
  let start = offset;
  while (start > 0 && !isLineEnd(text, start - 1)) start--;
  let end = offset;
  while (end < text.length && !isLineEnd(text, end)) end++;
  return { start, end };
}

/** The offset behind the line ending at or after `offset`, or the end of the text. */
export function nextLine(text: Text, offset: number): number {
  const { end } = lineAt(text, offset);
  if (text.slice(end, end + 2) === "\r\n") return end + 2;
  return Math.min(end + 1, text.length);
}

/** Whether the line above that of `offset` is blank, or there is none. */
export function isBlankBefore(text: string, offset: number): boolean {
  const { start } = lineAt(text, offset);
  const end = text.endsWith("\r\n", start) ? start - 2 : start - 1;
  return start === 0 || text.slice(lineAt(text, end).start, end).trim() === "";
}

/** The line ending that the text uses first; `\n` where it has none. New lines of ours are written with it. */
export function lineEnding(text: string): "\n" | "\r\n" {
  return /\r\n|\n/.exec(text)?.[0] === "\r\n" ? "\r\n" : "\n";
}

function isLineEnd(text: Text, index: number): boolean {
  const code = text.charCodeAt(index);
  return code === 10 || code === 13;
}
