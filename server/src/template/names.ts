import { distance } from "fastest-levenshtein";

/** The words of a name that count when two are compared: lower case, singular, no numbering, no punctuation. */
export function wordsOf(name: string): readonly string[] {
  return withoutNumber(withoutEmoji(name).normalize("NFKC").toLowerCase())
    .replace(/['’]/g, "")
    .replace(/(?<=\p{L})\(s\)/gu, "s")
    .replace(/[&+]/g, " and ")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .map(singular);
}

/** What two names have in common when they name the same: their words without gaps, so hyphens do not count. */
export const keyOf = (name: string): string => wordsOf(name).join("");

/**
 * The keys under which a document's heading may answer: the whole of it, each part round a slash, as in a
 * heading in two languages, and what stands before a remark in brackets.
 */
export function headingKeys(title: string): readonly string[] {
  const whole = title.replace(/\s*[([][^()[\]]*[)\]]\s*$/, "");
  const names = [title, ...acceptedNames(title), whole, ...acceptedNames(whole)];
  return [...new Set(names.map(keyOf))].filter((key) => key !== "");
}

// Keycaps such as 1️⃣ are a digit with marks behind it.
const withoutEmoji = (name: string): string =>
  name.replace(/[\d#*]\uFE0F?\u20E3|\p{Extended_Pictographic}|[\uFE0F\u200D]/gu, " ");

// `3.`, `3.2`, `3)`, `[3]`, `1.Goals`, `IV.`, `A.`, `Section 3:`, `Part 1 –` before a name. A number alone is the name.
const numbering =
  /^[\s\p{P}\p{S}]*(?:(?:section|part|chapter)\s+)?(?:\d+(?:\.\d+)*(?:[.):\]]|(?=\s))|[ivx]+[.)]|[a-z][.)](?=\s))[\s:–—-]*(?=[\p{L}\p{N}])/u;

const withoutNumber = (name: string): string => name.replace(numbering, "");

/** A word without the ending of the English plural. Both sides of a comparison get it, so it need not be a word. */
function singular(word: string): string {
  if (word.length < 4 || word.endsWith("ss")) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (word.endsWith("ices")) return `${word.slice(0, -4)}ix`;
  if (/(?:ss|x|ch|sh|z)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith("s") ? word.slice(0, -1) : word;
}

/**
 * The names that a template's heading accepts: the whole of it, and each part of it where ` / ` separates
 * them. The whole comes first.
 */
export function acceptedNames(title: string): readonly string[] {
  const parts = title.split(/\s+\/\s+/).filter((part) => keyOf(part) !== "");
  return parts.length > 1 ? [title, ...parts] : [title];
}

/**
 * The keys of the short forms of a name: each leading group of its words, each side of an "and", each
 * leading group of those, and the left side with the last word of the right ("Security Considerations" of
 * "Security & Privacy Considerations"). A group that is nothing but short function words is none.
 */
export function shortKeysOf(title: string): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const name of acceptedNames(title)) {
    const words = wordsOf(name);
    const sides = splitAtAnd(words);
    addLeading(keys, words);
    for (const side of sides) addLeading(keys, side);
    const [left, right] = sides;
    const head = right?.at(-1);
    if (left && head && (right?.length ?? 0) > 1) keys.add([...left, head].join(""));
  }
  for (const name of acceptedNames(title)) keys.delete(keyOf(name));
  return keys;
}

function addLeading(keys: Set<string>, words: readonly string[]): void {
  for (let length = words.length; length > 0; length--) {
    const group = words.slice(0, length);
    const last = group.at(-1) ?? "";
    const meaningful = group.some((word) => word.length > 3);
    const isBare = length === 1 && qualifiers.has(last);
    if (meaningful && !isBare && !functionWords.has(last)) keys.add(group.join(""));
  }
}

const functionWords: ReadonlySet<string> = new Set(["and", "or", "of", "the", "for", "to", "in", "non"]);

// Words that only say which one of many: alone they name nothing.
const qualifiers: ReadonlySet<string> = new Set([
  "executive",
  "proposed",
  "operational",
  "open",
  "general",
  "other",
  "data",
]);

function splitAtAnd(words: readonly string[]): readonly (readonly string[])[] {
  const sides: string[][] = [[]];
  for (const word of words) {
    if (word === "and") sides.push([]);
    else sides.at(-1)?.push(word);
  }
  return sides.length > 1 ? sides.filter((side) => side.length > 0) : [];
}

/**
 * How far a key is from being another one by slips of typing, as edits, or nothing where it is too far to
 * be a slip: one edit in up to seven letters, two in longer ones, at most one letter in six.
 */
export function slip(key: string, wanted: string): number | undefined {
  const length = Math.min(key.length, wanted.length);
  const allowed = length < 4 ? 0 : length < 8 ? 1 : Math.min(3, Math.floor(length / 6) + 1);
  if (Math.abs(key.length - wanted.length) > allowed) return undefined;
  const edits = isSwap(key, wanted) ? 1 : distance(key, wanted);
  return edits <= allowed && (edits === 1 || edits * 6 <= Math.max(key.length, wanted.length))
    ? edits
    : undefined;
}

/** Whether one name is the other with whole words added, which nobody does by a slip. */
export function addsWords(one: string, other: string): boolean {
  const a = wordsOf(one);
  const b = wordsOf(other);
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length < long.length && short.every((word) => long.includes(word));
}

/** Whether two neighbouring letters were typed in the wrong order, which counts as one edit. */
function isSwap(key: string, wanted: string): boolean {
  if (key.length !== wanted.length) return false;
  const at = key.split("").findIndex((letter, index) => letter !== wanted[index]);
  return (
    at >= 0 &&
    key[at] === wanted[at + 1] &&
    key[at + 1] === wanted[at] &&
    key.slice(at + 2) === wanted.slice(at + 2)
  );
}

/** Of the names that a template's heading accepts, the one that `found` is nearest to; the whole where several are. */
export function nearestName(title: string, found: string): string {
  const key = keyOf(found);
  const names = acceptedNames(title).map((name) => ({ name, edits: distance(key, keyOf(name)) }));
  const whole = names.at(0);
  const nearest = names
    .slice(1)
    .toSorted((a, b) => a.edits - b.edits)
    .at(0);
  if (!whole || !nearest) return title;
  return slip(key, keyOf(nearest.name)) !== undefined && nearest.edits < whole.edits
    ? nearest.name
    : whole.name;
}
