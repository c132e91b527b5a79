import type { Span } from "../text/span.ts";
import type { Field, ValueForm } from "./document.ts";
import { isKnownKey } from "./header-keys.ts";
import { longestLine, type Line } from "./header-lines.ts";
import { matchesOf } from "../text/matches.ts";

/** A value as it stands behind a key. */
export interface Scalar {
  readonly value: string;
  readonly form: ValueForm;
  /** In the source in which it was looked for. */
  readonly span: Span;
}

const keyLine =
  /^(?<lead>[ \t]*(?:-[ \t]+)?)(?<quote>["']?)(?<key>\p{L}[\p{L}\p{N} \u00A0/&().'’_-]{0,60}?)\k<quote>[ \t]*:(?!\/\/)(?<rest>.*)$/u;

interface KeyLine {
  readonly line: Line;
  readonly indent: number;
  readonly isItem: boolean;
  readonly key: string;
  readonly keySpan: Span;
  readonly rest: Line;
}

/**
 * The fields of front matter in YAML, line by line: what is no YAML hides none of the lines that are. Of nested
 * keys each is a field, unless the first of them says what its parent is (`name`).
 */
export function yamlFields(lines: readonly Line[], block: number): readonly Field[] {
  const fields: Field[] = [];
  for (let index = 0; index < lines.length;) {
    const head = readKey(lines[index]);
    if (!head) {
      index++;
      continue;
    }
    const below = linesBelow(lines, index, head);
    const found = valueOf(head, below);
    if (found) {
      fields.push(fieldOf(head, found.scalar, found.end, block));
      // What does not go on with the value is read by itself.
      index += 1 + (found.end > head.line.start + head.line.text.length ? below.length : 0);
      continue;
    }
    // Nested keys are fields of their own. A key without anything behind it is an empty one.
    if (below.every(isIdle))
      fields.push(fieldOf(head, emptyAt(head.rest), head.line.start + head.line.text.length, block));
    index++;
  }
  return fields;
}

function readKey(line: Line | undefined): KeyLine | undefined {
  if (!line || line.text.length > longestLine) return undefined;
  const { lead, quote, key, rest } = keyLine.exec(line.text)?.groups ?? {};
  if (lead === undefined || quote === undefined || key === undefined || rest === undefined) return undefined;
  const start = line.start + lead.length + quote.length;
  return {
    line,
    indent: line.text.length - line.text.trimStart().length,
    isItem: /-/.test(lead),
    key: key.trim(),
    keySpan: { start, end: start + key.trim().length },
    rest: { text: rest, start: line.start + line.text.length - rest.length },
  };
}

const isIdle = ({ text }: Line): boolean => /^[ \t]*(?:#|$)/.test(text);

// Nobody writes a longer value; what follows is read by itself.
const mostLines = 200;

/** The lines that belong to the key before them: what is indented further, and the items of a list at its own level. */
function linesBelow(
  lines: readonly Line[],
  index: number,
  { indent, isItem: isInList }: KeyLine,
): readonly Line[] {
  const below: Line[] = [];
  for (const line of lines.slice(index + 1, index + 1 + mostLines)) {
    const own = line.text.length - line.text.trimStart().length;
    const isItem = /^[ \t]*-(?:[ \t]|$)/.test(line.text);
    if (!isIdle(line) && own <= indent && !(isItem && own === indent && !isInList)) break;
    below.push(line);
  }
  while (below.length > 0 && below.at(-1)?.text.trim() === "") below.pop();
  return below;
}

interface Found {
  readonly scalar: Scalar;
  /** Where its last line ends. */
  readonly end: number;
}

/** The value of a key, on its line or below it; nothing where there are keys below it, or nothing at all. */
function valueOf({ rest, line, isItem }: KeyLine, below: readonly Line[]): Found | undefined {
  const ends = line.start + line.text.length;
  const written = below.filter((other) => !isIdle(other));
  const last = written.at(-1);
  const endOf = last ? last.start + last.text.trimEnd().length : ends;
  if (/^[ \t]*[|>][-+\d]{0,2}[ \t]*(?:#.*)?$/.test(rest.text)) {
    return {
      scalar: blockScalar(
        rest,
        below.filter(({ text }) => text.trim() !== ""),
      ),
      end: endOf,
    };
  }
  const scalar = scalarOf(rest);
  if (scalar.value !== "" || scalar.form !== "bare") {
    const isOver = written.length === 0 || scalar.form !== "bare" || isItem;
    if (isOver || written.some((other) => isKnownKey(readKey(other)?.key ?? "")))
      return { scalar, end: ends };
    const more = longer(scalar, rest, written);
    // A quotation mark that nobody closed does not take the lines below it along.
    return more ? { scalar: more, end: endOf } : { scalar, end: ends };
  }
  const items = itemsOf(written);
  if (items) return { scalar: items, end: endOf };
  const [first] = written;
  const named = first && readKey(first);
  if (!first || (named && !named.isItem)) {
    const name =
      named && /^(?:name|login|handle|github)$/i.test(named.key) ? scalarOf(named.rest) : undefined;
    return name && name.value !== "" ? { scalar: name, end: endOf } : undefined;
  }
  const only = scalarOf(first);
  return { scalar: longer(only, first, written.slice(1)) ?? only, end: endOf };
}

/** A value that goes on below. A list in brackets ends with its bracket, and one in quotes has to be closed. */
function longer(scalar: Scalar, line: Line, more: readonly Line[]): Scalar | undefined {
  const last = more.at(-1);
  if (!last) return scalar;
  const start = scalar.span.start;
  const end = last.start + last.text.trimEnd().length;
  const parts = [line.text.slice(start - line.start), ...more.map(({ text }) => text)].map((text) =>
    text.trim(),
  );
  const joined = parts.join(" ").slice(0, longestLine);
  if (/^["']/.test(joined)) {
    const whole = scalarOf({ text: joined, start: 0 });
    if (whole.form === "bare" || !/["']$/.test(joined)) return undefined;
    return { ...whole, span: { start: start + 1, end: end - 1 } };
  }
  const flow = /^\[.*\]$/.test(joined) ? entriesIn(joined) : undefined;
  return flow
    ? { value: flow.join(", "), form: "flow", span: { start, end } }
    : { value: joined, form: "bare", span: { start, end } };
}

function blockScalar(rest: Line, lines: readonly Line[]): Scalar {
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last) return emptyAt({ text: "", start: rest.start + rest.text.length });
  const value = lines.map(({ text }) => text.trim()).join(" ");
  const start = first.start + first.text.length - first.text.trimStart().length;
  return { value, form: "block", span: { start, end: last.start + last.text.trimEnd().length } };
}

/** The entries of a list, one a line; of an entry with keys of its own the first says who or what it is. */
function itemsOf(lines: readonly Line[]): Scalar | undefined {
  const marks = lines.map(({ text }) => /^[ \t]*-(?:[ \t]+|$)/.exec(text.slice(0, longestLine))?.[0]);
  if (marks[0] === undefined) return undefined;
  const entries = lines.flatMap((line, index): readonly (Scalar & { readonly outer: Span })[] => {
    const mark = marks[index];
    if (mark === undefined) return [];
    const entry = { text: line.text.slice(mark.length), start: line.start + mark.length };
    const inner = readKey(entry);
    // A URL and `a: b` in quotes are no keys.
    const scalar = scalarOf(inner && /^[\w-]+:[ \t]/.test(entry.text) ? inner.rest : entry);
    const quoted = scalar.form === "double" || scalar.form === "single" ? 1 : 0;
    return [{ ...scalar, outer: { start: scalar.span.start - quoted, end: scalar.span.end + quoted } }];
  });
  const filled = entries.filter(({ value }) => value !== "");
  const start = (filled[0] ?? entries[0])?.outer.start ?? 0;
  const end = (filled.at(-1) ?? entries[0])?.outer.end ?? start;
  return { value: filled.map(({ value }) => value).join(", "), form: "items", span: { start, end } };
}

/** The value at the start of a line: in quotes, in brackets, or up to a comment. */
export function scalarOf({ text, start }: Line): Scalar {
  const lead = text.length - text.trimStart().length;
  const source = text.slice(lead);
  const from = start + lead;
  const quoted = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')[ \t]*(?:#.*)?$/.exec(source);
  const double = quoted?.[1];
  const inner = double ?? quoted?.[2];
  if (inner !== undefined) {
    const span = { start: from + 1, end: from + 1 + inner.length };
    const value = double === undefined ? inner.replaceAll("''", "'") : inner.replace(/\\(["\\/])/g, "$1");
    return { value: value.trim(), form: double === undefined ? "single" : "double", span };
  }
  // `#12` alone is a number of an issue to whoever wrote it, though a comment to YAML.
  const comment = /^#\d+[ \t]*$/.test(source) ? -1 : source.search(/(?:^|[ \t])#/);
  const value = listAt(source) ?? (comment < 0 ? source : source.slice(0, comment)).trim();
  const span = { start: from, end: from + value.length };
  const flow = /^\[.*\]$/.test(value) ? entriesIn(value) : undefined;
  if (flow) return { value: flow.join(", "), form: "flow", span };
  if (/^(?:~|null)$/i.test(value)) return { value: "", form: "bare", span };
  return value === ""
    ? emptyAt({ text: "", start: start + Math.min(lead, 1) })
    : { value, form: "bare", span };
}

/** The list in brackets that is all of a line but for a comment; what is in quotes may look like one. */
export const listAt = (source: string): string | undefined =>
  /^(\[(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^"'#]|(?<=\S)#)*\])[ \t]*(?:#.*)?$/.exec(source)?.[1];

/** The entries of `[a, "b, c"]` without their quotes; nothing where something else than a list stands in it. */
export function entriesIn(source: string): readonly string[] | undefined {
  const inner = source.slice(1, -1);
  if (/[[\]{}]/.test(inner.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, ""))) return undefined;
  // A quotation mark within a word, as in a name, quotes nothing.
  const entries = Array.from(
    matchesOf(inner, /\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(?=,|$)|[^,]+/g),
    ([entry]) => entry.trim(),
  );
  return entries
    .map((entry) =>
      entry.replace(/^"(.*)"$|^'(.*)'$/, (_, a: string | undefined, b: string | undefined) =>
        a === undefined ? (b ?? "").replaceAll("''", "'") : a.replace(/\\(["\\/])/g, "$1"),
      ),
    )
    .filter((entry) => entry !== "");
}

const emptyAt = ({ start }: Line): Scalar => ({ value: "", form: "bare", span: { start, end: start } });

const fieldOf = (head: KeyLine, scalar: Scalar, end: number, block: number): Field => ({
  key: head.key,
  value: scalar.value,
  style: "frontMatter",
  form: scalar.form,
  block,
  whole: { start: head.line.start, end },
  keySpan: head.keySpan,
  valueSpan: scalar.span,
});
