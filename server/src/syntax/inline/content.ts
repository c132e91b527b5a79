import { lastUpTo } from "../../text/last-up-to.ts";
import type { Span } from "../../text/span.ts";

/**
 * A line of a paragraph, heading or cell: from behind its leading white space up to its line ending. Blanks before
 * the ending belong to it, except on the last line.
 */
export interface Line extends Span {
  /**
   * Where the line begins behind the marks of the quotes and items around it and before its leading white space,
   * which code and tags that go over a line ending keep, and which some texts end with. Where it is absent and white
   * space stands before `start`, what would depend on it is not read here.
   */
  readonly from?: number;
}

/** The text of a leaf in one piece, and where it stands in the source. Offsets in `text` are called places here. */
export interface Content {
  readonly source: string;
  readonly text: string;
  /** What a place is away from its offset in the source, where that is the same for all of them. */
  readonly shift: number | undefined;
  readonly lines: readonly Line[];
  /** The place where each line starts. Empty where there is a shift. */
  readonly starts: readonly number[];
}

/** How long the line ending at an offset is: 1, or 2 for CRLF. */
export const endingLength = (text: string, offset: number): number =>
  text.charCodeAt(offset) === 13 && text.charCodeAt(offset + 1) === 10 ? 2 : 1;

/** The content that some lines of a source make. Lines that follow each other without a gap are one slice. */
export function contentOf(source: string, lines: readonly Line[]): Content {
  const first = lines[0];
  if (!first) return { source, text: "", shift: 0, lines, starts: [] };
  let previous = first;
  let joined = true;
  for (let index = 1; index < lines.length && joined; index++) {
    const line = lines[index] ?? previous;
    joined = line.start === previous.end + endingLength(source, previous.end);
    previous = line;
  }
  if (joined)
    return { source, text: source.slice(first.start, previous.end), shift: first.start, lines, starts: [] };

  const starts: number[] = [];
  const last = lines.length - 1;
  let text = "";
  for (const [index, line] of lines.entries()) {
    starts.push(text.length);
    text += source.slice(line.start, index < last ? line.end + endingLength(source, line.end) : line.end);
  }
  return { source, text, shift: undefined, lines, starts };
}

/** The offset in the source of what starts at a place. */
export function startIn(content: Content, place: number): number {
  if (content.shift !== undefined) return place + content.shift;
  const index = lineOf(content, place);
  return (content.lines[index]?.start ?? 0) + place - (content.starts[index] ?? 0);
}

/** The offset in the source of what ends at a place. What ends with a line ending does not reach into the next line. */
export function endIn(content: Content, place: number): number {
  if (content.shift !== undefined) return place + content.shift;
  return place === 0 ? startIn(content, 0) : startIn(content, place - 1) + 1;
}

/** The index of the line that a place is in. A line ending belongs to the line before it. */
const lineOf = ({ starts }: Content, place: number): number => lastUpTo(starts, place);

/**
 * What stands between two places, with the leading white space of the lines that start in there, less at most
 * `dropped` blanks of each. Undefined where that is not known or has tabs, which count as several blanks.
 */
export function sliceWithIndents(
  content: Content,
  start: number,
  end: number,
  dropped: number,
): string | undefined {
  const { source, text, lines } = content;
  const written = text.slice(start, end);
  if (!/[\n\r]/.test(written)) return written;
  // Where there is no gap between the lines there is no white space either, if the last line began at its edge.
  if (content.shift !== undefined) return written;
  let value = "";
  let from = start;
  for (let index = lineOf(content, start) + 1; index < lines.length; index++) {
    const place = content.starts[index] ?? 0;
    // Of a line that starts right behind, the white space is still in between.
    if (place > end) break;
    const line = lines[index];
    if (!line) break;
    const indent = indentOf(source, line);
    if (indent === undefined) return undefined;
    value += text.slice(from, place) + " ".repeat(Math.max(0, indent - dropped));
    from = place;
  }
  return value + text.slice(from, end);
}

/** Where the line that starts at a place begins, behind the marks around it; undefined where that is not known. */
export function beginOf(content: Content, place: number): number | undefined {
  const line = content.lines[lineOf(content, place)];
  const indent = line && indentOf(content.source, line);
  return indent === undefined ? line?.from : line && line.start - indent;
}

function indentOf(source: string, line: Line): number | undefined {
  const { start, from } = line;
  if (from === undefined) {
    const before = source.charCodeAt(start - 1);
    return before === 32 || before === 9 ? undefined : 0;
  }
  for (let offset = from - 1; offset < start; offset++) if (source.charCodeAt(offset) === 9) return undefined;
  return start - from;
}
