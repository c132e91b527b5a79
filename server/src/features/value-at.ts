import { inText, type Document, type Field } from "../syntax/document.ts";
import type { Analysed } from "../template/analysed.ts";
import type { TemplateField } from "../template/template.ts";
import { lineAt } from "../text/lines.ts";
import { contains, touches, type Span } from "../text/span.ts";

/** The part of a field's value that stands on the caret's line. */
export interface Value {
  readonly wanted: TemplateField;
  readonly field: Field;
  /** Holds the caret. */
  readonly span: Span;
  /** Where a value may begin: right behind the colon and its emphasis, or at the start of a further line. */
  readonly from: number;
  /** Quotes stand round it already. */
  readonly isQuoted: boolean;
}

/** The value that the caret is in, or could begin one in; nothing where it is in none. */
export function valueAt({ doc, alignment }: Analysed, offset: number): Value | undefined {
  for (const { wanted, field: first, duplicates } of alignment.fields) {
    for (const field of first ? [first, ...duplicates] : duplicates) {
      const stretch = stretchAt(doc, field, offset);
      const span = stretch && spanIn(doc, field, stretch, offset);
      if (!span) continue;
      const isQuoted = field.form === "double" || field.form === "single";
      return { wanted, field, span, from: stretch.start, isQuoted };
    }
  }
  return undefined;
}

/** What of the caret's line a value of the field may take up. */
function stretchAt(doc: Document, field: Field, offset: number): Span | undefined {
  const { text } = doc;
  const [whole, key, value] = [field.whole, field.keySpan, field.valueSpan].map((span) =>
    inText(doc, field.block, span),
  );
  if (!whole || !key || !value) return undefined;
  const line = lineAt(text, offset);
  if (field.style === "section") return belowHeading(doc, field, value, offset);
  if (field.style === "columns") return touches(value, offset) ? value : undefined;
  if (field.form === "double" || field.form === "single") return touches(value, offset) ? value : undefined;
  // White space at the end of a line does not belong to its block, and the caret may stand in it.
  if (!touches({ start: key.end, end: lineAt(text, whole.end).end }, offset)) return undefined;
  if (line.start > key.end) return { start: markEnd(text, line), end: line.end };
  const rest = text.slice(key.end, line.end);
  if (field.style === "table") {
    const bar = rest.indexOf("|");
    const cell = /^(?:\\.|[^\\|])*/.exec(rest.slice(bar + 1))?.[0].length ?? 0;
    const start = key.end + bar + 1;
    return bar < 0 || offset < start || offset > start + cell ? undefined : { start, end: start + cell };
  }
  const gap = field.style === "toml" ? /^["']?[ \t]*=/ : /^(?:\*{1,3}|_{1,2}|[`"'])?[ \t]*:[*_`]*/;
  const mark = gap.exec(rest)?.[0].length;
  if (mark === undefined || offset < key.end + mark) return undefined;
  return { start: key.end + mark, end: line.end };
}

/** Behind the mark of an entry of a list. */
const markEnd = (text: string, { start, end }: Span): number =>
  start + (/^[ \t]*-[ \t]+/.exec(text.slice(start, end))?.[0].length ?? 0);

/** A line of the text below a heading, or an empty one right below it where there is no text yet. */
function belowHeading(doc: Document, field: Field, value: Span, offset: number): Span | undefined {
  const line = lineAt(doc.text, offset);
  const heading = inText(doc, field.block, { start: 0, end: doc.blocks[field.block]?.length ?? 0 });
  if (line.start <= heading.end) return undefined;
  if (field.value !== "")
    return touches(value, offset) ? { start: Math.max(line.start, value.start), end: line.end } : undefined;
  return doc.text.slice(heading.end, line.end).trim() === "" ? line : undefined;
}

/** The words in a stretch that the caret stands in or beside. */
function spanIn(doc: Document, field: Field, stretch: Span, offset: number): Span | undefined {
  if (offset < stretch.start) return undefined;
  const value = inText(doc, field.block, field.valueSpan);
  const source = doc.text.slice(stretch.start, stretch.end);
  const first = stretch.start + (source.length - source.trimStart().length);
  const last = Math.max(stretch.start, stretch.start + source.trimEnd().length);
  // Emphasis round a value stays, unless the caret is before it.
  const inner =
    contains(stretch, value) && (offset >= value.start || first === value.start)
      ? value
      : { start: Math.min(first, last), end: last };
  return { start: Math.min(inner.start, offset), end: Math.max(inner.end, offset) };
}
