import { readable, blockSpan, inText, startOf, type Block, type Document } from "../syntax/document.ts";
import { sourceOf } from "../syntax/found-in.ts";
import { walk } from "../syntax/node.ts";
import { literally } from "../text/pattern.ts";
import type { Span } from "../text/span.ts";
import { isWrapped } from "./notation.ts";
import type { Template, TemplateSection } from "./template.ts";
import { countWords, guidanceOf, longGuidance } from "./known-words.ts";
import { blockFrom, blocksIn, unitsAt, unitsIn, type Unit } from "./units.ts";
import { matchesOf } from "../text/matches.ts";

/** Text of the template that was left in a document. */
export interface Leftover {
  readonly span: Span;
  /** `hidden` is guidance that renders as nothing, so that no reader is misled by it. */
  readonly kind: "guidance" | "hidden" | "token";
}

/**
 * What a stretch of the document still has of the template: guidance word for word, and placeholder tokens.
 * `wanted` is the section that the stretch answers, if any. In the order of the text, without overlaps;
 * pieces of guidance with nothing but list marks between them are one.
 */
export function leftoversIn(
  doc: Document,
  stretch: Span,
  template: Template,
  wanted: TemplateSection | undefined,
): readonly Leftover[] {
  const units = knownUnits(doc, stretch, template, wanted);
  const tokens = tokensIn(doc, stretch, template);
  if (units.length === 0 && tokens.length === 0) return none;
  const isHidden = ({ form }: Unit): boolean => form === "hidden";
  const left = (own: readonly Unit[]): readonly Span[] =>
    joined(
      doc,
      own.flatMap((unit) => guidanceIn(doc, unit, template, wanted)),
    );
  const guidance = left(units.filter((unit) => !isHidden(unit)));
  const hidden = left(units.filter(isHidden));
  const places = units.flatMap((unit) => placesIn(doc, unit, wanted));
  const free = withoutOverlaps([...tokens, ...places]).filter(
    (token) => !guidance.some((span) => span.start <= token.start && token.end <= span.end),
  );
  return [
    ...guidance.map((span): Leftover => ({ span, kind: "guidance" })),
    ...hidden.map((span): Leftover => ({ span, kind: "hidden" })),
    ...free.map((span): Leftover => ({ span, kind: "token" })),
  ].toSorted((a, b) => a.span.start - b.span.start);
}

const none: readonly Leftover[] = [];

/** The units of a stretch in which text of the template may stand, as a glance at their blocks tells. */
function knownUnits(
  doc: Document,
  stretch: Span,
  { sections }: Template,
  wanted: TemplateSection | undefined,
): readonly Unit[] {
  const long = longGuidance(sections);
  const own = wanted && guidanceOf(wanted).texts;
  const units: Unit[] = [];
  for (const index of blocksIn(doc, stretch)) {
    const { kind } = doc.blocks[index] ?? { kind: "thematicBreak" };
    const source = sourceOf(doc, index);
    const isCut = startOf(doc, index) < stretch.start || blockSpan(doc, index).end > stretch.end;
    const isKnown =
      isCut || long.mayHold(kind, source) || own?.mayHold(kind, source) || own?.mayInclude(source);
    if (isKnown === true) units.push(...unitsAt(doc, index, stretch));
  }
  return units;
}

function guidanceIn(
  doc: Document,
  unit: Unit,
  template: Template,
  wanted: TemplateSection | undefined,
): readonly Span[] {
  if (unit.form !== "hidden" && isLabel(doc, unit, wanted)) return [];
  const known = wanted && guidanceOf(wanted);
  if (known?.units.has(unit.text) && (countWords(unit.text) > 1 || isWrapped(unit.text))) return [unit.span];
  if (longGuidance(template.sections).all.has(unit.text)) return [unit.span];
  if (unit.form !== "prose" || !known) return [];
  return known.sentences
    .filter((sentence) => unit.text.includes(sentence))
    .flatMap((sentence) => withinUnit(doc, unit, sentence));
}

/** Places in brackets or italics that the template has at the end of a sentence, still in that sentence. */
function placesIn(doc: Document, unit: Unit, wanted: TemplateSection | undefined): readonly Span[] {
  if (unit.form !== "prose" || !wanted) return [];
  return guidanceOf(wanted)
    .wrapped.filter((known) => unit.text.includes(known) && known !== unit.text)
    .flatMap((known) => withinUnit(doc, unit, known));
}

/**
 * Whether a question of a list in the template has become a list by itself, with an author's paragraph below it: who
 * answers questions one by one keeps them.
 */
function isAnswered(doc: Document, unit: Unit, wanted: TemplateSection | undefined): boolean {
  if (!unit.isItem || !unit.text.endsWith("?")) return false;
  const next = blockFrom(doc, unit.span.end);
  const kind = doc.blocks[next]?.kind;
  if (kind !== "paragraph" && kind !== "code" && kind !== "table") return false;
  if (unitsIn(doc, blockSpan(doc, next - 1)).length !== 1) return false;
  return (
    (wanted?.texts.length ?? 0) > 1 &&
    unitsIn(doc, blockSpan(doc, next)).some(({ text }) => !wanted?.units.includes(text))
  );
}

/**
 * Whether the template's text was kept as a label of what an author has written below it: an item with blocks of its
 * own, a line with a colon above a list, code or a table, or what the template itself has above a list. Above the
 * template's own list it is guidance as that is.
 */
function isLabel(doc: Document, unit: Unit, wanted: TemplateSection | undefined): boolean {
  if (unit.labels || isAnswered(doc, unit, wanted)) return true;
  const endsInColon = unit.text.endsWith(":");
  const leads = wanted?.texts.some((text) => text.leads === true && text.text === unit.text) === true;
  if (!endsInColon && !leads) return false;
  const next = blockFrom(doc, unit.span.end);
  const kind = doc.blocks[next]?.kind;
  if (kind !== "list") return endsInColon && (kind === "code" || kind === "table");
  return unitsIn(doc, blockSpan(doc, next)).some(({ text }) => !wanted?.units.includes(text));
}

/**
 * Where a unit has the known text besides words of the author's own: only between ends of lines or sentences, but for
 * text that is set off by marks of its own.
 */
function withinUnit(doc: Document, unit: Unit, known: string): readonly Span[] {
  const source = readable(doc).slice(unit.span.start, unit.span.end);
  const words = known
    .split(" ")
    .map(literally)
    .join(String.raw`\s+(?:>\s*)?`);
  const pattern = isWrapped(known)
    ? new RegExp(words, "u")
    : new RegExp(String.raw`(?<=^|[\r\n][ \t>]*|[.!?:]\s)${words}(?=$|\s)`, "u");
  const match = pattern.exec(source);
  if (!match) return [];
  // A single question with an answer behind it, on the line or in the item of the list, has been answered.
  const isQuestion = /^[^.!?]*\?$/.test(known);
  if (isQuestion && (unit.isItem ? /^\s+\S/ : /^[ \t]+\S/).test(source.slice(match.index + match[0].length)))
    return [];
  const start = unit.span.start + match.index;
  return [{ start, end: start + match[0].length }];
}

/**
 * Spans of guidance with nothing of the author's between them, together: what stands between them is white space or
 * text of the template that stays.
 */
export function together(
  doc: Document,
  wanted: TemplateSection | undefined,
  spans: readonly Span[],
): readonly (readonly Span[])[] {
  const groups: Span[][] = [];
  for (const span of spans) {
    const last = groups.at(-1);
    const end = last?.at(-1)?.end ?? span.start;
    const isOwn = unitsIn(doc, { start: end, end: span.start }).some(
      ({ text }) => /[\p{L}\p{N}]/u.test(text) && !wanted?.boilerplate.includes(text),
    );
    if (last && !isOwn) last.push(span);
    else groups.push([span]);
  }
  return groups;
}

/** Spans with nothing but white space and list marks between them as one. */
function joined(doc: Document, spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    const isNext = last && /^(?:[\s>*+\-\d.)]|\[[ xX]\])*$/.test(readable(doc).slice(last.end, span.start));
    if (last && isNext) result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else result.push(span);
  }
  return result;
}

/**
 * Tokens that every template of the field uses for "write here": told wherever they stand in prose. The
 * list is short, since a word that a design may need is no token. Documented on the rule's page.
 */
export const commonTokens = [
  "[insert …]",
  "[your …]",
  "[describe …]",
  "[placeholder …]",
  "Lorem ipsum",
] as const;

const commonToken =
  /(?<![\p{L}\p{N}\]\\])\[(?:insert|your|describe|placeholder)[ :][^[\]\n]{0,80}\]|\blorem ipsum\b/giu;

/** The spans of placeholder tokens in running text. Code, addresses, tags and comments are no running text. */
function tokensIn(doc: Document, stretch: Span, template: Template): readonly Span[] {
  const found: Span[] = [];
  for (const index of blocksIn(doc, stretch)) {
    const block = doc.blocks[index];
    if (!block || !mayHoldTokens(block.kind, sourceOf(doc, index), template)) continue;
    for (const inner of walk(
      block.node,
      ({ kind, ...rest }) => kind !== "link" || !("auto" in rest && rest.auto),
    )) {
      if (inner.kind !== "text") continue;
      const span = inText(doc, index, inner);
      if (span.start < stretch.start || span.end > stretch.end) continue;
      const source = readable(doc).slice(span.start, span.end);
      for (const match of matchesOf(source, commonToken)) found.push(spanOf(match, span.start));
      for (const token of template.tokens) {
        const place = source.indexOf(token);
        if (place < 0 || !standsFree(source, token, place)) continue;
        found.push({ start: span.start + place, end: span.start + place + token.length });
      }
    }
  }
  return found.length > 1 ? withoutOverlaps(found) : found;
}

// In code and in HTML there is no running text.
const mayHoldTokens = (kind: Block["kind"], source: string, { tokens }: Template): boolean =>
  kind !== "heading" &&
  kind !== "code" &&
  kind !== "html" &&
  kind !== "frontMatter" &&
  kind !== "definition" &&
  kind !== "thematicBreak" &&
  ((source.includes("[") && /\[(?:insert|your|describe|placeholder)[ :]/i.test(source)) ||
    /lorem ipsum/i.test(source) ||
    tokens.some((token) => source.includes(token)));

/** A single word in braces may be part of an address or of code, unless it stands by itself. */
const standsFree = (source: string, token: string, place: number): boolean =>
  /\s/.test(token) ||
  (!/[\w/$=@#.:-]/.test(source.charAt(place - 1)) && !/[\w/=]/.test(source.charAt(place + token.length)));

const spanOf = (match: RegExpExecArray, base: number): Span => ({
  start: base + match.index,
  end: base + match.index + match[0].length,
});

function withoutOverlaps(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.start >= (result.at(-1)?.end ?? 0)) result.push(span);
  }
  return result;
}

/** The placeholder tokens of a template's guidance, longest first. */
export function readTokens(doc: Document, guidance: readonly Span[]): readonly string[] {
  const tokens = new Set<string>();
  const spans = guidance.toSorted((a, b) => a.start - b.start);
  // A list of thousands of entries is one block, so each is walked once and not for each span in it.
  for (const index of new Set(spans.flatMap((span) => [...blocksIn(doc, span)]))) {
    const block = doc.blocks[index];
    if (!block || block.kind === "heading") continue;
    for (const inner of walk(block.node)) {
      if (inner.kind !== "text") continue;
      const place = inText(doc, index, inner);
      for (let at = firstBehind(spans, place.start); at < spans.length; at++) {
        const span = spans[at];
        if (!span || span.start >= place.end) break;
        const source = readable(doc).slice(Math.max(place.start, span.start), Math.min(place.end, span.end));
        for (const [token] of matchesOf(source, templateToken)) tokens.add(token);
      }
    }
  }
  return [...tokens].toSorted((a, b) => b.length - a.length);
}

/** The first of spans in order that ends behind an offset, by a binary search. */
function firstBehind(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const templateToken =
  /\\?\{[^{}\n]{2,60}\}|\[[^[\]\n]{3,80}\](?![(:[])|<[^<>\n]{3,60}>|\b(?:YYYY-MM-DD|NNNN)\b/g;
