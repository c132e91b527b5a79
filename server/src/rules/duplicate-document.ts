import type { Card } from "../facts/facts.ts";
import { message } from "../messages/message.ts";
import { isDay } from "../template/dates.ts";
import { readFileName } from "../template/file-name.ts";
import { partHeading } from "../template/parts.ts";
import { defineRule, type Problem, type RuleContext } from "./rule.ts";
import { levels } from "./support/levels.ts";
import { plainWords } from "./support/words.ts";

const template = "# Design\n\nStatus: DRAFT\n\n## Goals\n\nWhat it is for.\n";
const text = (status: string): string =>
  `⟦# Sync engine⟧\n\nStatus: ${status}\n\n## Goals\n\nPhones work offline.\n`;

const other: Card = {
  uri: "file:///w/docs/designs/2025-06-01-sync-engine-design.md",
  path: "docs/designs/2025-06-01-sync-engine-design.md",
  fileName: "2025-06-01-sync-engine-design.md",
  title: "The sync engine of the phones",
  status: "APPROVED",
  stage: "approved",
  supersedes: [],
  supersededBy: [],
};

const say = "The folder has an approved design 2025-06-01-sync-engine-design.md, too.";
const uri = "file:///w/docs/designs/2026-03-01-sync-engine-design.md";
const fileName = "2026-03-01-sync-engine-design.md";

export default defineRule<Problem>({
  id: "duplicate-document",
  summary: "Another design document that still holds has the same title or the same short title in its name.",
  why: "Two branches begin the same design, or an old one is begun anew. Whoever searches for it finds one of them and believes that it is the only one. Documents of one folder are told by their title or by the short title in their file’s name; of other folders, where another team may well have a design of that name, the same title is told as information at most. It is silent where either is closed, and where the header of one names the other, as in `Supersedes: …`.",
  severity: levels("information", "warning", "warning"),
  needs: ["others"],
  examples: [
    {
      title: "begun twice",
      template,
      fileName,
      given: { say, facts: { uri, others: [other] } },
      text: text("DRAFT"),
    },
    {
      title: "the new one takes the place of the old one",
      template,
      fileName,
      given: { say, facts: { uri, others: [other] } },
      text: text(`DRAFT\nSupersedes: [the first](${other.fileName})`).replace(/[⟦⟧]/g, ""),
    },
    {
      title: "the old one is closed",
      template,
      fileName,
      given: {
        say: "The other design of that name was rejected.",
        facts: { uri, others: [{ ...other, status: "REJECTED", stage: "closed" }] },
      },
      text: text("DRAFT").replace(/[⟦⟧]/g, ""),
    },
  ],

  *check(context) {
    const { uri: own, others = [] } = context.facts;
    if (own === undefined) return;
    const names = namesOf(context);
    const alike = others.flatMap((card) => {
      const by = card.uri === own ? undefined : likeness(names, own, card);
      return by && card.stage !== "closed" && !isNamedBy(context, card) ? [{ card, by }] : [];
    });
    const first = alike.find(({ by }) => by.isNear) ?? alike[0];
    if (!first) return;
    const { card, by } = first;
    const args = { path: by.isNear ? card.fileName : card.path, status: card.status || "DRAFT" };
    yield {
      span: titleSpan(context),
      message: message(by.what === "title" ? "duplicate-document.title" : "duplicate-document.name", args),
      ...(!by.isNear && { atMost: "information" }),
    };
  },
});

/** By what another document is taken for the same, and whether it stands in the same folder. */
interface Likeness {
  readonly what: "title" | "name";
  readonly isNear: boolean;
}

/** What a document is known by; empty where that says nothing. */
interface Names {
  readonly title: string;
  readonly slug: string;
}

function namesOf({ doc, alignment, template: governing, facts }: RuleContext): Names {
  // Where sections are H1s, too, the first of them is no title.
  const isTitle = doc.sections.filter(({ depth }) => depth === 1).length === 1;
  const title = (isTitle && alignment.title?.title) || "";
  const words = title === governing.title ? "" : wordsOf(title);
  const slug = slugIn(facts.fileName);
  return { title: isBare(words) ? "" : words, slug: isBare(slug.replaceAll("-", " ")) ? "" : slug };
}

function likeness({ title, slug }: Names, uri: string, card: Card): Likeness | undefined {
  const isNear = folderOf(card.uri) === folderOf(uri);
  if (title !== "" && title === wordsOf(card.title)) return { what: "title", isNear };
  // A translation keeps the name of the file, and its folder is another one.
  return isNear && slug !== "" && slug === slugIn(card.fileName) ? { what: "name", isNear } : undefined;
}

const folderOf = (uri: string): string => uri.slice(0, uri.lastIndexOf("/"));

// The words as they stand: unlike headings, titles are often told apart by a number alone.
const wordsOf = (title: string): string => plainWords(title.slice(0, 300)).toLowerCase();

function slugIn(name: string): string {
  const read = readFileName(name);
  return read && isDay(read.date) ? read.slug.toLowerCase() : "";
}

const bare = new Set(
  "a an the new my our design designs document doc docs proposal rfc adr spec specification untitled title overview readme template draft architecture plan abstract introduction background summary motivation context problem goals".split(
    " ",
  ),
);

/** Whether a title says nothing that could tell one design from another. */
const isBare = (words: string): boolean =>
  words.length < 3 || words.split(" ").every((word) => bare.has(word) || /^\d+$/.test(word));

/** Whether the header of one of the two names the other, so that people know of both. */
function isNamedBy({ doc, facts }: RuleContext, card: Card): boolean {
  const uri = facts.uri ?? "";
  if ([...card.supersedes, ...card.supersededBy].includes(uri)) return true;
  const name = card.fileName.toLowerCase();
  return doc.header.fields.some(
    ({ value }) => value.toLowerCase().includes(name) || decoded(value).toLowerCase().includes(name),
  );
}

/** Text with its percent-encoding decoded; as it is where it is not encoded soundly. */
const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** The title, else the first line. */
const titleSpan = ({ doc, alignment }: RuleContext): Problem["span"] =>
  alignment.title
    ? partHeading(doc, alignment.title)
    : { start: 0, end: /[\r\n]/.exec(doc.text)?.index ?? doc.text.length };
