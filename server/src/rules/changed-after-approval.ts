import { distance } from "fastest-levenshtein";
import { message, type Message } from "../messages/message.ts";
import { parentsIn } from "../template/align.ts";
import { keyOf } from "../template/names.ts";
import { partHeading, type Part } from "../template/parts.ts";
import { ownStretch } from "../template/states.ts";
import type { Span } from "../text/span.ts";
import { defineRule, type Problem, type RuleContext } from "./rule.ts";
import { shownValue } from "./support/header.ts";
import { levels } from "./support/levels.ts";
import { namedIn } from "./support/named.ts";
import { saidIn } from "./support/said.ts";
import { asksForDecisions, baseOf, hasNewDecision, historyWith, statusIn } from "./support/since-base.ts";

const template =
  "# Design\n\nStatus: DRAFT | IN REVIEW | APPROVED\n\n## Goals\n\nWhat it is for.\n\n## Storage\n\nWhat is kept.\n\n## Decision Log\n\n<!-- design-docs: expect: decisions -->\n\nWhat was decided.\n";
const text = (days: string, more = ""): string =>
  `# Sync engine\n\nStatus: APPROVED\n\n## Goals\n\nPhones work offline.\n\n## Storage\n\nPhones keep versions for ${days} days.\n\n## Decision Log\n\n- 2026-02-20, @grace: approved, since it saves a server.\n${more}`;
const given = {
  say: "On the default branch, the design is approved, and versions are kept for 14 days.",
  facts: {
    get history() {
      return historyWith(text("14"), template);
    },
  },
};

export default defineRule<Problem>({
  id: "changed-after-approval",
  summary: "An approved design has changed, and the decision log does not say so.",
  why: "People build what was approved, and those who agreed to it do not read it again. The text is compared with that on the branch that the work will be merged into, as far as Git knows it, where the design is approved or implemented on both sides. A line in the decision log is enough. Slips of typing, links, punctuation, and what only moved do not count, nor do the header, open questions, milestones, and the appendix.",
  severity: levels("off", "off", "warning"),
  needs: ["history"],
  waitsFor: "section",
  examples: [
    {
      title: "another number",
      template,
      stage: "approved",
      given,
      text: text("30").replace("## Storage", "⟦## Storage⟧"),
    },
    {
      title: "the decision is recorded",
      template,
      stage: "approved",
      given,
      text: text("30", "- 2026-03-01, @grace: versions stay for 30 days, as the law asks.\n"),
    },
  ],

  *check(context) {
    const base = baseOf(context);
    if (!base || !isApproved(base) || !isApproved(context) || !asksForDecisions(context)) return;
    const before = sectionsIn(base);
    const after = sectionsIn(context);
    const changed: Section[] = [];
    const lost = new Set(
      [...before].flatMap(([key, one]) => (after.has(key) || one.words.length === 0 ? [] : [one])),
    );
    for (const [key, section] of after) {
      const known = before.get(key) ?? [...lost].find(({ words }) => isAlike(words, section.words));
      // Under another heading, the text is what it was.
      if (known) lost.delete(known);
      if (!isAlike(known?.words ?? [], section.words)) changed.push(section);
    }
    const [first] = changed;
    const all = [...changed, ...lost];
    if (all.length === 0 || hasNewDecision(context, base)) return;
    yield {
      span: first ? partHeading(context.doc, first.part) : statusSpan(context),
      message: message(all.length === 1 ? "changed-after-approval.one" : "changed-after-approval.many", {
        titles: listed(all),
      }),
    };
  },
});

const isApproved = (context: RuleContext): boolean =>
  ["approved", "implemented"].includes(statusIn(context)?.stage ?? "");

function statusSpan({ doc, alignment }: RuleContext): Span {
  const field = alignment.fields.find(({ wanted }) => wanted.shape === "status")?.field;
  return field ? shownValue(doc, field) : { start: 0, end: 0 };
}

const mostListed = 3;

function listed(sections: readonly Section[]): Message | string {
  const titles = sections.slice(0, mostListed).map(({ part }) => namedIn(part.title));
  const rest = sections.length - titles.length;
  const text = sections.length === 1 ? (titles[0] ?? "") : titles.map((title) => `“${title}”`).join(", ");
  return rest > 0 ? message("changed-after-approval.more", { titles: text, count: rest }) : text;
}

interface Section {
  readonly part: Part;
  /** The words of its own text, in lower case. */
  readonly words: readonly string[];
}

const unjudged =
  /decision|appendi|timeline|milestone|schedule|roadmap|question|implementation (?:link|status|histor|plan)|histor|change ?log|revision|\bstatus\b|reference|see also|reviewers|approv/i;

/** The sections whose text was agreed on, by their names and those of the sections around them. */
function sectionsIn(context: RuleContext): ReadonlyMap<string, Section> {
  const { doc, alignment, instructions } = context;
  const answers = new Map(alignment.sections.map((answer) => [answer.part, answer.wanted]));
  const parents = parentsIn(alignment);
  const keys = new Map<Part, string>();
  const skipped = new Set<Part>();
  const found = new Map<string, Section>();
  for (const part of alignment.parts) {
    if (part === alignment.title) continue;
    const wanted = answers.get(part);
    const parent = parents.get(part);
    const isAsked = wanted?.expects.some(({ name }) => isOwnAffair.has(name)) === true;
    const names = [part.title, wanted?.title ?? ""].map((name) => name.slice(0, 200));
    if (isAsked || (parent && skipped.has(parent)) || names.some((name) => unjudged.test(name))) {
      skipped.add(part);
      continue;
    }
    const own = wanted
      ? `#${wanted.index}`
      : `${parent ? (keys.get(parent) ?? "") : ""}/${keyOf(part.title)}`;
    keys.set(part, own);
    const words = wordsIn(saidIn(context, ownStretch(doc, part, instructions)));
    const same = found.get(own);
    found.set(own, same ? { part: same.part, words: [...same.words, ...words] } : { part, words });
  }
  return found;
}

const isOwnAffair: ReadonlySet<string> = new Set(["decisions", "milestones", "questions"]);

/** The words of a text without the addresses in it. */
const wordsIn = (said: string): readonly string[] =>
  said
    .replace(
      /\](?:\([^()\r\n]{0,500}\)|\[[^[\]\r\n]{0,200}\])|<?https?:\/\/[^\s<>()]{1,500}>?|^ {0,3}\[[^[\]\r\n]{1,200}\]:.*$/gm,
      "] ",
    )
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.filter((word) => !articles.has(word)) ?? [];

// They come and go with the style.
const articles: ReadonlySet<string> = new Set(["a", "an", "the"]);

// Fewer edits than these, one of which is mostly in a word, mend a slip.
const mostEdits = 3;

/** Whether two texts have the same words, in any order, but for slips of typing. */
function isAlike(before: readonly string[], after: readonly string[]): boolean {
  if (before.length !== after.length) return false;
  const gone = without(before, after);
  const come = without(after, before);
  if (gone.length > mostEdits) return false;
  const edits = gone.map((word, index) => slips(word, come[index] ?? ""));
  return edits.every((count) => count !== undefined) && sum(edits) <= mostEdits;
}

/** The words of the one list that the other one does not have, as often as it lacks them. */
function without(words: readonly string[], others: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const word of others) counts.set(word, (counts.get(word) ?? 0) + 1);
  return words.filter((word) => {
    const left = (counts.get(word) ?? 0) - 1;
    counts.set(word, left);
    return left < 0;
  });
}

/** How many edits make one word of the other, where that is a slip and says nothing else. */
function slips(word: string, other: string): number | undefined {
  if (/\p{N}/u.test(word + other) || Math.max(word.length, other.length) > 100) return undefined;
  const edits = distance(word, other);
  const isSwap = word.split("").toSorted().join("") === other.split("").toSorted().join("");
  return isSwap || (word.length > 3 && edits * 3 <= word.length) ? edits : undefined;
}

const sum = (counts: readonly (number | undefined)[]): number =>
  counts.reduce<number>((all, count) => all + (count ?? 0), 0);
