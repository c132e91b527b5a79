import type { Analysed } from "../../template/analysed.ts";
import { parentsIn } from "../../template/align.ts";
import { keyOf } from "../../template/names.ts";
import { partHeading, type Part } from "../../template/parts.ts";
import { offsetInText } from "../../syntax/document.ts";
import type { Span } from "../../text/span.ts";
import { nameOf } from "../place.ts";
import { tokensIn, tokensOf, wordsAmong } from "./words.ts";

/** A stretch of a document that is compared as one: what stands below one heading up to the next one. */
export interface Section {
  /** The document’s title and header, and what stands before them. */
  readonly isHead: boolean;
  /** Its heading as read; of a head the document’s title, which may be empty. */
  readonly title: string;
  /** Its heading; empty where a head has none. */
  readonly heading: Span;
  /** From its heading to the next one. */
  readonly span: Span;
  /** The names of the section of the template that it answers, by their keys. */
  readonly answers: readonly string[];
  /** The key of its own name. */
  readonly name: string;
  /** Index of the section around it, or -1. */
  readonly parent: number;
  /** Of its text without its heading. */
  readonly tokens: readonly string[];
  /** Of its heading. */
  readonly titleTokens: readonly string[];
  readonly words: readonly string[];
}

/** The sections of a document in its order. They cover its text, and none is in another one. */
export function sectionsOf(analysed: Analysed): readonly Section[] {
  const { doc, alignment } = analysed;
  const { parts } = alignment;
  const hasTitle = parts.length > 0 && parts[0] === alignment.title;
  const rest = hasTitle ? parts.slice(1) : parts;
  const [title] = hasTitle ? parts : [];
  const first = rest[0];
  const headEnd = first ? offsetInText(doc, first.from) : doc.text.length;
  const head = headOf(analysed, title, headEnd);
  const sections: Section[] = head ? [head] : [];
  const parents = parentsIn(alignment);
  const keys = keysOf(analysed);
  const indexes = new Map<Part, number>();
  rest.forEach((part, index) => {
    const next = rest[index + 1];
    const heading = partHeading(doc, part);
    const span = { start: heading.start, end: next ? offsetInText(doc, next.from) : doc.text.length };
    const tokens = tokensIn(doc, { start: heading.end, end: span.end });
    const around = parents.get(part);
    indexes.set(part, sections.length);
    sections.push({
      isHead: false,
      title: nameOf(doc, part),
      heading,
      span,
      answers: keys.get(part) ?? [],
      name: keyOf(part.title.slice(0, 500)),
      parent: (around && indexes.get(around)) ?? -1,
      tokens,
      titleTokens: tokensOf(part.title),
      words: wordsAmong(tokens),
    });
  });
  return sections;
}

/** What stands before the first section; nothing where that is where the text begins. */
function headOf(analysed: Analysed, title: Part | undefined, end: number): Section | undefined {
  if (end === 0) return undefined;
  const { doc } = analysed;
  const heading = title ? partHeading(doc, title) : { start: 0, end: 0 };
  const tokens = [
    ...tokensIn(doc, { start: 0, end: heading.start }),
    ...tokensIn(doc, { start: heading.end, end }),
  ];
  return {
    isHead: true,
    title: title?.title ?? "",
    heading,
    span: { start: 0, end },
    answers: [],
    name: "",
    parent: -1,
    tokens,
    titleTokens: tokensOf(title?.title ?? ""),
    words: wordsAmong(tokens),
  };
}

/** Of each part that answers sections of the template, the names of the first of them. */
function keysOf({ alignment }: Analysed): ReadonlyMap<Part, readonly string[]> {
  const keys = new Map<Part, readonly string[]>();
  for (const { wanted, part } of alignment.sections) {
    if (part && !wanted.isTitle && !keys.has(part)) keys.set(part, wanted.keys);
  }
  return keys;
}
