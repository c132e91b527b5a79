import { htmlBasic, htmlClose, htmlFrom } from "./html-kinds.ts";
import { closesFence } from "./leaves.ts";
import { rawAt } from "./raw.ts";
import {
  add,
  blockHtml,
  codeIndent,
  columnsAhead,
  fencedCode,
  forgetEnds,
  goTo,
  markedHtml,
  notePrefix,
  nothing,
  skipColumns,
  type Scan,
} from "./state.ts";

/** Ends a fence or HTML that nothing has closed. The line ending behind it may belong to it. */
export function endMarked(scan: Scan, end: number, withEnding: boolean): void {
  const { leaf } = scan;
  leaf.end = end;
  leaf.open = withEnding;
  if (leaf.kind === "code" && leaf.detail === 1) leaf.lines[1] = end;
  scan.open = nothing;
  forgetEnds(scan);
}

/** Goes on with a fence in the line, or closes it. */
export function readFenced(scan: Scan): void {
  const { text, leaf, at, column, rest, lineEnd } = scan;
  skipColumns(scan, 3);
  const closes =
    scan.rest === 0 &&
    text.charCodeAt(scan.at) === scan.fenceMark &&
    closesFence(text, scan.at, scan.fenceMark, scan.fenceSize);
  goTo(scan, at, column, rest);
  if (closes) {
    endMarked(scan, lineEnd, true);
    if (leaf.detail === 1) leaf.lines[1] = scan.lineStart;
  } else if (leaf.detail !== 1) {
    skipColumns(scan, scan.fenceIndent);
    leaf.lines.push(scan.at, lineEnd, scan.rest);
  }
}

/** Adds the line to the HTML that is open, and ends that where the line closes it. */
export function readHtml(scan: Scan): void {
  const { leaf, at, lineEnd } = scan;
  leaf.end = lineEnd;
  if (scan.frames.length > 0) leaf.lines.push(at, lineEnd, scan.rest);
  if (scan.open === blockHtml) return;
  if (scan.htmlClose < at) scan.htmlClose = htmlClose(scan.text, scan.htmlKind, at);
  if (scan.htmlClose < lineEnd) scan.open = nothing;
}

/** Starts HTML of a kind with the line. */
export function startHtml(scan: Scan, kind: number): void {
  const { text, at, filled } = scan;
  scan.leaf = rawAt("html", at, scan.lineEnd);
  add(scan, scan.leaf, scan.clean ? at - scan.lineStart : -1);
  scan.htmlKind = kind;
  scan.open = kind < htmlBasic ? markedHtml : blockHtml;
  if (kind < htmlBasic) scan.htmlClose = htmlClose(text, kind, htmlFrom(kind, filled));
  readHtml(scan);
}

/** Starts a fence of so many marks with the line, which so many columns of white space stand before. */
export function startFence(scan: Scan, size: number, columns: number, lead: number): void {
  const { text, filled, lineEnd } = scan;
  scan.leaf = rawAt("code", filled, lineEnd);
  add(scan, scan.leaf, lead);
  scan.open = fencedCode;
  scan.fenceMark = text.charCodeAt(filled);
  scan.fenceSize = size;
  scan.fenceIndent = columns;
  // Outside of containers the lines of code stand in the text as they are.
  const isPlain = columns === 0 && scan.frames.length === 0;
  scan.leaf.detail = isPlain ? 1 : 2;
  if (isPlain) scan.leaf.lines.push(lineEnd, lineEnd);
  else scan.leaf.lines.push(filled, lineEnd, 0);
}

/** Goes on with code in the line; false where it has ended. */
export function readIndented(scan: Scan, isEmpty: boolean): boolean {
  const { leaf } = scan;
  if (columnsAhead(scan) < codeIndent) {
    if (!isEmpty) return false;
    leaf.lines.push(scan.lineEnd, scan.lineEnd, 0);
    notePrefix(scan);
    return true;
  }
  notePrefix(scan);
  forgetEnds(scan);
  addIndented(scan);
  return true;
}

/** Adds the line to the code that is open. */
export function addIndented(scan: Scan): void {
  const { leaf } = scan;
  skipColumns(scan, codeIndent);
  leaf.lines.push(scan.at, scan.lineEnd, scan.rest);
  leaf.end = scan.lineEnd;
  scan.kept = leaf.lines.length;
}

/** Blank lines behind code do not belong to it. */
export function endIndented(scan: Scan): void {
  scan.leaf.lines.length = scan.kept;
  scan.open = nothing;
}
