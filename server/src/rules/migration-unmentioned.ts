import { message } from "../messages/message.ts";
import { inText } from "../syntax/document.ts";
import { blocksIn } from "../template/units.ts";
import { walk } from "../syntax/node.ts";
import type { Span } from "../text/span.ts";
import { defineRule, type Problem, type RuleContext } from "./rule.ts";
import { levels } from "./support/levels.ts";
import { proseIn } from "./support/prose.ts";
import { saidIn, speaksEnglish } from "./support/said.ts";
import { writtenSections } from "./support/section.ts";

const template =
  "# Design\n\n## Goals\n\nWhat it is for.\n\n## Data Model\n\n<!-- design-docs: expect: schema -->\n\nWhat is stored.\n\n## Rollout\n\n<!-- design-docs: expect: migration -->\n\nHow it reaches its users.\n";

const goals = "# Sync engine\n\n## Goals\n\nPhones work in the field without a network.\n\n";

export default defineRule<Problem>({
  id: "migration-unmentioned",
  summary: "A schema changes, and nothing is said about the data that exists.",
  why: "Code that needs a column fails on a database that lacks it. What is told: a table, a column, a field or an index that is added, changed or dropped in the section of which the template expects `schema`, where neither that section nor the one of which it expects `migration` speaks of existing data, a migration, a default or compatibility. That there is nothing to migrate is an answer. Only English texts are looked at.",
  severity: levels("off", "hint", "hint"),
  reads: ["migration", "schema"],
  waitsFor: "section",
  examples: [
    {
      title: "a column that comes from nowhere",
      template,
      stage: "review",
      text: `${goals}## Data Model\n\nWe ⟦add a column⟧ \`device\` to the table of notes.\n\n## Rollout\n\nThe app is released in March.\n`,
    },
    {
      title: "a migration",
      template,
      stage: "review",
      text: `${goals}## Data Model\n\nWe add a column \`device\` to the table of notes.\n\n## Rollout\n\nA script fills the column for existing notes. Then the app is released.\n`,
    },
    {
      title: "nothing to migrate",
      template,
      stage: "review",
      text: `${goals}## Data Model\n\nA new table of operations, which starts empty.\n\n## Rollout\n\nThe app is released in March.\n`,
    },
  ],

  *check(context) {
    const plans = [...writtenSections(context, "migration")];
    const asked = context.alignment.sections.filter(({ wanted }) =>
      wanted.expects.some(({ name }) => name === "migration"),
    );
    // A plan that is missing, empty or “N/A: reason” is told as that, or is an answer.
    if (asked.length > plans.length) return;
    for (const { whole } of writtenSections(context, "schema")) {
      const stretches = [whole, ...plans.map((plan) => plan.whole)];
      if (stretches.some((stretch) => mentions.test(saidIn(context, stretch)))) continue;
      const span = changeIn(context, whole);
      if (!span || !speaksEnglish(context, whole)) continue;
      yield { span, message: message("migration-unmentioned.found") };
    }
  },
});

const mentions =
  /\b(?:migrat\w*|back-?fill\w*|existing|exists?|already|backwards?|forwards?|compatib\w+|default\w*|null|nullable|optional|old(?:er)?|legacy|previous(?:ly)?|present (?:\w+ )?(?:rows?|data|records?|notes?)|new (?:\w+ )?(?:rows?|data|records?|installations?|deployments?|service|database) only|only (?:for )?new|nothing (?:is|to|exists)|no (?:\w+ )?(?:data|rows|records)|from scratch|greenfield|empty|liquibase|flyway|alembic|knex|online|expand|dual[- ]?writ\w+|double[- ]?writ\w+|convert\w*|import\w*|one-off|upgrad\w+|downgrad\w+|re-?index\w*|re-?creat\w+|re-?build\w*|re-?made|re-?comput\w+|version(?:s|ed|ing)?|scripts?|expir\w+|ttl|lazily|in place|on (?:first )?(?:read|write|access)|ephemeral|in[- ]memory|additive|without downtime|rollout of the schema)\b/i;

// A verb of changing, and what it changes a few words later in the same clause.
const change =
  /\b(?:add(?:s|ed|ing)?|drop(?:s|ped|ping)?|remov(?:e|es|ed|ing)|renam(?:e|es|ed|ing)|delet(?:e|es|ed|ing)|alter(?:s|ed|ing)?|chang(?:e|es|ed|ing)|introduc(?:e|es|ed|ing)|creat(?:e|es|ed|ing)|extend(?:s|ed|ing)?|replac(?:e|es|ed|ing)|split(?:s|ting)?|merg(?:e|es|ed|ing)|new)\b(?:[ ,]+(?!in\b|to\b|from\b|by\b|for\b|with\b|of\b|when\b|if\b|is\b|are\b|and\b|or\b|that\b|on\b)[\p{L}\p{N}_`-]{1,40}){0,4}[ ,]+(?:columns?|tables?|index(?:es)?|indices|constraints?|foreign keys?|primary keys?|schemas?|collections?|fields?)\b/iu;

const definition = /\b(?:ALTER|DROP)\s+(?:TABLE|COLUMN|INDEX)\b|\bCREATE\s+(?:UNIQUE\s+)?INDEX\b/i;

/** The words that first speak of a change to a schema, in prose or in the code of a database. */
function changeIn({ doc }: RuleContext, stretch: Span): Span | undefined {
  for (const { span, text } of proseIn(doc, stretch)) {
    const match = change.exec(text.slice(0, 20_000));
    if (match) {
      const start = span.start + match.index;
      return { start, end: start + match[0].length };
    }
  }
  for (const index of blocksIn(doc, stretch)) {
    const block = doc.blocks[index];
    if (!block || block.kind === "paragraph" || block.kind === "heading" || block.kind === "table") continue;
    for (const inner of walk(block.node)) {
      if (inner.kind !== "code") continue;
      const place = inText(doc, index, inner);
      const match = definition.exec(doc.text.slice(place.start, place.end));
      if (match)
        return { start: place.start + match.index, end: place.start + match.index + match[0].length };
    }
  }
  return undefined;
}
