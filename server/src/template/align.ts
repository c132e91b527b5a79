import type { Document } from "../syntax/document.ts";
import { allIn } from "../syntax/found-in.ts";
import { alignFields, type FieldAnswer } from "./align-fields.ts";
import type { Naming } from "./aligning.ts";
import { alignNames } from "./align-names.ts";
import { movedAlignment } from "./moved.ts";
import { shiftOf, titleOf } from "./align-levels.ts";
import { nameless, namesOfSections, type HeadingNames } from "./heading-names.ts";
import {
  headingLikeLines,
  headingParts,
  linesLikeHeadings,
  parentsOf,
  placedParts,
  type Part,
  type UnplacedPart,
} from "./parts.ts";
import type { Template, TemplateSection } from "./template.ts";
import { createMemory } from "../text/memory.ts";

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
  /** The parts of the document in its order; lines that only look like headings only where they answer a section. */
  readonly parts: readonly Part[];
}

export interface SectionAnswer {
  readonly wanted: TemplateSection;
  /** Nothing where the section is missing. */
  readonly part: Part | undefined;
  /**
   * How its name was understood: `short` for a leading word group, one side of "and" or another name that
   * teams use for the same, `typo` for a small edit distance, `title` where the document's H1 answers,
   * `pattern` for a heading of the author's where the template shows what may stand there, `joint` where the
   * part answers an earlier section as well ("Goals and Non-Goals"): there alone its place is judged.
   */
  readonly by: "name" | "short" | "typo" | "title" | "pattern" | "joint" | "none";
  /** Later parts beside the first that answer by name what is answered already. */
  readonly duplicates: readonly Part[];
  /**
   * Further parts that answer it and are no fault: of a section that may come again, and of one whose name
   * stands below several headings of the author's and nowhere in its own place.
   */
  readonly others: readonly Part[];
}

/**
 * The alignment of a document with a template. Reads headings, bold lines and the header, no other text. Where they
 * are those of the document `before`, it is the same object, or the same but for the fields.
 */
export function align(doc: Document, template: Template, before?: Before): Alignment {
  const last = before?.template === template ? before : undefined;
  const isSame = last !== undefined && hasSameLines(doc, last);
  const hasFields = last !== undefined && last.doc.header === doc.header;
  if (isSame && hasFields) return last.alignment;
  const fields = hasFields ? last.alignment.fields : alignFields(template.fields, doc.header.fields);
  if (isSame) return { ...last.alignment, fields };
  return (last && movedAlignment(doc, last, fields)) ?? aligned(doc, template, fields);
}

interface Before {
  readonly doc: Document;
  readonly template: Template;
  readonly alignment: Alignment;
}

/**
 * Whether all that stands for a heading is the same in two documents, and at the same blocks. A line that only looks
 * like one may stand elsewhere in its block, where it answers nothing.
 */
function hasSameLines(doc: Document, { doc: before, alignment }: Before): boolean {
  if (doc.sections !== before.sections || doc.blocks.length !== before.blocks.length) return false;
  // The list of the text before is asked first, since that of the new one takes its place.
  const old = allIn(before, linesLikeHeadings);
  const lines = allIn(doc, linesLikeHeadings);
  if (old === lines) return true;
  const placed = alignment.parts.filter(({ kind }) => kind === "bold");
  const isPlaced = (block: number, offset: number): boolean =>
    placed.some(({ from }) => from.block === block && from.offset === offset);
  return (
    old.length === lines.length &&
    lines.every(({ block, items }, index) => {
      const was = old[index];
      if (was?.items === items) return was.block === block;
      return (
        was?.block === block &&
        was.items.length === items.length &&
        items.every(({ title, from, to }, at) => {
          const line = was.items[at];
          if (line?.title !== title) return false;
          return (line.from === from && line.to === to) || !isPlaced(block, line.from);
        })
      );
    })
  );
}

function aligned(doc: Document, template: Template, fields: Alignment["fields"]): Alignment {
  const headings = headingParts(doc);
  const all = namesOfSections(doc);
  const names = new Map(headings.map((part, index) => [part, all[index] ?? nameless]));
  const namesOf = (part: UnplacedPart): HeadingNames => names.get(part) ?? nameless;
  const keyIn = (part: UnplacedPart): string => namesOf(part).whole;
  const title = titleOf(headings, keyIn, template);
  const sections = headings.filter((part) => part !== title);
  const shift = shiftOf(sections, keyIn, template);
  const { named, bold } = alignNames(template, sections, namesOf, headingLikeLines(doc), shift);
  const placed = placedParts(doc, [...headings, ...bold]);
  const place = (part: UnplacedPart): Part | undefined => placed.get(part);
  const placedTitle = title && place(title);
  return {
    sections: template.sections.map((wanted) => answer(wanted, named.get(wanted.index), place, placedTitle)),
    fields,
    title: placedTitle,
    shift,
    parts: [...placed.values()],
  };
}

function answer(
  wanted: TemplateSection,
  naming: Naming | undefined,
  place: (part: UnplacedPart) => Part | undefined,
  title: Part | undefined,
): SectionAnswer {
  if (naming) {
    const placed = (parts: readonly UnplacedPart[]): readonly Part[] =>
      parts.flatMap((part) => place(part) ?? []);
    return {
      wanted,
      part: place(naming.part),
      by: naming.by,
      duplicates: placed(naming.duplicates),
      others: placed(naming.others),
    };
  }
  const none = { wanted, duplicates: [], others: [] };
  if (wanted.isTitle && title) return { ...none, part: title, by: "title" };
  return { ...none, part: undefined, by: "none" };
}

const parents = createMemory<readonly Part[], ReadonlyMap<Part, Part | undefined>>();

/** Of each part of the alignment, the part around it, or nothing at the top. */
export function parentsIn({ parts }: Pick<Alignment, "parts">): ReadonlyMap<Part, Part | undefined> {
  let found = parents.get(parts);
  if (!found) {
    const indexes = parentsOf(parts);
    found = new Map(parts.map((part, index) => [part, parts[indexes[index] ?? -1]]));
    parents.set(parts, found);
  }
  return found;
}
