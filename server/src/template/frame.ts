import { blockSpan, startOf, type Document } from "../syntax/document.ts";
import { isKnownKey } from "../syntax/header-keys.ts";
import type { Span } from "../text/span.ts";
import { readAnnotations } from "./annotations.ts";
import { isFixed } from "./boilerplate.ts";
import { isAboutTemplate, isTitleLike } from "./headings.ts";
import { keyOf } from "./names.ts";
import { isMarked, mentionsTemplate, speaksToAuthor } from "./notation.ts";
import { headingParts, partBody, partHeading, placeParts, type Part } from "./parts.ts";
import { unitsIn, type Unit } from "./units.ts";

/** How a template's headings and the text round its sections are to be understood. */
export interface Frame {
  /** The heading that names the template and is no section. */
  readonly title: Part | undefined;
  /** The first section, where it stands for a document's title. */
  readonly titleSection: Part | undefined;
  /** The headings that are sections, that one among them. */
  readonly parts: readonly Part[];
  /** Where the first section begins that is no title; the end of the text where there is none. */
  readonly leadEnd: number;
  /** What stands before it and is about the template, in the order of the text. */
  readonly about: readonly Unit[];
  /** What stands before it and says what belongs there. */
  readonly wanted: readonly Unit[];
  /** The stretches that no document has: headings and blocks about the template before the first section. */
  readonly dropped: readonly Span[];
  /** Index of the block with which a section about the template begins behind all others; the number of blocks where there is none. */
  readonly asideFrom: number;
}

/** The frame of a template's document. Total: a text without headings is all lead. */
export function readFrame(doc: Document): Frame {
  // A heading without words asks for nothing.
  const named = placeParts(doc, headingParts(doc)).filter(
    (part, index) => index === 0 || keyOf(part.title) !== "",
  );
  const { title, titleSection, leadHeading, parts } = titlesIn(named);
  const all = parts.filter((part) => part === titleSection || keyOf(part.title) !== "");
  const [aside, rest] = asideAt(doc, all, titleSection);
  const first = rest.find((part) => part !== titleSection);
  const leadEnd = first ? partHeading(doc, first).start : doc.text.length;
  const lastStart = Math.max(leadEnd, ...rest.map((part) => partHeading(doc, part).start));
  const behind = aside.find((part) => partHeading(doc, part).start > lastStart);
  const others = aside.filter((part) => partHeading(doc, part).start < lastStart);
  const before = leadHeading ? [leadHeading, ...others] : others;
  // Before the title, or before the place for it, nothing but fields is the document's own.
  const border = (leadHeading ? titleSection : (title ?? titleSection))?.from;
  const isAside = ({ start }: Span): boolean =>
    (border !== undefined && start < startOf(doc, border.block)) ||
    others.some((part) => partHeading(doc, part).start <= start && start < partBody(doc, part).end);
  const lead = leadIn(doc, leadEnd, isAside, leadHeading !== undefined, titleSection !== undefined);
  return {
    title,
    titleSection,
    parts: rest,
    leadEnd,
    about: lead.about,
    wanted: lead.wanted,
    dropped: [
      ...before.map((part) => (part === leadHeading ? partHeading(doc, part) : ownExtent(doc, part))),
      ...lead.dropped,
    ],
    asideFrom: behind?.from.block ?? doc.blocks.length,
  };
}

const ownExtent = (doc: Document, part: Part): Span => ({
  start: partHeading(doc, part).start,
  end: partBody(doc, part).end,
});

interface Titles {
  readonly title?: Part;
  readonly titleSection?: Part;
  readonly leadHeading?: Part;
  readonly parts: readonly Part[];
}

/**
 * Which heading is the title: the only H1, if it comes first. Where that says no more than “Template” and what
 * follows it is a place for a title, that one is; and without an only H1, a first heading that is such a place.
 */
function titlesIn(named: readonly Part[]): Titles {
  const [first, ...rest] = named;
  if (!first) return { parts: [] };
  const [second] = rest;
  if (second && isAboutTemplate(first.title) && isTitleLike(second.title) && isTop(second, rest))
    return { leadHeading: first, titleSection: second, parts: rest };
  if (first.depth === 1 && rest.every((part) => part.depth > 1)) return { title: first, parts: rest };
  return isTitleLike(first.title) && isTop(first, named)
    ? { titleSection: first, parts: named }
    : { parts: named };
}

const isTop = (part: Part, parts: readonly Part[]): boolean =>
  parts.every((other) => other.depth >= part.depth);

/** The sections about the template, with what is below them, apart from the others. */
function asideAt(
  doc: Document,
  parts: readonly Part[],
  titleSection: Part | undefined,
): readonly [aside: readonly Part[], rest: readonly Part[]] {
  const aside = new Set<Part>();
  parts.forEach((part, index) => {
    if (part === titleSection || aside.has(part)) return;
    const body = doc.text.slice(partBody(doc, part).start, partBody(doc, part).end);
    const end = parts.findIndex((other, later) => later > index && other.depth <= part.depth);
    const isOutside = end < 0 || parts.slice(0, index).every((other) => other === titleSection);
    const isAbout =
      readAnnotations(body).instructions === true ||
      (isOutside && isAboutTemplate(part.title) && mentionsTemplate(`${part.title} ${body}`));
    if (isAbout) for (const one of parts.slice(index, end < 0 ? undefined : end)) aside.add(one);
  });
  return [[...aside], parts.filter((part) => !aside.has(part))];
}

/**
 * The units before the first section, and the blocks that are about the template: those for which `isAside` holds,
 * and where `isDivided` does not, those that say so themselves.
 */
function leadIn(
  doc: Document,
  end: number,
  isAside: (span: Span) => boolean,
  isDivided: boolean,
  hasTitleSection: boolean,
): Pick<Frame, "about" | "wanted" | "dropped"> {
  const about: Unit[] = [];
  const wanted: Unit[] = [];
  const dropped: Span[] = [];
  let hasSpoken = false;
  const fields = new Set(doc.header.fields.map(({ block }) => block));
  const headers = new Set(doc.header.fields.flatMap(({ key, block }) => (isKnownKey(key) ? [block] : [])));
  for (let index = 0; index < doc.blocks.length && startOf(doc, index) < end; index++) {
    const span = blockSpan(doc, index);
    const kind = doc.blocks[index]?.kind;
    const isAsideBlock = isAside(span);
    const isField = fields.has(index) || looksLikeFields(doc.text.slice(span.start, span.end));
    if (headers.has(index) || (isField && !isAsideBlock)) continue;
    const units = unitsIn(doc, span).filter((unit) => !isFixed(unit));
    if (kind === "table" && !isAsideBlock) {
      wanted.push(...units.filter(({ text }) => isMarked(text)));
      continue;
    }
    // What follows a text about the template, and is set off by nothing, goes on with it.
    const goesOn: boolean = hasSpoken && kind === "paragraph";
    const speaking: readonly Unit[] = units.filter(
      (unit) =>
        isAsideBlock ||
        (!isDivided && (isAboutIn(unit) || (goesOn && !isMarked(unit.text) && !speaksToAuthor(unit.text)))),
    );
    hasSpoken ||= speaking.length > 0 && !isAsideBlock;
    // A quote or a list says one thing, all of it.
    const isOne = speaking.length > 0 && kind !== "paragraph" && kind !== "html";
    if (speaking.length > 0 && (isOne || speaking.length === units.length)) dropped.push(span);
    for (const unit of units) {
      if (isOne || speaking.includes(unit)) about.push(unit);
      else if (hasTitleSection || isMarked(unit.text) || unit.isQuoted || speaksToAuthor(unit.text))
        wanted.push(unit);
    }
  }
  return { about, wanted, dropped };
}

const isAboutIn = (unit: Unit): boolean => unit.form === "hidden" || mentionsTemplate(unit.text);

/** Whether each line of a paragraph, or each item of a list, is a key with its value, spelt in a way that nobody reads as a field. */
function looksLikeFields(source: string): boolean {
  const lines = source.split(/[\r\n]+/).filter((line) => line.trim() !== "");
  const tops = lines.filter((line) => !/^\s{2,}/.test(line));
  return (
    tops.length > 0 &&
    tops.every((line) => /^(?:[-*+] )?(?:\*\*|__|\*|_)?[\p{L}][^:.!?]{0,50}:/u.test(line)) &&
    !mentionsTemplate(tops[0] ?? "")
  );
}
