import { behindBlanks, isBlank, isEnd } from "./characters.ts";

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
 * The `[ ]` or `[x]` that a paragraph starts with, from `start` on; its first line ends at `end`. Undefined where
 * there is none, or nothing behind it. `hasMore` says whether the paragraph has a second line.
 */
export function taskOf(text: string, start: number, end: number, hasMore: boolean): Task | undefined {
  if (text.charCodeAt(start) !== 91) return undefined;
  const mark = text.charCodeAt(start + 1);
  const checked = mark === 88 || mark === 120;
  if (isEnd(mark) && hasMore) return { checked: false, start, filled: start, isOdd: true };
  if (!checked && mark !== 32 && !(mark === 9 && isNarrow(text, start + 1))) return undefined;
  const behind = start + 3;
  if (text.charCodeAt(start + 2) !== 93 || behind > end) return undefined;
  if (behind < end && !isBlank(text.charCodeAt(behind))) return undefined;
  const filled = behindBlanks(text, behind);
  if (filled < end) return { checked, start: behind + 1, filled, isOdd: false };
  return hasMore ? { checked, start, filled: start, isOdd: true } : undefined;
}

/** Whether a tab is one column wide. micromark takes no other for the inside of a mark. */
function isNarrow(text: string, offset: number): boolean {
  let start = offset;
  while (start > 0 && !isEnd(text.charCodeAt(start - 1)) && text.charCodeAt(start - 1) !== 0xfe_ff) start--;
  let column = 0;
  for (let at = start; at < offset; at++) column += text.charCodeAt(at) === 9 ? 4 - (column & 3) : 1;
  return (column & 3) === 3;
}
