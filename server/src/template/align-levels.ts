import type { UnplacedPart } from "./parts.ts";
import { readName } from "./slip-names.ts";
import { headingSlip, wantedNames } from "./slips.ts";
import type { Template, TemplateSection } from "./template.ts";

/**
 * The heading that is a document's title: its first one, if that is an H1 that names no section of the
 * template, or the only H1 of all beside sections that stand below H1. Where there is no H1, a first heading that names no section and stands
 * above all others, or at the level where the template has its title.
 */
export function titleOf(
  headings: readonly UnplacedPart[],
  keyIn: KeyIn,
  template: Template,
): UnplacedPart | undefined {
  const [first, ...rest] = headings;
  if (!first) return undefined;
  const key = keyIn(first);
  const isSection = sectionsByKey(template).has(key);
  if (first.depth > 1) return !isSection && isTitleBelow(first, rest, keyIn, template) ? first : undefined;
  // Where the template's sections are H1s themselves, the first of them may be all that is written so far.
  const isAtTop = template.sections.some(({ depth, keys }) => depth === 1 && keys.includes(key));
  const isOnly = rest.every((part) => part.depth > 1) && !(isSection && isAtTop);
  return isOnly || !(isSection || isSlippedSection(first, rest, keyIn, template)) ? first : undefined;
}

/** Whether a first H1 beside others is the template's section at that level with a slip in its name. */
function isSlippedSection(
  { title }: UnplacedPart,
  rest: readonly UnplacedPart[],
  keyIn: KeyIn,
  { sections }: Template,
): boolean {
  const asked = sections.filter(({ depth, isTitle }) => depth === 1 && !isTitle);
  if (asked.length === 0) return false;
  const keys = new Set(rest.map(keyIn));
  const name = readName(title);
  return asked.some(
    (section) =>
      !section.keys.some((key) => keys.has(key)) &&
      headingSlip(name, wantedNames(section).name) !== undefined,
  );
}

/** Gives the key of a heading, see `keyOf`. */
type KeyIn = (part: UnplacedPart) => string;

const known = new WeakMap<readonly TemplateSection[], ReadonlyMap<string, TemplateSection>>();

/** The first section of a template that is no title by each of the keys that name one; made once a template. */
function sectionsByKey({ sections }: Template): ReadonlyMap<string, TemplateSection> {
  const made = known.get(sections);
  if (made) return made;
  const byKey = new Map<string, TemplateSection>();
  for (const section of sections) {
    if (section.isTitle) continue;
    for (const key of section.keys) if (!byKey.has(key)) byKey.set(key, section);
  }
  known.set(sections, byKey);
  return byKey;
}

function isTitleBelow(
  first: UnplacedPart,
  rest: readonly UnplacedPart[],
  keyIn: KeyIn,
  template: Template,
): boolean {
  // A title of its own would come first; one section alone may have come to stand at a wrong level.
  const above = rest.filter((part) => part.depth < first.depth);
  const isSlip = above.length === 1 && above.length < rest.length / 2;
  if (!above.every((part) => isSlip && sectionsByKey(template).has(keyIn(part)))) return false;
  if (keyIn(first) === "title") return false;
  const title = template.sections.find(({ isTitle }) => isTitle);
  if (title && title.depth === first.depth && (template.title === undefined || title.isPattern)) return true;
  return rest.length > 0 && rest.every((part) => part.depth > first.depth);
}

/** The shift that nearly all sections have whose name is the template's; none where some keep to its levels. */
export function shiftOf(parts: readonly UnplacedPart[], keyIn: KeyIn, template: Template): number {
  const found: (readonly [TemplateSection, UnplacedPart])[] = [];
  const seen = new Set<string>();
  const sections = sectionsByKey(template);
  for (const part of parts) {
    const key = keyIn(part);
    const wanted = sections.get(key);
    if (!wanted || seen.has(key)) continue;
    seen.add(key);
    found.push([wanted, part]);
  }
  // Where the levels below were made one, those at the top tell how deep the document begins.
  const top = Math.min(...found.map(([wanted]) => wanted.depth));
  return agreed(found) ?? agreed(found.filter(([wanted]) => wanted.depth === top)) ?? 0;
}

/** The shift of more than three in four; a few that keep to the template’s levels show that the others are subsections of something else. */
function agreed(found: readonly (readonly [TemplateSection, UnplacedPart])[]): number | undefined {
  const counts = new Map<number, number>();
  for (const [wanted, part] of found) {
    const by = part.depth - wanted.depth;
    counts.set(by, (counts.get(by) ?? 0) + 1);
  }
  const [best] = [...counts].toSorted((a, b) => b[1] - a[1] || Math.abs(a[0]) - Math.abs(b[0]));
  return best && best[1] * 4 > found.length * 3 ? best[0] : undefined;
}
