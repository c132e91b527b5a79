import type { Analysed } from "../template/analysed.ts";
import { insertionsOf } from "../template/insertion.ts";
import { isSwallowed, missingSections, placementOf } from "../template/placement.ts";
import type { Edit } from "../text/edit.ts";

/** What inserts all missing sections into a document. */
export interface Insertion {
  /** The sections inserted, in the template's order; those that come with one around them are not named. */
  readonly titles: readonly string[];
  /** One edit a place, in the order of the text. */
  readonly edits: readonly Edit[];
}

/** The insertion of every missing section at its place, but for a place where an open fence would swallow it. */
export function insertMissing(analysed: Analysed): Insertion {
  const wanted = missingSections(analysed)
    .map((answer) => answer.wanted)
    .filter((section) => !isSwallowed(analysed.doc, placementOf(analysed, section).offset));
  return { titles: wanted.map(({ title }) => title), edits: insertionsOf(analysed, wanted) };
}
