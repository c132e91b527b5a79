import { finds, goOn, leave, openFound } from "./containers.ts";
import { closeOpen, closeText, readFlow } from "./flow.ts";
import { frontMatterEnd } from "./leaves.ts";
import { rawAt, type Raw } from "./raw.ts";
import {
  codeIndent,
  columnsAhead,
  fencedCode,
  fill,
  markedHtml,
  noteEnd,
  notePrefix,
  nothing,
  forgetEnds,
  type Scan,
} from "./state.ts";

/** The structure of a text from some line on. */
export interface Scanned {
  readonly blocks: readonly Raw[];
  /**
   * Of each block how far it starts behind the start of its line, where the text could be read from there on alone;
   * else -1.
   */
  readonly leads: readonly number[];
  /** What is defined: `[` and the label of a link, or `^` and the label of a footnote, as labels are compared. */
  readonly labels: readonly string[];
  /** The index of the block in which each of them is. */
  readonly labelBlocks: readonly number[];
}

/** Where the lines of a text begin: behind a byte order mark. */
export const textStart = (text: Pick<string, "charCodeAt">): number =>
  text.charCodeAt(0) === 0xfe_ff ? 1 : 0;

/**
 * Scans a text from the start of a line on which a block starts whatever stands before. It stops where a block starts
 * of the same kind in a line whose start `isKnown` accepts, or at the end.
 *
 * This is the algorithm of CommonMark’s appendix, in the details as micromark does it: for each line the containers
 * that it goes on with, then those that it starts, then what is left of it.
 */
export function scanBlocks(
  text: string,
  from: number,
  isKnown: (lineStart: number) => boolean = () => false,
): Scanned {
  const scan = scanOf(text);
  let at = from;
  if (from === textStart(text)) {
    const end = frontMatterEnd(text, from);
    if (end !== -1) {
      scan.blocks.push(rawAt("frontMatter", from, end));
      // Elsewhere the same lines are something else.
      scan.leads.push(-1);
      noteEnd(scan, end);
      at = end + endingSize(text, end);
    }
  }
  // This is kept in the state since a local is computed anew for each line by the optimizer of V8.
  scan.hasReturns = text.includes("\r", at);
  for (let isOpen = true; isOpen;) {
    const end = scan.hasReturns ? endOfLine(text, at) : text.indexOf("\n", at);
    scan.lineStart = at;
    scan.lineEnd = end === -1 ? text.length : end;
    scan.nextLine = scan.lineEnd + endingSize(text, scan.lineEnd);
    isOpen = readLine(scan, isKnown);
    at = scan.nextLine;
  }
  return scan;
}

function endOfLine(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return -1;
}

function endingSize(text: string, end: number): number {
  if (end >= text.length) return 0;
  return text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1;
}

/** Reads a line. False where it was the last one, or need not be read. */
function readLine(scan: Scan, isKnown: (lineStart: number) => boolean): boolean {
  const { lineStart, lineEnd, frames } = scan;
  scan.at = lineStart;
  scan.column = 0;
  scan.rest = 0;
  fill(scan);
  scan.clean = isClean(scan);
  scan.atItem = false;
  scan.prefix = "";
  let lazy = false;
  if (goOn(scan, endBelow)) {
    if (finds(scan, false)) openFound(scan, false);
  } else {
    const isWhole = scan.matched === frames.length;
    if (scan.clean && scan.matched === 0 && scan.filled < lineEnd && isKnown(lineStart)) {
      leave(scan, 0, lineStart);
      return false;
    }
    if (!isWhole || scan.open < fencedCode) {
      const interrupts = isWhole && scan.open !== nothing;
      if (finds(scan, interrupts)) {
        closeOpen(scan, false);
        notePrefix(scan);
        leave(scan, scan.matched, scan.at);
        openFound(scan, interrupts);
      } else lazy = !isWhole;
    }
  }
  const last = scan.nextLine === lineEnd;
  if (last && scan.at === lineEnd && scan.rest === 0) {
    closeOpen(scan, lazy);
    notePrefix(scan);
    leave(scan, 0, lineEnd);
    return false;
  }
  scan.task = scan.flowing ? scan.nextTask : scan.atItem;
  scan.nextTask = !scan.flowing && scan.atItem && scan.at === lineEnd && scan.rest === 0;
  scan.flowing = true;
  readFlow(scan, lazy, last);
  if (last) {
    closeText(scan);
    return false;
  }
  scan.lastEnd = lineEnd;
  if (scan.open === fencedCode || scan.open === markedHtml) forgetEnds(scan);
  else noteEnd(scan, lineEnd);
  return true;
}

/**
 * Whether it makes no difference to how the line is read what stands above it. Code is another one where it starts in
 * a lazy line, and what follows an empty item may be read like the task that it is not.
 */
const isClean = (scan: Scan): boolean =>
  scan.open === nothing &&
  !scan.table &&
  !(scan.flowing && scan.nextTask) &&
  (scan.frames.length === 0 || columnsAhead(scan) < codeIndent);

/** Another item of a list ends all that is open in the one before. */
function endBelow(scan: Scan, matched: number): void {
  closeOpen(scan, false);
  leave(scan, matched, scan.lineStart);
}

function scanOf(text: string): Scan {
  return {
    text,
    hasReturns: false,
    lineStart: 0,
    lineEnd: 0,
    nextLine: 0,
    at: 0,
    column: 0,
    rest: 0,
    filled: 0,
    frames: [],
    matched: 0,
    prefix: "",
    atItem: false,
    noteIndent: false,
    found: { kind: "quote", start: 0, at: 0, column: 0, rest: 0, mark: 0, size: 0, blank: false, label: "" },
    open: nothing,
    flowing: false,
    task: false,
    nextTask: false,
    leaf: rawAt("paragraph", 0, 0),
    table: undefined,
    fenceSize: 0,
    fenceMark: 0,
    fenceIndent: 0,
    kept: 0,
    htmlKind: 0,
    htmlClose: 0,
    lines: [],
    mayBeHead: false,
    mayBeTask: false,
    lead: -1,
    lastEnd: 0,
    firstEnd: -1,
    runEnd: -1,
    clean: true,
    blocks: [],
    leads: [],
    labels: [],
    labelBlocks: [],
    noBreakMark: 0,
    noBreakUntil: 0,
  };
}
