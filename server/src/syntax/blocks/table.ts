import { behindBlanks, isBlank, isEnd } from "./characters.ts";

/** A cell of a row: the whole of it with the pipe before it, and what is inside, which may be nothing. */
export interface Cell {
  readonly start: number;
  readonly end: number;
  readonly contentStart: number;
  readonly contentEnd: number;
}

/** The cells of the row between two offsets (GFM, 4.10). */
export function cellsOf(text: string, from: number, to: number): readonly Cell[] {
  const cells: Cell[] = [];
  let start = from;
  let contentStart = -1;
  let contentEnd = -1;
  let began = false;
  const finish = (end: number): void => {
    cells.push({ start, end, contentStart: Math.max(contentStart, 0), contentEnd: Math.max(contentEnd, 0) });
    contentStart = contentEnd = -1;
  };
  for (let at = from; at < to;) {
    const code = text.charCodeAt(at);
    if (isBlank(code)) at++;
    else if (code === 124) {
      // The pipe that a row begins with opens its first cell.
      if (began) {
        finish(at);
        start = at;
      }
      began = true;
      at++;
    } else {
      began = true;
      if (contentStart === -1) contentStart = at;
      at = dataEnd(text, at, to);
      contentEnd = at;
    }
  }
  // The pipe that a row ends with belongs to its last cell.
  const last = cells.at(-1);
  if (contentStart === -1 && last) cells[cells.length - 1] = { ...last, end: to };
  else finish(to);
  return cells;
}

/** The end of what has neither blanks nor a pipe that is not escaped. */
function dataEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (code === 124 || isBlank(code)) break;
    at++;
    if (code === 92 && at < to && (text.charCodeAt(at) === 92 || text.charCodeAt(at) === 124)) at++;
  }
  return at;
}

/** Whether a row may be the head of a table: one pipe alone may not. */
export function mayBeHead(text: string, start: number, end: number): boolean {
  return text.charCodeAt(start) !== 124 || behindBlanks(text, start + 1) < end;
}

/** How many cells the delimiter row from an offset on has; 0 where the line is none. */
export function delimiterCells(text: string, from: number): number {
  let count = 0;
  let sure = false;
  let at = from;
  for (;;) {
    if (text.charCodeAt(at) === 124) {
      sure = true;
      at = behindBlanks(text, at + 1);
      if (isEnd(text.charCodeAt(at))) return count;
    } else if (count > 0) return sure && isEnd(text.charCodeAt(at)) ? count : 0;
    if (text.charCodeAt(at) === 58) {
      sure = true;
      at++;
    }
    if (text.charCodeAt(at) !== 45) return 0;
    count++;
    while (text.charCodeAt(at) === 45) at++;
    if (text.charCodeAt(at) === 58) {
      sure = true;
      at++;
    }
    at = behindBlanks(text, at);
  }
}
