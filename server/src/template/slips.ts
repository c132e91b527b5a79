import { isDeep, isInside, type Aligning, type Pair } from "./aligning.ts";
import { acceptedNames, addsWords, slip, wordsOf } from "./names.ts";
import { isOwnName } from "./renames.ts";
import type { TemplateSection } from "./template.ts";

/** A heading that is longer than this is a sentence, and no slip of a name. In code units. */
const longest = 80;

/**
 * How many edits a heading is from a section's name, where it is that name with a slip of the keyboard;
 * nothing where it is a name of its own, has words or numbers more than the other, or says the opposite.
 */
export function headingSlip(title: string, name: string): number | undefined {
  if (title.length > longest) return undefined;
  const words = wordsOf(title);
  const wanted = wordsOf(name);
  const key = words.join("");
  // A slip in an ending may change what counts as the plural.
  const edits = slip(key, wanted.join("")) ?? slip(lettersOf(title), lettersOf(name));
  if (edits === undefined || isOwnName(key) || addsWords(title, name)) return undefined;
  if (digits(key) !== digits(wanted.join(""))) return undefined;
  return isOpposite(words, wanted) ? undefined : edits;
}

const lettersOf = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

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
  const free = now.free();
  const pairs = now.open().flatMap((wanted) => {
    const names = acceptedNames(wanted.title);
    const sides = sidesOf(wanted);
    return free.flatMap((heading): readonly (Pair & { readonly edits: number })[] => {
      const { title, depth } = heading.part;
      // At quite another level and place, a word that is nearly the name is most often another word.
      const isNear = Math.abs(depth - wanted.depth - now.shift) < 2 || isInside(heading, wanted, now);
      const meant = isDeep(heading, wanted, now) ? [...names, ...sides] : isNear ? names : [];
      const edits = meant.flatMap((name) => headingSlip(title, name) ?? []);
      return edits.length > 0 ? [{ wanted, heading, edits: Math.min(...edits) }] : [];
    });
  });
  return pairs.toSorted((a, b) => a.edits - b.edits);
}

/** The names on both sides of an “and” or “or”, which may stand for the whole. A short one is too near to others. */
const sidesOf = ({ title }: TemplateSection): readonly string[] => {
  const sides = title.split(/\s+(?:and|or|[&+])\s+/i);
  return sides.length > 1 ? sides.filter((side) => side.length > 6) : [];
};
