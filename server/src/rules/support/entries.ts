import { readable, blockSpan, inText, type Document } from "../../syntax/document.ts";
import { sourceOf } from "../../syntax/found-in.ts";
import { childrenOf, plainText, type Node } from "../../syntax/node.ts";
import { parentsIn } from "../../template/align.ts";
import { partHeading, type Part } from "../../template/parts.ts";
import { blocksIn } from "../../template/units.ts";
import { lineAt } from "../../text/lines.ts";
import { trimmed, type Span } from "../../text/span.ts";
import type { Analysed } from "../../template/analysed.ts";
import { afterLabel, labelOf, type Labelled } from "./labels.ts";
import { extentOf, type Written } from "./section.ts";

/** One of the things that a section lists, however it is written. Spans are in the document's text. */
export interface Entry extends Labelled {
  /** A list item of the top level, a row of a table, a section below, or paragraphs behind a bold label. */
  readonly kind: "item" | "row" | "section" | "label";
  /** All of it, without white space at its ends. */
  readonly span: Span;
  /** What names it: the heading, the bold label, the first line, or the first cell that says something. */
  readonly name: Span;
  /** What a reader reads of it, with the words of inline code; its blocks stand on lines of their own. */
  readonly text: string;
  /** Of a row: its cells, which have the words of the table's head. */
  readonly cells: readonly Cell[];
  /** It is ticked or struck out. */
  readonly isDone: boolean;
  /** It is a task that is still to be ticked. */
  readonly isUnticked: boolean;
}

export interface Cell {
  /** The column's head as read; empty where the table has none for it. */
  readonly header: string;
  readonly text: string;
  readonly span: Span;
}

/**
 * The entries of a section. What stands in its own text or in the sections below it, each of which is one
 * entry with all that is in it, counts; `first` says which, where both have some. A section that answers
 * another of the template's is no entry. Prose that lists nothing has no entries.
 */
export function entriesOf(
  context: Analysed,
  { part, body }: Pick<Written, "part" | "body">,
  first: "sections" | "text" = "sections",
): readonly Entry[] {
  const own = (): readonly Entry[] => entriesIn(context.doc, body);
  const below = (): readonly Entry[] => sectionsBelow(context, part);
  const [preferred, other] = first === "text" ? [own, below] : [below, own];
  const entries = preferred();
  return entries.length > 0 ? entries : other();
}

/** The entries in a stretch of a document that has no heading in it: see {@link entriesOf}. */
export function entriesIn(doc: Document, stretch: Span): readonly Entry[] {
  const blocks = [...blocksIn(doc, stretch)].filter((index) => blockSpan(doc, index).start >= stretch.start);
  const labels = blocks.filter((index) => isLabelled(doc, index));
  const list = blocks.find((index) => isList(doc.blocks[index]?.kind));
  // One label above a list says what is listed; several that each have something below them are the entries.
  if ((labels[0] ?? Infinity) < (list ?? Infinity) && (labels.length > 1 || list === undefined))
    return labels.map((index, at) => {
      const next = labels[at + 1] ?? (blocks.at(-1) ?? index) + 1;
      return labelledEntry(doc, index, next);
    });
  return blocks.flatMap((index) => {
    const { kind } = doc.blocks[index] ?? {};
    const node = kind === "list" || kind === "table" ? doc.blocks[index]?.node : undefined;
    if (node?.kind === "list") return node.children.flatMap((item) => itemEntry(doc, index, item));
    return node?.kind === "table" ? rowEntries(doc, index, node) : [];
  });
}

/** The cell of a row under the first head that matches, if something stands in it. */
export const cellUnder = (entry: Entry, header: RegExp): Cell | undefined =>
  entry.cells.find((cell) => header.test(cell.header) && cell.text !== "");

function sectionsBelow(context: Analysed, around: Part): readonly Entry[] {
  const { doc, alignment } = context;
  const answering = new Set(alignment.sections.map(({ part }) => part));
  const parents = parentsIn(alignment);
  return alignment.parts.flatMap((part): readonly Entry[] => {
    if (parents.get(part) !== around || answering.has(part)) return [];
    const name = partHeading(doc, part);
    const span = trimmed(readable(doc), extentOf(context, part));
    const rest = wordsOf(doc, { start: name.end, end: span.end });
    const text = `${part.title}\n${rest}`;
    const isDone = /^\s*(?:#+\s*)?~~/.test(readable(doc).slice(name.start, name.end));
    return [
      { kind: "section", span, name, label: part.title, rest, text, cells: [], isDone, isUnticked: false },
    ];
  });
}

/** The words of the blocks that begin in a stretch, headings included. */
const wordsOf = (doc: Document, stretch: Span): string =>
  [...blocksIn(doc, stretch)]
    .filter((index) => blockSpan(doc, index).start >= stretch.start)
    .map((index) => wordsIn(doc.blocks[index]?.node))
    .filter((words) => words !== "")
    .join("\n");

/** What is read of a node, its blocks on lines of their own. */
function wordsIn(node: Node | undefined): string {
  if (!node) return "";
  switch (node.kind) {
    case "list":
    case "item":
    case "quote":
    case "table":
    case "footnoteDefinition":
      return childrenOf(node).map(wordsIn).filter(Boolean).join("\n");
    case "row":
      return childrenOf(node).map(wordsIn).filter(Boolean).join(" | ");
    case "html":
      return folded(node.value.replace(/<!--[^]*?(?:-->|$)|<[^<>]*>/g, " "));
    default:
      return folded(plainText(node));
  }
}

const folded = (text: string): string => text.replace(/\s+/g, " ").trim();

const isList = (kind: Node["kind"] | undefined): boolean => kind === "list" || kind === "table";

/** Whether a block is a paragraph that begins with a label in bold, for which there have to be marks. */
function isLabelled(doc: Document, index: number): boolean {
  const block = doc.blocks[index];
  if (block?.kind !== "paragraph") return false;
  const source = sourceOf(doc, index);
  return (source.includes("**") || source.includes("__")) && labelOf(block.node)?.isSetOff === true;
}

/** A paragraph with a bold label and the blocks behind it, up to block `next`. */
function labelledEntry(doc: Document, index: number, next: number): Entry {
  const node = doc.blocks[index]?.node;
  const found = node && labelOf(node);
  const { start, end } = blockSpan(doc, index);
  const span = { start, end: blockSpan(doc, next - 1).end };
  const label = found?.label ?? "";
  const below = wordsOf(doc, { start: end, end: span.end });
  const rest = [node && found ? afterLabel(node, found) : "", below].filter(Boolean).join("\n");
  const text = [wordsIn(node), below].filter(Boolean).join("\n");
  const name = found ? inText(doc, index, found) : span;
  return {
    kind: "label",
    span,
    name,
    label,
    rest,
    text,
    cells: [],
    isDone: isStruck(node),
    isUnticked: false,
  };
}

function itemEntry(doc: Document, block: number, item: Node): readonly Entry[] {
  const text = wordsIn(item);
  if (text === "") return [];
  const span = inText(doc, block, item);
  const [lead, ...more] = childrenOf(item);
  const found = lead?.kind === "paragraph" ? labelOf(lead) : undefined;
  const below = more.map(wordsIn).filter(Boolean).join("\n");
  const first = wordsIn(lead);
  // The text above further blocks names them.
  const named: Labelled =
    lead && found
      ? { label: found.label, rest: [afterLabel(lead, found), below].filter(Boolean).join("\n") }
      : below === ""
        ? { label: "", rest: first }
        : { label: first, rest: below };
  const from = lead ? inText(doc, block, lead) : span;
  const name = found?.isSetOff
    ? inText(doc, block, found)
    : { start: from.start, end: Math.min(from.end, lineAt(readable(doc), from.start).end) };
  const isDone = ("checked" in item && item.checked === true) || isStruck(lead);
  const isUnticked = "checked" in item && item.checked === false;
  return [{ kind: "item", span, name, ...named, text, cells: [], isDone, isUnticked }];
}

/** Whether a paragraph begins with text that is struck out. */
function isStruck(node: Node | undefined): boolean {
  const [first] = node ? childrenOf(node) : [];
  return first?.kind === "delete" || (first?.kind === "strong" && isStruck(first));
}

// A running number names nothing.
const number = /^[#\s]*\d*[.)]?$/;

/** The rows below a table's head that say something. */
function rowEntries(doc: Document, block: number, table: Node): readonly Entry[] {
  const [head, ...rows] = childrenOf(table);
  const headers = head ? childrenOf(head).map(wordsIn) : [];
  return rows.flatMap((row): readonly Entry[] => {
    const cells = childrenOf(row).map((cell, index) => ({
      header: headers[index] ?? "",
      text: wordsIn(cell),
      span: trimmedCell(doc, inText(doc, block, cell)),
    }));
    const filled = cells.filter(({ text }) => text !== "");
    const named = filled.find(({ text }) => !number.test(text)) ?? filled[0];
    if (!named) return [];
    const text = filled.map((cell) => cell.text).join(" | ");
    const rest = filled
      .filter((cell) => cell !== named)
      .map((cell) => cell.text)
      .join(" | ");
    const span = trimmed(readable(doc), inText(doc, block, row));
    const isDone = childrenOf(row).every((cell) => wordsIn(cell) === "" || isStruck(cell));
    return [
      {
        kind: "row",
        span,
        name: named.span,
        label: named.text,
        rest,
        text,
        cells,
        isDone,
        isUnticked: false,
      },
    ];
  });
}

/** A cell without the bars and blanks round it. */
function trimmedCell(doc: Document, { start, end }: Span): Span {
  const from = doc.text.charAt(start) === "|" ? start + 1 : start;
  const to = end > from && /(?<!\\)\|$/.test(readable(doc).slice(end - 2, end)) ? end - 1 : end;
  return trimmed(readable(doc), { start: from, end: Math.max(from, to) });
}
