import { cardIndex, type CardIndex } from "../facts/card-index.ts";
import type { Card } from "../facts/facts.ts";
import { relationOf, saysSuperseded, type Succession } from "../facts/succession.ts";
import { cardFinder } from "../facts/find-card.ts";
import { message } from "../messages/message.ts";
import { linksOf } from "../syntax/links.ts";
import { partHeading } from "../template/parts.ts";
import { readStatus } from "../template/status.ts";
import type { Span } from "../text/span.ts";
import { defineRule, type Problem, type RuleContext } from "./rule.ts";
import { insertBehind } from "./support/insert-field.ts";
import { levels } from "./support/levels.ts";
import { addRelative, relativeIn } from "./support/relative-field.ts";
import { relativesOf, titleOf, type Relative } from "./support/relatives.ts";

interface NotReciprocal extends Problem {
  /** The design that says that this one supersedes it. */
  readonly predecessor?: Card;
}

const template = "# Design\n\nStatus: DRAFT\n\n## Goals\n\nWhat it is for.\n";
const rest = "\n\n## Goals\n\nPhones work offline.\n";
const uri = "file:///w/designs/2026-03-01-sync-engine-design.md";
const old: Card = {
  uri: "file:///w/designs/2026-01-05-sync-by-file-design.md",
  path: "designs/2026-01-05-sync-by-file-design.md",
  fileName: "2026-01-05-sync-by-file-design.md",
  title: "Sync by file",
  status: "APPROVED",
  stage: "approved",
  supersedes: [],
  supersededBy: [],
};
const left: Card = { ...old, status: "SUPERSEDED", stage: "closed", supersededBy: [uri] };
const link = "[Sync by file](2026-01-05-sync-by-file-design.md)";

export default defineRule<NotReciprocal>({
  id: "successor-not-reciprocal",
  summary: "Two designs do not agree on which of them supersedes the other.",
  why: "A design that supersedes another one says so in its header, with `Supersedes: [title](file)`, and the other one says it in its status, as in `SUPERSEDED by [title](file)`. Where only one of them does, its readers know, and those of the other do not. An old design stays in force until the new one is approved, so before that nothing is asked of it. Where the text links the old design, and the header does not name it, that is a hint. Headers that make a circle are told as well. A fix changes this document only.",
  severity: levels("hint", "information", "warning", "information"),
  needs: ["others"],
  examples: [
    {
      title: "only the old design says so",
      template,
      stage: "approved",
      given: {
        say: "The status of “Sync by file” is SUPERSEDED, by this design.",
        facts: { uri, others: [left] },
      },
      text: `⟦# Sync engine⟧\n\nStatus: APPROVED${rest}`,
      fixed: `# Sync engine\n\nStatus: APPROVED\nSupersedes: ${link}${rest}`,
    },
    {
      title: "the old design is still in force",
      template,
      stage: "approved",
      given: { say: "The status of “Sync by file” is APPROVED.", facts: { uri, others: [old] } },
      text: `# Sync engine\n\nStatus: APPROVED\nSupersedes: ⟦${link}⟧${rest}`,
    },
    {
      title: "both say so",
      template,
      stage: "approved",
      given: {
        say: "The status of “Sync by file” is SUPERSEDED, by this design.",
        facts: { uri, others: [left] },
      },
      text: `# Sync engine\n\nStatus: APPROVED\nSupersedes: ${link}${rest}`,
    },
  ],

  *check(context) {
    const { others, uri: own } = context.facts;
    if (!others || own === undefined) return;
    const index = cardIndex(others);
    const relatives = relativesOf(context);
    yield* missingHere(context, relatives, index, own);
    const circle = relatives.find(
      ({ named, card }) => card && (card === "self" || leadsTo(own, card, named.relation, index)),
    );
    for (const relative of relatives) {
      const problem = relative === circle ? circular(relative) : missingThere(context, relative, own);
      if (problem) yield problem;
    }
  },

  fixes({ predecessor }, context) {
    const { doc, alignment, facts } = context;
    if (!predecessor || facts.uri === undefined) return [];
    const title = message("successor-not-reciprocal.fix", { title: titleOf(predecessor) });
    const known = doc.header.fields.findLast((field) => relationOf(field) === "supersedes");
    if (known) return [{ title, edits: [addRelative(context, known, predecessor, facts.uri)] }];
    // Nothing can be written beside a section as if it were a line.
    const present = alignment.fields.filter(({ field }) => field && field.style !== "section");
    const like = (present.find(({ wanted }) => wanted.shape === "status") ?? present[0])?.field;
    if (!like) return [];
    const key = like.key === like.key.toLowerCase() ? "supersedes" : "Supersedes";
    return [{ title, edits: [insertBehind(doc, like, key, relativeIn(like, predecessor, facts.uri))] }];
  },
});

/** The designs that say that this one supersedes them, and of which this one says nothing. */
function* missingHere(
  { doc, alignment }: RuleContext,
  relatives: readonly Relative[],
  index: CardIndex,
  own: string,
): Generator<NotReciprocal> {
  // Words that name no design for certain may name the one.
  if (relatives.some(({ named, card }) => named.relation === "supersedes" && !card)) return;
  const span: Span = alignment.title
    ? partHeading(doc, alignment.title)
    : { start: 0, end: /[\r\n]/.exec(doc.text)?.index ?? doc.text.length };
  const missing = index
    .naming("supersededBy", own)
    .filter((other) => other.uri !== own && !relatives.some(({ card }) => card === other));
  if (missing.length === 0) return;
  const finder = cardFinder(missing);
  for (const other of missing) {
    const { path } = other;
    // A reader of the text knows it then.
    const isLinked = linksOf(doc).some(({ url }) => url !== undefined && finder.at(url, own) === other);
    yield isLinked
      ? {
          span,
          message: message("successor-not-reciprocal.only-text", { path }),
          atMost: "hint",
          predecessor: other,
        }
      : { span, message: message("successor-not-reciprocal.not-said-here", { path }), predecessor: other };
  }
}

/** What the other design does not say of this one. It is mended there, so it is told only where that is due. */
function missingThere(
  { template: governing, alignment, stage }: RuleContext,
  { named, card }: Relative,
  own: string,
): NotReciprocal | undefined {
  if (!card || card === "self") return undefined;
  const { path, status } = card;
  if (named.relation === "supersededBy") {
    if (card.supersedes.includes(own) || card.vague?.includes("supersedes")) return undefined;
    const told = message("successor-not-reciprocal.not-said-there", { path });
    // Its text, which nobody here has read, may say so.
    return { span: named.span, message: told, atMost: "hint" };
  }
  const value = alignment.fields.find(({ wanted }) => wanted.shape === "status")?.field?.value ?? "";
  const isInForce = ["approved", "implemented"].includes(readStatus(value, governing.statuses)?.stage ?? "");
  if (!isInForce || stage === "draft" || stage === "review") return undefined;
  if (card.stage === "closed" || saysSuperseded(status)) return undefined;
  if (card.supersededBy.includes(own) || card.vague?.includes("supersededBy")) return undefined;
  const told =
    status === ""
      ? message("successor-not-reciprocal.no-status", { path })
      : message("successor-not-reciprocal.in-force", { path, status: status.slice(0, 60) });
  return { span: named.span, message: told };
}

function circular({ named, card }: Relative): NotReciprocal {
  const told =
    card === undefined || card === "self"
      ? message("successor-not-reciprocal.itself")
      : message("successor-not-reciprocal.circle", { path: card.path });
  return { span: named.span, message: told };
}

/** Whether a design leads to another one, from predecessor to predecessor or from successor to successor. */
function leadsTo(wanted: string, from: Card, relation: Succession, index: CardIndex): boolean {
  const seen = new Set<string>([from.uri]);
  for (const uri of seen) {
    for (const next of index.at(uri)?.[relation] ?? []) {
      if (next === wanted) return true;
      seen.add(next);
    }
  }
  return false;
}
