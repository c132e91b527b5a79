import type { Span } from "../../text/span.ts";
import type { Line } from "../inline/content.ts";
import { readInline } from "../inline/read-inline.ts";
import type { References } from "../inline/references.ts";
import type { Node } from "../node.ts";
import { remarkInline } from "../remark.ts";
import { beforeBlanks } from "./characters.ts";
import { codeLanguage, codeValue, htmlValue, isClosed } from "./code-value.ts";
import { cut, cutBelow, deepest } from "./depth.ts";
import type { Raw } from "./raw.ts";
import { cellsOf } from "./table.ts";
import { taskOf, type Task } from "./task.ts";

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
    case "paragraph":
      return {
        kind: "paragraph",
        ...place,
        children: inlineOf(making, linesOf(making, raw), { around: place }, depth),
      };
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
function linesOf({ text, base }: Making, { lines }: Raw): readonly Line[] {
  const found: Line[] = [];
  for (let index = 0; index < lines.length; index += 3) {
    const start = lines[index + 1] ?? 0;
    const end = lines[index + 2] ?? 0;
    const isLast = index + 3 >= lines.length;
    found.push({
      from: (lines[index] ?? 0) - base,
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
function inlineOf(making: Making, lines: readonly Line[], leaf: Leaf, depth: number): readonly Node[] {
  if (lines.length === 0) return [];
  const { source, references } = making;
  const { around, cell = false, isTask = false } = leaf;
  const read = isTask ? undefined : readInline(source, lines, references, { around, cell });
  if (read) return cutBelow(read, depth + 1);
  const first = lines[0]?.start ?? around.start;
  return (
    remarkInline(source, lines, references, { around, isCell: cell, isTask, depth: depth + 1 }) ?? [
      cut({ start: first, end: lines.at(-1)?.end ?? first }),
    ]
  );
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
      return { kind: "cell", ...around, children: inlineOf(making, lines, { around, cell: true }, depth + 2) };
    });
    rows.push({ kind: "row", ...row, children });
  }
  return rows;
}

/** An item, which is a task where its first paragraph says so. */
function itemOf(making: Making, raw: Raw, place: Span, depth: number): Node {
  const { source, base } = making;
  let checked: boolean | undefined;
  const children = raw.children.map((child): Node => {
    const start = child.start - base;
    const isFirst = child.kind === "paragraph" && child.detail === 1 && depth < deepest;
    const end = (child.lines[2] ?? 0) - base;
    const task = isFirst ? taskOf(source, start, end, child.lines.length > 3) : undefined;
    if (!task) return nodeOf(making, child, depth + 1);
    checked = task.checked;
    return taskParagraph(making, child, task, depth + 1);
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
  const pieces = first && !task.isOdd ? [{ start: task.filled, end: first.end }, ...more] : lines;
  const nodes = [...inlineOf(making, pieces, { around: unknown, isTask: task.isOdd }, depth)];
  let begins = start;
  const [head] = nodes;
  if (task.isOdd) {
    // Of the text behind the mark, remark takes the first character away.
    if (head?.kind === "text") {
      const value = head.value.slice(1);
      begins = value === "" ? start : head.start + 1;
      if (value === "") nodes.shift();
      else nodes[0] = { ...head, start: begins, value };
    }
  } else {
    const blanks = making.source.slice(task.start, task.filled);
    const isText = head?.kind === "text" || head?.start === unknown.start;
    if (isText || blanks !== "") begins = task.start;
    if (head?.kind === "text" && head.start !== unknown.start)
      nodes[0] = { ...head, start: task.start, value: blanks + head.value };
    else if (blanks !== "") nodes.unshift({ kind: "text", start: task.start, end: task.filled, value: blanks });
  }
  const around = { start: begins, end };
  const auto = making.source.charCodeAt(begins) !== 91;
  const children = nodes.map((node) => (node.start === unknown.start ? placed(node, around, auto) : node));
  return { kind: "paragraph", ...around, children };
}

/** A late link, or the text beside it, with its place. */
function placed(node: Node, around: Span, auto: boolean): Node {
  if (node.kind !== "link") return { ...node, ...around };
  return { ...node, ...around, auto, children: node.children.map((child) => placed(child, around, auto)) };
}

/** What stands between the fences of front matter, without the first and the last line ending. */
function frontMatterValue(source: string): string {
  const data = source.replace(/^.*/, "").replace(/[^\n\r]*$/, "");
  return data.replaceAll(/^(?:\r?\n|\r)|(?:\r?\n|\r)$/g, "").replaceAll("\0", "\uFFFD");
}
