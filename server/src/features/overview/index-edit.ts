import { parseDocument } from "../../syntax/parse-document.ts";
import { blockSpan } from "../../syntax/document.ts";
import { lineEnding } from "../../text/lines.ts";
import { slice, type Span } from "../../text/span.ts";
import type { Edit } from "../../text/edit.ts";
import { inEnglish, message } from "../../messages/message.ts";
import { readIndexOptions, type IndexOptions } from "./index-options.ts";

const begin = "<!-- design-docs: index -->";
const end = "<!-- design-docs: end of index -->";

/** The lines between the marks, as the options of the first mark want them. */
export type Lines = (options: IndexOptions) => readonly string[];

/**
 * The edit that brings an index up to date; nothing where it is, apart from how a formatter lays out tables. Nothing
 * outside the marks is touched. Where they are missing, they come to the end of the text with a heading; where the last
 * one alone is missing, it comes right behind the first, so that what stood there stays.
 */
export function indexEdit(text: string, lines: Lines): Edit | undefined {
  const eol = lineEnding(text);
  const place = findIndex(text);
  if (!place) {
    const gap = text.trim() === "" ? "" : text.endsWith("\n\n") || text.endsWith("\r\n\r\n") ? "" : eol;
    const lead = text === "" || /[\r\n]$/.test(text) ? gap : eol + gap;
    const heading = [`## ${inEnglish(message("index.heading"))}`, ""];
    const added = [...heading, begin, ...lines(readIndexOptions("")), end, ""].join(eol);
    return { span: { start: text.length, end: text.length }, text: lead + added };
  }
  const { between, options, isClosed } = place;
  const wanted = [...lines(readIndexOptions(options)), ...(isClosed ? [""] : [end])].join(eol);
  const fresh = isClosed ? eol + wanted : eol + wanted;
  if (isClosed && laidOut(slice(text, between)) === laidOut(fresh)) return undefined;
  return { span: between, text: fresh };
}

/** A file that is nothing but an index. */
export function newIndex(title: string, lines: Lines): string {
  return [`# ${title}`, "", begin, ...lines(readIndexOptions("")), end, ""].join("\n");
}

/** Whether a text has an index, up to date or not. */
export const hasIndex = (text: string): boolean => findIndex(text) !== undefined;

interface Found {
  /** From behind the first mark to before the last one; empty where there is no last one. */
  readonly between: Span;
  /** What stands behind `index` in the first mark. */
  readonly options: string;
  readonly isClosed: boolean;
}

const beginning = /^<!--[ \t]*design-docs:[ \t]*index[ \t]*(?:[;,]([^>]*?))?-->/i;
const ending = /^<!--[ \t]*design-docs:[ \t]*end of index[ \t]*-->/i;

/** The first index of a text. Marks in code are text for readers. */
function findIndex(text: string): Found | undefined {
  if (!/design-docs:[ \t]*index/i.test(text)) return undefined;
  const doc = parseDocument(text);
  let found: Found | undefined;
  for (const [index, { kind }] of doc.blocks.entries()) {
    if (kind !== "html") continue;
    const span = blockSpan(doc, index);
    const source = slice(doc.text, span);
    const first = beginning.exec(source);
    if (found === undefined && first) {
      const behind = span.start + first[0].length;
      found = { between: { start: behind, end: behind }, options: first[1] ?? "", isClosed: false };
    } else if (found && first) return found;
    else if (found && ending.test(source))
      return { ...found, between: { start: found.between.start, end: span.start }, isClosed: true };
  }
  return found;
}

/** A text without what formatters change in tables: blanks beside the cells, dashes below the head, line endings. */
const laidOut = (text: string): string =>
  text
    .split(/\r\n|\n|\r/)
    .map((line) =>
      line.startsWith("|") ? line.replace(/[ \t]*(?<!\\)\|[ \t]*/g, "|").replace(/-{3,}/g, "---") : line,
    )
    .join("\n");
