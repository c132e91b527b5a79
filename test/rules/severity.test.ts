import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { rules } from "../../server/src/rules/index.ts";
import type { Level, Severity } from "../../server/src/rules/rule.ts";
import type { Finding } from "../../server/src/service.ts";
import { stages, type Stage } from "../../server/src/template/status.ts";
import { aboutOf, contextOf, exampleTemplate, templateOf } from "../kit/check.ts";
import { unmark } from "../kit/markers.ts";

const order: readonly Level[] = ["off", "hint", "information", "warning", "error"];
const isAbove = (level: Level, most: Severity): boolean => order.indexOf(level) > order.indexOf(most);

/** All findings of a rule in its own examples, as if the documents stood at a stage. */
function findingsAt(id: string, stage: Stage): readonly Finding[] {
  const rule = rules.find((one) => one.id === id);
  assert.ok(rule, `no rule ${id}`);
  return rule.examples.flatMap((example) => {
    const { text } = unmark(example.text);
    const options = example.given?.options;
    const { findings } = contextOf(text, exampleTemplate(example), stage, aboutOf(example), options);
    return findings.filter((finding) => finding.rule.id === id);
  });
}

/** Messages that hang on today's day, so that a document changes its findings while nobody touches it. */
const ofTheClock: readonly (readonly [rule: string, message: string])[] = [
  ["future-date", "future-date.found"],
  ["milestone-date", "milestone-date.passed"],
  ["stale-review", "stale-review.found"],
];

describe("what hangs on the day", () => {
  for (const [rule, message] of ofTheClock) {
    it(`${message} is information at most`, () => {
      const told = stages
        .flatMap((stage) => findingsAt(rule, stage))
        .filter((finding) => finding.message.id === message);
      assert.ok(told.length > 0, "never told");
      assert.deepEqual(
        told.filter(({ severity }) => isAbove(severity, "information")),
        [],
      );
    });
  }

  it("is told by no other rule", () => {
    const named = new Set(ofTheClock.map(([rule]) => rule));
    const needing = rules.filter(({ needs }) => needs?.includes("clock")).map(({ id }) => id);
    assert.deepEqual(new Set(needing), named);
  });
});

/** What no template asks for in so many words: it may be told, but nobody has to mend it. */
const ourOwn: readonly string[] = [
  "dependency-owner",
  "diagram-expected",
  "example-expected",
  "flow-expected",
  "image-without-alt",
  "links-to-superseded",
  "metric-expected",
  "migration-unmentioned",
  "rollback-expected",
  "slug-drift",
  "stale-review",
  "success-measure",
  "title-length",
  "unknown-reviewer",
];

describe("what is our own addition", () => {
  for (const id of ourOwn) {
    it(`${id} is information at most, at every stage`, () => {
      const levels = Object.values(rules.find((rule) => rule.id === id)?.severity ?? {});
      assert.ok(levels.length > 0, "no such rule");
      assert.deepEqual(
        levels.filter((level) => isAbove(level, "information")),
        [],
      );
    });
  }

  const log =
    "# Design\n\n## Decision Log\n\n<!-- design-docs: expect: decisions -->\n\nWhat was decided, by whom, and why.\n";
  const alternatives =
    "# Design\n\n## Alternatives\n\n<!-- design-docs: expect: alternatives -->\n\nWhat was not chosen, and why.\n";
  const goals = "# Sync engine\n\n## Goals\n\nPhones work in the field without a network.\n\n";
  const cases: readonly (readonly [what: string, rule: string, template: string, text: string])[] = [
    [
      "the date of a decision",
      "decision-log-entry",
      log,
      `${goals}## Decision Log\n\n- @grace: merge by paragraph, since merging by note loses text.\n`,
    ],
    [
      "the number of alternatives",
      "alternative-without-reason",
      alternatives,
      `${goals}## Alternatives\n\nNo alternatives were considered.\n`,
    ],
  ];
  for (const [what, id, template, text] of cases) {
    it(`${what} is information at most, at every stage`, () => {
      const told = stages
        .flatMap((stage) => contextOf(text, templateOf(template), stage).findings)
        .filter(({ rule }) => rule.id === id);
      assert.ok(told.length > 0, "never told");
      assert.deepEqual(
        told.filter(({ severity }) => isAbove(severity, "information")),
        [],
      );
    });
  }
});
