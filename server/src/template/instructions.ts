import { readable, blockSpan, startOf, type Block, type Document } from "../syntax/document.ts";
import { allIn, type Reader } from "../syntax/found-in.ts";
import type { Span } from "../text/span.ts";
import { isFixed } from "./boilerplate.ts";
import { mentionsTemplate } from "./notation.ts";
import { knownTexts, type KnownTexts } from "./known-words.ts";
import { unitsIn, unitsOf } from "./units.ts";

/** Text about the template itself that stands at the end of a document. */
export interface Instructions {
  /** The text, without the rule before it. */
  readonly span: Span;
  /** The thematic break that sets it off, where there is one. */
  readonly rule: Span | undefined;
  readonly from: number;
  /** Index of the first block behind it. */
  readonly to: number;
}

// How such a text begins in the templates that we know.
const leadLine =
  /^(?:#+ )?[*_]*(?:how to (?:use|fill (?:in|out)) this (?:template|document)|(?:about|using) this template|template (?:instructions|usage|guidelines))\b/i;

/**
 * The closing instructions of a template, as normalised units: what follows the last thematic break, if that stands
 * in the last section and no heading follows; without one, what follows a well-known lead line there; and sections
 * about the template, which begin with block `asideFrom`. What stays in documents is none, licence lines for example.
 */
export function readInstructions(
  doc: Document,
  asideFrom: number = doc.blocks.length,
): {
  readonly from: number;
  readonly units: readonly string[];
} {
  const from = closingFrom(doc, asideFrom);
  const units = unitsIn(doc, { start: startOf(doc, from), end: readable(doc).length });
  return units.length > 0 && units.every(isFixed)
    ? { from: doc.blocks.length, units: [] }
    : { from, units: units.flatMap((unit) => (isFixed(unit) ? [] : [unit.text])) };
}

/** Index of the block with which they begin, the number of blocks where there are none. */
function closingFrom(doc: Document, asideFrom: number): number {
  const none = doc.blocks.length;
  const isRule = (index: number): boolean => doc.blocks[index]?.kind === "thematicBreak";
  if (asideFrom < none) return isRule(asideFrom - 1) ? asideFrom - 1 : asideFrom;
  const last = doc.sections.at(-1);
  if (!last) return none;
  const rule = doc.blocks.findLastIndex((_, index) => isRule(index));
  const lead = doc.blocks.findIndex((_, index) => index > last.block && isLead(doc, index));
  if (rule <= last.block || rule === none - 1) return lead < 0 ? none : lead;
  // Where rules stand between sections, the last one sets off no more than the others.
  const first = doc.sections.find(({ depth }) => depth > 1)?.block ?? last.block;
  const isCommon = doc.blocks.some((_, index) => index > first && index < rule && isRule(index));
  const rest = readable(doc).slice(startOf(doc, rule + 1));
  return !isCommon || isLead(doc, rule + 1) || mentionsTemplate(rest) ? rule : lead < 0 ? none : lead;
}

/**
 * The closing instructions that are still in a document: blocks that repeat the template's, word for word,
 * or that begin with a well-known lead line behind the last rule.
 */
export function findInstructions(doc: Document, known: readonly string[]): Instructions | undefined {
  // A section that an author appends comes behind them, so the template's own words are looked for everywhere.
  const first = (doc.sections.at(0)?.block ?? -1) + 1;
  const rule = allIn(doc, breaks).at(-1)?.block ?? -1;
  const lead = rule >= first && isLead(doc, rule + 1) ? rule + 1 : -1;
  const repeated = repeating(doc, known).filter((index) => index >= first);
  const hits = new Set(repeated);
  let from = -1;
  let to = -1;
  for (const index of lead < 0 || hits.has(lead) ? repeated : [...repeated, lead].toSorted((a, b) => a - b)) {
    // Whatever follows them is the author's own.
    if (from >= 0 && index > to) break;
    if (from < 0) from = index;
    // The list below a lead line belongs to it, whatever a team has written there.
    const isKnownLead = index === lead || isLead(doc, index);
    to = isKnownLead && doc.blocks[index + 1]?.kind === "list" ? index + 2 : Math.max(to, index + 1);
  }
  if (from < 0) return undefined;
  return {
    span: { start: blockSpan(doc, from).start, end: blockSpan(doc, to - 1).end },
    rule: doc.blocks[from - 1]?.kind === "thematicBreak" ? blockSpan(doc, from - 1) : undefined,
    from,
    to,
  };
}

/**
 * What a document still has, before its first section, of the template's text about itself. As spans, blocks next to
 * each other as one; what renders as nothing is apart. `end` is the index of the block behind the header.
 */
export function findLead(doc: Document, known: readonly string[], end: number): readonly LeadText[] {
  const found: LeadText[] = [];
  let last = -2;
  for (const index of repeating(doc, known)) {
    if (index >= end) break;
    const isHidden = unitsIn(doc, blockSpan(doc, index)).every(({ form }) => form === "hidden");
    const before = found.at(-1);
    if (before && last === index - 1 && before.isHidden === isHidden)
      found[found.length - 1] = {
        span: { start: before.span.start, end: blockSpan(doc, index).end },
        isHidden,
      };
    else found.push({ span: blockSpan(doc, index), isHidden });
    last = index;
  }
  return found;
}

export interface LeadText {
  readonly span: Span;
  /** No reader sees it. */
  readonly isHidden: boolean;
}

const isLead = (doc: Document, index: number): boolean =>
  doc.blocks[index]?.kind === "paragraph" && leadLine.test(readable(doc).slice(blockSpan(doc, index).start));

const readers = new WeakMap<readonly string[], Reader<readonly true[]>>();

/** The blocks, by their indexes, that say nothing but what is known. */
function repeating(doc: Document, known: readonly string[]): readonly number[] {
  let read = readers.get(known);
  if (!read) {
    read = repeats(knownTexts(known.filter((unit) => unit.split(" ").length > 2)));
    readers.set(known, read);
  }
  return allIn(doc, read).map(({ block }) => block);
}

const breaks = ({ kind }: Block): readonly true[] => (kind === "thematicBreak" ? yes : no);

const no: readonly true[] = [];
const yes: readonly true[] = [true];

/** Reads of a block whether it repeats known texts. */
const repeats =
  (known: KnownTexts): Reader<readonly true[]> =>
  (block, source) => {
    if (!known.mayHold(block.kind, source)) return no;
    const units = unitsOf(block, source);
    return units.length > 0 && units.every((unit) => known.all.has(unit.text)) ? yes : no;
  };
