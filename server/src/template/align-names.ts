import { acceptedNames, addsWords, headingKeys, keyOf, slip } from "./names.ts";
import { parentsOf, type UnplacedPart } from "./parts.ts";
import type { Template, TemplateSection } from "./template.ts";

/** The part that answers a section of the template, and how its name was understood. */
export interface Naming {
  readonly part: UnplacedPart;
  readonly by: "name" | "short" | "typo";
  readonly duplicates: readonly UnplacedPart[];
}

interface Named {
  /** By the index of the template's section. */
  readonly named: ReadonlyMap<number, Naming>;
  /** The bold lines among the answers, at the depth that their headings should have. */
  readonly bold: readonly UnplacedPart[];
}

interface Heading {
  readonly part: UnplacedPart;
  readonly key: string;
  /** All keys under which it may answer; `key`, that of the whole heading, is the first. */
  readonly keys: readonly string[];
  readonly parent: number;
}

/**
 * Which part answers which section, the surest first: headings with an accepted name, headings with a
 * short form, headings that are a slip away, then bold lines with an accepted name.
 */
export function alignNames(
  template: Template,
  parts: readonly UnplacedPart[],
  bold: readonly UnplacedPart[],
  shift: number,
): Named {
  const parents = parentsOf(parts);
  const headings = parts.map((part, index) => ({
    part,
    key: keyOf(part.title),
    keys: headingKeys(part.title),
    parent: parents[index] ?? -1,
  }));
  const named = new Map<number, Naming>();
  const taken = new Set<UnplacedPart>();
  const give = (wanted: TemplateSection, naming: Naming): void => {
    named.set(wanted.index, naming);
    for (const part of [naming.part, ...naming.duplicates]) taken.add(part);
  };
  const open = (): readonly TemplateSection[] =>
    template.sections.filter((section) => !named.has(section.index));
  const free = (): readonly Heading[] => headings.filter(({ part, key }) => key !== "" && !taken.has(part));

  for (const wanted of template.sections) {
    const answers = free().filter(({ key }) => wanted.keys.includes(key));
    const first = bestAnswer(answers, wanted, shift, headings, named);
    if (first)
      give(wanted, {
        part: first.part,
        by: "name",
        duplicates: duplicatesOf(first, answers, template, wanted),
      });
  }
  for (const wanted of open()) {
    const answers = free().filter(({ keys }) => keys.some((key) => wanted.keys.includes(key)));
    const first = bestAnswer(answers, wanted, shift, headings, named);
    if (first) give(wanted, { part: first.part, by: "name", duplicates: [] });
  }
  for (const { wanted, heading } of shortForms(open(), free()))
    give(wanted, { part: heading.part, by: "short", duplicates: [] });
  for (const { wanted, heading } of slips(open(), free())) {
    if (!named.has(wanted.index) && !taken.has(heading.part))
      give(wanted, { part: heading.part, by: "typo", duplicates: [] });
  }
  const lookAlikes: UnplacedPart[] = [];
  for (const wanted of open()) {
    const line = bold.find((part) => !taken.has(part) && wanted.keys.includes(keyOf(part.title)));
    if (!line || wanted.isTitle) continue;
    const part = { ...line, depth: Math.max(1, wanted.depth + shift) };
    lookAlikes.push(part);
    taken.add(line);
    named.set(wanted.index, { part, by: "name", duplicates: [] });
  }
  return { named, bold: lookAlikes };
}

/** The first of the answers in the right place and depth, else the first in the right depth, else the first. */
function bestAnswer(
  answers: readonly Heading[],
  wanted: TemplateSection,
  shift: number,
  headings: readonly Heading[],
  named: ReadonlyMap<number, Naming>,
): Heading | undefined {
  const around = named.get(wanted.parent)?.part;
  const isDeep = ({ part }: Heading): boolean => part.depth === wanted.depth + shift;
  return (
    answers.find((heading) => isDeep(heading) && headings[heading.parent]?.part === around) ??
    answers.find(isDeep) ??
    answers.at(0)
  );
}

/**
 * The later answers beside the first: same depth, same part around them. A name that comes again below
 * another heading speaks of something else, and one that the template itself has several times is no fault.
 */
function duplicatesOf(
  first: Heading,
  answers: readonly Heading[],
  template: Template,
  wanted: TemplateSection,
): readonly UnplacedPart[] {
  const isRepeated = template.sections.some((other) => other !== wanted && other.keys.includes(first.key));
  if (isRepeated) return [];
  return answers
    .filter(
      (other) => other !== first && other.parent === first.parent && other.part.depth === first.part.depth,
    )
    .map(({ part }) => part);
}

interface Pair {
  readonly wanted: TemplateSection;
  readonly heading: Heading;
}

/** Each heading that is a short form of exactly one open section, the first one a section. */
function shortForms(open: readonly TemplateSection[], free: readonly Heading[]): readonly Pair[] {
  const pairs: Pair[] = [];
  for (const heading of free) {
    const meant = open.filter((section) => section.shortKeys.has(heading.key));
    const [wanted] = meant;
    if (wanted && meant.length === 1 && !pairs.some((pair) => pair.wanted === wanted))
      pairs.push({ wanted, heading });
  }
  return pairs;
}

/** The open sections and headings that are a slip apart, the nearest first. */
function slips(open: readonly TemplateSection[], free: readonly Heading[]): readonly Pair[] {
  const pairs: (Pair & { readonly edits: number })[] = [];
  for (const wanted of open) {
    for (const heading of free) {
      const edits = leastSlip(heading.part.title, wanted);
      if (edits !== undefined) pairs.push({ wanted, heading, edits });
    }
  }
  return pairs.toSorted((a, b) => a.edits - b.edits);
}

function leastSlip(title: string, { title: wanted }: TemplateSection): number | undefined {
  const key = keyOf(title);
  const edits = acceptedNames(wanted).flatMap((name) =>
    addsWords(title, name) ? [] : (slip(key, keyOf(name)) ?? []),
  );
  return edits.length > 0 ? Math.min(...edits) : undefined;
}
