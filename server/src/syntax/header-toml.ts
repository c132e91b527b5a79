import type { Field } from "./document.ts";
import { longestLine, type Line } from "./header-lines.ts";
import { entriesIn, listAt, type Scalar } from "./header-yaml.ts";

const keyLine =
  /^(?<lead>[ \t]*)(?<quote>["']?)(?<key>[\p{L}\p{N}_.-][\p{L}\p{N} _.-]{0,60}?)\k<quote>[ \t]*=[ \t]*(?<rest>.*)$/u;

// Nobody writes a longer list; what follows is read by itself.
const mostLines = 200;

/** The fields of front matter in TOML, line by line: what is no TOML hides none of the lines that are. */
export function tomlFields(lines: readonly Line[], block: number): readonly Field[] {
  const fields: Field[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (!line || line.text.length > longestLine) continue;
    const { lead, quote, key, rest } = keyLine.exec(line.text)?.groups ?? {};
    if (lead === undefined || quote === undefined || key === undefined || rest === undefined) continue;
    const start = line.start + lead.length + quote.length;
    const value = { text: rest, start: line.start + line.text.length - rest.length };
    const following = lines.slice(index + 1, index + 1 + mostLines);
    const marks = openMarks(rest);
    const more =
      marks === undefined ? (isOpen(rest) ? closing(following) : 0) : closingMarks(following, marks);
    const last = lines[index + more] ?? line;
    const end = last.start + last.text.trimEnd().length;
    const all = lines.slice(index, index + 1 + more);
    const scalar =
      more === 0
        ? scalarOf(value)
        : marks === undefined
          ? longer(value, all, end)
          : longText(value, all, marks);
    index += more;
    fields.push({
      key: key.trim(),
      value: scalar.value,
      style: "toml",
      form: scalar.form,
      block,
      whole: { start: line.start, end },
      keySpan: { start, end: start + key.trim().length },
      valueSpan: scalar.span,
    });
  }
  return fields;
}

/** Whether a list begins in a line and does not end there. */
const isOpen = (rest: string): boolean => rest.startsWith("[") && !/\][ \t]*(?:#.*)?$/.test(rest);

/** How many of the lines belong to a list that is open before them; none where it is not closed. */
function closing(lines: readonly Line[]): number {
  const end = lines.findIndex(({ text }) => /\][ \t]*(?:#.*)?$/.test(text.slice(0, longestLine)));
  return end + 1;
}

/** The three quotes with which a text over several lines begins that does not end in its first. */
function openMarks(rest: string): string | undefined {
  const marks = /^(?:"""|''')/.exec(rest)?.[0];
  return marks !== undefined && !rest.includes(marks, marks.length) ? marks : undefined;
}

/** How many of the lines belong to a text that is open before them; none where it is not closed. */
const closingMarks = (lines: readonly Line[], marks: string): number =>
  lines.findIndex(({ text }) => text.slice(0, longestLine).includes(marks)) + 1;

function longText(value: Line, lines: readonly Line[], marks: string): Scalar {
  const [, ...more] = lines;
  const last = more.at(-1) ?? value;
  const inLast = last.text.indexOf(marks);
  const texts = [
    value.text.slice(marks.length),
    ...more.map((line) => (line === last ? line.text.slice(0, inLast) : line.text)),
  ];
  return {
    value: texts
      .map((text) => text.trim())
      .join(" ")
      .trim()
      .slice(0, longestLine),
    form: marks === '"""' ? "double" : "single",
    span: { start: value.start + marks.length, end: last.start + inLast },
  };
}

function longer(value: Line, lines: readonly Line[], end: number): Scalar {
  const [, ...more] = lines;
  const joined = [value.text, ...more.map(({ text }) => text)].map((text) => text.trim()).join(" ");
  const entries = entriesIn(joined.slice(0, longestLine));
  return {
    value: entries ? entries.join(", ") : joined.slice(0, longestLine),
    form: entries ? "flow" : "bare",
    span: { start: value.start, end },
  };
}

function scalarOf({ text, start }: Line): Scalar {
  const quoted = /^(?:"""(.*?)"""|'''(.*?)'''|"((?:[^"\\]|\\.)*)"|'([^']*)')[ \t]*(?:#.*)?$/.exec(text);
  if (quoted) {
    const [whole, longDouble, longSingle, double, single] = quoted;
    const inner = longDouble ?? longSingle ?? double ?? single ?? "";
    const marks = longDouble !== undefined || longSingle !== undefined ? 3 : 1;
    const isDouble = whole.startsWith('"');
    return {
      value: (isDouble ? inner.replace(/\\(["\\])/g, "$1") : inner).trim(),
      form: isDouble ? "double" : "single",
      span: { start: start + marks, end: start + marks + inner.length },
    };
  }
  const comment = text.search(/(?:^|[ \t])#/);
  const value = listAt(text) ?? (comment < 0 ? text : text.slice(0, comment)).trim();
  const span = { start, end: start + value.length };
  const entries = /^\[.*\]$/.test(value) ? entriesIn(value) : undefined;
  return entries ? { value: entries.join(", "), form: "flow", span } : { value, form: "bare", span };
}
