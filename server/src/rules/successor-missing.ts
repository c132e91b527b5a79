import { cardIndex } from "../facts/card-index.ts";
import { saysSuperseded } from "../facts/succession.ts";
import type { Card } from "../facts/facts.ts";
import { message } from "../messages/message.ts";
import { inText, isData, type Field } from "../syntax/document.ts";
import { at, type Span } from "../text/span.ts";
import { defineRule, type Problem } from "./rule.ts";
import { filledFields, shownValue } from "./support/header.ts";
import { levels } from "./support/levels.ts";
import { linkTo, markdownLink, relativesOf, titleOf } from "./support/relatives.ts";

interface SuccessorMissing extends Problem {
  readonly field: Field;
  /** The design that took this one's place, where that is known. */
  readonly successor: Card | undefined;
  /** The words that name it without a link. */
  readonly words: Span | undefined;
}

const template =
  "# Design\n\nStatus: DRAFT | IN REVIEW | APPROVED | SUPERSEDED\n\n## Goals\n\nWhat it is for.\n";
const rest = "\n\n## Goals\n\nPhones work offline.\n";
const uri = "file:///w/designs/2026-01-05-sync-by-file-design.md";
const successor: Card = {
  uri: "file:///w/designs/2026-03-01-sync-engine-design.md",
  path: "designs/2026-03-01-sync-engine-design.md",
  fileName: "2026-03-01-sync-engine-design.md",
  title: "Sync engine",
  status: "APPROVED",
  stage: "approved",
  supersedes: [uri],
  supersededBy: [],
};
const given = {
  say: "The design “Sync engine” stands beside this one, and says that it supersedes it.",
  facts: { uri, others: [successor] },
};

export default defineRule<SuccessorMissing>({
  id: "successor-missing",
  summary: "The design is superseded, and nothing says by which one.",
  why: "Old designs are found by search and by old links. Whoever lands there has to get to the one that holds. The successor is named in the status, in a field such as `Superseded by`, or with those words and a link anywhere in the text. Where it is named in words, and just one design of the workspace has that name, a hint offers the link.",
  severity: levels("off", "off", "off", "warning"),
  needs: ["others"],
  waitsFor: "value",
  examples: [
    {
      title: "no successor",
      template,
      stage: "closed",
      text: `# Sync by file\n\nStatus: ⟦SUPERSEDED⟧${rest}`,
      given,
      fixed: `# Sync by file\n\nStatus: SUPERSEDED by [Sync engine](2026-03-01-sync-engine-design.md)${rest}`,
    },
    {
      title: "named in words",
      template,
      stage: "closed",
      text: `# Sync by file\n\nStatus: SUPERSEDED by ⟦Sync Engine⟧${rest}`,
      given,
      fixed: `# Sync by file\n\nStatus: SUPERSEDED by [Sync Engine](2026-03-01-sync-engine-design.md)${rest}`,
    },
    {
      title: "a field of its own",
      template,
      stage: "closed",
      text: `# Sync by file\n\nStatus: SUPERSEDED\nSuperseded by: [Sync engine](2026-03-01-sync-engine-design.md)${rest}`,
    },
  ],

  *check(context) {
    const { doc, facts } = context;
    for (const { field } of filledFields(context, "status")) {
      if (!saysSuperseded(field.value)) return;
      const named = relativesOf(context).filter(({ named: one }) => one.relation === "supersededBy");
      if (named.some(({ named: one }) => one.url !== undefined)) return;
      const words = named.at(0);
      if (words) {
        const { card } = words;
        if (!card || card === "self") return;
        const told = message("successor-missing.unlinked", { words: words.named.words, path: card.path });
        const { span } = words.named;
        yield { span, message: told, atMost: "hint", field, successor: card, words: span };
        return;
      }
      if (linksSuccessor.test(doc.text)) return;
      const { others = [], uri = "" } = facts;
      const claims = cardIndex(others)
        .naming("supersedes", uri)
        .filter((card) => card.uri !== uri);
      const status = field.value.slice(0, 60);
      const word = /\p{L}+/u.exec(field.value)?.[0] ?? "";
      yield {
        span: shownValue(doc, field),
        message: message("successor-missing.found", { status, word }),
        field,
        successor: claims.length === 1 ? claims[0] : undefined,
        words: undefined,
      };
    }
  },

  fixes({ field, successor: card, words }, { doc, facts }) {
    if (!card || facts.uri === undefined) return [];
    const link = isData(field) ? linkTo(facts.uri, card.uri) : markdownLink(facts.uri, card);
    if (!words) {
      const { end } = inText(doc, field.block, field.valueSpan);
      const edits = [
        { span: at(end), text: /\bby[^\p{L}]*$/iu.test(field.value.slice(-20)) ? ` ${link}` : ` by ${link}` },
      ];
      return [{ title: message("successor-missing.fix", { title: titleOf(card) }), edits }];
    }
    const kept = `[${doc.text.slice(words.start, words.end)}](${linkTo(facts.uri, card.uri)})`;
    // In front matter a link is no link, and a bracket would begin a list.
    if (isData(field) || /[[\]\r\n`]/.test(doc.text.slice(words.start, words.end))) return [];
    return [
      {
        title: message("successor-missing.link", { title: titleOf(card) }),
        edits: [{ span: words, text: kept }],
      },
    ];
  },
});

// The words and a link soon behind them, wherever the document says it.
const linksSuccessor =
  /\b(?:superseded|replaced|obsoleted)[^\p{L}]{1,10}(?:by|with)\b[^[<\r\n]{0,100}(?:\[|<?https?:)|\b(?:in favou?r of|successor|replacement|see instead)\b[^[<\r\n]{0,100}(?:\[|<?https?:)/iu;
