import { byText } from "../text/by-text.ts";
import { isDeep, type Aligning, type Heading } from "./aligning.ts";
import { wordsOf } from "./names.ts";
import type { TemplateSection } from "./template.ts";

/** A heading that names several sections at once, as “Goals and Non-Goals” does; at least one of them is open. */
interface Joint {
  readonly heading: Heading;
  /** Those that nothing answers yet, in the template's order. */
  readonly sections: readonly TemplateSection[];
}

/** More words than these are a sentence. */
const mostWords = 14;

/** The headings that have names of several sections, each section in the first one that names it. */
export function jointSections(now: Aligning): readonly Joint[] {
  const namedIn = namedSections(now.template.sections);
  const given = new Set<TemplateSection>();
  const joints: Joint[] = [];
  for (const heading of now.free()) {
    const named = namedIn(heading.part.title);
    if (!named.some((section) => isDeep(heading, section, now))) continue;
    const sections = named
      .filter((section) => !now.named.has(section.index) && !given.has(section))
      .toSorted((a, b) => a.index - b.index);
    if (sections.length === 0) continue;
    for (const section of sections) given.add(section);
    joints.push({ heading, sections });
  }
  return joints;
}

type NamedIn = (title: string) => readonly TemplateSection[];

const known = new WeakMap<readonly TemplateSection[], NamedIn>();

/** Gives the sections that a heading names, two at least; made once a template. */
function namedSections(sections: readonly TemplateSection[]): NamedIn {
  let found = known.get(sections);
  if (!found) {
    const byKey = sectionsByKey(sections);
    found = byText((title) => {
      const words = wordsOf(title);
      return words.length < 2 || words.length > mostWords ? [] : segments(words, byKey);
    });
    known.set(sections, found);
  }
  return found;
}

/** Each key that names one section only, with a short form only where no section has that name. */
function sectionsByKey(sections: readonly TemplateSection[]): ReadonlyMap<string, TemplateSection> {
  const asked = sections.filter(({ isTitle, isPattern }) => !isTitle && !isPattern);
  const byKey = new Map<string, TemplateSection>();
  for (const keysOf of [
    ({ keys }: TemplateSection): Iterable<string> => keys,
    ({ shortKeys }: TemplateSection): Iterable<string> => shortKeys,
  ]) {
    const found = new Map<string, TemplateSection | undefined>();
    for (const section of asked)
      for (const key of keysOf(section)) found.set(key, found.has(key) ? undefined : section);
    for (const [key, section] of found) if (section && !byKey.has(key)) byKey.set(key, section);
  }
  return byKey;
}

const joining: ReadonlySet<string> = new Set(["and", "or"]);

/**
 * The sections whose names make up all the words, or stand between one “and” and the next; two at least. Names without
 * an “and” between them are two only where the template has one right behind the other, since “Design Goals”
 * is one name.
 */
function segments(
  words: readonly string[],
  byKey: ReadonlyMap<string, TemplateSection>,
): readonly TemplateSection[] {
  // From the end: how the words from each place on are made up of names.
  const from: (readonly TemplateSection[] | undefined)[] = Array.from({ length: words.length + 1 });
  from[words.length] = [];
  for (let start = words.length - 1; start >= 0; start--) {
    if (joining.has(words[start] ?? "") && start > 0) {
      const rest = from[start + 1];
      if (rest && rest.length > 0) from[start] ??= rest;
    }
    for (let end = words.length; end > start && !from[start]; end--) {
      const rest = from[end];
      const section = rest && byKey.get(words.slice(start, end).join(""));
      if (!section || rest.includes(section)) continue;
      const [next] = rest;
      const isJoined = end === words.length || joining.has(words[end] ?? "") || isNext(section, next);
      if (isJoined) from[start] = [section, ...rest];
    }
  }
  const sections = from[0] ?? sidesOf(words, byKey);
  return sections.length > 1 ? sections : [];
}

/** The sections that are named between one “and” and the next, whatever else is. */
function sidesOf(
  words: readonly string[],
  byKey: ReadonlyMap<string, TemplateSection>,
): readonly TemplateSection[] {
  const sides: string[] = [""];
  for (const word of words) {
    if (joining.has(word)) sides.push("");
    else sides.push((sides.pop() ?? "") + word);
  }
  return [...new Set(sides.flatMap((side) => byKey.get(side) ?? []))];
}

const isNext = (section: TemplateSection, next: TemplateSection | undefined): boolean =>
  next !== undefined && next.parent === section.parent && next.index > section.index;
