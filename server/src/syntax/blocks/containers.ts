import { behindBlanks, isBlank, isDigit, isEnd } from "./characters.ts";
import { comparable } from "./definitions.ts";
import { isThematicBreak } from "./leaves.ts";
import { rawAt } from "./raw.ts";
import {
  add,
  fill,
  forgetEnds,
  goTo,
  notePrefix,
  skipColumns,
  take,
  type Frame,
  type Scan,
} from "./state.ts";

/** Nobody sees what is nested deeper than a hundred nodes; so many containers are more. */
const deepest = 128;

const anyMark = 0;
const longestLabel = 999;

/**
 * Goes on with as many of the open containers as the line has the marks or the indentation of. True where it starts
 * another item of one of their lists, which has then ended what was open below.
 */
export function goOn(scan: Scan, endBelow: (scan: Scan, matched: number) => void): boolean {
  const { frames } = scan;
  scan.matched = 0;
  scan.noteIndent = false;
  for (let frame = frames[0]; frame; frame = frames[scan.matched]) {
    const { at, column, rest } = scan;
    if (!goesOn(scan, frame)) {
      goTo(scan, at, column, rest);
      if (frame.node.kind !== "list" || !readItem(scan, frame.mark, false)) {
        goTo(scan, at, column, rest);
        return false;
      }
      scan.matched++;
      endBelow(scan, scan.matched);
      notePrefix(scan);
      nextItem(scan, frame);
      return true;
    }
    scan.matched++;
  }
  return false;
}

function goesOn(scan: Scan, frame: Frame): boolean {
  const { text } = scan;
  const isEmpty = scan.filled === scan.lineEnd;
  if (frame.node.kind === "quote") {
    skipColumns(scan, 3);
    if (scan.rest > 0 || text.charCodeAt(scan.at) !== 62) return false;
    takeQuote(scan);
    scan.noteIndent = false;
    return true;
  }
  if (frame.node.kind === "list") {
    if (isEmpty) {
      frame.stayedBlank ||= frame.beganBlank;
      skipColumns(scan, frame.size);
      return true;
    }
    const ended = frame.stayedBlank;
    frame.stayedBlank = false;
    frame.beganBlank = false;
    scan.noteIndent = false;
    return !ended && skipColumns(scan, frame.size) === frame.size;
  }
  if (isEmpty) return true;
  const columns = skipColumns(scan, 4);
  // micromark looks at the last indentation of a footnote, and takes one for each of two that begin in one line.
  if (columns < 4 && (columns > 0 || !scan.noteIndent)) return false;
  scan.prefix = "mark";
  scan.noteIndent = true;
  return true;
}

function takeQuote(scan: Scan): void {
  take(scan, 1);
  skipColumns(scan, 1);
  fill(scan);
  if (scan.prefix === "") scan.prefix = "quote";
}

/** Whether a container starts at the cursor, which stays there. It is put into `scan.found`. */
export function finds(scan: Scan, interrupts: boolean): boolean {
  // Those that the line does not go on with end before it, so they do not count.
  if (scan.matched >= deepest) return false;
  const { at, column, rest } = scan;
  const isFound = readContainer(scan, interrupts);
  goTo(scan, at, column, rest);
  return isFound;
}

function readContainer(scan: Scan, interrupts: boolean): boolean {
  const { text, found } = scan;
  const code = text.charCodeAt(scan.filled);
  if (code !== 62 && code !== 91) return readItem(scan, anyMark, interrupts);
  skipColumns(scan, 3);
  if (scan.rest > 0 || scan.at !== scan.filled) return false;
  found.start = scan.at;
  if (code === 91) return readNote(scan);
  found.kind = "quote";
  take(scan, 1);
  skipColumns(scan, 1);
  noteCursor(scan);
  return true;
}

function noteCursor(scan: Scan): void {
  const { found } = scan;
  found.at = scan.at;
  found.column = scan.column;
  found.rest = scan.rest;
}

/** Reads the mark of an item with the blanks behind it (CommonMark, 5.2). */
function readItem(scan: Scan, wanted: number, interrupts: boolean): boolean {
  const { text, found } = scan;
  const indent = skipColumns(scan, 3);
  if (scan.rest > 0) return false;
  const start = scan.at;
  const width = markWidth(scan, start, wanted, interrupts);
  if (width === 0) return false;
  found.kind = "list";
  found.start = start;
  found.mark = text.charCodeAt(start + width - 1);
  take(scan, width);
  found.blank = isEnd(text.charCodeAt(behindBlanks(text, scan.at)));
  if (found.blank) {
    if (interrupts) return false;
    found.size = indent + width + 1;
  } else {
    const { at, column } = scan;
    let blanks = skipColumns(scan, 4);
    if (blanks === 0) return false;
    if (scan.rest > 0 || isBlank(text.charCodeAt(scan.at))) {
      goTo(scan, at, column, 0);
      blanks = skipColumns(scan, 1);
    }
    found.size = indent + width + blanks;
  }
  noteCursor(scan);
  return true;
}

/** How many characters the mark of an item at an offset has; 0 where there is none, or not the one that is wanted. */
function markWidth(scan: Scan, start: number, wanted: number, interrupts: boolean): number {
  const { text } = scan;
  const code = text.charCodeAt(start);
  if (code === 42 || code === 43 || code === 45) {
    if (wanted !== anyMark && wanted !== code) return 0;
    return code !== 43 && isBreak(scan, start) ? 0 : 1;
  }
  if (!isDigit(code) || (interrupts && code !== 49)) return 0;
  if (wanted !== anyMark && wanted !== 46 && wanted !== 41) return 0;
  let size = 1;
  while (size < 10 && isDigit(text.charCodeAt(start + size))) size++;
  if (size > 9 || (interrupts && size > 1)) return 0;
  const mark = text.charCodeAt(start + size);
  return (wanted === anyMark ? mark === 46 || mark === 41 : mark === wanted) ? size + 1 : 0;
}

/** Whether there is a thematic break at an offset. A line of thousands of marks is not read for each of them. */
function isBreak(scan: Scan, start: number): boolean {
  const { text } = scan;
  const mark = text.charCodeAt(start);
  if (scan.noBreakMark === mark && start < scan.noBreakUntil) return false;
  if (isThematicBreak(text, start)) return true;
  let at = start;
  for (let code = mark; code === mark || isBlank(code); code = text.charCodeAt(at)) at++;
  scan.noBreakMark = mark;
  scan.noBreakUntil = at;
  return false;
}

/** Reads the label of a footnote definition with what stands before its content. */
function readNote(scan: Scan): boolean {
  const { text, found } = scan;
  const start = scan.at + 2;
  if (text.charCodeAt(scan.at + 1) !== 94) return false;
  let at = start;
  for (let size = 0; ; size++) {
    const code = text.charCodeAt(at);
    if (size > longestLabel || code === 91 || isBlank(code) || isEnd(code)) return false;
    if (code === 93) break;
    at++;
    const next = text.charCodeAt(at);
    if (code !== 92 || (next !== 91 && next !== 92 && next !== 93)) continue;
    at++;
    size++;
  }
  if (at === start || text.charCodeAt(at + 1) !== 58) return false;
  found.kind = "footnoteDefinition";
  found.label = text.slice(start, at);
  take(scan, at + 2 - scan.at);
  skipColumns(scan, Number.POSITIVE_INFINITY);
  noteCursor(scan);
  return true;
}

/** Opens the container that was found, and all that start behind it in the line. */
export function openFound(scan: Scan, interrupts: boolean): void {
  do {
    const { found, frames } = scan;
    const node = rawAt(found.kind, found.start, found.start);
    add(scan, node, scan.clean ? found.start - scan.lineStart : -1);
    const frame: Frame = {
      node,
      item: undefined,
      mark: found.mark,
      size: 0,
      beganBlank: false,
      stayedBlank: false,
    };
    frames.push(frame);
    scan.matched = frames.length;
    forgetEnds(scan);
    scan.prefix = "";
    scan.atItem = false;
    if (found.kind === "list") {
      node.detail = found.mark === 46 || found.mark === 41 ? 1 : 0;
      nextItem(scan, frame);
    } else {
      goTo(scan, found.at, found.column, found.rest);
      fill(scan);
      if (found.kind === "footnoteDefinition") {
        scan.labels.push(`^${comparable(found.label)}`);
        scan.labelBlocks.push(scan.blocks.length - 1);
      }
    }
  } while (finds(scan, interrupts));
}

/** Starts the item of a list that was found. */
function nextItem(scan: Scan, frame: Frame): void {
  const { found } = scan;
  // Without a line ending before it, since that belongs to a fence, an item goes on to the end of the next mark.
  if (frame.item) frame.item.end = scan.firstEnd >= 0 ? scan.firstEnd : found.at;
  frame.item = rawAt("item", found.start, found.at);
  frame.node.children.push(frame.item);
  frame.size = found.size;
  frame.beganBlank = found.blank;
  frame.stayedBlank = false;
  goTo(scan, found.at, found.column, found.rest);
  fill(scan);
  forgetEnds(scan);
  scan.prefix = "";
  scan.atItem = true;
}

/** Ends the containers from an index on, where nothing in them is open any more. `end` is where the text stands. */
export function leave(scan: Scan, from: number, end: number): void {
  const { frames } = scan;
  while (frames.length > from) {
    const frame = frames.pop();
    if (!frame) return;
    const ends = scan.runEnd >= 0 ? scan.runEnd : end;
    frame.node.end = ends;
    if (frame.item) {
      frame.item.end = scan.firstEnd >= 0 && scan.firstEnd !== scan.runEnd ? scan.firstEnd : ends;
    }
    scan.firstEnd = scan.runEnd;
  }
}
