import { readable, blockSpan, inText, type Document, type Field } from "../../syntax/document.ts";
import { valueEdit } from "../../syntax/write-field.ts";
import { unfilledIn } from "../../template/fields.ts";
import { dayIn } from "../../template/file-name.ts";
import type { FieldShape, TemplateField } from "../../template/template.ts";
import type { Edit } from "../../text/edit.ts";
import type { Span } from "../../text/span.ts";
import type { Facts } from "../../facts/facts.ts";
import type { RuleContext } from "../rule.ts";
import { wholeLines } from "./lines.ts";
import { matchesOf } from "../../text/matches.ts";

/** Where a field's value stands in the text; where it is empty, the whole field, so that there is something to see. */
export const shownValue = (doc: Document, field: Field): Span =>
  inText(doc, field.block, field.value === "" ? field.whole : field.valueSpan);

/**
 * The fields of a shape whose value is the author's: there once, and no placeholder any more. What is
 * wrong with the others is told already.
 */
export function* filledFields(
  { alignment }: RuleContext,
  shape: FieldShape,
): Generator<{ readonly wanted: TemplateField; readonly field: Field }> {
  for (const { wanted, field, duplicates } of alignment.fields) {
    if (wanted.shape !== shape || !field || duplicates.length > 0) continue;
    if (unfilledIn(field.value, wanted).length === 0) yield { wanted, field };
  }
}

/**
 * The entries of a value, without the marks round them, and their spans in the text. Commas separate them,
 * and in a list the lines do.
 */
export function entriesOf(
  doc: Document,
  field: Field,
): readonly { readonly text: string; readonly span: Span }[] {
  const value = inText(doc, field.block, field.valueSpan);
  const source = readable(doc).slice(value.start, value.end);
  return [...matchesOf(source, /[^,\r\n]+/g)].flatMap((match) => {
    const text = plainEntry(match[0]);
    const start = value.start + match.index + match[0].indexOf(text);
    return text === "" ? [] : [{ text, span: { start, end: start + text.length } }];
  });
}

/** An entry without list mark, quotes, emphasis, brackets of a YAML list, and the link round a handle. */
function plainEntry(source: string): string {
  const text = source
    .slice(0, 500)
    .trim()
    .replace(/^[-*+][ \t]+/, "")
    .replace(/<!--[^>]*-->|<br[ \t]*\/?>|\\$/gi, "")
    .trim();
  const linked = /^\[(@[^[\]]+)\]\([^()]*\)$/.exec(text)?.[1];
  if (linked) return linked;
  const bare = text.replace(/^["'`*_]+/, "").replace(/["'`*_]+$/, "");
  return /^\[[^\]]*$/.test(bare) || /^[^[]*\]$/.test(bare) || /^\[[^[\]]*\]$/.test(bare)
    ? bare.replace(/^\[["'`]?|["'`]?\]$/g, "").trim()
    : bare.trim();
}

/** An edit that gives a field another value. */
export const setValue = valueEdit;

/**
 * The edits that take fields out of their header, each with its whole lines. Of a line that it shares with others,
 * only what stands between it and one of these goes too. None where lines hang on the item of a list that
 * would go: left alone, they could become something else than fields.
 */
export function withoutFields(doc: Document, fields: readonly Field[]): readonly Edit[] {
  const kept = doc.header.fields
    .filter((other) => !fields.includes(other))
    .map(({ block, whole }) => inText(doc, block, whole));
  const isFixed = ({ style }: Field): boolean => style === "section" || style === "columns";
  if (fields.some((field) => isFixed(field) || hasHanging(doc, field) || isTableHead(doc, field))) return [];
  const gone = fields.map(({ block, whole }): Span => {
    const own = inText(doc, block, whole);
    const lines = wholeLines(doc.text, own);
    const beside = kept.filter(({ start, end }) => start < lines.end && end > lines.start);
    const before = beside.findLast(({ end }) => end <= own.start);
    if (before) return { start: before.end, end: own.end };
    const after = beside.find(({ start }) => start >= own.end);
    return after ? { start: own.start, end: after.start } : lines;
  });
  // Fields that go together may share what is between them and the next.
  const spans: Span[] = [];
  for (const span of gone.toSorted((a, b) => a.start - b.start)) {
    const last = spans.at(-1);
    if (last && span.start < last.end)
      spans[spans.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else spans.push(span);
  }
  if (spans.some((span) => leavesProse(doc, span, kept))) return [];
  return spans.map((span) => ({ span, text: "" }));
}

/** Whether a paragraph without its beginning would begin with a line that is no field, so that all of it is prose. */
function leavesProse(doc: Document, { start, end }: Span, kept: readonly Span[]): boolean {
  const index = doc.starts.findLastIndex((begin) => begin < end);
  const block = blockSpan(doc, index);
  if (doc.blocks[index]?.kind !== "paragraph" || start > block.start || end >= block.end) return false;
  return !kept.some((other) => other.start === end);
}

/** Whether a field is the first row of a table, without which the others are a table no more. */
function isTableHead(doc: Document, { block, whole }: Field): boolean {
  const node = doc.blocks[block]?.node;
  const head = node?.kind === "table" ? node.children[0] : undefined;
  return head !== undefined && whole.start < head.end;
}

/** Whether a field is an item of a list that goes on with a line that is neither indented nor an item. */
function hasHanging(doc: Document, { block, whole }: Field): boolean {
  const { end } = wholeLines(doc.text, inText(doc, block, whole));
  if (doc.blocks[block]?.kind !== "list" || end >= blockSpan(doc, block).end) return false;
  return /^(?!(?:[-*+]|\d{1,9}[.)])[ \t])\S/.test(readable(doc).slice(end, end + 20));
}

/** The day that the document speaks of, as far as outside facts tell: its file name's, else today. */
export const dayOf = ({ fileName, today }: Facts): string => dayIn(fileName) ?? today;
