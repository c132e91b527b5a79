import { lineStarts } from "../text/lines.ts";
import { shift, type Span } from "../text/span.ts";
import type { Document, Field, FieldStyle, Header } from "./document.ts";

/** A line of the header, as offsets in its block. */
interface Line {
  readonly text: string;
  readonly start: number;
}

/**
 * The header of a document: the `Key: value` lines of paragraphs, lists and front matter that stand
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
 * that begins no field goes on with the value before it, where that is empty or ends in a comma.
 */
function readLines(lines: readonly Line[], block: number, style: FieldStyle): readonly Field[] {
  const fields: Field[] = [];
  for (const line of lines) {
    const field = readField(line, block, style);
    const last = fields.at(-1);
    if (field) fields.push(field);
    else if (!last && style !== "frontMatter") return [];
    else if (last && line.text.trim() && (last.value === "" || last.value.endsWith(","))) {
      fields[fields.length - 1] = goOn(last, line);
    }
  }
  return fields;
}

// An optional bullet and emphasis, the key, the colon with the emphasis closed on either side of it, the value.
const fieldLine =
  /^(?<lead>[ \t]*(?:[-*+][ \t]+)?(?<mark>\*\*|__|\*|_)?)(?<key>\p{L}[\p{L}\p{N} /&().'’_-]{0,40}?)(?<gap>(?:\k<mark>)?[ \t]*:(?!\/\/)(?:\k<mark>)?[ \t]*)(?<value>.*?)(?<tail>[ \t]*\\?)$/u;

// Words that begin a remark, not a line of data.
const remark = /^(?:notes?|nb|important|warning|caution|tip|hint|example|see|in short|tl;?dr)$/i;

function readField({ text, start }: Line, block: number, style: FieldStyle): Field | undefined {
  const groups = fieldLine.exec(text)?.groups;
  if (!groups) return undefined;
  const { lead = "", mark = "", key = "", gap = "", value = "" } = groups;
  // In running text a colon follows many words; in a list or in front matter, what precedes it is a key.
  const longest = style === "plain" && mark === "" ? 3 : 5;
  if (key.trim().split(/\s+/).length > longest || remark.test(key)) return undefined;
  const keyStart = start + lead.length;
  const valueStart = keyStart + key.length + gap.length;
  const wrapped = unwrap(value, gap.includes(mark) ? "" : mark, style);
  return {
    key: key.trim(),
    value: wrapped.text,
    style,
    block,
    whole: { start, end: start + text.length },
    keySpan: { start: keyStart, end: keyStart + key.trimEnd().length },
    valueSpan: shift(wrapped.span, valueStart),
  };
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

function goOn(field: Field, line: Line): Field {
  const more = line.text.trim();
  const end = line.start + line.text.trimEnd().length;
  const start = field.value ? field.valueSpan.start : line.start + line.text.indexOf(more);
  return {
    ...field,
    value: field.value ? `${field.value} ${more}` : more,
    whole: { start: field.whole.start, end },
    valueSpan: { start, end },
  };
}
