import { inText, type Document } from "../../syntax/document.ts";
import { walk } from "../../syntax/node.ts";
import { nextLine, lineAt } from "../../text/lines.ts";
import type { Span } from "../../text/span.ts";

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
 * `-disable` up to `-enable` or the end, `-disable-file` for all of it. A reason may follow behind `:` or `--`.
 * Code samples of such comments are none. `ids` are the rules that exist.
 */
export function readSuppressions(doc: Document, ids: ReadonlySet<string>): readonly Suppression[] {
  if (!doc.text.includes("design-docs-disable")) return [];
  const comments = commentsIn(doc);
  return comments.flatMap((comment, index): readonly Suppression[] => {
    if (comment.what === "enable") return [];
    const names = comment.names.length > 0 ? comment.names : [{ name: "*", span: comment.span }];
    return names.map(({ name, span }) => ({
      rule: name,
      known: name === "*" || ids.has(name),
      span,
      comment: comment.span,
      scope: scopeOf(doc.text, comment, name, comments.slice(index + 1)),
    }));
  });
}

function scopeOf(
  text: string,
  { what, span }: Comment,
  name: string,
  later: readonly Comment[],
): Span | undefined {
  if (what === "disable-file") return { start: 0, end: text.length };
  // What is told of a document without a title is told on its first line, which may be the comment's own.
  if (what === "disable-next-line") {
    const line = nextWrittenLine(text, span.end);
    return line && { start: span.start, end: line.end };
  }
  const end = later.find(
    (other) =>
      other.what === "enable" && (other.names.length === 0 || other.names.some((one) => one.name === name)),
  );
  return { start: span.start, end: end?.span.start ?? text.length };
}

const ownComment = /^<!--\s*design-docs-[^]*-->$/;

/** The first line behind the one that holds `offset` that is neither blank nor another comment of ours. */
function nextWrittenLine(text: string, offset: number): Span | undefined {
  for (let start = nextLine(text, offset); start < text.length; start = nextLine(text, start)) {
    const line = lineAt(text, start);
    const written = text.slice(line.start, line.end).trim();
    if (written !== "" && !ownComment.test(written)) return line;
  }
  return undefined;
}

function commentsIn(doc: Document): readonly Comment[] {
  const found: Comment[] = [];
  doc.blocks.forEach(({ node }, block) => {
    for (const inner of walk(node)) {
      if (inner.kind !== "html" || !inner.value.includes("design-docs-")) continue;
      const place = inText(doc, block, inner);
      const source = doc.text.slice(place.start, place.end);
      for (const match of source.matchAll(/<!--[^]*?-->/g)) {
        const comment = readComment(match[0], place.start + match.index);
        if (comment) found.push(comment);
      }
    }
  });
  return found;
}

function readComment(source: string, start: number): Comment | undefined {
  const groups = commentForm.exec(source)?.groups;
  const { what, rest } = groups ?? {};
  if (what === undefined || rest === undefined) return undefined;
  const list = /^[^:]*?(?=\s--|:|$)/s.exec(rest)?.[0] ?? "";
  const base = start + source.indexOf(rest, source.indexOf(what) + what.length);
  const names = [...list.matchAll(/[^\s,]+/g)].map((match) => ({
    name: match[0],
    span: { start: base + match.index, end: base + match.index + match[0].length },
  }));
  return { what, names, span: { start, end: start + source.length } };
}

/** The suppressions that cover a finding of `rule` whose span starts at `offset`. */
export const covering = (all: readonly Suppression[], rule: string, offset: number): readonly Suppression[] =>
  all.filter(
    ({ rule: named, scope }) =>
      (named === rule || named === "*") && scope && scope.start <= offset && offset <= scope.end,
  );
