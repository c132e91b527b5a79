import { blockSpan, inText, isData, offsetInText, type Document, type Field } from "../../syntax/document.ts";
import { columnEdit, fieldLine } from "../../syntax/write-field.ts";
import { keyOf } from "../../template/names.ts";
import type { TemplateField } from "../../template/template.ts";
import type { Edit } from "../../text/edit.ts";
import { lineAt, lineEnding, nextLine } from "../../text/lines.ts";
import { at, slice } from "../../text/span.ts";
import type { RuleContext } from "../rule.ts";

/** An edit that adds a field behind the one before it in the template, spelt like that one. */
export function insertField(context: RuleContext, wanted: TemplateField, value: string): Edit {
  const { doc, alignment } = context;
  const index = alignment.fields.findIndex((answer) => answer.wanted === wanted);
  const likes = alignment.fields.map(({ field }) => (field && isLine(field) ? field : undefined));
  const previous = likes.slice(0, index).findLast((field) => field !== undefined);
  if (previous) return insertBehind(doc, previous, wanted.key, value);
  const next = likes.slice(index).find((field) => field !== undefined);
  // Above the first row of a table nothing can be inserted that stays one.
  if (next?.style === "table" || next?.style === "columns") return insertBehind(doc, next, wanted.key, value);
  if (next) {
    const { start } = inText(doc, next.block, next.whole);
    return { span: at(start), text: fieldLine(doc, next, wanted.key, value) + lineEnding(doc.text) };
  }
  const like = templateField(context, wanted);
  const data = doc.header.fields.findLast(isData);
  if (like && isData(like)) {
    return data ? insertBehind(doc, data, wanted.key, value) : insertData(context, like, wanted.key, value);
  }
  return insertFirst(doc, firstLines(context, like, wanted.key, value));
}

/** The field as the template itself spells it. */
const templateField = ({ template }: RuleContext, wanted: TemplateField): Field | undefined =>
  template.doc.header.fields.find((field) => isLine(field) && keyOf(field.key) === keyOf(wanted.key));

/** Whether another field can be written beside one: not beside a section. */
const isLine = ({ style }: Field): boolean => style !== "section";

/** An edit that begins the text with front matter, like the template. */
function insertData({ doc, template }: RuleContext, like: Field, key: string, value: string): Edit {
  const eol = lineEnding(doc.text);
  const start = doc.text.startsWith("\uFEFF") ? 1 : 0;
  const rule = like.style === "toml" ? "+++" : "---";
  // The template's front matter may be indented below another key.
  const line = fieldLine(template.doc, like, key, value).trimStart();
  const gap = /^(?:\r\n|\n|\r)/.test(doc.text.slice(start)) ? "" : eol;
  return { span: at(start), text: rule + eol + line + eol + rule + eol + gap };
}

/** The first line of a header as the template spells it; a table has a head above it. */
function firstLines(
  { doc, template }: RuleContext,
  like: Field | undefined,
  key: string,
  value: string,
): string {
  if (!like || like.style === "code" || like.style === "plain") return `${key}: ${value}`.trimEnd();
  if (like.style === "bullet") return fieldLine(template.doc, like, key, value).trim();
  const eol = lineEnding(doc.text);
  return ["|  |  |", "| --- | --- |", `| ${key} | ${value.replaceAll("|", "\\|")} |`].join(eol);
}

/** An edit that begins the header of a text that has none with a line, or several of a table. */
export function insertFirst(doc: Document, line: string): Edit {
  const eol = lineEnding(doc.text);
  const start = headerStart(doc);
  const rest = doc.text.slice(start);
  const gap =
    rest.trim() === "" || /^(?:\r\n|\n|\r(?!\n)){2}/.test(rest) ? "" : /^[\r\n]/.test(rest) ? eol : eol + eol;
  const isTop = start === 0 || (start === 1 && doc.text.startsWith("\uFEFF"));
  const end = gap === "" && rest === "" ? eol : gap;
  return { span: at(start), text: isTop ? line + (gap || eol) : eol + eol + line + end };
}

/**
 * Where the first line of a header stands: behind the title, else at the start of the text, behind a byte order mark
 * and front matter, which is none any more below another line.
 */
function headerStart(doc: Document): number {
  if (doc.header.place.block >= 0) return offsetInText(doc, doc.header.place);
  const data = doc.blocks.findIndex(({ kind }) => kind === "frontMatter");
  return data < 0 ? Number(doc.text.startsWith("\uFEFF")) : blockSpan(doc, data).end;
}

/** An edit that adds a field behind the line of another one, since several may share it; spelt like that one. */
export function insertBehind(doc: Document, like: Field, key: string, value: string): Edit {
  if (like.style === "columns") return columnEdit(doc, like, key, value);
  const line = lineAt(doc.text, inText(doc, like.block, like.whole).end);
  // Behind the head of a table comes its rule.
  const below = lineAt(doc.text, nextLine(doc.text, line.start));
  const isHead = like.style === "table" && /^[ \t|:]*-[ \t|:-]*$/.test(slice(doc.text, below));
  const { end } = isHead ? below : line;
  return { span: at(end), text: lineEnding(doc.text) + fieldLine(doc, like, key, value) };
}
