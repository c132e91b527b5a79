import { message } from "../messages/message.ts";
import { blockSpan, inText, type Block, type Document } from "../syntax/document.ts";
import { readIn } from "../syntax/found-in.ts";
import { blocksIn } from "../template/units.ts";
import { walk } from "../syntax/node.ts";
import { contains, type Span } from "../text/span.ts";
import { defineRule, type Problem, type RuleContext } from "./rule.ts";
import { levels } from "./support/levels.ts";
import { proseIn, proseOf, type Prose } from "./support/prose.ts";
import { says, speaksEnglish } from "./support/said.ts";
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
      if (stretches.some((stretch) => says(context, stretch, mentions))) continue;
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
  const blocks = [...blocksIn(doc, stretch)];
  return (
    firstOf(blocks, (index) => changeInProse(doc, index, stretch)) ??
    firstOf(blocks, (index) => {
      const found = readIn(doc, index, changesInCode)?.[0];
      return found && inText(doc, index, found);
    })
  );
}

function firstOf(blocks: readonly number[], find: (index: number) => Span | undefined): Span | undefined {
  for (const index of blocks) {
    const found = find(index);
    if (found) return found;
  }
  return undefined;
}

function changeInProse(doc: Document, index: number, stretch: Span): Span | undefined {
  const block = blockSpan(doc, index);
  if (!contains(stretch, block)) return changeOf(proseIn(doc, meeting(block, stretch)))[0];
  const found = readIn(doc, index, changesInProse)?.[0];
  return found && inText(doc, index, found);
}

const meeting = (one: Span, other: Span): Span => ({
  start: Math.max(one.start, other.start),
  end: Math.min(one.end, other.end),
});

// Of one block, as a list with the first or nothing, at offsets in the block.
const changesInProse = (block: Block, source: string): readonly Span[] => changeOf(proseOf(block, source));

function changeOf(prose: readonly Pick<Prose, "span" | "text">[]): readonly Span[] {
  for (const { span, text } of prose) {
    const match = change.exec(text.slice(0, 20_000));
    if (match) return [{ start: span.start + match.index, end: span.start + match.index + match[0].length }];
  }
  return [];
}

function changesInCode(block: Block, source: string): readonly Span[] {
  if (block.kind === "paragraph" || block.kind === "heading" || block.kind === "table") return [];
  if (!definition.test(source)) return [];
  for (const inner of walk(block.node)) {
    const match = inner.kind === "code" ? definition.exec(source.slice(inner.start, inner.end)) : undefined;
    if (match)
      return [{ start: inner.start + match.index, end: inner.start + match.index + match[0].length }];
  }
  return [];
}
