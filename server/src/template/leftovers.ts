import { inText, type Document } from "../syntax/document.ts";
import { walk } from "../syntax/node.ts";
import { literally } from "../text/pattern.ts";
import type { Span } from "../text/span.ts";
import { isWrapped } from "./notation.ts";
import type { Template, TemplateSection } from "./template.ts";
import { blocksIn, unitsIn, type Unit } from "./units.ts";

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
  const units = unitsIn(doc, stretch);
  const isHidden = ({ form }: Unit): boolean => form === "hidden";
  const left = (own: readonly Unit[]): readonly Span[] =>
    joined(
      doc,
      own.flatMap((unit) => guidanceIn(doc, unit, template, wanted)),
    );
  const guidance = left(units.filter((unit) => !isHidden(unit)));
  const hidden = left(units.filter(isHidden));
  const tokens = tokensIn(doc, stretch, template).filter(
    (token) => !guidance.some((span) => span.start <= token.start && token.end <= span.end),
  );
  return [
    ...guidance.map((span): Leftover => ({ span, kind: "guidance" })),
    ...hidden.map((span): Leftover => ({ span, kind: "hidden" })),
    ...tokens.map((span): Leftover => ({ span, kind: "token" })),
  ].toSorted((a, b) => a.span.start - b.span.start);
}

function guidanceIn(
  doc: Document,
  unit: Unit,
  template: Template,
  wanted: TemplateSection | undefined,
): readonly Span[] {
  // What an author writes below keeps the template's text as a label.
  if (unit.labels || (unit.text.endsWith(":") && goesOn(doc, unit))) return [];
  const words = countWords(unit.text);
  if ((words > 1 || isWrapped(unit.text)) && wanted?.units.includes(unit.text)) return [unit.span];
  if (words > 4 && template.sections.some((section) => section.units.includes(unit.text))) return [unit.span];
  if (unit.form !== "prose") return [];
  return (wanted?.units ?? [])
    .filter((known) => countWords(known) > 3 && unit.text.includes(known))
    .flatMap((known) => withinUnit(doc, unit, known));
}

/** Whether a block follows a unit before the next heading. */
function goesOn(doc: Document, { span }: Unit): boolean {
  const next = doc.starts.findIndex((start) => start >= span.end);
  return next >= 0 && doc.blocks[next]?.node.kind !== "heading";
}

const countWords = (text: string): number => text.split(" ").length;

/** Where a unit has the known text besides words of the author's own: only between ends of lines or sentences. */
function withinUnit(doc: Document, unit: Unit, known: string): readonly Span[] {
  const source = doc.text.slice(unit.span.start, unit.span.end);
  const words = known.split(" ").map(literally);
  const pattern = new RegExp(
    `(?<=^|[\\r\\n][ \\t>]*|[.!?:]\\s)${words.join(String.raw`\s+(?:>\s*)?`)}(?=$|\\s)`,
    "u",
  );
  const match = pattern.exec(source);
  if (!match) return [];
  const start = unit.span.start + match.index;
  return [{ start, end: start + match[0].length }];
}

/** Spans with nothing but white space and list marks between them as one. */
function joined(doc: Document, spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    const isNext = last && /^(?:[\s>*+\-\d.)]|\[[ xX]\])*$/.test(doc.text.slice(last.end, span.start));
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
    const node = doc.blocks[index]?.node;
    if (!node || node.kind === "heading") continue;
    for (const inner of walk(
      node,
      ({ kind, ...rest }) => kind !== "link" || !("auto" in rest && rest.auto),
    )) {
      if (inner.kind !== "text") continue;
      const span = inText(doc, index, inner);
      if (span.start < stretch.start || span.end > stretch.end) continue;
      const source = doc.text.slice(span.start, span.end);
      for (const match of source.matchAll(commonToken)) found.push(spanOf(match, span.start));
      for (const token of template.tokens) {
        const place = source.indexOf(token);
        if (place >= 0) found.push({ start: span.start + place, end: span.start + place + token.length });
      }
    }
  }
  return withoutOverlaps(found);
}

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

/**
 * The placeholder tokens of a template's guidance, longest first. A single word in lower case is none: `{id}` may
 * well be part of an address, and where guidance is left as it is, all of it is found.
 */
export function readTokens(
  doc: Document,
  sections: readonly Pick<TemplateSection, "texts">[],
): readonly string[] {
  const tokens = new Set<string>();
  const guidance = sections.flatMap(({ texts }) => texts.filter(({ kind }) => kind === "guidance"));
  for (const { span } of guidance) {
    for (const index of blocksIn(doc, span)) {
      const node = doc.blocks[index]?.node;
      if (!node || node.kind === "heading") continue;
      for (const inner of walk(node)) {
        if (inner.kind !== "text") continue;
        const place = inText(doc, index, inner);
        if (place.start < span.start || place.end > span.end) continue;
        for (const [token] of doc.text.slice(place.start, place.end).matchAll(templateToken)) {
          if (!/^\W*\p{Ll}[\p{Ll}\d_-]*\W*$/u.test(token)) tokens.add(token);
        }
      }
    }
  }
  return [...tokens].toSorted((a, b) => b.length - a.length);
}

const templateToken =
  /\\?\{[^{}\n]{2,60}\}|\[[^[\]\n]{3,80}\](?![(:[])|<[^<>\n]{3,60}>|\b(?:YYYY-MM-DD|NNNN)\b/g;
