import { blockSpan, startOf } from "../../server/src/syntax/document.ts";
import type { Template } from "../../server/src/template/template.ts";
import { lineStarts, positionAt } from "../../server/src/text/lines.ts";
import { slice } from "../../server/src/text/span.ts";
import type { Ground, Pasted } from "./fault.ts";
import { readingOf } from "./reading.ts";
import type { Truth } from "./truth.ts";

/**
 * What of a template can be pasted into documents as a fault. What it is comes from its truth table; only a
 * template without one is taken at our reader's word.
 */
export function pastable(template: Template, truth: Truth | undefined): Pick<Ground, "guidance" | "tokens"> {
  const kinds = truth
    ? new Map(truth.lines.map(({ line, kind }) => [line, new Set(kind.split("|"))]))
    : new Map([...readingOf(template)].map(([line, read]) => [line, new Set<string>(read.kinds)]));
  return { guidance: guidanceIn(template, kinds), tokens: tokensIn(template, kinds, truth !== undefined) };
}

type Kinds = ReadonlyMap<number, ReadonlySet<string>>;

/** The blocks of the sections that are guidance in all their lines. */
function guidanceIn({ doc, sections }: Template, kinds: Kinds): readonly Pasted[] {
  const starts = lineStarts(doc.text);
  return doc.blocks.flatMap((_, index): readonly Pasted[] => {
    const span = blockSpan(doc, index);
    const section = sections.find(
      ({ stretch, isTitle }) => !isTitle && stretch.start <= span.start && span.end <= stretch.end,
    );
    const text = slice(doc.text, span);
    if (!section || text.trim().split(/\s+/).length < 2) return [];
    const first = positionAt(starts, span.start).line + 1;
    const lines = text.split(/\r\n|\n/).map((line, offset) => ({ line, of: kinds.get(first + offset) }));
    const isGuidance = lines.every(
      ({ line, of }) => line.trim() === "" || (of?.has("guidance") === true && !of.has("boilerplate")),
    );
    return isGuidance ? [{ section, text }] : [];
  });
}

// What stands in braces, in brackets that are no link, or for a date; escaped or not. Tags are no running text.
const token = /\\?\{[^{}\n]{2,60}\}|\[[^[\]\n]{3,80}\](?![(:[])|\bYYYY-MM-DD\b/g;

function tokensIn(template: Template, kinds: Kinds, isTrue: boolean): readonly string[] {
  if (!isTrue) return template.tokens.filter((text) => !/^<.*>$/.test(text));
  const { doc } = template;
  const starts = lineStarts(doc.text);
  const first = doc.sections.find(({ title }) => template.sections.some((one) => one.title === title));
  const from = first ? positionAt(starts, startOf(doc, first.block)).line : 0;
  const lines = doc.text.split(/\r\n|\n/);
  const found = lines.flatMap((line, index) =>
    index > from && kinds.get(index + 1)?.has("placeholder") === true ? (line.match(token) ?? []) : [],
  );
  return [...new Set(found)];
}
