import assert from "node:assert/strict";
import { describe, it } from "node:test";
import rule from "../../server/src/rules/illegal-transition.ts";
import stale from "../../server/src/rules/stale-review.ts";
import { committed } from "../../server/src/rules/support/before.ts";
import { checkRule, contextOf, templateOf } from "../kit/check.ts";

const template =
  "# Design\n\nStatus: DRAFT\n\n## Goals\n\nWhat it is for.\n\n## Decision Log\n\n<!-- design-docs: expect: decisions -->\n\nWhat was decided.\n";
const design = (status: string, log = "TBD"): string =>
  `# Sync\n\nStatus: ${status}\n\n## Goals\n\nPhones work offline.\n\n## Decision Log\n\n${log}\n`;

/** What is told of a step, by its message; nothing where it is legal. */
function stepOf(from: string, to: string, log = "TBD", governing = template): string {
  const history = committed(design(from), governing);
  const context = contextOf(design(to, log), templateOf(governing), "draft", { history });
  const told = Array.from(rule.check(context), ({ message, atMost }) =>
    `${message.id} ${atMost ?? ""}`.trim(),
  );
  return told.join(", ");
}

const reopened = "illegal-transition.reopened";
const takenBack = "illegal-transition.taken-back information";
const skipped = "illegal-transition.skipped information";

const steps: readonly (readonly [string, string, string])[] = [
  ["REJECTED", "APPROVED", reopened],
  ["Superseded by [x](x.md)", "implemented (v2)", reopened],
  ["REJECTED", "DRAFT", ""],
  ["WITHDRAWN", "IN REVIEW", ""],
  ["REJECTED", "SUPERSEDED", ""],
  ["APPROVED", "DRAFT", takenBack],
  ["IMPLEMENTED", "IN REVIEW", takenBack],
  ["IMPLEMENTED", "APPROVED", ""],
  ["APPROVED", "IMPLEMENTED", ""],
  ["APPROVED", "WITHDRAWN", ""],
  ["DRAFT", "IMPLEMENTED", skipped],
  ["IN REVIEW", "IMPLEMENTED", skipped],
  ["DRAFT", "APPROVED", ""],
  ["DRAFT", "DRAFT", ""],
  // A word that nobody knows is no stage to step from or to.
  ["APROVED", "IMPLEMENTED", ""],
  ["REJECTED", "APROVED", ""],
];

describe("illegal-transition", () => {
  for (const [from, to, told] of steps)
    it(`${from} to ${to}: ${told || "legal"}`, () => {
      assert.equal(stepOf(from, to), told);
      assert.equal(stepOf(from, to, "- 2026-03-02, @ada: decided so, since phones changed."), "");
    });

  it("asks for no decision where there is no log for it", () => {
    const plain = "# Design\n\nStatus: DRAFT\n\n## Goals\n\nWhat it is for.\n";
    assert.equal(stepOf("REJECTED", "APPROVED", "TBD", plain), "");
    assert.equal(stepOf("DRAFT", "IMPLEMENTED", "TBD", plain), skipped);
  });

  it("takes neither a filler nor the template's guidance for a decision", () => {
    for (const log of ["None yet.", "N/A: nothing decided", "What was decided.", "<!-- later -->", "- TBD"])
      assert.equal(stepOf("REJECTED", "APPROVED", log), reopened, log);
  });

  it("asks for no approval of a flow that has none", () => {
    const flow = template.replace("Status: DRAFT", "Status: DRAFT | SHIPPED");
    assert.equal(stepOf("DRAFT", "SHIPPED", "TBD", flow), "");
  });

  it("knows no step of words that belong to no stage", () => {
    const flow = template.replace("Status: DRAFT", "Status: STABLE | APPROVED | IMPLEMENTED");
    assert.equal(stepOf("STABLE", "IMPLEMENTED", "TBD", flow), "");
  });

  it("writes over a bare status only", () => {
    const history = committed(design("REJECTED"), template);
    const fixesAt = (status: string): number => {
      const context = contextOf(design(status), templateOf(template), "approved", { history });
      return [...rule.check(context)].flatMap((problem) => rule.fixes?.(problem, context) ?? []).length;
    };
    assert.equal(fixesAt("APPROVED"), 1);
    assert.equal(fixesAt("APPROVED (2026-03-02, by Ada)"), 0);
  });
});

describe("stale-review", () => {
  const told = (statusSince: string | undefined, status = "IN REVIEW", reviewDays = 14): number => {
    const history = statusSince === undefined ? {} : { statusSince };
    return [
      ...stale.check(contextOf(design(status), templateOf(template), "review", { history }, { reviewDays })),
    ].length;
  };
  const cases: readonly (readonly [string, number, number])[] = [
    ["the last day", told("2026-02-16"), 0],
    ["one day more", told("2026-02-15"), 1],
    ["another number of days", told("2026-02-15", "IN REVIEW", 15), 0],
    ["another status", told("2026-01-01", "DRAFT"), 0],
    ["a day in the future", told("2027-01-01"), 0],
    ["a status that is not committed", told(undefined), 0],
    ["no day", told("yesterday"), 0],
  ];
  for (const [name, count, expected] of cases)
    it(`${name}: ${expected}`, () => assert.equal(count, expected));

  it("is silent without a history", () =>
    checkRule(stale, { template, stage: "review", text: design("IN REVIEW") }));
});
