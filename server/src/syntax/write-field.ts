import type { Edit } from "../text/edit.ts";
import { lineAt, lineEnding } from "../text/lines.ts";
import { at, slice, type Span } from "../text/span.ts";
import { blockSpan, inText, isData, type Document, type Field } from "./document.ts";

/** An edit that gives a field another value, spelt as the present one: quotes, list marks and escapes are kept. */
export function valueEdit(doc: Document, field: Field, value: string): Edit {
  const span = inText(doc, field.block, field.valueSpan);
  const before = doc.text.slice(inText(doc, field.block, field.keySpan).end, span.start);
  const eol = lineEnding(doc.text);
  // The paragraph of a section is still to come.
  if (
    field.style === "section" &&
    span.start === inText(doc, field.block, field.whole).end &&
    field.value === ""
  )
    return { span: at(span.start), text: eol + eol + value };
  if (field.form === "items") return { span, text: itemsOf(doc, field, span, value).join(eol) };
  const text = encoded(field, value);
  // A line of its own that begins like a field would be one.
  const isBelow =
    /[\r\n]/.test(before) && field.style !== "columns" && !isData(field) && /^\p{L}[^:]{0,60}:/u.test(value);
  if (isBelow && field.style !== "section") {
    const { end } = lineAt(doc.text, inText(doc, field.block, field.keySpan).end);
    return { span: { start: end, end: span.end }, text: ` ${text}` };
  }
  const isBlank = field.value === "" && field.form === "bare" && !/\s$/.test(before);
  // The bar of an empty cell may follow at once.
  const isTight = field.value === "" && doc.text.charAt(span.end) === "|";
  return {
    span: withNothing(doc, field, span),
    text: (isBlank ? " " : "") + text + (isTight && text !== "" ? " " : ""),
  };
}

/** The span of an empty value with the word that says so (`null`). */
function withNothing(doc: Document, field: Field, span: Span): Span {
  if (field.value !== "" || field.style !== "frontMatter" || field.form !== "bare") return span;
  const word = /^[ \t]*(?:~|null)(?=[ \t]*$|[ \t]+#)/i.exec(slice(doc.text, lineFrom(doc, span.start)))?.[0];
  return word === undefined ? span : { start: span.start, end: span.start + word.length };
}

const lineFrom = (doc: Document, start: number): Span => ({ start, end: lineAt(doc.text, start).end });

/** A value as it is written in the place of a field's present one. */
function encoded(field: Field, value: string): string {
  switch (field.style) {
    case "table":
    case "columns":
      // A bar that is behind a backslash already would be none if that got another one.
      return value.replace(/\\.|\|/g, (found) => (found === "|" ? "\\|" : found));
    case "frontMatter":
      return inYaml(field, value);
    case "toml":
      return inToml(field, value);
    default:
      return value;
  }
}

/** A value as it is written where nothing else of a field's value stands on the line. */
export function writtenAlone(field: Field, value: string): string {
  if (field.form === "items") return field.style === "frontMatter" ? yamlScalar(value) : value;
  return field.form === "flow" || field.form === "block" ? value : encoded(field, value);
}

function inYaml({ form }: Field, value: string): string {
  switch (form) {
    case "double":
      return doubled(value);
    case "single":
      return value.replaceAll("'", "''");
    case "flow":
      return `[${entriesOf(value)
        .map((entry) => yamlScalar(entry, true))
        .join(", ")}]`;
    case "block":
    case "items":
      return value;
    case "bare":
      return yamlScalar(value);
  }
}

function inToml({ form, value: present }: Field, value: string): string {
  if (form === "double") return doubled(value);
  // A literal string has no escapes.
  if (form === "single") return value.replaceAll("'", "’");
  if (form === "flow")
    return `[${entriesOf(value)
      .map((entry) => `"${doubled(entry)}"`)
      .join(", ")}]`;
  const isPlain = /^(?:true|false|[-+]?\d[\d.:TZ+-]*)$/;
  return isPlain.test(value) && (present === "" || isPlain.test(present)) ? value : tomlScalar(value);
}

/** A value in TOML as a text. */
export const tomlScalar = (value: string): string => `"${doubled(value)}"`;

const doubled = (value: string): string => value.replace(/["\\]/g, String.raw`\$&`);

/** A value in YAML: as it is where every reader takes it for that text, else in quotes. */
export function yamlScalar(value: string, isInList = false, isQuoted = false): string {
  const isPlain =
    !isQuoted &&
    !/^(?:[-?:,[\]{}#&*!|>'"%@`~]|$)/.test(value) &&
    !/:(?:\s|$)|\s#|^\s|\s$/.test(value) &&
    !/^(?:null|true|false|yes|no|on|off)$/i.test(value) &&
    !(isInList && /[,[\]{}]/.test(value));
  if (isPlain) return value;
  const isSingle = /["\\]/.test(value) && !value.includes("'");
  return isSingle ? `'${value}'` : `"${doubled(value)}"`;
}

/** The lines of a list with the entries of a value, from behind the first mark: marks and quotes are those that stand there. */
function itemsOf(doc: Document, field: Field, span: Span, value: string): readonly string[] {
  const line = lineAt(doc.text, span.start);
  const mark = slice(doc.text, { start: line.start, end: span.start })
    .replace(/(?<=\s)(?:\*\*|__|[*_`])$/, "")
    .replace(/-$/, "- ");
  const isYaml = field.style === "frontMatter";
  const entries = entriesOf(value).map((entry) => (isYaml ? yamlItem(doc, span, entry) : entry));
  const lead = doc.text.charAt(span.start - 1) === "-" ? " " : "";
  // What a comment follows at once is none to YAML without a blank.
  const tail = isYaml && doc.text.charAt(span.end) === "#" ? " " : "";
  return entries.map((entry, index) => {
    const line = index === 0 ? lead + entry : mark.replace(/[xX](?=\])/, " ") + entry;
    return index === entries.length - 1 ? line + tail : line;
  });
}

/** An entry in the quotes in which the first one stands. */
function yamlItem(doc: Document, { start }: Span, entry: string): string {
  const quote = doc.text.charAt(start);
  if (quote === '"') return `"${doubled(entry)}"`;
  if (quote === "'") return `'${entry.replaceAll("'", "''")}'`;
  return yamlScalar(entry);
}

/** The entries of a value: commas separate them, outside brackets and quotes. */
export function entriesOf(value: string): readonly string[] {
  const entries = value.match(/(?:\([^()]*\)|\[[^[\]]*\]|"[^"]*"|[^,])+/g) ?? [];
  return entries.map((entry) => entry.trim()).filter((entry) => entry !== "");
}

/** A new line for a header, with the marks, the indentation and the line end of one of its fields. */
export function fieldLine(doc: Document, like: Field, key: string, value: string): string {
  const base = blockSpan(doc, like.block).start;
  const piece = (from: number, to: number): string => doc.text.slice(base + from, base + to);
  const lead = piece(like.whole.start, like.keySpan.start).replace(/\[[xX]\](?=[ \t]+$)/, "[ ]");
  // The key of the field that stands there may be in quotes; the new one needs none.
  const unquoted = lead.replace(/["']$/, "");
  const text = encoded({ ...like, form: "bare", value: "" }, value);
  const named = isData(like) && like.key === like.key.toLowerCase() ? key.toLowerCase() : key;
  switch (like.style) {
    case "frontMatter":
      return `${unquoted}${named}: ${value === "" ? "" : text}`.trimEnd();
    case "toml":
      return `${unquoted}${named} = ${text}`;
    case "table": {
      const [gap, tail] = roundValue(piece, like, text);
      return `${lead}${named}${gap}${text}${like.value === "" ? " " : ""}${tail}`;
    }
    default: {
      const [gap, tail] = roundValue(piece, like, text);
      // The value may stand on the lines below its key, and nothing is set off from one that is still to come.
      const colon = /^[^\r\n]*/.exec(gap)?.[0] ?? ":";
      const isBeside = colon === gap;
      const before = text === "" || !isBeside ? colon.trimEnd() : colon;
      const space = text !== "" && !/\s$/.test(before) && (like.value === "" || !isBeside) ? " " : "";
      const after = like.value === "" || !isBeside ? "" : tail.replace(/<!--[^>]*-->/g, "");
      return lead + key + before + space + text + after;
    }
  }
}

/** What stands before and behind a field's value. Emphasis of the value itself goes where there is to be none. */
function roundValue(
  piece: (from: number, to: number) => string,
  { keySpan, valueSpan, whole }: Field,
  text: string,
): readonly [string, string] {
  const gap = piece(keySpan.end, valueSpan.start);
  const tail = piece(valueSpan.end, whole.end);
  const mark = text === "" ? (/(?<=[ \t|])[*_`]{1,3}$/.exec(gap)?.[0] ?? "") : "";
  return [gap.slice(0, gap.length - mark.length), tail.startsWith(mark) ? tail.slice(mark.length) : tail];
}

/** A table of one row with a column more: an edit of all its rows. */
export function columnEdit(doc: Document, like: Field, key: string, value: string): Edit {
  const span = inText(doc, like.block, like.whole);
  const eol = lineEnding(doc.text);
  const cells = [key, "---", encoded(like, value)];
  const rows = slice(doc.text, span)
    .split(/\r\n|\n|\r/)
    .map((row, index) => {
      const end = row.trimEnd();
      return end.endsWith("|") ? `${end} ${cells[index] ?? ""} |` : `${end} | ${cells[index] ?? ""}`;
    });
  return { span, text: rows.join(eol) };
}
