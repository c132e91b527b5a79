import { titleSpan } from "../../server/src/syntax/document.ts";
import { keyOf } from "../../server/src/template/names.ts";
import { partExtent, partHeading, type Part } from "../../server/src/template/parts.ts";
import { lineEnding, nextLine } from "../../server/src/text/lines.ts";
import { slice, type Span } from "../../server/src/text/span.ts";
import { answeredIn, demandedIn, isLeaf, replaced, type Answered, type Fault, type Ground } from "./fault.ts";
import { misspelt } from "./slips.ts";

/** Sections taken out with all that is below them. */
export function removed({ analysis }: Ground): readonly Fault[] {
  const { doc } = analysis;
  return demanded(analysis).map(({ wanted, part }): Fault => {
    const extent = partExtent(doc, part);
    const text = replaced(doc.text, extent, "");
    const start = headingBefore(analysis, part);
    const place = { start, end: nextLine(text, extent.start) };
    const leaves = demandedIn(analysis, extent);
    const what = `without “${wanted.title}”`;
    return { kind: "section removed", what, text, rules: ["missing-section"], place, leaves };
  });
}

// Of names with a bar between them the other is right still.
const isPlain = /^(?!.* \/ )[\p{L}\p{N} ,&/-]+$/u;

/** Sections with a slip of typing in their name. */
export function misspeltSections({ analysis, random }: Ground): readonly Fault[] {
  const { doc, template } = analysis;
  const known = new Set(template.sections.flatMap(({ keys, shortKeys }) => [...keys, ...shortKeys]));
  return placedIn(analysis).flatMap(({ part }): readonly Fault[] => {
    const span = nameSpan(analysis, part);
    const name = span && slice(doc.text, span);
    if (!span || name === undefined || !isPlain.test(name)) return [];
    const slipped = misspelt(name, random);
    if (slipped === undefined || known.has(keyOf(slipped))) return [];
    const text = replaced(doc.text, span, slipped);
    const place = { start: partHeading(doc, part).start, end: span.start + slipped.length };
    return [
      {
        kind: "section misspelt",
        what: `“${slipped}”`,
        text,
        rules: ["misspelled-section"],
        place,
        leaves: 1,
      },
    ];
  });
}

const otherNames = ["Walrus census", "Weather on Mars", "Harbour fees", "Violin strings"] as const;

/** Sections under a name that has nothing to do with theirs. */
export function renamed({ analysis, random }: Ground): readonly Fault[] {
  const { doc } = analysis;
  return demanded(analysis).flatMap(({ wanted, part }): readonly Fault[] => {
    const span = nameSpan(analysis, part);
    // What stands below a section that is renamed loses its own, which is more than one fault.
    if (!span || !isLeaf(analysis, part)) return [];
    const other = random.of(otherNames);
    const text = replaced(doc.text, span, other);
    const place = { start: headingBefore(analysis, part), end: span.start + other.length };
    const what = `“${wanted.title}” as “${other}”`;
    return [{ kind: "section renamed", what, text, rules: ["missing-section"], place, leaves: 1 }];
  });
}

/** Sections moved past at least two of those beside them. */
export function moved({ analysis, random }: Ground): readonly Fault[] {
  const { doc } = analysis;
  return siblingsIn(analysis).flatMap((group): readonly Fault[] =>
    group.flatMap(({ wanted, part }, from): readonly Fault[] => {
      const targets = group.flatMap((_, to) => (Math.abs(to - from) > 1 ? [to] : []));
      const [first, ...rest] = targets;
      if (first === undefined) return [];
      const to = random.of([first, ...rest]);
      const target = group[to];
      if (!target) return [];
      const extent = partExtent(doc, part);
      const other = partExtent(doc, target.part);
      const { text, start } = movedTo(doc.text, extent, to < from ? other.start : other.end);
      const place = { start, end: start + lengthOf(partHeading(doc, part)) };
      const what = `“${wanted.title}” moved ${to < from ? "before" : "behind"} “${target.wanted.title}”`;
      return [{ kind: "section moved", what, text, rules: ["section-order"], place, leaves: 1 }];
    }),
  );
}

/** Neighbours that have changed places. */
export function swapped({ analysis }: Ground): readonly Fault[] {
  const { doc } = analysis;
  return siblingsIn(analysis).flatMap((group): readonly Fault[] =>
    group.slice(1).flatMap(({ wanted, part }, index): readonly Fault[] => {
      const before = group[index];
      if (!before) return [];
      const first = partExtent(doc, before.part);
      const second = partExtent(doc, part);
      const { text } = movedTo(doc.text, first, second.end);
      // Either of the two may be called the one that stands wrong.
      const place = { start: first.start, end: second.end };
      const what = `“${before.wanted.title}” and “${wanted.title}”`;
      return [{ kind: "sections swapped", what, text, rules: ["section-order"], place, leaves: 1 }];
    }),
  );
}

/** Headings one level deeper or, where nothing behind them comes below them then, one higher. */
export function atOtherLevel({ analysis }: Ground): readonly Fault[] {
  const { doc, alignment } = analysis;
  const answered = placedIn(analysis);
  // Where nearly nothing keeps its level, the document as a whole has another one.
  if (answered.length < 4) return [];
  return answered.flatMap(({ wanted, part }): readonly Fault[] => {
    const heading = partHeading(doc, part);
    const isFirst = alignment.parts[0] === part;
    if (!doc.text.startsWith("#", heading.start) || !isLeaf(analysis, part) || isFirst) return [];
    const fault = (depth: number): Fault => ({
      kind: "section at another level",
      what: `“${wanted.title}” at level ${depth}`,
      text: replaced(doc.text, { start: heading.start, end: heading.start + part.depth }, "#".repeat(depth)),
      rules: ["section-level"],
      place: { start: heading.start, end: heading.end + depth - part.depth },
      leaves: 1,
    });
    const next = alignment.parts[alignment.parts.indexOf(part) + 1];
    const isLast = part.depth > 2 && (next?.depth ?? 0) < part.depth;
    return [...(part.depth < 6 ? [fault(part.depth + 1)] : []), ...(isLast ? [fault(part.depth - 1)] : [])];
  });
}

/** The sections whose place is the template's: a heading that only shows what may stand there has none, nor what is below it. */
function placedIn(analysis: Ground["analysis"]): readonly Answered[] {
  const { sections } = analysis.template;
  const isShown = (index: number): boolean => {
    const section = sections[index];
    return section !== undefined && (section.isPattern || isShown(section.parent));
  };
  return answeredIn(analysis).filter(({ wanted }) => !isShown(wanted.index));
}

/** The sections whose lack is a fault. */
const demanded = (analysis: Ground["analysis"]): readonly Answered[] =>
  placedIn(analysis).filter(({ wanted }) => wanted.required && wanted.group === undefined);

/** The sections beside each other whose order the template gives, in the document's order. */
function siblingsIn(analysis: Ground["analysis"]): readonly (readonly Answered[])[] {
  const { template, doc } = analysis;
  const groups = Map.groupBy(placedIn(analysis), ({ wanted, part }) => `${wanted.parent} ${part.depth}`);
  return [...groups.values()].filter((group) => {
    const parent = template.sections[group[0]?.wanted.parent ?? -1];
    const isFree = parent ? parent.anyOrder : template.anyOrder;
    const isApart = group.slice(1).every(({ part }, index) => {
      const before = group[index];
      return before !== undefined && partExtent(doc, before.part).end <= partExtent(doc, part).start;
    });
    return !isFree && isApart;
  });
}

/** The start of the heading of the template's section before this one that is no subsection of it, or of the text. */
function headingBefore(analysis: Ground["analysis"], part: Part): number {
  const before = answeredIn(analysis).findLast(
    (other) => other.part.from.block < part.from.block && other.part.depth <= part.depth,
  );
  return before ? partHeading(analysis.doc, before.part).start : 0;
}

/** The name in a heading, as far as it is plain text. */
function nameSpan({ doc }: Ground["analysis"], part: Part): Span | undefined {
  const section = doc.sections.find(({ block }) => block === part.from.block);
  const span = section && titleSpan(doc, section);
  return span && span.end > span.start ? span : undefined;
}

const lengthOf = ({ start, end }: Span): number => end - start;

/** A stretch of whole lines cut out and put in at `offset` of the text before, set apart; and where it begins. */
function movedTo(
  text: string,
  { start, end }: Span,
  offset: number,
): { readonly text: string; readonly start: number } {
  const eol = lineEnding(text);
  const block = text.slice(start, end).trimEnd() + eol + eol;
  const [before, between, after] =
    offset <= start
      ? [text.slice(0, offset), "", text.slice(offset, start) + text.slice(end)]
      : [text.slice(0, start), text.slice(end, offset), text.slice(offset)];
  const lead = before + between;
  const gap = lead === "" || /(?:\r\n|\n){2}$/.test(lead) ? "" : lead.endsWith("\n") ? eol : eol + eol;
  return { text: `${(lead + gap + block + after).trimEnd()}${eol}`, start: lead.length + gap.length };
}
