import { isEnd } from "./characters.ts";
import { leave } from "./containers.ts";
import {
  addIndented,
  endIndented,
  endMarked,
  readFenced,
  readHtml,
  readIndented,
  startFence,
  startHtml,
} from "./code-and-html.ts";
import { htmlComplete, htmlKind } from "./html-kinds.ts";
import { fenceSize, headingDepth, headingEnd, isThematicBreak, isUnderline } from "./leaves.ts";
import { addLine, endContent, startContent } from "./paragraph.ts";
import { offsetOf, packed, rawAt } from "./raw.ts";
import {
  add,
  blockHtml,
  codeIndent,
  columnsAhead,
  content,
  fencedCode,
  forgetEnds,
  indentedCode,
  markedHtml,
  noteEnd,
  notePrefix,
  nothing,
  type Scan,
} from "./state.ts";
import { cellsOf, delimiterCells } from "./table.ts";

/**
 * Reads what the containers leave of the line. It is lazy where not all of them go on in it: then either it goes on
 * with a paragraph, or those that do not are ended. `last` says that the text ends with it.
 */
export function readFlow(scan: Scan, lazy: boolean, last: boolean): void {
  const isEmpty = scan.filled === scan.lineEnd;
  switch (scan.open) {
    case content:
      if (readContent(scan, isEmpty, lazy, last)) return;
      break;
    case indentedCode:
      if (!lazy && readIndented(scan, isEmpty)) return;
      endIndented(scan);
      break;
    case fencedCode:
    case markedHtml:
      if (!lazy) {
        notePrefix(scan);
        forgetEnds(scan);
        if (scan.open === fencedCode) readFenced(scan);
        else readHtml(scan);
        return;
      }
      endMarked(scan, scan.lastEnd, false);
      noteEnd(scan, scan.lastEnd);
      break;
    case blockHtml:
      if (!lazy && !isEmpty) {
        notePrefix(scan);
        forgetEnds(scan);
        readHtml(scan);
        return;
      }
      scan.open = nothing;
      break;
    case nothing:
  }
  settle(scan, lazy);
  start(scan, lazy);
}

/** Ends the containers that the line does not go on with. */
function settle(scan: Scan, lazy: boolean): void {
  if (lazy) leave(scan, scan.matched, scan.lineStart);
  notePrefix(scan);
}

/** Ends what is open at the start of the line, since the containers around it end or the text does. */
export function closeOpen(scan: Scan, lazy: boolean): void {
  if (scan.open === content) endContent(scan);
  else if (scan.open === indentedCode) endIndented(scan);
  else if (scan.open === fencedCode || scan.open === markedHtml) {
    endMarked(scan, lazy ? scan.lastEnd : scan.lineStart, !lazy);
    if (lazy) noteEnd(scan, scan.lastEnd);
  }
  scan.open = nothing;
  scan.table = undefined;
  scan.flowing = false;
}

/** Ends what is open and all containers where the text ends without a line ending. */
export function closeText(scan: Scan): void {
  const end = scan.lineEnd;
  if (scan.open === content) endContent(scan);
  else if (scan.open === indentedCode) endIndented(scan);
  else if (scan.open === fencedCode || scan.open === markedHtml) endMarked(scan, end, false);
  leave(scan, 0, end);
}

/** Goes on with content, or ends it by what the line starts; false where it has ended before the line. */
function readContent(scan: Scan, isEmpty: boolean, lazy: boolean, last: boolean): boolean {
  if (isEmpty) {
    endContent(scan);
    return false;
  }
  const { text, filled } = scan;
  const isIndented = columnsAhead(scan) >= codeIndent;
  const code = text.charCodeAt(filled);
  if (!isIndented) {
    if (!lazy && scan.mayBeHead && startsTable(scan, code)) return true;
    if (!lazy && (code === 61 || code === 45) && isUnderline(text, filled)) {
      notePrefix(scan);
      forgetEnds(scan);
      return endContent(scan, code === 61 ? 1 : 2);
    }
    const kind = code === 60 ? htmlKind(text, filled) : 0;
    if (kind === htmlComplete && lazy && !last) {
      // micromark has to see the next line to know this for HTML, and until then takes it for the paragraph’s.
      endContent(scan);
      notePrefix(scan);
      forgetEnds(scan);
      startHtml(scan, kind);
      return true;
    }
    if ((kind > 0 && (kind < htmlComplete || lazy)) || interrupts(scan, code)) {
      endContent(scan);
      return false;
    }
  }
  addLine(scan, !isIndented);
  notePrefix(scan);
  forgetEnds(scan);
  return true;
}

/** Whether a heading, a rule or a fence starts at the first character of the line. */
function interrupts(scan: Scan, code: number): boolean {
  const { text, filled } = scan;
  if (code === 35) return headingDepth(text, filled) > 0;
  if (code === 42 || code === 45 || code === 95) return isThematicBreak(text, filled);
  return (code === 96 || code === 126) && fenceSize(text, filled, scan.lineEnd) > 0;
}

/** Makes the last line of the content the head of a table, where this line is its delimiter row. */
function startsTable(scan: Scan, code: number): boolean {
  if (code !== 45 && code !== 58 && code !== 124) return false;
  const { text, lines } = scan;
  const count = delimiterCells(text, scan.filled);
  if (count === 0) return false;
  const start = lines.at(-2) ?? 0;
  const end = lines.at(-1) ?? 0;
  if (cellsOf(text, start, end).length !== count) return false;
  const lead = lines.length === 3 ? scan.lead : -1;
  const line = lines.at(-3) ?? 0;
  lines.length -= 3;
  if (lines.length > 0) {
    endContent(scan);
    if (text.charCodeAt(start) === 60 && htmlKind(text, start) > 0) {
      // A tag does not interrupt a paragraph, but where a table does, micromark prefers the tag.
      scan.leaf = rawAt("html", offsetOf(line), end);
      add(scan, scan.leaf, -1);
      if (scan.frames.length > 0) scan.leaf.lines.push(offsetOf(line), end, line % 4);
      scan.open = blockHtml;
      notePrefix(scan);
      forgetEnds(scan);
      readHtml(scan);
      return true;
    }
  }
  const table = rawAt("table", start, scan.lineEnd);
  table.lines.push(start, end);
  add(scan, table, lead);
  scan.table = table;
  scan.open = nothing;
  notePrefix(scan);
  forgetEnds(scan);
  return true;
}

/** Starts what the line starts where nothing is open. */
function start(scan: Scan, lazy: boolean): void {
  const { table } = scan;
  scan.table = undefined;
  if (scan.filled === scan.lineEnd) return;
  const { text, at, filled, lineEnd } = scan;
  const columns = columnsAhead(scan);
  forgetEnds(scan);
  const lead = scan.clean ? filled - scan.lineStart : -1;
  if (columns >= codeIndent) {
    scan.leaf = rawAt("code", at, lineEnd);
    add(scan, scan.leaf, scan.clean ? at - scan.lineStart : -1);
    addIndented(scan);
    // micromark lets code that starts in a lazy line have no other.
    scan.open = lazy ? nothing : indentedCode;
    return;
  }
  const code = text.charCodeAt(filled);
  if (code === 35) {
    const depth = headingDepth(text, filled);
    if (depth > 0) {
      startHeading(scan, depth, lead);
      return;
    }
  } else if (code === 42 || code === 45 || code === 95) {
    if (isThematicBreak(text, filled)) {
      add(scan, rawAt("thematicBreak", filled, lineEnd), lead);
      return;
    }
  } else if (code === 60) {
    const kind = htmlKind(text, filled);
    if (kind > 0) {
      startHtml(scan, kind);
      return;
    }
  } else if (code === 96 || code === 126) {
    const size = fenceSize(text, filled, lineEnd);
    if (size > 0) {
      startFence(scan, size, columns, lead);
      return;
    }
  }
  if (table && !lazy) {
    table.lines.push(filled, lineEnd);
    table.end = lineEnd;
    scan.table = table;
  } else {
    startContent(scan, columns);
    // micromark takes the line for one more row first, and since it is lazy, for nothing of a table.
    if (table) scan.mayBeHead = false;
  }
}

function startHeading(scan: Scan, depth: number, lead: number): void {
  const { text, filled, lineEnd } = scan;
  const node = rawAt("heading", filled, lineEnd);
  node.detail = depth;
  let from = filled + depth;
  while (
    from < lineEnd &&
    !isEnd(text.charCodeAt(from)) &&
    (text.charCodeAt(from) === 32 || text.charCodeAt(from) === 9)
  )
    from++;
  const end = headingEnd(text, from, lineEnd);
  if (end > from) node.lines.push(packed(from, 0), from, end);
  add(scan, node, lead);
}
