import type { Alignment } from "./align.ts";
import type { TemplateSection } from "./template.ts";

/**
 * Whether a document lacks a section that the template asks for, whatever is around it. Of a group of which
 * one is enough, that is the first, where the document has none. What belongs below a pattern is asked of
 * nobody, since nothing says whether a heading of the author's is meant to follow it.
 */
export function isLacked({ sections }: Alignment, wanted: TemplateSection): boolean {
  if (sections[wanted.index]?.part || isBelowPattern(sections, wanted)) return false;
  if (wanted.group === undefined) return wanted.required && !wanted.isPattern;
  const members = sections.filter((other) => other.wanted.group === wanted.group);
  return members.every(({ part }) => !part) && members.at(0)?.wanted === wanted;
}

function isBelowPattern(sections: Alignment["sections"], { parent }: TemplateSection): boolean {
  for (let above = sections[parent]?.wanted; above; above = sections[above.parent]?.wanted)
    if (above.isPattern) return true;
  return false;
}

/** The titles of the sections of which a missing one stands for any: its group's, else its own alone. */
export const titlesOfGroup = ({ sections }: Alignment, wanted: TemplateSection): readonly string[] =>
  wanted.group === undefined
    ? [wanted.title]
    : sections.flatMap((other) => (other.wanted.group === wanted.group ? [other.wanted.title] : []));

/** The share of the asked sections that makes a document one of this template, and how many may be absent all the same. */
const leastShare = 1 / 4;
const mostAbsent = 4;

/** How many sections a template asks for, and how many of these a document has. The title is none of them. */
export interface Extent {
  readonly asked: number;
  readonly found: number;
}

/** The extent to which a document follows its template. */
export function extentOf(alignment: Alignment): Extent {
  const asked = alignment.sections.filter(({ wanted }) => wanted.required && !wanted.isTitle);
  const absent = asked.filter(({ wanted }) => isLacked(alignment, wanted)).length;
  return { asked: asked.length, found: asked.length - absent };
}

/**
 * Whether a document has so few of the sections that it hardly follows the template: it was written to
 * another form, or is just begun. Then its sections are not told one by one.
 */
export const hardlyFollows = ({ asked, found }: Extent): boolean =>
  asked - found > mostAbsent && found < asked * leastShare;
