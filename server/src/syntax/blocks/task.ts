import { behindBlanks, isEnd } from "./characters.ts";
import { packed } from "./raw.ts";

/** The mark of a task at the start of a paragraph. */
export interface Task {
  readonly checked: boolean;
  /** Where its first text starts: behind the mark and one blank. */
  readonly start: number;
  /** Where that goes on with something else than blanks. */
  readonly filled: number;
  /** Whether a line ends in the mark or right behind it, which remark has ways of its own with. */
  readonly isOdd: boolean;
}

/**
 * The `[ ]` or `[x]` that a paragraph starts with, whose lines are as in `Raw.lines`. Undefined where there is none,
 * or nothing behind it.
 */
export function taskOf(text: string, lines: readonly number[]): Task | undefined {
  const start = lines[1] ?? 0;
  if (text.charCodeAt(start) !== 91) return undefined;
  const mark = text.charCodeAt(start + 1);
  const checked = mark === 88 || mark === 120;
  const odd = { checked, start, filled: start, isOdd: true };
  if (isEnd(mark))
    return lines[3] === packed(lines[4] ?? 0, 0) && behindMark(text, lines, 3, lines[4] ?? 0)
      ? odd
      : undefined;
  if (!checked && mark !== 32 && !(mark === 9 && isNarrow(text, start + 1))) return undefined;
  const filled = behindMark(text, lines, 0, start + 2);
  if (filled === undefined) return undefined;
  return filled < (lines[2] ?? 0) ? { checked, start: start + 4, filled, isOdd: false } : odd;
}

/**
 * The first that is no blank behind the bracket at an offset, in the line at an index. Undefined where no bracket is
 * there, no white space behind it, or nothing behind that.
 */
function behindMark(
  text: string,
  lines: readonly number[],
  index: number,
  bracket: number,
): number | undefined {
  const end = lines[index + 2] ?? 0;
  const behind = bracket + 1;
  if (behind > end || text.charCodeAt(bracket) !== 93) return undefined;
  const filled = behindBlanks(text, behind);
  if (behind < end && filled === behind) return undefined;
  return filled < end || index + 3 < lines.length ? filled : undefined;
}

/** Whether a tab is one column wide. micromark takes no other for the inside of a mark. */
function isNarrow(text: string, offset: number): boolean {
  let start = offset;
  while (start > 0 && !isEnd(text.charCodeAt(start - 1)) && text.charCodeAt(start - 1) !== 0xfe_ff) start--;
  let column = 0;
  for (let at = start; at < offset; at++) column += text.charCodeAt(at) === 9 ? 4 - (column & 3) : 1;
  return (column & 3) === 3;
}
