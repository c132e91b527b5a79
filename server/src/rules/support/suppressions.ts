import type { Text } from "../../text/rope.ts";
import { inText, readable, type Document } from "../../syntax/document.ts";
import { allIn } from "../../syntax/found-in.ts";
import { commentNodes } from "../../syntax/html-nodes.ts";
import { groupBy } from "../../text/group.ts";
import { lineAt, nextLine } from "../../text/lines.ts";
import type { Span } from "../../text/span.ts";
import { matchesOf } from "../../text/matches.ts";

/** One rule that a comment in the document asks to suppress. A comment that names several rules makes several. */
export interface Suppression {
  /** The rule's id, or `*` for all rules where the comment names none. */
  readonly rule: string;
  /** False where there is no rule of that name. */
  readonly known: boolean;
  /** The name in the comment; the whole comment for `*`. */
  readonly span: Span;
  readonly comment: Span;
  /** Findings that start in it, or at either end, are suppressed. Absent where there is nothing to suppress. */
  readonly scope: Span | undefined;
}

export interface Suppressions {
  readonly all: readonly Suppression[];
  /** Those that suppressed nothing although what they name could have been told. */
  readonly unused: readonly Suppression[];
}

export const noSuppressions: Suppressions = { all: [], unused: [] };

/** How our comments begin; `design-docs: …` is the other family, which templates use. */
const commentForm =
  /^<!--\s*design-docs-(?<what>disable-next-line|disable-file|disable|enable)(?=\s|:|-->)(?<rest>[^]*?)-->$/;

interface Comment {
  readonly what: string;
  readonly names: readonly { readonly name: string; readonly span: Span }[];
  readonly span: Span;
}

/**
 * The suppressions in a document's comments, in its order:
 * `<!-- design-docs-disable-next-line rule-a, rule-b: reason -->` for the next line that is not blank,
 * `-disable` up to `-enable` or the end, `-disable-file` for all of it. A reason may follow behind `:`, a dash or in brackets.
 * Code samples of such comments are none. `ids` are the rules that exist.
 */
export function readSuppressions(doc: Document, ids: ReadonlySet<string>): readonly Suppression[] {
  const comments = commentsIn(doc);
  if (comments.length === 0) return [];
  const text = readable(doc);
  const lineBehind = createLineBehind(text);
  const ends = new Map<string, number>();
  // From the last comment to the first, so that where each ends is known by then, however many there are.
  return comments
    .toReversed()
    .flatMap((comment): readonly Suppression[] => {
      const { what, span } = comment;
      const names = comment.names.length > 0 ? comment.names : [{ name: "*", span }];
      if (what === "enable") {
        if (comment.names.length === 0) ends.clear();
        for (const { name } of comment.names.length > 0 ? names : [{ name: everything }])
          ends.set(name, span.start);
        return [];
      }
      return names
        .map(({ name, span: place }) => ({
          rule: name,
          known: name === "*" || ids.has(name),
          span: place,
          comment: span,
          scope: scopeOf(text, comment, ends.get(name) ?? ends.get(everything), lineBehind),
        }))
        .toReversed();
    })
    .toReversed();
}

/** Stands for the names of all rules where a comment ends the suppression of each; no name has a blank in it. */
const everything = " ";

function scopeOf(
  text: Text,
  { what, span }: Comment,
  end: number | undefined,
  lineBehind: (offset: number) => Span | undefined,
): Span | undefined {
  if (what === "disable-file") return { start: 0, end: text.length };
  // What is told of a document without a title is told on its first line, which may be the comment's own.
  if (what === "disable-next-line") {
    const line = lineBehind(span.end);
    return line && { start: span.start, end: line.end };
  }
  return { start: span.start, end: end ?? text.length };
}

/** Gives the first line behind the one that holds an offset that is neither blank nor another comment of ours. */
function createLineBehind(text: Text): (offset: number) => Span | undefined {
  // What was found from each line on that was passed, so that many comments on end take no long time.
  const found = new Map<number, Span | undefined>();
  return (offset) => {
    const passed: number[] = [];
    let line: Span | undefined;
    for (let start = nextLine(text, offset); start < text.length; start = nextLine(text, start)) {
      if (found.has(start)) {
        line = found.get(start);
        break;
      }
      passed.push(start);
      const { end } = lineAt(text, start);
      if (isWritten(text.slice(start, end))) {
        line = { start, end };
        break;
      }
    }
    for (const start of passed) found.set(start, line);
    return line;
  };
}

function isWritten(line: string): boolean {
  // The marks of quotes stand on their blank lines, too.
  const written = line.replace(/^[\s>]+/, "").trimEnd();
  return written !== "" && !(/^<!--\s*design-docs-/.test(written) && written.endsWith("-->"));
}

function commentsIn(doc: Document): readonly Comment[] {
  const found: Comment[] = [];
  for (const { block, items } of allIn(doc, commentNodes)) {
    for (const inner of items) {
      if (!inner.value.includes("design-docs-")) continue;
      const place = inText(doc, block, inner);
      const source = readable(doc).slice(place.start, place.end);
      for (const { start, end } of commentSpans(source)) {
        const comment = readComment(source.slice(start, end), place.start + start);
        if (comment) found.push(comment);
      }
    }
  }
  return found;
}

/** The HTML comments in a source that are closed. */
function* commentSpans(source: string): Generator<Span> {
  for (let start = source.indexOf("<!--"); start >= 0; start = source.indexOf("<!--", start)) {
    const close = source.indexOf("-->", start + 4);
    if (close < 0) return;
    yield { start, end: close + 3 };
    start = close + 3;
  }
}

function readComment(source: string, start: number): Comment | undefined {
  const groups = commentForm.exec(source)?.groups;
  const { what, rest } = groups ?? {};
  if (what === undefined || rest === undefined) return undefined;
  const list = /^[^:]*?(?=\s(?:-+\s|--|[–—(])|:|$)/.exec(rest)?.[0] ?? "";
  const base = start + source.indexOf(rest, source.indexOf(what) + what.length);
  // In a quote, lines begin with its mark.
  const names = [...matchesOf(list, /[^\s,>][^\s,]*/g)].map((match) => ({
    name: match[0],
    span: { start: base + match.index, end: base + match.index + match[0].length },
  }));
  return { what, names, span: { start, end: start + source.length } };
}

/** Gives the suppressions that cover a finding of a rule whose span starts at an offset. */
export function createCovering(
  all: readonly Suppression[],
): (rule: string, offset: number) => readonly Suppression[] {
  const byRule = groupBy(all, ({ rule }) => rule);
  return (rule, offset) =>
    [...(byRule.get(rule) ?? []), ...(byRule.get("*") ?? [])].filter(
      ({ scope }) => scope && scope.start <= offset && offset <= scope.end,
    );
}
