import type { Span } from "../../text/span.ts";
import { readInline } from "../inline/read-inline.ts";
import type { References } from "../inline/references.ts";
import type { Node } from "../node.ts";
import { remarkInline, type LeafLine } from "../remark.ts";
import { beforeBlanks, isEnd } from "./characters.ts";
import { codeLanguage, codeValue, htmlValue, isClosed } from "./code-value.ts";
import { cut, cutBelow, deepest } from "./depth.ts";
import { offsetOf, type Raw } from "./raw.ts";
import { cellsOf } from "./table.ts";
import { taskOf, type Task } from "./task.ts";
import { isUnsure } from "./unsure.ts";

/** What the nodes of a block are made from. */
export interface Making {
  /** The text that was scanned. */
  readonly text: string;
  /** The block in it, and where that starts. */
  readonly source: string;
  readonly base: number;
  readonly references: References;
}

/** The node of a block or of something in it, with offsets from the block's start. */
export function nodeOf(making: Making, raw: Raw, depth = 0): Node {
  const place = { start: raw.start - making.base, end: raw.end - making.base };
  if (depth > deepest) return cut(place);
  switch (raw.kind) {
    case "quote":
    case "footnoteDefinition":
      return { kind: raw.kind, ...place, children: childrenOf(making, raw, depth) };
    case "list":
      return { kind: "list", ...place, ordered: raw.detail === 1, children: childrenOf(making, raw, depth) };
    case "item":
      return itemOf(making, raw, place, depth);
    case "paragraph": {
      // Behind an item that is nothing but its mark, remark takes the mark of a task for one although it is in no item.
      const isTask = raw.detail === 1 && taskOf(making.text, raw.lines) !== undefined;
      const children = inlineOf(making, linesOf(making, raw), { around: place, isTask }, depth);
      return { kind: "paragraph", ...place, children };
    }
    case "heading": {
      const setext = making.source.charCodeAt(place.start) !== 35;
      const children = inlineOf(making, linesOf(making, raw), { around: place }, depth);
      return { kind: "heading", ...place, depth: raw.detail, setext, children };
    }
    case "table":
      return { kind: "table", ...place, children: rowsOf(making, raw, depth) };
    case "thematicBreak":
      return { kind: "thematicBreak", ...place };
    case "definition":
      return { kind: "definition", ...place, label: raw.label, url: raw.url };
    case "html":
      return { kind: "html", ...place, value: htmlValue(making.text, raw) };
    case "frontMatter":
      return { kind: "frontMatter", ...place, value: frontMatterValue(making.source) };
    case "code": {
      const { text, source } = making;
      return {
        kind: "code",
        ...place,
        value: codeValue(text, raw),
        language: codeLanguage(text, raw),
        closed: isClosed(source.slice(place.start, place.end)),
      };
    }
  }
}

const childrenOf = (making: Making, { children }: Raw, depth: number): readonly Node[] =>
  children.map((child) => nodeOf(making, child, depth + 1));

/** The lines of a leaf. Blanks at its end are no content. */
function linesOf({ text, base }: Making, { lines }: Raw): readonly LeafLine[] {
  const found: LeafLine[] = [];
  for (let index = 0; index < lines.length; index += 3) {
    const from = lines[index] ?? 0;
    const start = lines[index + 1] ?? 0;
    const end = lines[index + 2] ?? 0;
    const isLast = index + 3 >= lines.length;
    found.push({
      from: offsetOf(from) - base,
      rest: from % 4,
      whole: end - base,
      start: start - base,
      end: (isLast ? beforeBlanks(text, start, end) : end) - base,
    });
  }
  return found;
}

interface Leaf {
  readonly around: Span;
  readonly cell?: boolean;
  readonly isTask?: boolean;
}

/** The nodes inside a leaf whose node stands at a depth. */
function inlineOf(making: Making, lines: readonly LeafLine[], leaf: Leaf, depth: number): readonly Node[] {
  if (lines.length === 0) return [];
  const { source, references } = making;
  const { around, cell = false, isTask = false } = leaf;
  const read = isTask ? undefined : readInline(source, lines, references, { around, cell });
  if (read && !isUnsure(source, lines, read)) return cutBelow(read, depth + 1);
  const made = remarkInline(source, lines, references, { around, isCell: cell, isTask, depth: depth + 1 });
  return made ?? [asText(source, lines)];
}

/** What remark gives up on, as it is written. */
function asText(source: string, lines: readonly LeafLine[]): Node {
  const value = lines.map(({ start, end }) => source.slice(start, end)).join("\n");
  return { kind: "text", start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0, value };
}

function rowsOf(making: Making, { lines }: Raw, depth: number): readonly Node[] {
  const { text, base } = making;
  const rows: Node[] = [];
  for (let index = 0; index < lines.length; index += 2) {
    const start = lines[index] ?? 0;
    const end = lines[index + 1] ?? start;
    const row = { start: start - base, end: end - base };
    if (depth >= deepest) {
      rows.push(cut(row));
      continue;
    }
    const children = cellsOf(text, start, end).map((cell): Node => {
      const around = { start: cell.start - base, end: cell.end - base };
      if (depth + 2 > deepest) return cut(around);
      const content = { start: cell.contentStart - base, end: cell.contentEnd - base };
      const lines = cell.contentEnd > 0 ? [{ from: content.start, ...content }] : [];
      return {
        kind: "cell",
        ...around,
        children: inlineOf(making, lines, { around, cell: true }, depth + 2),
      };
    });
    rows.push({ kind: "row", ...row, children });
  }
  return rows;
}

/** An item, which is a task where its first paragraph says so. */
function itemOf(making: Making, raw: Raw, place: Span, depth: number): Node {
  let checked: boolean | undefined;
  const first = raw.children.find(({ kind }) => kind === "paragraph");
  const children = raw.children.map((child): Node => {
    const mayBeTask = child.kind === "paragraph" && child.detail === 1 && depth < deepest;
    const task = mayBeTask ? taskOf(making.text, child.lines) : undefined;
    if (task) checked = task.checked;
    return task && child === first
      ? taskParagraph(making, child, task, depth + 1)
      : nodeOf(making, child, depth + 1);
  });
  return { kind: "item", ...place, ...(checked !== undefined && { checked }), children };
}

/** Where late links stand until it is known where the paragraph starts. */
const unknown: Span = { start: -1, end: -1 };

/** The paragraph of a task: it starts behind the mark where text does, else with the mark. */
function taskParagraph(making: Making, raw: Raw, task: Task, depth: number): Node {
  const { base } = making;
  const start = raw.start - base;
  const end = raw.end - base;
  const lines = linesOf(making, raw);
  const [first, ...more] = lines;
  const textStart = task.start - base;
  const filled = task.filled - base;
  const pieces =
    first && !task.isOdd ? [{ start: filled, end: first.end, whole: first.whole }, ...more] : lines;
  const nodes = [...inlineOf(making, pieces, { around: unknown, isTask: task.isOdd }, depth)];
  let begins = start;
  const [head] = nodes;
  if (task.isOdd) {
    // Of the text behind the mark, remark takes the first character away.
    if (head?.kind === "text") {
      const isLate = head.start === unknown.start;
      const value = head.value.slice(1);
      if (value === "") nodes.shift();
      if (value !== "" || isLate)
        begins = 1 + (isLate ? lineEndBehind(lines, making.source, start) : head.start);
      if (value !== "") nodes[0] = isLate ? { ...head, value } : { ...head, start: begins, value };
    }
  } else {
    const blanks = making.source.slice(textStart, filled);
    const isText = head?.kind === "text" || head?.start === unknown.start;
    if (isText || blanks !== "") begins = textStart;
    if (head?.kind === "text" && head.start !== unknown.start)
      nodes[0] = { ...head, start: textStart, value: blanks + head.value };
    else if (blanks !== "" && head?.start === unknown.start) {
      if (head.kind === "text") nodes.shift();
      nodes.unshift({ kind: "text", ...unknown, value: blanks + (head.kind === "text" ? head.value : "") });
    } else if (blanks !== "") nodes.unshift({ kind: "text", start: textStart, end: filled, value: blanks });
  }
  const around = { start: begins, end };
  const auto = making.source.charCodeAt(begins) !== 91;
  const children = nodes.map((node) => (node.start === unknown.start ? placed(node, around, auto) : node));
  return { kind: "paragraph", ...around, children };
}

/** The end of the line in which the mark of a task ends that starts at an offset. */
const lineEndBehind = (lines: readonly LeafLine[], source: string, start: number): number =>
  lines[isEnd(source.charCodeAt(start + 1)) ? 1 : 0]?.end ?? start;

/** A late link, or the text beside it, with its place. */
function placed(node: Node, around: Span, auto: boolean): Node {
  if (node.kind !== "link") return { ...node, ...around };
  return { ...node, ...around, auto, children: node.children.map((child) => placed(child, around, auto)) };
}

/** What stands between the fences of front matter, without the first and the last line ending. */
function frontMatterValue(source: string): string {
  const first = source.search(/[\n\r]/);
  const last = Math.max(source.lastIndexOf("\n"), source.lastIndexOf("\r"));
  const data = first < 0 ? "" : source.slice(first, last + 1);
  return data.replaceAll(/^(?:\r?\n|\r)|(?:\r?\n|\r)$/g, "").replaceAll("\0", "\uFFFD");
}
