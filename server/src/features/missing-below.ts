import type { SectionAnswer } from "../template/align.ts";
import type { Analysed } from "../template/analysed.ts";
import { missingSections } from "../template/placement.ts";

/** The titles of the missing sections directly below a section of the template. */
export const missingBelow = (analysed: Analysed, { wanted }: SectionAnswer): readonly string[] =>
  missingSections(analysed)
    .filter((missing) => missing.wanted.parent === wanted.index)
    .map((missing) => missing.wanted.title);
