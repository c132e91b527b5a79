import { behindBlanks, isBlank, isEnd } from "./characters.ts";

/** Whether the line is a thematic break from an offset on: three or more of one mark, with blanks anywhere. */
export function isThematicBreak(text: string, start: number): boolean {
  const mark = text.charCodeAt(start);
  let count = 0;
  let at = start;
  for (; ; at++) {
    const code = text.charCodeAt(at);
    if (code === mark) count++;
    else if (!isBlank(code)) return count >= 3 && isEnd(code);
  }
}

/** Whether the line underlines a setext heading from an offset on: one run of `=` or `-`. */
export function isUnderline(text: string, start: number): boolean {
  const mark = text.charCodeAt(start);
  let at = start;
  while (text.charCodeAt(at) === mark) at++;
  return isEnd(text.charCodeAt(behindBlanks(text, at)));
}

/** The depth of the ATX heading that starts at an offset; 0 where there is none. */
export function headingDepth(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) === 35) at++;
  const code = text.charCodeAt(at);
  return at - start <= 6 && (isBlank(code) || isEnd(code)) ? at - start : 0;
}

/** The end of a heading's content between two offsets: before a run of `#` that blanks stand before. */
export function headingEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isBlank(text.charCodeAt(at - 1))) at--;
  let closing = at;
  while (closing > start && text.charCodeAt(closing - 1) === 35) closing--;
  if (closing === at || (closing > start && !isBlank(text.charCodeAt(closing - 1)))) return at;
  while (closing > start && isBlank(text.charCodeAt(closing - 1))) closing--;
  return closing;
}

/** How many marks the fence has that starts at an offset; 0 where none does. */
export function fenceSize(text: string, start: number, end: number): number {
  const mark = text.charCodeAt(start);
  let at = start;
  while (text.charCodeAt(at) === mark) at++;
  const size = at - start;
  if (size < 3) return 0;
  if (mark === 96) for (; at < end; at++) if (text.charCodeAt(at) === 96) return 0;
  return size;
}

/** Whether the line closes a fence from an offset on: as many of its marks or more, and nothing else. */
export function closesFence(text: string, start: number, mark: number, size: number): boolean {
  let at = start;
  while (text.charCodeAt(at) === mark) at++;
  return at - start >= size && isEnd(text.charCodeAt(behindBlanks(text, at)));
}

/** Where front matter ends that starts at an offset, without the line ending; -1 where there is none. */
export function frontMatterEnd(text: string, start: number): number {
  const mark = text.charCodeAt(start);
  if (mark !== 45 && mark !== 43) return -1;
  const fence = String.fromCharCode(mark).repeat(3);
  const opened = fenceLineEnd(text, start, fence);
  if (opened === -1 || opened === text.length) return -1;
  for (let at = text.indexOf(fence, opened); at !== -1; at = text.indexOf(fence, at + 1)) {
    const before = text.charCodeAt(at - 1);
    const end = before === 10 || before === 13 ? fenceLineEnd(text, at, fence) : -1;
    if (end !== -1) return end;
  }
  return -1;
}

/** The end of the line that is nothing but a fence from an offset on; -1 where there is more in it. */
function fenceLineEnd(text: string, start: number, fence: string): number {
  if (!text.startsWith(fence, start)) return -1;
  const end = behindBlanks(text, start + 3);
  return isEnd(text.charCodeAt(end)) ? end : -1;
}
