import { headingAnchors } from "../syntax/anchors.ts";
import type { SectionAnswer } from "../template/align.ts";
import type { Analysed } from "../template/analysed.ts";
import { isLacked } from "../template/asked.ts";
import { parentsOf, partExtent, partHeading, type Part } from "../template/parts.ts";
import { placementOf } from "../template/placement.ts";
import type { PartState } from "../template/states.ts";
import type { TemplateSection } from "../template/template.ts";
import { groupBy } from "../text/group.ts";
import type { Span } from "../text/span.ts";
import { nameOf } from "./place.ts";

/** A section that a document has, or that its template has and the document lacks. */
export interface SectionItem {
  /** What people call it; never empty. */
  readonly name: string;
  readonly state: PartState["state"] | "missing";
  /** `extra` for a section of the author’s own, which answers nothing in the template. */
  readonly kind: "section" | "extra";
  /** The template asks for it at some stage. */
  readonly required: boolean;
  /** Where it stands; nothing where it is missing. */
  readonly place: SectionPlace | undefined;
  /** The section of the template that it answers, or that is missing: its place among them and its title. */
  readonly wanted: Pick<TemplateSection, "index" | "title"> | undefined;
  readonly children: readonly SectionItem[];
}

/** Where a section stands in the text. */
export interface SectionPlace {
  readonly heading: Span;
  /** From the heading to the next one of its depth or less. */
  readonly extent: Span;
  /** It can be moved: it has a heading, and no line of bold text in place of one. */
  readonly movable: boolean;
  /** The fragment of a link to it as GitHub makes it; empty where it has none. */
  readonly anchor: string;
}

/**
 * The sections of a document in its order, with those of the template that it lacks where they would be inserted.
 * The title is none of them, and what stands below it stands at the top, unless the document lacks its title. Of
 * optional sections that show what may stand there, and of a group of which one is enough, none is missing.
 */
export function sectionTree(analysed: Analysed): readonly SectionItem[] {
  const { alignment } = analysed;
  const { parts, title } = alignment;
  const answers = answersOf(alignment.sections);
  const absent = absentSections(analysed);
  const anchors = headingAnchors(analysed.doc);
  const parents = parentsOf(parts);
  const below = groupBy(
    [...parts.entries()].filter(([, part]) => part !== title),
    ([index]) => {
      const around = parts[parents[index] ?? -1];
      return around === title ? undefined : around;
    },
  );
  const itemsIn = (around: Part | undefined): readonly SectionItem[] => {
    const present = (below.get(around) ?? []).map(([, part]) => ({
      part,
      item: presentItem(analysed, part, answers.get(part), anchors, itemsIn(part)),
    }));
    return merged(present, absent.get(around) ?? []);
  };
  return itemsIn(undefined);
}

/** What each part answers; of one that answers two sections, the first. */
function answersOf(sections: readonly SectionAnswer[]): ReadonlyMap<Part, TemplateSection> {
  const found = new Map<Part, TemplateSection>();
  for (const { wanted, part, duplicates, others } of sections)
    for (const one of [part, ...duplicates, ...others]) if (one && !found.has(one)) found.set(one, wanted);
  return found;
}

function presentItem(
  { doc, states }: Analysed,
  part: Part,
  wanted: TemplateSection | undefined,
  anchors: ReadonlyMap<number, string>,
  children: readonly SectionItem[],
): SectionItem {
  return {
    name: nameOf(doc, part),
    state: states.get(part)?.state ?? "empty",
    kind: wanted ? "section" : "extra",
    required: wanted?.required === true,
    place: {
      heading: partHeading(doc, part),
      extent: partExtent(doc, part),
      movable: part.kind === "heading",
      anchor: part.kind === "heading" ? (anchors.get(part.from.block) ?? "") : "",
    },
    wanted: wanted && { index: wanted.index, title: wanted.title },
    children,
  };
}

/** A section that is missing, and behind which part it would be inserted. */
interface Absent {
  readonly item: SectionItem;
  readonly follows: Part | undefined;
}

/** The sections that are missing, by the part in which they would be inserted; at the top by nothing. */
function absentSections(analysed: Analysed): ReadonlyMap<Part | undefined, readonly Absent[]> {
  const { sections, title } = analysed.alignment;
  const outermost = sections.filter(({ wanted }) => {
    const around = sections[wanted.parent];
    return isShown(analysed, wanted) && (!around || around.part !== undefined);
  });
  return groupBy(
    outermost.map(({ wanted }) => {
      const around = sections[wanted.parent]?.part;
      const { follows } = placementOf(analysed, wanted);
      return { item: absentItem(analysed, wanted), follows, around: around === title ? undefined : around };
    }),
    ({ around }) => around,
  );
}

/** Whether a section that is absent is shown as missing. */
function isShown({ alignment }: Analysed, wanted: TemplateSection): boolean {
  if (alignment.sections[wanted.index]?.part) return false;
  if (wanted.isTitle) return isLacked(alignment, wanted) && !alignment.title;
  if (isLacked(alignment, wanted)) return true;
  return (
    !wanted.required && !wanted.isPattern && wanted.group === undefined && !isBelowAbsent(alignment, wanted)
  );
}

/** Whether it stands below a section that is missing itself, which comes without what is optional in it. */
const isBelowAbsent = ({ sections }: Analysed["alignment"], { parent }: TemplateSection): boolean =>
  parent >= 0 && sections[parent]?.part === undefined;

function absentItem(analysed: Analysed, wanted: TemplateSection): SectionItem {
  const below = analysed.alignment.sections.filter(
    (answer) => answer.wanted.parent === wanted.index && isShown(analysed, answer.wanted),
  );
  return {
    name: wanted.title,
    state: "missing",
    kind: "section",
    required: isLacked(analysed.alignment, wanted),
    place: undefined,
    wanted: { index: wanted.index, title: wanted.title },
    children: below.map((answer) => absentItem(analysed, answer.wanted)),
  };
}

/** What is there with what is missing, each of the latter behind what it follows, else before all that is there. */
function merged(
  present: readonly { readonly part: Part; readonly item: SectionItem }[],
  absent: readonly Absent[],
): readonly SectionItem[] {
  const parts = new Set(present.map(({ part }) => part));
  const behind = groupBy(absent, ({ follows }) => (follows && parts.has(follows) ? follows : undefined));
  const itemsBehind = (part: Part | undefined): readonly SectionItem[] =>
    (behind.get(part) ?? []).map(({ item }) => item);
  return [...itemsBehind(undefined), ...present.flatMap(({ part, item }) => [item, ...itemsBehind(part)])];
}
