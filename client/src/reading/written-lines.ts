import type { SectionNode } from "../../../server/src/protocol/sections.ts";

/**
 * The lines of the headings to be folded: of each section that is written with all that stands below it, else of those
 * below it for which that is so. What is optional and not there is nothing to be written.
 */
export const writtenLines = (sections: readonly SectionNode[]): readonly number[] =>
  sections.flatMap((node) => {
    if (!node.place) return [];
    return isWritten(node) ? [node.place.heading.start.line] : writtenLines(node.children);
  });

const isWritten = ({ state, required, children }: SectionNode): boolean =>
  (state === "written" || (state === "missing" && !required)) && children.every(isWritten);
