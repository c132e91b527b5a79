import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { offeredSteps, wordFor, type Step } from "../../../server/src/features/lifecycle/steps.ts";
import { statusValue } from "../../../server/src/features/lifecycle/status-word.ts";
import { overridden } from "../../../server/src/template/overrides.ts";
import { defaultStatuses, statusesOf } from "../../../server/src/template/status.ts";
import type { Template } from "../../../server/src/template/template.ts";
import { templateOf } from "../../kit/check.ts";
import { read } from "./cases.ts";

const offers = (status: string, template: Template): string =>
  offeredSteps(read(`# Sync engine\n\nStatus: ${status}\n\n## Goals\n\nPhones.\n`, template))
    .map(({ step, status: { name }, recommended }) => `${step} ${name}${recommended ? "!" : ""}`)
    .join(", ");

const withWords = (words: string): Template =>
  templateOf(`# Design\n\nStatus: ${words}\n\n## Goals\n\nWhat it is for.\n`);

const german = overridden(withWords("Entwurf"), {
  statuses: [
    { name: "Entwurf", stage: "draft" },
    { name: "in Prüfung", stage: "review" },
    { name: "Freigegeben", stage: "approved" },
    { name: "Umgesetzt", stage: "implemented" },
    { name: "Abgelehnt", stage: "closed" },
    { name: "Zurückgezogen", stage: "closed" },
    { name: "Abgelöst", stage: "closed" },
  ],
  fields: {},
});

describe("steps of a table in which it is not certain what is a key", () => {
  const inTable = (rows: string): number =>
    offeredSteps(read(`# Sync engine\n\n${rows}\n\n## Goals\n\nPhones.\n`, withWords("DRAFT"))).length;

  it("are none, so that the head of a column is not written over", () => {
    assert.equal(inTable("| Status | Autor |\n| --- | --- |\n| DRAFT | Ada |"), 0);
  });

  it("are those of its status where the table has one", () => {
    assert.ok(inTable("| Status | DRAFT |\n| --- | --- |\n| Autor | Ada |") > 0);
    assert.ok(inTable("| Status | TBD |\n| --- | --- |\n| Autor | Ada |") > 0);
  });
});

describe("a status that is none", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["Waiting for the budget", "IN REVIEW (Waiting for the budget)"],
    ["WIP", "IN REVIEW"],
    ["<the status>", "IN REVIEW"],
    ["DRAFT | IN REVIEW | APPROVED", "IN REVIEW"],
  ];
  for (const [value, then] of cases)
    it(`${value}: ${then}`, () => {
      assert.equal(statusValue(value, defaultStatuses, "IN REVIEW", "2026-11-25"), then);
    });
});

describe("the steps that are offered", () => {
  const closing = "reject REJECTED, withdraw WITHDRAWN, supersede SUPERSEDED";
  const cases: readonly (readonly [string, Template, string])[] = [
    ["DRAFT", withWords("DRAFT"), `requestReview IN REVIEW!, approve APPROVED, ${closing}`],
    ["", withWords("DRAFT"), `requestReview IN REVIEW!, approve APPROVED, ${closing}`],
    ["whatever", withWords("DRAFT"), `requestReview IN REVIEW!, approve APPROVED, ${closing}`],
    ["In review", withWords("DRAFT"), `approve APPROVED!, ${closing}`],
    ["APPROVED", withWords("DRAFT"), "markImplemented IMPLEMENTED!, supersede SUPERSEDED"],
    ["IMPLEMENTED", withWords("DRAFT"), "supersede SUPERSEDED"],
    ["Partially Implemented", withWords("DRAFT"), "markImplemented IMPLEMENTED!, supersede SUPERSEDED"],
    ["Open", withWords("Open | Partially Implemented | Accepted"), "approve Accepted!"],
    ["REJECTED", withWords("DRAFT"), ""],
    ["SUPERSEDED", withWords("DRAFT"), "supersede SUPERSEDED"],
    ["Open", withWords("Open | Closed | Accepted"), "approve Accepted!"],
    [
      "Draft",
      withWords("Draft | Proposed | In Review | Final | Abandoned"),
      "requestReview In Review!, approve Final, withdraw Abandoned",
    ],
    [
      "Proposed",
      withWords("Draft | Proposed | Implemented | Declined | Cancelled"),
      "markImplemented Implemented!, reject Declined, withdraw Cancelled",
    ],
    [
      "Entwurf",
      german,
      "requestReview in Prüfung!, approve Freigegeben, reject Abgelehnt, withdraw Zurückgezogen, supersede Abgelöst",
    ],
    ["Freigegeben", german, "markImplemented Umgesetzt!, supersede Abgelöst"],
    ["Abgelöst", german, "supersede Abgelöst"],
    ["Zurückgezogen", german, ""],
  ];
  for (const [status, template, expected] of cases)
    it(`${status || "no value"}, of ${template.statuses.map(({ name }) => name).join("|")}`, () =>
      assert.equal(offers(status, template), expected));

  it("are none where there is no status", () => {
    assert.deepEqual(offeredSteps(read("# Sync engine\n\nAuthor: Ada\n", withWords("DRAFT"))), []);
  });

  it("follow the status of a file beside the document", () => {
    const side = { fileName: "kep.yaml", fields: [{ key: "status", value: "implementable" }] };
    const text = "# Sync engine\n\n## Goals\n\nPhones.\n";
    const template = withWords("Provisional | Implementable | Implemented | Withdrawn");
    assert.deepEqual(
      offeredSteps(read(text, template, { side })).map(({ step }) => step),
      ["markImplemented"],
    );
  });

  it("hang on where the document stands, not on what it is judged as", () => {
    const analysis = { ...read("# X\n\nStatus: DRAFT\n", withWords("DRAFT")), stage: "approved" as const };
    assert.equal(offeredSteps(analysis)[0]?.step, "requestReview");
  });
});

describe("the word of a step", () => {
  const cases: readonly (readonly [Step, readonly string[], string | undefined])[] = [
    ["requestReview", ["Draft", "Last Call", "Review"], "Review"],
    ["requestReview", ["Draft", "Last Call"], "Last Call"],
    ["withdraw", ["Rejected", "Deferred"], undefined],
    ["withdraw", ["Rejected", "Canceled"], "Canceled"],
    ["reject", ["Withdrawn"], undefined],
    ["supersede", ["Deprecated", "Replaced"], "Replaced"],
    ["supersede", ["Deprecated"], undefined],
  ];
  for (const [step, words, expected] of cases)
    it(`${step} of ${words.join(", ")}`, () =>
      assert.equal(wordFor(step, statusesOf(words))?.name, expected));

  it("is there for every step of the default flow", () => {
    const every: readonly Step[] = [
      "requestReview",
      "approve",
      "markImplemented",
      "reject",
      "withdraw",
      "supersede",
    ];
    assert.ok(every.every((step) => wordFor(step, defaultStatuses)));
  });
});
