import { isDeep, isInside, type Aligning, type Heading, type Naming, type Pair } from "./aligning.ts";
import type { HeadingNames } from "./heading-names.ts";
import { keyOf } from "./names.ts";
import { jointSections } from "./joint.ts";
import { fillPatterns } from "./patterns.ts";
import { groupBy } from "../text/group.ts";
import { parentsOf, type UnplacedPart } from "./parts.ts";
import { isRename } from "./renames.ts";
import { headingSlip, nearestSlips, wantedNames } from "./slips.ts";
import type { Template, TemplateSection } from "./template.ts";

interface Named {
  /** By the index of the template's section. */
  readonly named: ReadonlyMap<number, Naming>;
  /** The bold lines among the answers, at the depth that their headings should have. */
  readonly bold: readonly UnplacedPart[];
}

/**
 * Which part answers which section, the surest first: headings with an accepted name, headings that join
 * several names, short forms and other names of the same section, headings that are a slip away, lines
 * that stand for headings, and last what stands where the template has patterns.
 */
export function alignNames(
  template: Template,
  parts: readonly UnplacedPart[],
  namesOf: (part: UnplacedPart) => HeadingNames,
  bold: readonly UnplacedPart[],
  shift: number,
): Named {
  const parents = parentsOf(parts);
  const headings = parts.map((part, index): Heading => ({
    ...namesOf(part),
    part,
    index,
    parent: parents[index] ?? -1,
  }));
  const byPart = new Map(headings.map((heading) => [heading.part, heading]));
  const named = new Map<number, Naming>();
  // Asked again and again, they change only where something is given.
  let free: readonly Heading[] | undefined;
  let open: readonly TemplateSection[] | undefined;
  const taken = new Set<UnplacedPart>();
  const give = (wanted: TemplateSection, naming: Pick<Naming, "part" | "by"> & Partial<Naming>): void => {
    named.set(wanted.index, { duplicates: [], others: [], ...naming });
    free = undefined;
    open = undefined;
    for (const part of [naming.part, ...(naming.duplicates ?? []), ...(naming.others ?? [])]) taken.add(part);
  };
  const now: Aligning = {
    template,
    headings,
    shift,
    named,
    headingOf: (part) => byPart.get(part),
    open: () => (open ??= template.sections.filter((section) => !named.has(section.index))),
    free: () => (free ??= headings.filter(({ part, key }) => key !== "" && !taken.has(part))),
  };

  const byKey = groupBy(headings, ({ key }) => key);
  for (const wanted of template.sections) {
    const answers: Heading[] = [];
    for (const key of wanted.keys)
      for (const heading of byKey.get(key) ?? [])
        if (key !== "" && !taken.has(heading.part) && !answers.includes(heading)) answers.push(heading);
    if (answers.length === 0) continue;
    if (answers.length > 1) answers.sort((a, b) => a.index - b.index);
    const first = bestAnswer(answers, wanted, now);
    if (first) give(wanted, { part: first.part, by: "name", ...furtherAnswers(first, answers, wanted, now) });
  }
  for (const { heading, sections } of jointSections(now)) {
    for (const [index, wanted] of sections.entries())
      give(wanted, { part: heading.part, by: index === 0 ? "name" : "joint" });
  }
  for (const wanted of now.open()) {
    const { head, name } = wantedNames(wanted);
    const answers = now
      .free()
      .filter(({ key, more }) => key === head || more().keys.some((one) => wanted.keys.includes(one)));
    const first = bestAnswer(answers, wanted, now) ?? namedAtHead(wanted, now);
    if (!first) continue;
    // One side of a slash may be right while the other has a slip.
    const isSlip = headingSlip(first.more().name, name) !== undefined;
    give(wanted, { part: first.part, by: isSlip ? "typo" : "name" });
  }
  for (const { wanted, heading } of shortForms(now)) give(wanted, { part: heading.part, by: "short" });
  for (const wanted of now.open()) {
    const known = renamed(wanted, now, ({ key }) => wanted.keys.some((name) => isRename(key, name)));
    if (known) give(wanted, { part: known.part, by: "short" });
  }
  for (const wanted of now.open()) {
    // What the heading says beyond the name would be lost by a renaming, so that is nobody's advice.
    const longer = renamed(wanted, now, ({ more }) =>
      more().cores.some((core) => wanted.keys.includes(core)),
    );
    if (longer) give(wanted, { part: longer.part, by: "name" });
  }
  for (const wanted of now.open()) {
    const other = wanted.required ? spared(wanted, now) : undefined;
    const naming = other && named.get(other.index);
    if (!other || !naming) continue;
    named.delete(other.index);
    open = undefined;
    give(wanted, { part: naming.part, by: "short" });
  }
  for (const { wanted, heading } of nearestSlips(now)) {
    if (!named.has(wanted.index) && !taken.has(heading.part))
      give(wanted, { part: heading.part, by: "typo" });
  }
  const lookAlikes: UnplacedPart[] = [];
  const lines = groupBy(bold, ({ title }) => keyOf(title));
  for (const wanted of now.open()) {
    const line = wanted.keys.flatMap((key) => lines.get(key) ?? []).find((part) => !taken.has(part));
    if (!line || wanted.isTitle) continue;
    const part = { ...line, depth: Math.max(1, wanted.depth + shift) };
    lookAlikes.push(part);
    taken.add(line);
    give(wanted, { part, by: "name" });
  }
  for (const { wanted, heading, naming } of fillPatterns(now)) {
    if (naming) give(wanted, { ...naming, others: [...naming.others, heading.part] });
    else give(wanted, { part: heading.part, by: "pattern" });
  }
  return { named, bold: lookAlikes };
}

/** The first of the answers in the right place and depth, else the first in the right depth, else the first. */
function bestAnswer(
  answers: readonly Heading[],
  wanted: TemplateSection,
  now: Aligning,
): Heading | undefined {
  return (
    answers.find((heading) => isDeep(heading, wanted, now) && isInside(heading, wanted, now)) ??
    answers.find((heading) => isDeep(heading, wanted, now)) ??
    answers.at(0)
  );
}

/**
 * The later answers beside the first: same depth, same part around them. A name that comes again below
 * another heading speaks of something else, and one that the template itself has several times is no fault.
 * Where a section may come again, all in its place answer it; where none stands in its place, as in
 * one of several phases, none is the one at a wrong level.
 */
function furtherAnswers(
  first: Heading,
  answers: readonly Heading[],
  wanted: TemplateSection,
  now: Aligning,
): Pick<Naming, "duplicates" | "others"> {
  if (answers.length === 1) return { duplicates: [], others: [] };
  const rest = answers.filter((other) => other !== first);
  const beside = rest.filter(
    (other) => other.parent === first.parent && other.part.depth === first.part.depth,
  );
  const partsOf = (found: readonly Heading[]): readonly UnplacedPart[] => found.map(({ part }) => part);
  if (wanted.repeatable) return { duplicates: [], others: partsOf(beside) };
  const isRepeated = now.template.sections.some(
    (other) => other !== wanted && other.keys.includes(first.key),
  );
  if (isRepeated) return { duplicates: [], others: [] };
  const isScattered = beside.length === 0 && !isDeep(first, wanted, now);
  return { duplicates: partsOf(beside), others: isScattered ? partsOf(rest) : [] };
}

/** A heading in the right depth that begins with the name, as in “Proposal: a log of edits”. */
function namedAtHead(wanted: TemplateSection, now: Aligning): Heading | undefined {
  return now
    .free()
    .find((heading) => isDeep(heading, wanted, now) && wanted.keys.includes(heading.more().head));
}

/**
 * Each heading that is a short form of exactly one open section, the first one a section: those in the right
 * depth before those that stand elsewhere, which count only where the section around theirs is there.
 */
function shortForms(now: Aligning): readonly Pair[] {
  const open = now.open();
  const pairs: Pair[] = [];
  const add = (headings: readonly Heading[], isAnswer: (pair: Pair) => boolean): void => {
    for (const heading of headings) {
      if (pairs.some((pair) => pair.heading === heading)) continue;
      const meant = open.filter((section) => section.shortKeys.has(heading.key));
      const [wanted] = meant;
      if (!wanted || meant.length > 1 || pairs.some((pair) => pair.wanted === wanted)) continue;
      if (isAnswer({ wanted, heading })) pairs.push({ wanted, heading });
    }
  };
  const free = now.free();
  add(free, ({ wanted, heading }) => isDeep(heading, wanted, now));
  add(free, ({ wanted }) => wanted.parent < 0 || now.named.has(wanted.parent));
  return pairs;
}

/**
 * The first heading in the section's place that means the same: in the right depth, below the right section,
 * and between the sections that it should stand between.
 */
function renamed(
  wanted: TemplateSection,
  now: Aligning,
  meansIt: (heading: Heading) => boolean,
): Heading | undefined {
  if (wanted.isTitle || wanted.isPattern) return undefined;
  const { after, before } = neighbours(wanted, now);
  return now.free().find((heading) => {
    if (heading.index <= after || heading.index >= before) return false;
    return isDeep(heading, wanted, now) && isInside(heading, wanted, now) && meansIt(heading);
  });
}

/** Where the nearest answered sections beside a section stand, by the place of their headings. */
function neighbours(
  wanted: TemplateSection,
  { template, named, headings, headingOf }: Aligning,
): { readonly after: number; readonly before: number } {
  let after = -1;
  for (const { parent, index } of template.sections) {
    const part = parent === wanted.parent ? named.get(index)?.part : undefined;
    if (!part) continue;
    const place = headingOf(part)?.index ?? -1;
    if (index > wanted.index) return { after, before: place };
    after = place;
  }
  return { after, before: headings.length };
}

/** An optional section of several names whose answer is as well that of a required one, which has none. */
function spared(wanted: TemplateSection, now: Aligning): TemplateSection | undefined {
  return now.template.sections.find((other) => {
    const naming = now.named.get(other.index);
    if (!naming || other.required || other.keys.length < 2 || other.parent !== wanted.parent) return false;
    const key = now.headingOf(naming.part)?.whole ?? keyOf(naming.part.title);
    return wanted.shortKeys.has(key) || wanted.keys.some((name) => isRename(key, name));
  });
}
