import type { Analysed } from "../template/analysed.ts";
import { missingSections } from "../template/placement.ts";

/** How much of what the template asks for is there. */
export interface Progress {
  /** Sections in which something was written and no text of the template is left. */
  readonly written: number;
  /** The sections that the template requires and the optional ones that the document has; the title is none. */
  readonly total: number;
  /** The missing sections in the template's order, without those below another one that is missing. */
  readonly missing: readonly string[];
}

/** The progress of a document towards its template. */
export function progress(analysed: Analysed): Progress {
  const counted = analysed.alignment.sections.filter(
    ({ wanted, part }) => !wanted.isTitle && (wanted.required || part),
  );
  const written = counted.filter(({ part }) => part && analysed.states.get(part)?.state === "written");
  const missing = missingSections(analysed).map(({ wanted }) => wanted.title);
  return { written: written.length, total: counted.length, missing };
}
