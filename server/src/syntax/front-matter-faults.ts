import { parse as parseToml, TomlError } from "smol-toml";
import { parseDocument as parseYaml } from "yaml";
import { applyEdits, type Edit } from "../text/edit.ts";
import { lineAt, nextLine } from "../text/lines.ts";
import { shift, slice, trimmed, type Span } from "../text/span.ts";
import type { Field } from "./document.ts";
import { linesOf } from "./header-lines.ts";
import { tomlFields } from "./header-toml.ts";
import { yamlFields } from "./header-yaml.ts";
import { isPlainYaml } from "./plain-yaml.ts";
import { tomlScalar, yamlScalar } from "./write-field.ts";

/** What is wrong with front matter, at offsets of its block. */
export type FrontMatterFault =
  /** A value that readers reject and that is meant as it stands; `edit` puts it into quotes. */
  | { readonly kind: "quote"; readonly key: string; readonly span: Span; readonly edit: Edit }
  /** A quotation mark or a bracket that is never closed. */
  | { readonly kind: "open"; readonly key: string; readonly mark: string; readonly span: Span }
  | { readonly kind: "twice"; readonly key: string; readonly span: Span }
  /** The blank that is lacking behind a colon, so that there is no key. */
  | { readonly kind: "gap"; readonly key: string; readonly span: Span; readonly edit: Edit }
  /** `edit` writes blanks in place of the tabs. */
  | { readonly kind: "tab"; readonly span: Span; readonly edit: Edit }
  | { readonly kind: "line"; readonly span: Span };

// A longer block is data that somebody else looks after.
const longest = 6000;
const mostLines = 200;

// More brackets are no front matter.
const deepest = 200;

// Behind so many faults, nobody wants to read on.
const most = 10;

/**
 * The faults for which readers of YAML or TOML reject a block of front matter, in its order; what follows from one
 * is not told. Placeholders in brackets, which a template may have and which no reader takes, are none. `source` is
 * the block with its fences.
 */
export function frontMatterFaults(source: string): readonly FrontMatterFault[] {
  // Thousands of brackets in each other are more than a parser's stack holds.
  const isDeep = source.replace(/[^[{]/g, "").length > deepest || /(?:- *){100}/.test(source);
  if (source.length > longest || isDeep) return [];
  const lines = linesOf(source).slice(1, -1);
  if (lines.length > mostLines) return [];
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last) return [];
  const isToml = source.startsWith("+");
  if (!isToml && isPlainYaml(lines)) return [];
  const inner = { start: first.start, end: last.start + last.text.length };
  const text = slice(source, inner);
  const fields = (isToml ? tomlFields : yamlFields)(
    lines.map((line) => ({ ...line, start: line.start - inner.start })),
    0,
  );
  const faults = faultsIn(text, fields, isToml ? tomlLanguage : yamlLanguage);
  return faults.map((fault) => ({
    ...fault,
    span: shift(fault.span, inner.start),
    ...("edit" in fault && { edit: { ...fault.edit, span: shift(fault.edit.span, inner.start) } }),
  }));
}

interface Failure {
  readonly at: number;
  readonly isTwice: boolean;
}

interface Language {
  /** The first error in a text; nothing where readers accept it. */
  readonly fails: (text: string) => Failure | undefined;
  /** A value in quotes; nothing where it needs none. */
  readonly quoted: (value: string) => string | undefined;
}

const yamlLanguage: Language = {
  fails(text) {
    const { errors } = parseYaml(text, { prettyErrors: false, logLevel: "silent" });
    const [error] = errors.toSorted((a, b) => a.pos[0] - b.pos[0]);
    return error && { at: error.pos[0], isTwice: error.code === "DUPLICATE_KEY" };
  },
  quoted(value) {
    const apostrophe = /^'([^']*(?:\p{L}'\p{L}[^']*)+)'$/u.exec(value)?.[1];
    if (apostrophe !== undefined) return yamlScalar(apostrophe, false, true);
    const scalar = yamlScalar(value);
    return scalar === value ? undefined : scalar;
  },
};

const tomlLanguage: Language = {
  fails(text) {
    try {
      parseToml(text);
      return undefined;
    } catch (error) {
      if (!(error instanceof TomlError)) return { at: 0, isTwice: false };
      const line = linesOf(text)[error.line - 1];
      const isTwice = /redefine|already (?:defined|exists)/i.test(error.message);
      return { at: (line?.start ?? 0) + Math.min(error.column - 1, line?.text.length ?? 0), isTwice };
    }
  },
  quoted: tomlScalar,
};

function faultsIn(text: string, fields: readonly Field[], language: Language): readonly FrontMatterFault[] {
  const faults: FrontMatterFault[] = [];
  if (!language.fails(text)) return faults;
  const edits = [...placeholders(text, fields, language)];
  for (let failure = failing(text, edits, language); failure && faults.length < most;) {
    const { at, isTwice } = failure;
    const line = lineAt(text, at);
    const near = fields.filter(({ whole }) => whole.start <= line.end);
    const own = near.findLast(({ whole }) => whole.start <= at) ?? near.at(-1);
    if (isTwice && own) {
      const span = { start: own.keySpan.start, end: own.keySpan.end };
      return [...faults, { kind: "twice", key: own.key, span }];
    }
    const open = near.find((field) => isOpen(field, text) && !isChanged(edits, field));
    if (open) {
      const { key, valueSpan } = open;
      const span = {
        start: valueSpan.start,
        end: Math.min(valueSpan.end, lineAt(text, valueSpan.start).end),
      };
      return [...faults, { kind: "open", key, mark: text.charAt(span.start), span }];
    }
    const tabs = /^[ ]*\t[ \t]*/.exec(slice(text, line))?.[0];
    if (tabs !== undefined) {
      const span = { start: line.start, end: line.start + tabs.length };
      return [...faults, { kind: "tab", span, edit: { span, text: tabs.replaceAll("\t", "  ") } }];
    }
    const gap = /^[ ]*(?:- +)?[\w-]{1,40}:(?=[^\s:/])/.exec(slice(text, line))?.[0];
    if (gap !== undefined) {
      const end = line.start + gap.length;
      const edit = { span: { start: end, end }, text: " " };
      return [
        ...faults,
        {
          kind: "gap",
          key: gap.replace(/^[ -]+|:$/g, ""),
          span: { start: line.start + gap.search(/[^ -]/), end },
          edit,
        },
      ];
    }
    const mended = mending(text, candidates(text, near), edits, at, language);
    if (!mended) return [...faults, { kind: "line", span: brokenLine(text, line) }];
    faults.push({ kind: "quote", key: mended.key, span: mended.edit.span, edit: mended.edit });
    edits.push(mended.edit);
    failure = failing(text, edits, language);
  }
  return faults.toSorted((a, b) => a.span.start - b.span.start);
}

/** The line of an error; of a key with a value, the line that is indented below it though nothing may be. */
function brokenLine(text: string, line: Span): Span {
  const below = lineAt(text, nextLine(text, line.end));
  const indent = (span: Span): number => /^ */.exec(slice(text, span))?.[0].length ?? 0;
  const isBelow = below.start > line.end && indent(below) > indent(line) && /:\s+\S/.test(slice(text, line));
  const { start, end } = isBelow ? below : line;
  return trimmed(text, { start, end });
}

/** A value that stands on a line without quotes. */
interface Candidate {
  readonly key: string;
  readonly span: Span;
}

/** The values that an error may be about, the nearest before it first: those of lines, and of lists each entry. */
function candidates(text: string, fields: readonly Field[]): readonly Candidate[] {
  return fields
    .slice(-3)
    .toReversed()
    .flatMap(({ key, form, value, valueSpan, whole }): readonly Candidate[] => {
      if (form === "bare") return value === "" ? [] : [{ key, span: valueSpan }];
      if (form !== "items") return [];
      return linesOf(slice(text, whole)).flatMap((line): readonly Candidate[] => {
        const mark = /^ *- +/.exec(line.text)?.[0].length;
        const entry = mark === undefined ? "" : line.text.slice(mark).trimEnd();
        const start = whole.start + line.start + (mark ?? 0);
        return entry === "" ? [] : [{ key, span: { start, end: start + entry.length } }];
      });
    });
}

/** The first error behind the edits, at the offset that it has in the text before them. */
function failing(text: string, edits: readonly Edit[], { fails }: Language): Failure | undefined {
  const failure = fails(applyEdits(text, edits));
  return failure && { ...failure, at: before(edits, failure.at, text.length) };
}

/** The offset in a text of what stands at `offset` behind the edits. */
function before(edits: readonly Edit[], offset: number, length: number): number {
  let at = offset;
  for (const { span, text } of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    if (at <= span.start) break;
    at = Math.max(span.start, at - (text.length - (span.end - span.start)));
  }
  return Math.min(at, length);
}

const isChanged = (edits: readonly Edit[], { valueSpan }: Field): boolean =>
  edits.some(({ span }) => span.start === valueSpan.start);

/** The value of those that has to stand in quotes so that the first error is gone. */
function mending(
  text: string,
  values: readonly Candidate[],
  edits: readonly Edit[],
  at: number,
  language: Language,
): { readonly key: string; readonly edit: Edit } | undefined {
  for (const { key, span } of values) {
    const value = slice(text, span);
    const quoted = language.quoted(value);
    if (quoted === undefined || /[\r\n]/.test(value) || edits.some((edit) => edit.span.start === span.start))
      continue;
    const edit = { span, text: quoted };
    const next = failing(text, [...edits, edit], language);
    if (!next || next.at > Math.max(at, span.end)) return { key, edit };
  }
  return undefined;
}

/** Whether a value begins with a mark that its line does not close. */
function isOpen({ form, valueSpan }: Field, text: string): boolean {
  if (form !== "bare") return false;
  const value = text.slice(valueSpan.start, lineAt(text, valueSpan.start).end).trimEnd();
  const [, mark = ""] = /^(["'[{])/.exec(value) ?? [];
  if (mark === "") return false;
  const close = { "[": "]", "{": "}" }[mark] ?? mark;
  return !value.slice(1).includes(close);
}

/** Edits that let readers pass over placeholders: whole values in brackets, and lines that are one. */
function placeholders(text: string, fields: readonly Field[], { quoted }: Language): readonly Edit[] {
  const values = fields.flatMap(({ form, value, valueSpan }): readonly Edit[] =>
    form === "bare" && /^(?:\{.*\}|<.*>|\[.*\])$/s.test(value)
      ? [{ span: valueSpan, text: quoted(value) ?? value }]
      : [],
  );
  const lines = linesOf(text).flatMap(({ text: line, start }): readonly Edit[] =>
    /^<[^<>]*>[ \t]*$/.test(line) ? [{ span: { start, end: start + 1 }, text: "#" }] : [],
  );
  return [...values, ...lines];
}
