import { isDeep, isInside, type Aligning, type Pair } from "./aligning.ts";
import { acceptedNames, addsWords, headOf, keyOf, slip } from "./names.ts";
import { isOwnName } from "./renames.ts";
import { readName, type Name } from "./slip-names.ts";
import type { TemplateSection } from "./template.ts";

/** A heading that is longer than this is a sentence, and no slip of a name. In code units. */
const longest = 80;

/**
 * How many edits a heading is from a section's name, where it is that name with a slip of the keyboard;
 * nothing where it is a name of its own, has words or numbers more than the other, or says the opposite.
 */
export function headingSlip(found: Name, wanted: Name): number | undefined {
  if (found.title.length > longest) return undefined;
  // A slip in an ending may change what counts as the plural.
  const isSame = found.key === found.letters && wanted.key === wanted.letters;
  const edits = slip(found.key, wanted.key) ?? (isSame ? undefined : slip(found.letters, wanted.letters));
  if (edits === undefined || isOwnName(found.key) || addsWords(found.title, wanted.title)) return undefined;
  if (digits(found.key) !== digits(wanted.key)) return undefined;
  return isOpposite(found.words, wanted.words) ? undefined : edits;
}

const digits = (key: string): string => key.replace(/\D+/g, " ").trim();

/** Whether one name has a word that is the contrary of the other's: “Resolved” and “Unresolved Questions”. */
function isOpposite(words: readonly string[], wanted: readonly string[]): boolean {
  if (words.length !== wanted.length) {
    const [key, other] = [words.join(""), wanted.join("")];
    return negates(key, other) || negates(other, key);
  }
  return words.some((word, index) => {
    const other = wanted[index] ?? "";
    return negates(word, other) || negates(other, word) || contraries.get(word) === other;
  });
}

const negates = (word: string, other: string): boolean =>
  ["un", "non", "in", "de", "dis", "re", "pre", "anti", "sub"].some((prefix) => word === prefix + other);

const contraries: ReadonlyMap<string, string> = new Map(
  [
    ["internal", "external"],
    ["import", "export"],
    ["input", "output"],
    ["inbound", "outbound"],
    ["include", "exclude"],
    ["included", "excluded"],
    ["online", "offline"],
    ["forward", "backward"],
    ["upgrade", "downgrade"],
    ["hardware", "software"],
    ["minor", "major"],
    ["short", "long"],
  ].flatMap(([one = "", other = ""]) => [
    [one, other],
    [other, one],
  ]),
);

/** The open sections and headings that are a slip apart, the nearest first. */
export function nearestSlips(now: Aligning): readonly Pair[] {
  const open = now.open();
  if (open.length === 0) return [];
  const free = now
    .free()
    .filter(({ part }) => part.title.length <= longest)
    .map((heading) => ({ heading, name: heading.more().name }));
  const pairs: (Pair & { readonly edits: number })[] = [];
  for (const wanted of open) {
    const { names, all } = wantedNames(wanted);
    for (const { heading, name } of free) {
      // At quite another level and place, a word that is nearly the name is most often another word.
      const far = Math.abs(heading.part.depth - wanted.depth - now.shift);
      if (far > 1 && !isInside(heading, wanted, now)) continue;
      let edits = Number.POSITIVE_INFINITY;
      for (const one of isDeep(heading, wanted, now) ? all : names) {
        // Nearly all are of quite another length.
        if (isFar(name.key, one.key) && isFar(name.letters, one.letters)) continue;
        edits = Math.min(edits, headingSlip(name, one) ?? edits);
      }
      if (edits < Number.POSITIVE_INFINITY) pairs.push({ wanted, heading, edits });
    }
  }
  return pairs.toSorted((a, b) => a.edits - b.edits);
}

// No slip has more edits than that, see `slip`.
const isFar = (one: string, other: string): boolean => Math.abs(one.length - other.length) > 3;

interface WantedNames {
  /** The key of what stands before a colon or a dash; empty where that is no name. */
  readonly head: string;
  readonly name: Name;
  /** The names that answer it, and with them those of which it consists. */
  readonly names: readonly Name[];
  readonly all: readonly Name[];
}

const wantedKnown = new WeakMap<TemplateSection, WantedNames>();

/** What is compared of a section’s names, read once a template. */
export function wantedNames(wanted: TemplateSection): WantedNames {
  let found = wantedKnown.get(wanted);
  if (!found) {
    const names = acceptedNames(wanted.title).map(readName);
    const all = [...names, ...sidesOf(wanted).map(readName)];
    found = { head: keyOf(headOf(wanted.title) ?? ""), name: readName(wanted.title), names, all };
    wantedKnown.set(wanted, found);
  }
  return found;
}

/** The names on both sides of an “and” or “or”, which may stand for the whole. A short one is too near to others. */
const sidesOf = ({ title }: TemplateSection): readonly string[] => {
  const sides = title.split(/\s+(?:and|or|[&+])\s+/i);
  return sides.length > 1 ? sides.filter((side) => side.length > 6) : [];
};
