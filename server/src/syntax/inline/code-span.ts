import { endingLength, endIn, sliceWithIndents, startIn } from "./content.ts";
import { lookAhead, type Finished, type Reader } from "./reader.ts";

/** What was read, and the place behind it. */
export interface CodeSpan extends Finished {
  readonly end: number;
}

/** Where the run of backticks ends that starts at a place. */
export function backticksEnd(text: string, start: number): number {
  let end = start + 1;
  while (text.charCodeAt(end) === 96) end++;
  return end;
}

/** The code span whose opening backticks stand from `start` to `open`, or undefined where none close it. */
export function codeSpan(state: Reader, start: number, open: number): CodeSpan | undefined {
  const { text, content } = state;
  const size = open - start;
  if (state.unclosed?.has(size)) return undefined;
  let close = text.indexOf("`", open);
  let end = close;
  while (close !== -1) {
    end = backticksEnd(text, close);
    if (end - close === size) break;
    close = text.indexOf("`", end);
  }
  if (close === -1) {
    (state.unclosed ??= new Set()).add(size);
    lookAhead(state, open, text.length);
    return undefined;
  }
  const written = sliceWithIndents(content, open, close, 0);
  // In the code of a table cell, a pipe is escaped by a backslash; elsewhere that is code as well.
  if (written === undefined || (state.cell === undefined && written.includes("\\|"))) {
    state.sure = false;
    return undefined;
  }
  const value = withoutPadding(written);
  const node = {
    kind: "inlineCode",
    start: startIn(content, start),
    end: endIn(content, end),
    value: state.cell ? value.replaceAll(/\\([\\|])/g, (pair, code) => (code === "|" ? code : pair)) : value,
  } as const;
  return { type: "finished", node, end };
}

const isEdge = (text: string, offset: number): boolean => " \n\r".includes(text.charAt(offset));

/** Code without one blank or line ending at each end, if it has both and is not of those alone. */
function withoutPadding(value: string): string {
  if (value.length < 2 || !isEdge(value, 0) || !isEdge(value, value.length - 1)) return value;
  if (!/[^ \n\r]/.test(value)) return value;
  const last = value.endsWith("\r\n") ? 2 : 1;
  return value.slice(value.startsWith(" ") ? 1 : endingLength(value, 0), -last);
}
