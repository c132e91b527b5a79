import { distance } from "fastest-levenshtein";
import { byText } from "../text/by-text.ts";

/** The words of a name that count when two are compared: lower case, singular, no numbering, no punctuation. */
export const wordsOf = byText(readWords);

function readWords(name: string): readonly string[] {
  const plain = plainName.test(name) ? name.toLowerCase() : "";
  if (plain !== "" && !plain.includes("optional"))
    return wordsIn(/[&+]/.test(plain) ? plain.replace(/[&+]/g, " and ") : plain, /[ /-]+/);
  const folded = withoutNumber(withoutMarker(withoutEmoji(name).normalize("NFKC").toLowerCase()))
    .replace(/['’]/g, "")
    .replace(/(?<=\p{L})\(s\)/gu, "s")
    .replace(/,\s+(?:and\s+|[&+]\s*)?|[&+]/g, " and ");
  return wordsIn(folded, /[^\p{L}\p{N}]+/u);
}

// Nearly all names are words with a few signs between them, and need no knowledge of Unicode.
const plainName = /^[A-Za-z][A-Za-z &+/-]*$/;

function wordsIn(name: string, gap: RegExp): readonly string[] {
  const words: string[] = [];
  for (const word of name.split(gap)) if (word !== "") words.push(oneSpelling(singular(word)));
  return words;
}

/** What two names have in common when they name the same: their words without gaps, so hyphens do not count. */
export const keyOf = byText((name) => wordsOf(name).join(""));

/**
 * The keys under which a document's heading may answer: the whole of it, each part round a slash, what stands
 * before a remark in brackets, and of a heading in two scripts what is in Latin letters.
 */
export function headingKeys(title: string): readonly string[] {
  if (plainTitle.test(title)) return [keyOf(title)].filter((key) => key !== "");
  const whole = title.replace(/\s*[([][^()[\]]*[)\]]\s*$/, "");
  const latin = /[^\P{L}\p{Script=Latin}]/u.test(title)
    ? title.replace(/[^\P{L}\p{Script=Latin}]+/gu, " ")
    : "";
  const names = [...sidesOf(title), ...sidesOf(whole), latin];
  return [...new Set(names.map(keyOf))].filter((key) => key !== "");
}

// Without a slash, a bracket or a letter beyond ASCII, a title has one key.
const plainTitle = /^[\w .,:;'"&+?!-]*$/;

// Keycaps such as 1️⃣ are a digit with marks behind it; GitHub renders `:memo:` as an emoji.
const withoutEmoji = (name: string): string =>
  name.replace(
    /[\d#*]\uFE0F?\u20E3|\p{Extended_Pictographic}|[\uFE0F\u200D]|(?<![^\s]):[a-z0-9_+-]{1,40}:(?![^\s])/gu,
    " ",
  );

// “Non-goals [optional]”, “Risks (if relevant)”, “Notes - optional”, “Optional: Notes”.
const marker =
  /[([{]\s*(?:(?:this section is )?optional|required|mandatory|recommended|(?:if|where|when|as) (?:relevant|applicable|needed|necessary|any|appropriate|required))\s*[)\]}]|(?<=\S)\s*[:,–—-]\s*optional\s*$|^\s*optional\s*[:–—-]/gu;

/** A name without what a template says of it, which documents keep or drop. A name that is nothing else stays. */
function withoutMarker(name: string): string {
  const rest = name.replace(marker, " ");
  return /[\p{L}\p{N}]/u.test(rest) ? rest : name;
}

// `3.`, `3.2`, `3)`, `[3]`, `1.Goals`, `IV.`, `A.`, `Section 3:`, `Part 1 –` before a name. A number alone is the name.
const numbering =
  /^[\s\p{P}\p{S}]*(?:(?:section|part|chapter)\s+)?(?:\d+(?:\.\d+)*(?:[.):\]]|(?=\s))|[ivx]+[.)]|[a-z][.)](?=\s))[\s:–—-]*(?=[\p{L}\p{N}])/u;

const withoutNumber = (name: string): string => name.replace(numbering, "");

/** A word without the ending of the English plural. Both sides of a comparison get it, so it need not be a word. */
function singular(word: string): string {
  if (word.length < 4 || word.endsWith("ss")) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (word.endsWith("ices")) return `${word.slice(0, -4)}ix`;
  if (!word.endsWith("s")) return word;
  return word.slice(0, /(?:ss|x|ch|sh|z)es$/.test(word) ? -2 : -1);
}

/** One of the spellings that English has for a word. Both sides of a comparison get it. */
const oneSpelling = (word: string): string =>
  word.length < 5 || !(word.includes("our") || word.includes("is") || /(?:ce|dgement|artefact)$/.test(word))
    ? word
    : word
        .replace(/dgement$/, "dgment")
        .replace(/(?<=[a-z]{2})our(?=$|al$)/, "or")
        .replace(/is(?=ation$|e$|ing$|ed$)/, "iz")
        .replace(/^(licen|defen|offen)ce$/, "$1se")
        .replace(/^artefact$/, "artifact");

/**
 * The names that a template's heading accepts: the whole of it, each part of it where ` / ` separates
 * them, and what stands before a colon or a remark in brackets, as in “Rationale: why this way?”. The whole
 * comes first.
 */
export function acceptedNames(title: string): readonly string[] {
  const head = headOf(title);
  const names = [...sidesOf(title), ...(head === undefined ? [] : [head])];
  return names.filter((name, index) => index === 0 || keyOf(name) !== keyOf(title));
}

function sidesOf(title: string): readonly string[] {
  const parts = title.split(/\s+\/\s+/).filter((part) => keyOf(part) !== "");
  return parts.length > 1 ? [title, ...parts] : [title];
}

/**
 * What stands before a colon, a dash or a remark in brackets, where it may be a name: a number or a word
 * such as “Story 1” counts what follows it, and names nothing.
 */
export function headOf(title: string): string | undefined {
  if (!/[:(–—-]/.test(title)) return undefined;
  const head = /^(.{4,60}?)(?:(?::|\s[–—-])\s+\S|\s*\([^()]*\)\s*$)/u.exec(title)?.[1];
  return head !== undefined && keyOf(head).length > 3 && !/\/|\d\s*$/.test(head) ? head : undefined;
}

/**
 * The keys of the short forms of a name: each leading group of its words, the words behind the first, each
 * side of an "and" or "or", each leading group of those, and the left side with the last word of the right
 * ("Security Considerations" of "Security & Privacy Considerations"). A group that is nothing but short
 * function words is none.
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
    if (words.length > 2 && !functionWords.has(words[0] ?? "") && !functionWords.has(words[1] ?? ""))
      keys.add(words.slice(1).join(""));
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

const functionWords: ReadonlySet<string> = new Set(
  "and or of the for to in on by with from at as is we it a an non no not anti pre post".split(" "),
);

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
    if (word === "and" || word === "or") sides.push([]);
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
