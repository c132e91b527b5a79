import type { Analysed } from "../template/analysed.ts";
import { insertionsOf } from "../template/insertion.ts";
import { isSwallowed, missingSections, placementOf } from "../template/placement.ts";
import type { TemplateSection } from "../template/template.ts";
import type { Edit } from "../text/edit.ts";

/** What inserts all missing sections into a document. */
export interface Insertion {
  /** The sections inserted, in the template's order; those that come with one around them are not named. */
  readonly titles: readonly string[];
  /** One edit a place, in the order of the text. */
  readonly edits: readonly Edit[];
}

/**
 * The insertion of every missing section at its place, or of one alone, but for a place where an open fence would
 * swallow it. One that stands below another missing section comes with that; an optional one is inserted as well.
 */
export function insertMissing(
  analysed: Analysed,
  only?: Pick<TemplateSection, "index" | "title">,
): Insertion {
  const wanted = (
    only ? outermostMissing(analysed, only) : missingSections(analysed).map((answer) => answer.wanted)
  ).filter((section) => !isSwallowed(analysed.doc, placementOf(analysed, section).offset));
  return { titles: wanted.map(({ title }) => title), edits: insertionsOf(analysed, wanted) };
}

/** The outermost missing section around one that is missing; none where it is there, or is no section of that title. */
function outermostMissing(
  { alignment: { sections } }: Analysed,
  { index, title }: Pick<TemplateSection, "index" | "title">,
): readonly TemplateSection[] {
  const asked = sections[index];
  if (!asked || asked.part || asked.wanted.title !== title) return [];
  let outermost = asked.wanted;
  for (let around = sections[outermost.parent]; around && !around.part; around = sections[outermost.parent])
    outermost = around.wanted;
  return [outermost];
}
