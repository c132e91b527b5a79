import { message } from "../messages/message.ts";
import { writtenAlone } from "../syntax/write-field.ts";
import type { Analysed } from "../template/analysed.ts";
import { slice, type Span } from "../text/span.ts";
import { completeHandles, withAt } from "./complete-people.ts";
import type { Completion, Suggestions } from "./completion.ts";
import { typing } from "./place.ts";
import { statusMeaning } from "./status-meaning.ts";
import { valueAt, type Value } from "./value-at.ts";

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
  const found = valuesOf(analysed, value, offset, suggestions).map((one) => spelt(value, one));
  if (trigger !== typing) return found;
  // Enter behind a value that is written out is to end the line, so the list is closed by then.
  return found.filter(({ label, span }) => begins(label, analysed.doc.text.slice(span.start, offset)));
}

/** A completion with the quotes that its value needs where it is all that stands there. */
function spelt({ field, span, isQuoted }: Value, one: Completion): Completion {
  if (isQuoted || one.span.start !== span.start || one.span.end !== span.end) return one;
  const gap = one.text.length - one.label.length;
  return { ...one, text: one.text.slice(0, gap) + writtenAlone(field, one.label) };
}

function valuesOf(
  analysed: Analysed,
  value: Value,
  offset: number,
  suggestions: Suggestions,
): readonly Completion[] {
  if (value.wanted.values && value.wanted.shape !== "status")
    return listed(analysed, value, offset, value.wanted.values);
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

/** Whether the list may open: a person asked for it, or the caret stands where a value begins. */
function opens(
  { doc, template }: Analysed,
  { wanted, span }: Value,
  offset: number,
  trigger: string | undefined,
): boolean {
  const typed = doc.text.slice(span.start, offset);
  // Both are lists of entries.
  const isList = wanted.shape === "handles" || wanted.values !== undefined;
  switch (trigger) {
    case undefined:
      return true;
    case ":":
      return typed === "";
    case typing:
      return true;
    case "@":
      return isList;
    case ",":
      return isList && typed.endsWith(",");
    case " ":
      if (typed.trim() === "" || (isList && /,\s*$/.test(typed))) return true;
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

/** The values that a team lists for the field, without those that stand in it. */
function listed(
  { doc }: Analysed,
  value: Value,
  offset: number,
  values: readonly string[],
): readonly Completion[] {
  const entry = entryAt(doc.text, value.span, offset);
  const typed = doc.text.slice(entry.start, offset);
  const others = new Set(value.field.value.split(",").map((other) => other.trim().toLowerCase()));
  others.delete(slice(doc.text, entry).trim().toLowerCase());
  const isBegun = values.some((one) => begins(one, typed));
  return values
    .filter((one) => !others.has(one.toLowerCase()))
    .map((label, order): Completion => ({
      label,
      kind: "value",
      detail: message("feature.listed"),
      span: entry,
      text: gapBefore(doc.text, entry, value) + label,
      filter: isBegun ? label : typed + label,
      order,
      preselect: order === 0 && entry.start === entry.end,
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
