import { lineStarts } from "../text/lines.ts";
import { shift, type Span } from "../text/span.ts";
import type { Document, Field, FieldStyle, Header } from "./document.ts";
import { fieldsOfTable } from "./header-table.ts";

/** A line of the header, as offsets in its block. */
interface Line {
  readonly text: string;
  readonly start: number;
}

/**
 * The header of a document: the `Key: value` lines of paragraphs, lists, tables and front matter that stand
 * before the first section, where an H1 that comes first is the title and no section.
 */
export function readHeader(doc: Omit<Document, "header">): Header {
  const first = doc.sections.at(0);
  const title = first?.depth === 1 ? first : undefined;
  const end = (title ? doc.sections.at(1) : first)?.block ?? doc.blocks.length;
  const fields: Field[] = [];
  for (let block = 0; block < end; block++) fields.push(...fieldsOf(doc, block));
  const place = title
    ? { block: title.block, offset: doc.blocks[title.block]?.length ?? 0 }
    : { block: -1, offset: doc.text.startsWith("\uFEFF") ? 1 : 0 };
  return { fields, place };
}

function fieldsOf(doc: Omit<Document, "header">, block: number): readonly Field[] {
  const { node, length } = doc.blocks[block] ?? {};
  const start = doc.starts[block] ?? 0;
  const source = doc.text.slice(start, start + (length ?? 0));
  switch (node?.kind) {
    case "paragraph":
      return readLines(linesOf(source), block, "plain");
    case "frontMatter":
      return readLines(linesOf(source).slice(1, -1), block, "frontMatter");
    case "list":
      // Each item is read by itself, so that one that is no field does not hide the next.
      return node.children.flatMap((item) => {
        const lines = linesOf(source.slice(item.start, item.end));
        return readLines(
          lines.map((line) => ({ ...line, start: line.start + item.start })),
          block,
          "bullet",
        );
      });
    case "table":
      return fieldsOfTable(source, block);
    default:
      return [];
  }
}

function linesOf(source: string): readonly Line[] {
  const starts = lineStarts(source);
  return starts.map((start, index) => ({
    start,
    text: source.slice(start, starts[index + 1] ?? source.length).replace(/[\r\n]+$/, ""),
  }));
}

/**
 * The fields that begin on the lines. A paragraph whose first line is no field is prose, all of it. A line
 * that begins no field goes on with the value before it, where that is empty, ends in a comma or is a list.
 */
function readLines(lines: readonly Line[], block: number, style: FieldStyle): readonly Field[] {
  const fields: Field[] = [];
  let isList = false;
  for (const line of lines.flatMap(segmentsOf)) {
    const field = readField(line, block, style);
    const last = fields.at(-1);
    if (field) {
      fields.push(field);
      isList = false;
      continue;
    }
    if (!last && style !== "frontMatter") return [];
    const isItem = /^[ \t]*[-*+][ \t]/.test(line.text);
    if (!last || line.text.trim() === "" || last.value.length > longestLine) continue;
    if (last.value !== "" && !last.value.endsWith(",") && !(isItem && isList)) continue;
    fields[fields.length - 1] = goOn(last, line, isList);
    isList = isItem;
  }
  return fields;
}

/** A line apart where a bar stands between two fields: `**Status:** DRAFT | **Date:** 2026-01-01`. */
function segmentsOf(line: Line): readonly Line[] {
  if (!line.text.includes(" | ") || line.text.length > longestLine) return [line];
  const bars = line.text.matchAll(/[ \t]+\|[ \t]+(?=(?:\*\*|__)?\p{L}[\p{L}\p{N} ]{0,30}(?:\*\*|__)?:)/gu);
  const segments: Line[] = [];
  let done = 0;
  for (const bar of bars) {
    segments.push({ text: line.text.slice(done, bar.index), start: line.start + done });
    done = bar.index + bar[0].length;
  }
  return [...segments, { text: line.text.slice(done), start: line.start + done }];
}

// An optional bullet and emphasis, the key, and the colon with the emphasis closed on either side of it.
const fieldHead =
  /^(?<lead>[ \t]*(?:[-*+][ \t]+)?(?<mark>\*\*|__|\*|_)?)(?<key>\p{L}[\p{L}\p{N} /&().'’_-]{0,40}?)(?<gap>(?:\k<mark>)?[ \t]*:(?!\/\/)(?:\k<mark>)?[ \t]*)/u;

// Words that begin a remark, not a line of data.
const remark = /^(?:notes?|nb|important|warning|caution|tip|hint|example|see|in short|tl;?dr)$/i;

// A longer line is no field. Patterns are tried on short texts only, so that none can take long.
const longestLine = 2000;

function readField({ text, start }: Line, block: number, style: FieldStyle): Field | undefined {
  if (text.length > longestLine) return undefined;
  const head = fieldHead.exec(text);
  if (!head?.groups) return undefined;
  const { lead = "", mark = "", key = "", gap = "" } = head.groups;
  // In running text a colon follows many words; in a list or in front matter, what precedes it is a key.
  const longest = style === "plain" && mark === "" ? 3 : 5;
  if (key.trim().split(/\s+/).length > longest || remark.test(key)) return undefined;
  const keyStart = start + lead.length;
  const value = withoutTail(text.slice(head[0].length));
  const wrapped = unwrap(value, gap.includes(mark) ? "" : mark, style);
  return {
    key: key.trim(),
    value: wrapped.text,
    style,
    block,
    whole: { start, end: start + text.length },
    keySpan: { start: keyStart, end: keyStart + key.trimEnd().length },
    valueSpan: shift(wrapped.span, start + head[0].length),
  };
}

/** A value without the hard break or the comment at its end. */
function withoutTail(value: string): string {
  const rest = value.trimEnd();
  const tail = /(?:\\|<br[ \t]*\/?>|<!--[^>]*-->)$/i.exec(rest)?.[0];
  return tail ? withoutTail(rest.slice(0, -tail.length)) : rest;
}

/** The value without the marks round it: emphasis, code, in front matter quotes. `open` was opened before the key. */
function unwrap(
  value: string,
  open: string,
  style: FieldStyle,
): { readonly text: string; readonly span: Span } {
  const inner = open && value.endsWith(open) ? value.slice(0, -open.length) : value;
  const pairs = style === "frontMatter" ? /^(["'])[^"']+\1$/ : /^(\*\*|__|\*|_|`)[^*_`]+\1$/;
  const pair = pairs.exec(inner);
  const mark = pair?.[1]?.length ?? 0;
  const text = inner.slice(mark, inner.length - mark).trim();
  const start = text ? inner.indexOf(text, mark) : mark;
  return { text, span: { start, end: start + text.length } };
}

/** The field with one more line of its value; the items of a list are joined by commas. */
function goOn(field: Field, line: Line, isList: boolean): Field {
  const more = withoutTail(line.text)
    .trim()
    .replace(/^[-*+][ \t]+/, "");
  const end = line.start + line.text.trimEnd().length;
  const start = field.value ? field.valueSpan.start : line.start + line.text.indexOf(more);
  return {
    ...field,
    value: field.value ? `${field.value}${isList ? "," : ""} ${more}` : more,
    whole: { start: field.whole.start, end },
    valueSpan: { start, end },
  };
}
