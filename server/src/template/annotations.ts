import type { Span } from "../text/span.ts";
import { readExpectations, type Expectation } from "./expectations.ts";
import { stages, type Stage, type Status } from "./status.ts";
import { matchesOf } from "../text/matches.ts";

/**
 * What a template says of a section in a comment: `<!-- design-docs: optional; due: approved; expect: list -->`.
 * What is absent is left to the section's own words.
 */
export interface Annotations {
  readonly optional?: boolean;
  readonly due?: Stage;
  readonly expects?: readonly Expectation[];
  /** A document may have several sections that answer. */
  readonly repeatable?: boolean;
  /** The sections directly below may stand in any order. */
  readonly anyOrder?: boolean;
  /** `boilerplate` for `keep`: the text below the heading stays. */
  readonly text?: "guidance" | "boilerplate";
  /** Of the sections with this name, a document has at least one. */
  readonly group?: string;
  /** True for `pattern`, false for `name`. */
  readonly pattern?: boolean;
  /** Further names that answer. */
  readonly also?: readonly string[];
  /** The section is about the template and no document has it. */
  readonly instructions?: boolean;
}

const comment = /<!--[ \t]*design-docs:([^>]*)-->[ \t]*(?:\r\n|\n|\r)?/g;

/** The words that an annotation may begin with, `stage` and `ignore` among them. */
export const annotationWords = [
  "optional",
  "required",
  "repeatable",
  "any order",
  "keep",
  "guidance",
  "one of",
  "pattern",
  "name",
  "also",
  "instructions",
  "due",
  "expect",
  "stage",
  "ignore",
] as const;

export type AnnotationWord = (typeof annotationWords)[number];

// Words that say nothing without a value, and those that have none.
const valued: ReadonlySet<AnnotationWord> = new Set(["one of", "also", "due", "expect", "stage"]);

/** One entry of an annotation, as written. */
export interface AnnotationEntry {
  /** In lower case, white space folded. */
  readonly key: string;
  readonly value: string;
  /** The whole entry, and its value, in the Markdown that was read; an absent value is empty at the entry's end. */
  readonly span: Span;
  readonly valueSpan: Span;
  /** The word that is meant; nothing where there is none such. */
  readonly word: AnnotationWord | undefined;
  /** The word is known, and so is what stands behind it. Such an entry has an effect. */
  readonly isKnown: boolean;
}

/** The annotations in a section's Markdown; what is unknown in them is passed over. */
export function readAnnotations(markdown: string): Annotations {
  const found: { -readonly [Key in keyof Annotations]: Annotations[Key] } = {};
  for (const { word, value, isKnown } of annotationEntries(markdown)) {
    if (!isKnown) continue;
    switch (word) {
      case "optional":
      case "required":
        found.optional = word === "optional";
        break;
      case "due":
        found.due = stageOf(value) ?? "draft";
        break;
      case "expect":
        found.expects = [...(found.expects ?? []), ...readExpectations(value)];
        break;
      case "repeatable":
        found.repeatable = true;
        break;
      case "any order":
        found.anyOrder = true;
        break;
      case "keep":
      case "guidance":
        found.text = word === "keep" ? "boilerplate" : "guidance";
        break;
      case "one of":
        found.group = value.toLowerCase();
        break;
      case "pattern":
      case "name":
        found.pattern = word === "pattern";
        break;
      case "also":
        found.also = [...(found.also ?? []), ...listed(value)];
        break;
      case "instructions":
        found.instructions = true;
        break;
      default:
    }
  }
  return found;
}

const listed = (value: string): readonly string[] =>
  value
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");

const stageOf = (value: string): Stage | undefined => stages.find((stage) => stage === value.toLowerCase());

/**
 * The stages that a template gives to its status words: `<!-- design-docs: stage: ON HOLD = closed -->`,
 * several by comma. What is no stage is passed over.
 */
export const readStages = (markdown: string): readonly Status[] =>
  annotationEntries(markdown).flatMap(({ word, value }) =>
    word === "stage" ? value.split(",").flatMap(statusIn) : [],
  );

function statusIn(entry: string): readonly Status[] {
  const [name = "", wanted = ""] = entry.split("=").map((part) => part.trim());
  const stage = stageOf(wanted);
  return name !== "" && stage ? [{ name, stage }] : [];
}

/** The entries of all annotations in a Markdown text, known or not, in its order. Empty ones are none. */
export function annotationEntries(markdown: string): readonly AnnotationEntry[] {
  const entries: AnnotationEntry[] = [];
  for (const match of matchesOf(markdown, comment)) {
    const list = match[1] ?? "";
    let start = match.index + match[0].indexOf(":") + 1;
    for (const source of list.split(";")) {
      const entry = entryIn(source, start);
      if (entry.key !== "") entries.push(entry);
      start += source.length + 1;
    }
  }
  return entries;
}

function entryIn(source: string, base: number): AnnotationEntry {
  const colon = source.indexOf(":");
  const end = base + source.trimEnd().length;
  const start = Math.min(end, base + source.length - source.trimStart().length);
  const written = colon < 0 ? "" : source.slice(colon + 1);
  const value = written.trim();
  const valueStart = value === "" ? end : base + colon + 1 + written.indexOf(value);
  const key = (colon < 0 ? source : source.slice(0, colon)).trim().toLowerCase().replace(/\s+/g, " ");
  const word = annotationWords.find((known) => known === key);
  return {
    key,
    value,
    span: { start, end },
    valueSpan: { start: valueStart, end: valueStart + value.length },
    word,
    isKnown: word !== undefined && isFitting(word, value),
  };
}

function isFitting(word: AnnotationWord, value: string): boolean {
  if (word === "due") return stageOf(value) !== undefined;
  if (word === "expect")
    return readExpectations(value).length > 0 || value.trim().toLowerCase() === "nothing";
  if (word === "stage") return value.split(",").some((entry) => statusIn(entry).length > 0);
  return valued.has(word) ? listed(value).length > 0 : true;
}

// Suppressions of rules about templates are about the template alone, too.
const ownSuppression =
  /<!--[ \t]*design-docs-(?:disable-next-line|disable-file|disable|enable)[ \t]+template-(?!instructions\b)[^>]*-->[ \t]*(?:\r\n|\n|\r)?/g;

/** The Markdown without annotation comments: what people read and what is inserted. */
export const withoutAnnotations = (markdown: string): string =>
  markdown.replace(comment, "").replace(ownSuppression, "").trim();

const ignoring = /<!--\s*design-docs:\s*ignore\s*-->/;

/** Whether a text has the comment that asks to leave the whole document alone. */
export const asksToIgnore = (html: string): boolean => ignoring.test(html);
