import type { RuleContext } from "../../rules/rule.ts";
import { setValue } from "../../rules/support/header.ts";
import { inText, isData, type Field } from "../../syntax/document.ts";
import { definitionsOf, labelKey } from "../../syntax/links.ts";
import { isFiller } from "../../template/fields.ts";
import { keyOf } from "../../template/names.ts";
import { enumeration, readStatus, type Status } from "../../template/status.ts";
import type { Edit } from "../../text/edit.ts";
import { literally } from "../../text/pattern.ts";
import { matchesOf } from "../../text/matches.ts";
import { meets, slice, type Span } from "../../text/span.ts";

/** The field of the header that says the status; nothing where there is none. */
export const statusField = ({ alignment }: Pick<RuleContext, "alignment">): Field | undefined =>
  alignment.fields.find(({ wanted }) => wanted.shape === "status")?.field;

/** Where the status field stands in the text, with its key. */
export function statusSpan(context: RuleContext): Span | undefined {
  const field = statusField(context);
  return field && inText(context.doc, field.block, field.whole);
}

/** Whether a span of the text touches the status field, where steps are offered. */
export function asksForStep(context: RuleContext, { start, end }: Span): boolean {
  const whole = statusSpan(context);
  return whole !== undefined && meets(whole, { start, end });
}

/** The edit that gives the status field another word, with `tail` behind that word. */
export function statusEdit(
  { doc, template }: RuleContext,
  field: Field,
  { name }: Status,
  today: string,
  tail = "",
): Edit {
  const span = inText(doc, field.block, field.valueSpan);
  const source = slice(doc.text, span);
  // Data that is more than its value, such as comments and anchors, would be lost where the value is written anew.
  const [, before = "", own = ""] = /^((?:[&!]\S*[ \t]+)?)([^]*)$/.exec(source) ?? [];
  const isMore = isData(field) && (before !== "" || /[\r\n]/.test(source));
  const present = isMore ? readStatus(own, template.statuses)?.name : undefined;
  const place = present === undefined || tail !== "" ? undefined : placeOf(own, present);
  if (!place)
    return setValue(
      doc,
      field,
      statusValue(field.value, template.statuses, name + tail, today, name, (label) =>
        definitionsOf(doc).has(labelKey(label)),
      ),
    );
  const word = slice(own, place);
  const start = span.start + before.length + place.start;
  return { span: { start, end: start + word.length }, text: wordLike(word, name, template.statuses) };
}

// Where the template's own spelling stands, the template says how the other word is spelt, too.
const wordLike = (own: string, name: string, statuses: readonly Status[]): string =>
  statuses.some((status) => status.name === own) ? name : spelt(name, own);

/**
 * A status value with another word in place of the present one, in its spelling; what stands beside it stays. A day
 * behind the status, which is the one since which it holds, becomes today. `wanted` begins with the word `name`. A
 * sentence or a link that names no status stays behind the word; `isLabel` says which labels have a definition, so that
 * `[adr-5]` is a link and `[TBD]` is none.
 */
export function statusValue(
  value: string,
  statuses: readonly Status[],
  wanted: string,
  today: string,
  name = wanted,
  isLabel: (label: string) => boolean = () => false,
): string {
  const present = enumeration(value).length > 1 ? undefined : readStatus(value, statuses)?.name;
  const place = present === undefined ? undefined : placeOf(value, present);
  if (!place) return refersTo(value, isLabel) || isSentence(value) ? `${wanted} (${value.trim()})` : wanted;
  const own = value.slice(place.start, place.end);
  const word = wordLike(own, name, statuses);
  const rest = value.slice(place.end).replace(/\b\d{4}-\d{2}-\d{2}\b/, today);
  return value.slice(0, place.start) + word + wanted.slice(name.length) + rest;
}

// A single word stands for a status, and what stands in brackets or is a list of statuses is to be written over. A link
// or a day says more than a word does.
const isSentence = (value: string): boolean =>
  !isFiller(value) &&
  enumeration(value).length < 2 &&
  !isWrapped.test(value) &&
  // What is longer than any name is one as well.
  (value.length > 300 || /[\p{L}\p{N}]\S*\s+\S*[\p{L}\p{N}]|\]\(|:\/\/|<br\b/iu.test(value));

// A link to another page of a wiki, a footnote, a reference with a label of its own, and one that is its label.
const refersTo = (value: string, isLabel: (label: string) => boolean): boolean =>
  /\[\[[^[\]]+\]\]|\[\^[^[\]\s]+\]|[^[\]\s]\]\[[^[\]]*\]/.test(value) ||
  Array.from(matchesOf(value.slice(0, 300), /\[([^[\]]+)\]/g)).some(([, label = ""]) => isLabel(label));

const isWrapped =
  /^\s*(?:<(?![a-z]+:\/\/)[^<>]*>|\[[^[\]]*\]|\{+[^{}]*\}+|\([^()]*\)|\*+[^*]*\*+|_+[^_]*_+)[.…]?\s*$/i;

/** Where a status stands in a value, spelt with any marks between its words. Text that is struck out is passed over. */
function placeOf(value: string, status: string): Span | undefined {
  const plain = value.replace(/~~[^~]*~~|<!--[^>]*-->/g, (struck) => " ".repeat(struck.length));
  const words = status.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const pattern = words.map(literally).join(String.raw`[^\p{L}\p{N}]*`);
  const match = new RegExp(pattern, "iu").exec(plain.slice(0, 300));
  return match ? { start: match.index, end: match.index + match[0].length } : undefined;
}

/** A word in the case of another one: all capitals, none, or at the beginning of each word. */
function spelt(word: string, like: string): string {
  if (like === like.toLowerCase()) return word.toLowerCase();
  if (like === like.toUpperCase()) return word.toUpperCase();
  return keyOf(like) === ""
    ? word
    : word.toLowerCase().replace(/^\p{L}|(?<=\s)\p{L}/gu, (letter) => letter.toUpperCase());
}
