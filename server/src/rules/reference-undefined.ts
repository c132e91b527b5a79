import { distance } from "fastest-levenshtein";
import { message } from "../messages/message.ts";
import { definitionsOf, labelKey } from "../syntax/links.ts";
import { walk, type Node } from "../syntax/node.ts";
import { startOf, type Block, type Document } from "../syntax/document.ts";
import { allIn } from "../syntax/found-in.ts";
import { contains, shift, slice, type Span } from "../text/span.ts";
import { defineRule, type Problem } from "./rule.ts";
import { levels } from "./support/levels.ts";
import { leftBehind } from "./support/links.ts";
import { proseOf, type Prose } from "./support/prose.ts";
import { matchesOf } from "../text/matches.ts";

interface ReferenceUndefined extends Problem {
  readonly label: string;
  /** Where the label stands, or should stand. */
  readonly labelSpan: Span;
}

const template = "# Design\n\n## Goals\n\nWhat it is for.\n";

export default defineRule<ReferenceUndefined>({
  id: "reference-undefined",
  summary: "A reference to a link or a footnote has no definition.",
  why: "Markdown makes a link of `[text][label]` only where a line `[label]: address` defines it, and a footnote of `[^label]` only where `[^label]: text` does. Without it readers see the brackets, and what was to be cited is lost. A lone `[label]` is never told, since brackets have many uses, nor are code and indices such as `m[i][j]`.",
  severity: levels("information", "warning", "warning"),
  examples: [
    {
      title: "a label that is spelt otherwise where it is defined",
      template,
      text: "# Sync engine\n\n## Goals\n\nAs [the storage design][storge] has it⟦[^1]⟧.\n\n[storage]: 2026-01-05-storage-design.md\n".replace(
        "[the storage design][storge]",
        "⟦[the storage design][storge]⟧",
      ),
      fixed:
        "# Sync engine\n\n## Goals\n\nAs [the storage design][storage] has it[^1].\n\n[storage]: 2026-01-05-storage-design.md\n",
    },
    {
      title: "references that are defined, code, and indices",
      template,
      text: "# Sync engine\n\n## Goals\n\nAs [the storage design][storage] has it[^1]; `[a][b]`, cells[i][j].\n\n[storage]: 2026-01-05-storage-design.md\n\n[^1]: Its second part.\n",
    },
  ],

  *check(context) {
    const { doc } = context;
    const left = leftBehind(context);
    // Read when it is needed, and once: every second bracket may be in question.
    let known: Known | undefined;
    const ask = (): Known => (known ??= { keys: definitionsOf(doc), labels: labelsOf(doc) });
    for (const { block, items } of allIn(doc, bracketed)) {
      const base = startOf(doc, block);
      for (const { span, text } of items) {
        const prose = { text, span: shift(span, base) };
        const links = [...linksIn(prose, doc, ask)];
        for (const problem of [...links, ...notesIn(prose)].toSorted(byPlace)) {
          if (!left.some((outer) => contains(outer, problem.span))) yield problem;
        }
      }
    }
  },

  fixes({ label, labelSpan, message: { id } }, { doc }) {
    const known = id === "reference-undefined.note" ? notesOf(doc) : labelsOf(doc);
    const near = nearest(label, known);
    if (near === undefined) return [];
    return [
      {
        title: message("reference-undefined.fix", { label: near }),
        edits: [{ span: labelSpan, text: id === "reference-undefined.note" ? `^${near}` : near }],
      },
    ];
  },
});

type Bracketed = Pick<Prose, "span" | "text">;

/** The prose of a block in which a reference may stand, at offsets in the block. Most has no bracket at all. */
const bracketed = (block: Block, source: string): readonly Bracketed[] =>
  source.includes("][") || source.includes("[^")
    ? proseOf(block, source).filter(({ text }) => /\]\[|\[\^/.test(text))
    : none;

const none: readonly Bracketed[] = [];

/** What a document defines. */
interface Known {
  /** By what labels are compared by. */
  readonly keys: ReadonlyMap<string, string>;
  readonly labels: readonly string[];
}

const byPlace = (a: Problem, b: Problem): number => a.span.start - b.span.start;

// Bounded, so that a line of nothing but brackets does not take long. Before a reference stands no word, bracket or
// backslash: `m[i][j]`, `[[page]][x]` and `\[x][y]` are none.
const reference = /(?<![\p{L}\p{N}_)\]\\[])\[([^[\]]{1,200})\]\[([^[\]]{0,100})\](?![[(+*?{\p{L}\p{N}])/gu;

function* linksIn({ text, span }: Bracketed, doc: Document, ask: () => Known): Generator<ReferenceUndefined> {
  for (const { 0: whole, 1: words = "", 2: written = "", index } of matchesOf(text, reference)) {
    const start = span.start + index;
    const end = start + whole.length;
    const labelSpan = { start: end - 1 - written.length, end: end - 1 };
    // In `[text][]` the text is the label.
    const label = written.trim() === "" ? words : slice(doc.text, labelSpan);
    if (label.startsWith("^") || ask().keys.has(labelKey(label))) continue;
    // A label that is nearly one of those that are defined is meant as one.
    if (!isLikeText(words, written) && nearest(label, ask().labels) === undefined) continue;
    yield { span: { start, end }, message: message("reference-undefined.link", { label }), label, labelSpan };
  }
}

/**
 * Whether brackets are round words, not round the classes of a pattern (`[a-z][0-9]`), the types and options of a
 * program (`[int][]`, `[FILE][OPTION]`), or two tags side by side (`[WIP][Draft]`).
 */
function isLikeText(words: string, label: string): boolean {
  if (isClass(words) || isClass(label)) return false;
  if (!/\p{L}{3}/u.test(words) || /^[\s^!@]|[=|<>$]/.test(words)) return false;
  if (/\s/.test(words.trim())) return true;
  // `[Storage][]` names a thing; `[int][]` and `[uint64][]` are types.
  if (label.trim() === "") return /^\p{Lu}\p{L}|\p{L}-\p{L}/u.test(words.trim());
  // A label of one word is that word again, a number, small letters with digits, or has a hyphen or a `_` in it.
  return label.trim() === words.trim() || /^\d{1,4}$|^[a-z]+\d+$|^\w+(?:[-_.]+\w+)+$/.test(label.trim());
}

/** Whether it is what stands between the brackets of a class in a pattern: `a-z`, `^A-Za-z0-9_`. */
const isClass = (text: string): boolean => /^\^?(?:[a-z0-9]-[a-z0-9]|[_.$ -])+$/i.test(text);

const note = /(?<![\\[])\[\^([\p{L}\p{N}][\p{L}\p{N}_.:-]{0,60})\](?![:[(+*?{\p{L}\p{N}])/gu;

function* notesIn({ text, span }: Bracketed): Generator<ReferenceUndefined> {
  for (const { 0: whole, 1: label = "", index } of matchesOf(text, note)) {
    // `[^a-z]` is a class of a pattern.
    if (isClass(label)) continue;
    const start = span.start + index;
    const labelSpan = { start: start + 1, end: start + 2 + label.length };
    yield {
      span: { start, end: start + whole.length },
      message: message("reference-undefined.note", { label }),
      label,
      labelSpan,
    };
  }
}

// Every doubtful reference is compared with each of them.
const mostLabels = 300;

/** The labels of a document's link definitions, each once, and of very many the first. */
const labelsOf = (doc: Document): readonly string[] =>
  someOf(doc, (node) => (node.kind === "definition" ? node.label : undefined));

/** The labels of the footnotes that a document refers to, which are defined. */
const notesOf = (doc: Document): readonly string[] =>
  someOf(doc, (node) => (node.kind === "footnoteReference" ? node.value : undefined));

function someOf(doc: Document, labelOf: (node: Node) => string | undefined): readonly string[] {
  const labels = new Set<string>();
  for (const { items } of allIn(doc, referring)) {
    for (const inner of items) {
      const label = labelOf(inner);
      if (label !== undefined) labels.add(label);
    }
    if (labels.size >= mostLabels) break;
  }
  return [...labels].slice(0, mostLabels);
}

function referring(block: Block, source: string): readonly Node[] {
  if (block.kind === "code" || (!source.includes("]:") && !source.includes("[^"))) return [];
  return [...walk(block.node)].filter(({ kind }) => kind === "definition" || kind === "footnoteReference");
}

/** The one label that is a slip of the keyboard away; of short ones each is near to every other. */
function nearest(label: string, known: readonly string[]): string | undefined {
  const asked = label.toLowerCase().slice(0, 100);
  let best = Math.min(3, Math.floor(asked.length / 4)) + 1;
  let found: string | undefined;
  for (const one of known) {
    if (Math.abs(one.length - asked.length) > 3 || labelKey(one) === labelKey(label)) continue;
    const far = distance(one, asked);
    if (far > best) continue;
    found = far < best ? one : undefined;
    best = far;
  }
  return found;
}
