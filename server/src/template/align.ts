import type { Document } from "../syntax/document.ts";
import { alignFields, type FieldAnswer } from "./align-fields.ts";
import { alignNames, type Naming } from "./align-names.ts";
import { keyOf } from "./names.ts";
import { boldLines, headingParts, parentsOf, placeParts, type Part, type UnplacedPart } from "./parts.ts";
import type { Template, TemplateSection } from "./template.ts";

/** Which part of a document answers which section and field of its template. Computed once, read by all. */
export interface Alignment {
  /** One a section of the template, in its order. */
  readonly sections: readonly SectionAnswer[];
  /** One a field of the template, in its order. Of a key that it has twice, as many as the document has, at least one. */
  readonly fields: readonly FieldAnswer[];
  /** The document's title: its first heading, where that is an H1 (or what the template has as its title) and no section. */
  readonly title: Part | undefined;
  /** How many levels deeper the document's sections stand than the template's. */
  readonly shift: number;
  /** The parts of the document in its order; bold lines only where they answer a section. */
  readonly parts: readonly Part[];
}

export interface SectionAnswer {
  readonly wanted: TemplateSection;
  /** Nothing where the section is missing. */
  readonly part: Part | undefined;
  /**
   * How its name was understood: `short` for a leading word group or one side of "and", `typo` for a
   * small edit distance, `title` where the document's H1 answers.
   */
  readonly by: "name" | "short" | "typo" | "title" | "none";
  /** Later parts beside the first that answer by name what is answered already. */
  readonly duplicates: readonly Part[];
}

/** The alignment of a document with a template. Reads headings, bold lines and the header, no other text. */
export function align(doc: Document, template: Template): Alignment {
  const headings = headingParts(doc);
  const title = titleOf(headings, template);
  const sections = headings.filter((part) => part !== title);
  const shift = shiftOf(sections, template);
  const { named, bold } = alignNames(template, sections, boldLines(doc), shift);
  const parts = placeParts(doc, [...headings, ...bold]);
  // Placing makes new parts of the same headings; their start tells which is which.
  const placed = new Map(parts.map((part) => [startKey(part), part]));
  const place = (part: UnplacedPart): Part | undefined => placed.get(startKey(part));
  const placedTitle = title && place(title);
  return {
    sections: template.sections.map((wanted) => answer(wanted, named.get(wanted.index), place, placedTitle)),
    fields: alignFields(template.fields, doc.header.fields),
    title: placedTitle,
    shift,
    parts,
  };
}

const startKey = ({ from }: UnplacedPart): string => `${from.block}:${from.offset}`;

function answer(
  wanted: TemplateSection,
  naming: Naming | undefined,
  place: (part: UnplacedPart) => Part | undefined,
  title: Part | undefined,
): SectionAnswer {
  if (naming) {
    const duplicates = naming.duplicates.flatMap((part) => place(part) ?? []);
    return { wanted, part: place(naming.part), by: naming.by, duplicates };
  }
  if (wanted.isTitle && title) return { wanted, part: title, by: "title", duplicates: [] };
  return { wanted, part: undefined, by: "none", duplicates: [] };
}

/** The first heading, if it is an H1 that names no section of the template, or the only H1 of all. */
function titleOf(headings: readonly UnplacedPart[], template: Template): UnplacedPart | undefined {
  const [first, ...rest] = headings;
  if (first && first.depth > 1) return isTitleBelow(first, rest, template) ? first : undefined;
  if (first?.depth !== 1) return undefined;
  const isOnly = rest.every((part) => part.depth > 1);
  const key = keyOf(first.title);
  const isSection = template.sections.some((section) => !section.isTitle && section.keys.includes(key));
  return isOnly || !isSection ? first : undefined;
}

/** Whether a first heading that is no H1 is the title, since the template’s title is one of the same level. */
function isTitleBelow(first: UnplacedPart, rest: readonly UnplacedPart[], template: Template): boolean {
  const [wanted] = template.sections;
  const key = keyOf(first.title);
  return (
    template.title === undefined &&
    wanted?.isTitle === true &&
    wanted.depth === first.depth &&
    rest.every((part) => part.depth >= first.depth) &&
    !template.sections.some(({ keys }) => keys.includes(key))
  );
}

/** The shift that nearly all sections have whose name is the template's; none where some keep to its levels. */
function shiftOf(parts: readonly UnplacedPart[], template: Template): number {
  const counts = new Map<number, number>();
  const seen = new Set<string>();
  for (const part of parts) {
    const key = keyOf(part.title);
    const wanted = template.sections.find((section) => !section.isTitle && section.keys.includes(key));
    if (!wanted || seen.has(key)) continue;
    seen.add(key);
    counts.set(part.depth - wanted.depth, (counts.get(part.depth - wanted.depth) ?? 0) + 1);
  }
  const [best] = [...counts].toSorted((a, b) => b[1] - a[1] || Math.abs(a[0]) - Math.abs(b[0]));
  // A few that keep to the template’s levels show that the others are subsections of something else.
  return best && best[1] * 4 > seen.size * 3 ? best[0] : 0;
}

/** Of each part of the alignment, the part around it, or nothing at the top. */
export function parentsIn(alignment: Alignment): ReadonlyMap<Part, Part | undefined> {
  const parents = parentsOf(alignment.parts);
  return new Map(alignment.parts.map((part, index) => [part, alignment.parts[parents[index] ?? -1]]));
}
