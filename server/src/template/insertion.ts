import type { Edit } from "../text/edit.ts";
import { isBlankBefore, lineAt, lineEnding, nextLine } from "../text/lines.ts";
import { groupBy } from "../text/group.ts";
import type { Span } from "../text/span.ts";
import type { Analysed } from "./analysed.ts";
import { isLacked } from "./asked.ts";
import { asText, guidancePieces, type Piece } from "./pieces.ts";
import { partHeading } from "./parts.ts";
import { isSwallowed, placementOf } from "./placement.ts";
import type { TemplateSection } from "./template.ts";

/**
 * The edits that insert sections which the document lacks, with what they lack below them: one a place, in
 * the order of the text, with the sections in the order given. What an unclosed fence or comment would
 * swallow is left out.
 */
export function insertionsOf(analysed: Analysed, wanted: readonly TemplateSection[]): readonly Edit[] {
  const { doc } = analysed;
  const eol = lineEnding(doc.text);
  const placed = wanted
    .flatMap((section): readonly Placed[] => {
      const { offset } = placementOf(analysed, section);
      const later = behindOwn(analysed, section, offset);
      const own = { section, offset, later };
      return [own, ...later.map((child) => ({ section: child, ...placementOf(analysed, child), later: [] }))];
    })
    .filter(({ offset }) => !isSwallowed(doc, offset));
  // Places with nothing but blank lines between them are one.
  const places = groupBy(placed, ({ offset }) => blankBefore(doc.text, offset).start);
  const edits = [...places.values()].map((together) => {
    // A title stands before all sections, wherever the template asks for one.
    const ordered = together.toSorted((a, b) => Number(b.section.isTitle) - Number(a.section.isTitle));
    const pieces = ordered.flatMap(({ section, later }, index) => [
      index === 0 ? "" : eol + eol,
      ...missingPieces(analysed, section, eol, later),
    ]);
    return setApart(doc.text, Math.max(...together.map(({ offset }) => offset)), asText(pieces));
  });
  return edits.toSorted((a, b) => a.span.start - b.span.start);
}

interface Placed {
  readonly section: TemplateSection;
  readonly offset: number;
  /** What it lacks below it and what is inserted elsewhere. */
  readonly later: readonly TemplateSection[];
}

/**
 * What a section lacks below it, behind what it has: where only its heading was deleted, the sections below it
 * still stand at `offset`, and those that come later in the template go behind them.
 */
function behindOwn(
  { doc, alignment }: Analysed,
  { index }: TemplateSection,
  offset: number,
): readonly TemplateSection[] {
  const next = alignment.parts.find((part) => partHeading(doc, part).start >= offset);
  const children = alignment.sections.filter(({ wanted }) => wanted.parent === index);
  const first = children.find(({ part }) => part !== undefined && part === next)?.wanted;
  if (!first) return [];
  return children.flatMap(({ wanted }) =>
    wanted.index > first.index && isLacked(alignment, wanted) ? [wanted] : [],
  );
}

/**
 * A section that the document lacks, as it is inserted: heading, guidance to be written over, and those of
 * the required sections below it that the document lacks too, but for what is in `without`. Ends without a
 * line break.
 */
export function missingPieces(
  analysed: Analysed,
  wanted: TemplateSection,
  eol: string,
  without: readonly TemplateSection[] = [],
): readonly Piece[] {
  const { template, alignment } = analysed;
  const pieces: Piece[] = [...headingPieces(analysed, wanted)];
  if (wanted.isTitle) return pieces;
  const guidance = guidancePieces(template, wanted, eol);
  if (guidance.length > 0) pieces.push(eol + eol, ...guidance);
  for (const { wanted: child } of alignment.sections) {
    if (child.parent !== wanted.index || !isLacked(alignment, child) || without.includes(child)) continue;
    pieces.push(eol + eol, ...missingPieces(analysed, child, eol));
  }
  return pieces;
}

/** The heading alone. One that only shows what may stand there is to be written over. */
export function headingPieces(analysed: Analysed, wanted: TemplateSection): readonly Piece[] {
  const { template } = analysed;
  if (wanted.isTitle) {
    // A document says its title in its H1, unless the template has its title as a first section; the template's own
    // title there is told until it is written over.
    const depth = template.title === undefined && wanted.index === 0 ? wanted.depth : 1;
    return [`${"#".repeat(depth)} `, { placeholder: template.title ?? wanted.title }];
  }
  const marks = "#".repeat(insertedDepth(analysed, wanted));
  return wanted.isPattern ? [`${marks} `, { placeholder: wanted.title }] : [`${marks} ${wanted.title}`];
}

/** The depth at which a section of the template stands in this document, 1 to 6. */
export const insertedDepth = ({ alignment }: Analysed, wanted: TemplateSection): number =>
  Math.min(6, Math.max(1, wanted.depth + alignment.shift));

/**
 * The edit that puts `block` at `offset` with one blank line on either side, a line break at the end of the
 * text. It takes the place of the blank lines before the offset, and of nothing else.
 */
export function setApart(text: string, offset: number, block: string): Edit {
  const eol = lineEnding(text);
  const gap = blankBefore(text, offset);
  const before = text.slice(0, gap.start).replace(/^\uFEFF/, "");
  const isLineStart = before === "" || /[\r\n]$/.test(before);
  const lead = before === "" ? "" : isLineStart ? eol : eol + eol;
  const isLast = text.slice(gap.end).trim() === "";
  return {
    span: isLast ? { start: gap.start, end: text.length } : gap,
    text: lead + block + (isLast ? eol : eol + eol),
  };
}

/**
 * The edit that takes whole lines out of the text. What they kept apart stays apart, since a line under
 * another one may become part of its paragraph, or make a heading of it. At the end of the text, the blank
 * lines before them go too.
 */
export function takeOut(text: string, lines: Span): Edit {
  if (text.slice(lines.end).trim() === "") {
    const kept = text.slice(0, lines.start).trimEnd().length;
    const lineBreak = /^[ \t]*(?:\r\n|\n|\r)?/.exec(text.slice(kept, lines.start))?.[0].length ?? 0;
    return { span: { start: kept + lineBreak, end: lines.end }, text: "" };
  }
  const after = text.slice(lines.end, lineAt(text, lines.end).end);
  const isApart = isBlankBefore(text, lines.start) || /^(?:[ \t]*$| {0,3}#{1,6}[ \t])/.test(after);
  return { span: lines, text: isApart ? "" : lineEnding(text) };
}

/** The blank lines before `offset`, and nothing of the line that it stands on, whose indentation stays. */
function blankBefore(text: string, offset: number): Span {
  const own = lineAt(text, offset);
  const end = /^[ \t]*$/.test(text.slice(own.start, offset)) ? own.start : offset;
  const first = text.startsWith("\uFEFF") ? 1 : 0;
  let content = end;
  while (content > first && /[ \t\r\n]/.test(text.charAt(content - 1))) content--;
  const start = content === first ? first : Math.min(end, nextLine(text, content));
  return { start, end: Math.max(start, end) };
}
