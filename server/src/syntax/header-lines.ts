import { lineStarts } from "../text/lines.ts";
import { shift, type Span } from "../text/span.ts";
import type { Field, FieldStyle } from "./document.ts";
import { isKnownKey } from "./header-keys.ts";
import { matchesOf } from "../text/matches.ts";

/** A line of the header, as offsets in its block. */
export interface Line {
  readonly text: string;
  readonly start: number;
}

/** The lines of a source without their line endings, as offsets in it. */
export function linesOf(source: string): readonly Line[] {
  const starts = lineStarts(source);
  return starts.map((start, index) => ({
    start,
    text: source.slice(start, endBefore(source, starts[index + 1] ?? source.length, start)),
  }));
}

/** Where a line ends of which the next one starts at an offset, without its line ending. */
function endBefore(source: string, next: number, start: number): number {
  let end = next;
  while (end > start && (source[end - 1] === "\n" || source[end - 1] === "\r")) end--;
  return end;
}

// A longer line is no field. Patterns are tried on short texts only, so that none can take long.
export const longestLine = 2000;

/**
 * The fields that begin on the lines of a paragraph, an item or a fence. Lines of which the first is no field are
 * prose, all of them. A line that begins no field goes on with the value before it, where that is empty, ends in
 * a comma or is a list.
 */
export function readLines(all: readonly Line[], block: number, style: FieldStyle): readonly Field[] {
  const fields: Field[] = [];
  const lines: readonly Line[] = all.flatMap(segmentsOf);
  // How far the line of the last field is indented, and whether its value is a list.
  let indent = 0;
  let isListed = false;
  for (const [index, line] of lines.entries()) {
    const last: Field | undefined = fields.at(-1);
    const isItem = itemMark.test(line.text.slice(0, longestLine));
    const isEntry: boolean = isItem && last !== undefined && (isListed || last.value === "");
    const field = readField(line, block, style) ?? readBareKey(line, lines[index + 1], block, style);
    // Below a key that waits for its values, `Storage: @ada` is one of them.
    if (field && !(isEntry && leadOf(line.text) > indent && !isKnownKey(field.key))) {
      fields.push(field);
      indent = leadOf(line.text);
      isListed = false;
      continue;
    }
    if (!last) return [];
    if (line.text.trim() === "" || last.value.length > longestLine) continue;
    const isDeeper = style === "code" && leadOf(line.text) > indent;
    if (last.value !== "" && !last.value.endsWith(",") && !isEntry && !isDeeper) continue;
    fields[fields.length - 1] = goOn(last, line, isEntry ? "items" : isDeeper ? "block" : "bare");
    isListed = isEntry;
  }
  return fields;
}

// Behind the mark of an item that is empty there may be nothing.
const itemMark = /^[ \t]*[-*+](?:[ \t]+(?:\[[ xX]\][ \t]+)?|$)/;

const leadOf = (text: string): number => text.length - text.trimStart().length;

/** A line apart where a bar stands between two fields: `**Status:** DRAFT | **Date:** 2026-01-01`. */
function segmentsOf(line: Line): readonly Line[] {
  if (!line.text.includes(" | ") || line.text.length > longestLine) return [line];
  const bars = matchesOf(line.text, /[ \t]+\|[ \t]+(?=(?:\*\*|__)?\p{L}[\p{L}\p{N} ]{0,30}(?:\*\*|__)?:)/gu);
  const segments: Line[] = [];
  let done = 0;
  for (const bar of bars) {
    segments.push({ text: line.text.slice(done, bar.index), start: line.start + done });
    done = bar.index + bar[0].length;
  }
  return [...segments, { text: line.text.slice(done), start: line.start + done }];
}

// An optional quotation mark, bullet, box and emphasis, the key, and the colon with the emphasis closed on either side of it.
const fieldHead =
  /^(?<lead>(?:>[ \t]?)?[ \t]*(?:[-*+][ \t]+(?:\[[ xX]\][ \t]+)?)?(?<mark>\*\*\*|\*\*|__|\*|_|`)?)(?<key>\p{L}[\p{L}\p{N} \u00A0/&().'’_-]{0,40}?)(?<gap>(?:\k<mark>)?[ \t]*:(?!\/\/)(?:\k<mark>)?[ \t]*)/u;

// Words that begin a remark, not a line of data.
const remark = /^(?:notes?|nb|important|warning|caution|tip|hint|example|see|in short|tl;?dr)$/i;

function readField({ text, start }: Line, block: number, style: FieldStyle): Field | undefined {
  if (text.length > longestLine) return undefined;
  const head = fieldHead.exec(text);
  if (!head?.groups) return undefined;
  const { lead = "", mark = "", key = "", gap = "" } = head.groups;
  // In running text a colon follows many words; in a list or a fence, what precedes it is a key.
  const longest = style === "plain" && mark === "" ? 3 : 5;
  if (key.trim().split(/\s+/).length > longest || remark.test(key)) return undefined;
  const keyStart = start + lead.length;
  const value = withoutTail(text.slice(head[0].length));
  const wrapped = unwrap(value, gap.includes(mark) ? "" : mark);
  return {
    key: key.trim(),
    value: wrapped.text,
    style,
    form: "bare",
    block,
    whole: { start, end: start + text.length },
    keySpan: { start: keyStart, end: keyStart + key.trimEnd().length },
    valueSpan: shift(wrapped.span, start + head[0].length),
  };
}

const bareKey =
  /^(?<lead>[ \t]*(?:[-*+][ \t]+)(?<mark>\*\*|__))(?<key>\p{L}[\p{L}\p{N} \u00A0/&().'’_-]{0,40}?)\k<mark>[ \t]*$/u;

/** A key in bold that has an item to itself and the values in items below it: no colon is needed there. */
function readBareKey(
  line: Line,
  below: Line | undefined,
  block: number,
  style: FieldStyle,
): Field | undefined {
  if (style !== "bullet" || line.text.length > longestLine) return undefined;
  const { lead, mark, key } = bareKey.exec(line.text)?.groups ?? {};
  if (lead === undefined || mark === undefined || key === undefined) return undefined;
  if (!/^[ \t]+[-*+][ \t]/.test(below?.text.slice(0, longestLine) ?? "")) return undefined;
  const { start, text } = line;
  const end = start + lead.length + key.length + mark.length;
  return {
    key: key.trim(),
    value: "",
    style,
    form: "bare",
    block,
    whole: { start, end: start + text.length },
    keySpan: { start: start + lead.length, end: start + lead.length + key.length },
    valueSpan: { start: end, end },
  };
}

/** A value without the hard break or the comment at its end. */
export function withoutTail(value: string): string {
  const rest = value.trimEnd();
  const tail = /(?:\\|<br[ \t]*\/?>|<!--[^>]*-->)$/i.exec(rest)?.[0];
  return tail ? withoutTail(rest.slice(0, -tail.length)) : rest;
}

// The same mark again within it would be the end of one pair and the beginning of another.
const pair = /^(?:(\*{1,3})(?!\*)[^*]+\1|(_{1,2})(?!_)[^_]+\2|(`)[^`]+`)$/;

/** The value without the marks round it: emphasis or code. `open` was opened before the key. */
export function unwrap(value: string, open = ""): { readonly text: string; readonly span: Span } {
  const inner = open && value.endsWith(open) ? value.slice(0, -open.length) : value;
  const [, star, line, tick] = pair.exec(inner) ?? [];
  const mark = (star ?? line ?? tick ?? "").length;
  const text = inner.slice(mark, inner.length - mark).trim();
  const start = text ? inner.indexOf(text, mark) : mark;
  return { text, span: { start, end: start + text.length } };
}

/** The field with one more line of its value; what stands on lines of their own in a list or a fence is set apart by commas. */
function goOn(field: Field, line: Line, form: Field["form"]): Field {
  const source = withoutTail(line.text);
  const marked = form === "items" ? itemMark.exec(line.text.slice(0, longestLine))?.[0] : undefined;
  const mark = marked?.length ?? leadOf(source);
  const only = unwrap(source.slice(mark));
  // Behind an empty item, its value begins where the blank behind the mark ends.
  const end = line.start + Math.max(line.text.trimEnd().length, Math.min(mark, line.text.length));
  const isFirst = field.value === "";
  const more = isFirst ? only.text : source.slice(mark).trim();
  if (more === "" && !isFirst) return { ...field, whole: { start: field.whole.start, end } };
  const comma = form !== "bare" && !field.value.endsWith(",") ? "," : "";
  return {
    ...field,
    form: isFirst || form === "items" ? form : field.form,
    value: isFirst ? more : `${field.value}${comma} ${unwrap(more).text}`,
    whole: { start: field.whole.start, end },
    valueSpan: isFirst
      ? shift(only.span, line.start + mark)
      : { start: field.valueSpan.start, end: line.start + source.length },
  };
}
