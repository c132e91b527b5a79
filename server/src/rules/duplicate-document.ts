import { cardIndex, type CardIndex } from "../facts/card-index.ts";
import type { Card } from "../facts/facts.ts";
import { message } from "../messages/message.ts";
import { keyOf, wordsOf } from "../template/names.ts";
import type { NameParts } from "../template/name-pattern.ts";
import { partHeading } from "../template/parts.ts";
import { defineRule, type Problem, type RuleContext } from "./rule.ts";
import { levels } from "./support/levels.ts";
import { readCard, readingPattern, readNamed } from "./support/file-names.ts";
import { relativesOf } from "./support/relatives.ts";

const template = "# Design\n\nStatus: DRAFT\n\n## Goals\n\nWhat it is for.\n";
const rest = "\n\nStatus: DRAFT\n\n## Goals\n\nPhones work offline.\n";
const fileName = "2026-03-01-sync-engine-design.md";
const other: Card = {
  uri: "file:///w/designs/2026-01-05-sync-engine-design.md",
  path: "designs/2026-01-05-sync-engine-design.md",
  fileName: "2026-01-05-sync-engine-design.md",
  title: "The sync engine",
  status: "APPROVED",
  stage: "approved",
  supersedes: [],
  supersededBy: [],
};
const uri = `file:///w/designs/${fileName}`;

export default defineRule<Problem>({
  id: "duplicate-document",
  summary: "Another design that is not closed has the same short title or the same title.",
  why: "Whoever begins a design seldom knows all that were begun before. Two of one subject drift apart, and readers find either. It is told in the later one of the two, by the days or numbers in their file names. Closed designs do not count, and neither does one that supersedes the other. Where the two are in different folders they may well be of different products, so that is information at most.",
  severity: levels("information", "warning", "warning"),
  needs: ["others"],
  examples: [
    {
      title: "the same short title",
      template,
      fileName,
      given: {
        say: "`2026-01-05-sync-engine-design.md` stands beside it and is approved.",
        facts: { uri, others: [other] },
      },
      text: `⟦# Sync engine⟧${rest}`,
    },
    {
      title: "the other one was rejected",
      template,
      fileName,
      given: {
        say: "`2026-01-05-sync-engine-design.md` stands beside it and is rejected.",
        facts: { uri, others: [{ ...other, status: "REJECTED", stage: "closed" }] },
      },
      text: `# Sync engine${rest}`,
    },
  ],

  *check(context) {
    const { doc, alignment, facts, stage } = context;
    if (!facts.others || facts.uri === undefined || stage === "closed") return;
    const index = cardIndex(facts.others);
    const same = namesake(context, index, facts.uri);
    const pattern = readingPattern(context);
    const file = withSlug(readNamed(context));
    const slugOf = (card: Card): string | undefined => withSlug(readCard(pattern, card))?.slug;
    const alike =
      file === undefined
        ? []
        : index.grouped(`slug ${pattern.source}`, slugOf, file.slug, mayHave(file.slug));
    const relatives = new Set(relativesOf(context).map(({ card }) => card));
    for (const card of index.inOrder(same ? [...alike, same] : alike)) {
      if (card.uri === facts.uri) continue;
      if (card.stage === "closed" || relatives.has(card)) continue;
      const named = withSlug(readCard(pattern, card));
      const isSameName = file !== undefined && file.slug === named?.slug;
      if (!isSameName && card !== same) continue;
      if ([...card.supersedes, ...card.supersededBy].includes(facts.uri)) continue;
      // The earlier one was there first.
      if (file && named && isEarlier(file, named)) continue;
      yield {
        span: alignment.title
          ? partHeading(doc, alignment.title)
          : { start: 0, end: /[\r\n]/.exec(doc.text)?.index ?? doc.text.length },
        message: message(isSameName ? "duplicate-document.name" : "duplicate-document.title", {
          path: card.path,
        }),
        ...(folderOf(card.uri) !== folderOf(facts.uri) && { atMost: "information" }),
      };
      return;
    }
  },
});

/**
 * The one other design with the same title, where that says what a design is about: it is not one word alone, not the
 * name of a section, such as “Abstract” above a document without a title, and no more than two have it.
 */
function namesake(
  { alignment, template: governing }: RuleContext,
  index: CardIndex,
  own: string,
): Card | undefined {
  const title = alignment.title?.title ?? "";
  const key = keyOf(title);
  const words = wordsOf(title);
  if (title === governing.title || words.length < 2) return undefined;
  if (governing.sections.some(({ keys, isTitle }) => !isTitle && keys.includes(key))) return undefined;
  // What is left of the words is the same in other spellings too; the letters have to be there as well.
  const letters = words.toSorted((a, b) => b.length - a.length)[0]?.slice(0, 4) ?? "";
  const alike = index
    .titled(key)
    .filter(({ uri: other, title: spelt }) => other !== own && spelt.toLowerCase().includes(letters));
  return alike.length === 1 ? alike[0] : undefined;
}

const folderOf = (uri: string): string => uri.slice(0, uri.lastIndexOf("/"));

/** The parts of a name whose short title says something, in lower case. */
function withSlug(parts: NameParts | undefined): (NameParts & { readonly slug: string }) | undefined {
  const slug = parts?.slug?.toLowerCase();
  return slug === undefined || slug === "untitled" ? undefined : { ...parts, slug };
}

/** Whether the short title may stand in a path. The letter sigma is another one at the end of a word. */
const mayHave = (slug: string): ((card: Card) => boolean) =>
  /[σς]/.test(slug)
    ? () => true
    : ({ path, fileName }) => path.toLowerCase().includes(slug) || fileName.toLowerCase().includes(slug);

/** Whether a document was there before another, by the days in their names, else by their numbers. */
const isEarlier = (one: NameParts, other: NameParts): boolean =>
  one.date !== undefined && other.date !== undefined
    ? one.date < other.date
    : one.number !== undefined && other.number !== undefined && Number(one.number) < Number(other.number);
