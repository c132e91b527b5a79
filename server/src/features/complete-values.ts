import { message } from "../messages/message.ts";
import { inText, type Field } from "../syntax/document.ts";
import type { Analysed } from "../template/analysed.ts";
import type { TemplateField } from "../template/template.ts";
import { lineAt } from "../text/lines.ts";
import { contains, slice, touches, type Span } from "../text/span.ts";
import { completeHandles, withAt } from "./complete-people.ts";
import type { Completion, Suggestions } from "./completion.ts";
import { typing } from "./place.ts";
import { statusMeaning } from "./status-meaning.ts";

/** The part of a field's value that stands on the caret's line. */
interface Value {
  readonly wanted: TemplateField;
  readonly field: Field;
  /** Holds the caret. */
  readonly span: Span;
  /** Where a value may begin: right behind the colon and its emphasis, or at the start of a further line. */
  readonly from: number;
}

/** What can stand as the value of the field that the caret is in; undefined where it is in none. */
export function completeValues(
  analysed: Analysed,
  offset: number,
  trigger: string | undefined,
  suggestions: Suggestions,
): readonly Completion[] | undefined {
  const value = valueAt(analysed, offset);
  if (!value) return undefined;
  if (!opens(analysed, value, offset, trigger)) return [];
  const found = valuesOf(analysed, value, offset, suggestions);
  if (trigger !== typing) return found;
  // Enter behind a value that is written out is to end the line, so the list is closed by then.
  return found.filter(({ label, span }) => begins(label, analysed.doc.text.slice(span.start, offset)));
}

function valuesOf(
  analysed: Analysed,
  value: Value,
  offset: number,
  suggestions: Suggestions,
): readonly Completion[] {
  switch (value.wanted.shape) {
    case "status":
      return statuses(analysed, value, offset);
    case "date":
      return [dated(analysed, value, offset, suggestions.today)];
    case "person":
      return suggestions.author ? [person(analysed, value, offset, suggestions.author)] : [];
    case "handles":
      return handles(analysed, value, offset, suggestions.handles);
    case "links":
    case "text":
      return [];
  }
}

function valueAt({ doc, alignment }: Analysed, offset: number): Value | undefined {
  for (const { wanted, field: first, duplicates } of alignment.fields) {
    for (const field of first ? [first, ...duplicates] : duplicates) {
      const place = valueOnLine(doc.text, offset, {
        whole: inText(doc, field.block, field.whole),
        key: inText(doc, field.block, field.keySpan),
        value: inText(doc, field.block, field.valueSpan),
      });
      if (place) return { wanted, field, ...place };
    }
  }
  return undefined;
}

/** What of a field's value is on the line of `offset`, as far as the caret may be in it. */
function valueOnLine(
  text: string,
  offset: number,
  { whole, key, value }: { readonly whole: Span; readonly key: Span; readonly value: Span },
): Pick<Value, "span" | "from"> | undefined {
  const line = lineAt(text, offset);
  // White space at the end of a line does not belong to its block, and the caret may stand in it.
  const end = lineAt(text, whole.end).end;
  if (!touches({ start: key.end, end }, offset)) return undefined;
  const isKeyLine = line.start <= key.end;
  const colon = isKeyLine ? /^[*_]*[ \t]*:[*_]*/.exec(text.slice(key.end, line.end))?.[0].length : 0;
  const from = isKeyLine ? key.end + (colon ?? 0) : line.start;
  if (colon === undefined || offset < from) return undefined;
  const source = text.slice(from, line.end);
  const first = from + (source.length - source.trimStart().length);
  const last = Math.max(from, from + source.trimEnd().length);
  // Emphasis round a value stays, unless the caret is before it.
  const inner =
    contains(line, value) && (offset >= value.start || first === value.start)
      ? value
      : { start: first, end: last };
  return { span: { start: Math.min(inner.start, offset), end: Math.max(inner.end, offset) }, from };
}

/** Whether the list may open: a person asked for it, or the caret stands where a value begins. */
function opens(
  { doc, template }: Analysed,
  { wanted, span }: Value,
  offset: number,
  trigger: string | undefined,
): boolean {
  const typed = doc.text.slice(span.start, offset);
  const isHandles = wanted.shape === "handles";
  switch (trigger) {
    case undefined:
      return true;
    case ":":
      return typed === "";
    case typing:
      return true;
    case "@":
      return isHandles;
    case ",":
      return isHandles && typed.endsWith(",");
    case " ":
      if (typed.trim() === "" || (isHandles && /,\s*$/.test(typed))) return true;
      // A blank within a status must not close the list that is open.
      return wanted.shape === "status" && template.statuses.some(({ name }) => begins(name, typed));
    default:
      return false;
  }
}

const begins = (label: string, typed: string): boolean =>
  label.length > typed.length && label.toLowerCase().startsWith(typed.toLowerCase());

function statuses({ doc, template }: Analysed, value: Value, offset: number): readonly Completion[] {
  const { span } = value;
  const typed = doc.text.slice(span.start, offset);
  const isBegun = template.statuses.some(({ name }) => begins(name, typed));
  return template.statuses.map((status, order): Completion => ({
    label: status.name,
    kind: "value",
    detail: statusMeaning(status),
    span,
    text: gapBefore(doc.text, span, value) + status.name,
    // Editors would hide every other word behind one that stands there whole.
    filter: isBegun ? status.name : typed + status.name,
    order,
    preselect: order === 0 && span.start === span.end,
  }));
}

const dated = ({ doc }: Analysed, value: Value, offset: number, today: string): Completion => ({
  ...only(doc.text, value.span, offset, today, gapBefore(doc.text, value.span, value)),
  kind: "date",
  detail: message("feature.today"),
});

function person({ doc }: Analysed, value: Value, offset: number, author: string): Completion {
  const entry = entryAt(doc.text, value.span, offset);
  const gap = gapBefore(doc.text, entry, value);
  return { ...only(doc.text, entry, offset, author, gap), kind: "person", detail: message("feature.you") };
}

function only(
  text: string,
  span: Span,
  offset: number,
  label: string,
  gap: string,
): Omit<Completion, "kind" | "detail"> {
  const typed = text.slice(span.start, offset);
  const filter = begins(label, typed) ? label : typed + label;
  return { label, span, text: gap + label, filter, order: 0, preselect: true };
}

function handles(
  { doc }: Analysed,
  value: Value,
  offset: number,
  known: Suggestions["handles"],
): readonly Completion[] {
  const entry = entryAt(doc.text, value.span, offset);
  const listed = new Set(value.field.value.split(",").map((other) => other.trim()));
  listed.delete(slice(doc.text, entry));
  const left = known.filter(({ handle }) => !listed.has(withAt(handle)));
  return completeHandles(doc.text, entry, offset, left, gapBefore(doc.text, entry, value));
}

/** The entry of a comma-separated value that holds the caret. */
function entryAt(text: string, value: Span, offset: number): Span {
  const before = text.slice(value.start, offset);
  const after = text.slice(offset, value.end);
  const begun = /[^,]*$/.exec(before)?.[0].trimStart() ?? "";
  const rest = /^[^,]*/.exec(after)?.[0].trimEnd() ?? "";
  return { start: offset - begun.length, end: offset + rest.length };
}

/** The blank that is lacking behind the colon or the comma. */
const gapBefore = (text: string, { start }: Span, { from }: Value): string =>
  text.charAt(start - 1) === "," || (start === from && !/\s/.test(text.charAt(start - 1))) ? " " : "";
