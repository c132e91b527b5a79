import { message } from "../messages/message.ts";
import { slugOf } from "../template/file-name.ts";
import { partHeading } from "../template/parts.ts";
import { defineRule, type Problem } from "./rule.ts";
import { levels } from "./support/levels.ts";
import { readingPattern, readNamed, renamed } from "./support/file-names.ts";
import { proseBeginning } from "./support/prose.ts";

interface SlugDrift extends Problem {
  readonly title: string;
  /** Of the file's name, where it has one. */
  readonly day: string | undefined;
}

const template = "# Design\n\nStatus: DRAFT\n\n## Goals\n\nWhat it is for.\n";
const words =
  "\n\nStatus: DRAFT\n\n## Goals\n\nPhones work offline, and what is written there is not lost when they come back to the reach of a network.\n";

export default defineRule<SlugDrift>({
  id: "slug-drift",
  summary: "The file’s name and the title no longer speak of the same.",
  why: "Designs change their subject while they are written, and the file keeps the first one. Whoever looks for the design by its name in a list then passes over it. One word in common is enough, also its beginning or the initials of the title. Documents that are not in English are left alone, since file names mostly are.",
  severity: levels("hint", "hint", "hint"),
  reads: [],
  examples: [
    {
      title: "no word in common",
      template,
      fileName: "2026-03-01-login-cache-design.md",
      text: `⟦# Sync engine⟧${words}`,
      renamed: "2026-03-01-sync-engine-design.md",
    },
    {
      title: "initials",
      template,
      fileName: "2026-03-01-sso-design.md",
      text: `# Single sign-on for customers${words}`,
    },
  ],

  *check(context) {
    const { doc, alignment, template: governing } = context;
    const named = readNamed(context);
    const part = alignment.title;
    if (named?.slug === undefined || !part || part.title === (governing.title ?? "")) return;
    // Where several headings are of the first level, the first is a section, and what names the whole is not known.
    if (alignment.parts.some((other) => other !== part && other.depth === 1)) return;
    const title = part.title.slice(0, 300);
    // A beginning of some words has hardly a subject yet, and no language that anybody could tell.
    if (slugOf(title) === "untitled") return;
    if (sharesAWord(wordsOf(named.slug.replaceAll("-", " ")), wordsOf(title))) return;
    const prose = proseBeginning(doc);
    if (!prose.isEnglish || !prose.hasSubject) return;
    const told = message("slug-drift.found", { slug: named.slug, title });
    yield { span: partHeading(doc, part), message: told, title, day: named.date };
  },

  fixes({ title, day }, context) {
    const name = renamed(context, readingPattern(context), { title, date: day ?? context.facts.today });
    return name === undefined
      ? []
      : [{ title: message("slug-drift.fix", { name }), edits: [], rename: name }];
  },
});

const stop = new Set(
  "a an the of and or to in on is are for with by as at from into via our new design doc document proposal rfc adr spec".split(
    " ",
  ),
);

/** The words as a file name would spell them. Each is spelt by itself, since a long title would be cut. */
const wordsOf = (title: string): readonly string[] =>
  title
    .split(/\s+/)
    .flatMap((word) => slugOf(word).split("-"))
    .filter((word) => word !== "untitled");

/** Whether two lists of words have one in common: the word, its beginning, two run together, or initials. */
function sharesAWord(one: readonly string[], other: readonly string[]): boolean {
  const [mine, theirs] = [one, other].map((list) => list.filter((word) => !stop.has(word)));
  // Names of nothing but such words say nothing that could differ.
  if (!mine || !theirs || mine.length === 0 || theirs.length === 0) return true;
  return (
    mine.some((word) => theirs.some((their) => isAlike(word, their))) ||
    isRunTogether(mine, theirs) ||
    isRunTogether(theirs, mine) ||
    [other, theirs].some((list) => hasInitials(mine, list)) ||
    [one, mine].some((list) => hasInitials(theirs, list))
  );
}

/** The same, or the same in the letters that a stem has. */
const isAlike = (a: string, b: string): boolean =>
  a === b || (a.length >= 4 && b.length >= 4 && a.slice(0, 4) === b.slice(0, 4));

const isRunTogether = (words: readonly string[], others: readonly string[]): boolean => {
  const whole = others.join("");
  return words.some((word) => word.length >= 4 && whole.includes(word));
};

/** Whether a word consists of the first letters of words that follow one another. */
const hasInitials = (short: readonly string[], long: readonly string[]): boolean => {
  const initials = long.map((word) => word.charAt(0)).join("");
  return short.some((word) => word.length >= 2 && initials.includes(word));
};
