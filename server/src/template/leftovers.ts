import { inText, type Document } from "../syntax/document.ts";
import { walk } from "../syntax/node.ts";
import { literally } from "../text/pattern.ts";
import type { Span } from "../text/span.ts";
import type { Template, TemplateSection } from "./template.ts";
import { blocksIn, unitsIn, type Unit } from "./units.ts";

/** Text of the template that was left in a document. */
export interface Leftover {
  readonly span: Span;
  readonly kind: "guidance" | "token";
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
  const guidance = unitsIn(doc, stretch).flatMap((unit) => guidanceIn(doc, unit, template, wanted));
  const tokens = tokensIn(doc, stretch, template).filter(
    (token) => !guidance.some((span) => span.start <= token.start && token.end <= span.end),
  );
  return [
    ...joined(doc, guidance).map((span): Leftover => ({ span, kind: "guidance" })),
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
  if (words > 1 && wanted?.units.includes(unit.text)) return [unit.span];
  if (words > 4 && template.sections.some((section) => section.units.includes(unit.text))) return [unit.span];
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
    const isNext = last && /^[\s>*+\-\d.)]*$/.test(doc.text.slice(last.end, span.start));
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

/** The placeholder tokens that a template's running text has: `{…}`, `[…]`, `<…>`, `YYYY-MM-DD`. */
export function readTokens(doc: Document): readonly string[] {
  const tokens = new Set<string>();
  const headerEnd = doc.sections.find((section) => section.depth > 1)?.block ?? 0;
  doc.blocks.forEach(({ node }, index) => {
    if (index < headerEnd || node.kind === "heading") return;
    for (const inner of walk(node)) {
      if (inner.kind !== "text") continue;
      const span = inText(doc, index, inner);
      for (const [token] of doc.text.slice(span.start, span.end).matchAll(templateToken)) tokens.add(token);
    }
  });
  return [...tokens].toSorted((a, b) => b.length - a.length);
}

const templateToken =
  /\{[^{}\n]{2,60}\}|\[[^[\]\n]{3,80}\](?![(:[])|<[^<>\n]{3,60}>|\b(?:YYYY-MM-DD|NNNN)\b/g;
