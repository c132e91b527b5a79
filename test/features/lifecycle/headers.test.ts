// A header is written as its author spells it.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Step } from "../../../server/src/features/lifecycle/steps.ts";
import { overridden } from "../../../server/src/template/overrides.ts";
import type { Template } from "../../../server/src/template/template.ts";
import { templateOf } from "../../kit/check.ts";
import { marked, walk } from "./cases.ts";

const goals = "\n\n## Goals\n\nPhones work offline.\n";
const template = (header: string): Template =>
  templateOf(`# Design\n\n${header}\n\n## Goals\n\nWhat it is for.\n`);
const plain = template("Status: DRAFT\nAuthor: YOUR NAME <you@example.com>\nReviewers: @owner1");
const link = "[Sync mesh](2027-01-05-sync-mesh-design.md)";
const path = "2027-01-05-sync-mesh-design.md";

interface Case {
  readonly name: string;
  readonly template?: Template;
  readonly step: Step;
  readonly before: string;
  readonly after: string;
}

const dated = template("Status: DRAFT\nDate: YYYY-MM-DD\nLast updated: YYYY-MM-DD\nApproved: YYYY-MM-DD");

const cases: readonly Case[] = [
  {
    name: "a review is asked for, and nobody is named yet",
    step: "requestReview",
    before: "Status: Draft\nReviewers: @owner1",
    after: "Status: In Review\nReviewers: ⟦@owner1⟧",
  },
  {
    name: "the line for the implementation is made where it is missing",
    step: "markImplemented",
    before: "Status: APPROVED\nReviewers: @grace",
    after: "Status: IMPLEMENTED\nReviewers: @grace\nImplementation:▮",
  },
  {
    name: "a link to the implementation is enough",
    step: "markImplemented",
    before: "Status: approved\nReviewers: @grace\nTracking: #12",
    after: "Status: implemented▮\nReviewers: @grace\nTracking: #12",
  },
  {
    name: "an implementation that is still to come is written over",
    step: "markImplemented",
    before: "Status: APPROVED\nReviewers: @grace\nImplementation: to come",
    after: "Status: IMPLEMENTED\nReviewers: @grace\nImplementation: ⟦to come⟧",
  },
  {
    name: "rejecting without a log",
    step: "reject",
    before: "Status: IN REVIEW",
    after: "Status: REJECTED▮",
  },
  {
    name: "withdrawing in a table",
    step: "withdraw",
    before: "| Field | Value |\n| --- | --- |\n| Status | Draft |\n| Author | Ada |",
    after: "| Field | Value |\n| --- | --- |\n| Status | Withdrawn▮ |\n| Author | Ada |",
  },
  {
    name: "a successor in lines",
    step: "supersede",
    before: "Status: APPROVED\nAuthor: Ada",
    after: `Status: SUPERSEDED\nSuperseded by: ${link}▮\nAuthor: Ada`,
  },
  {
    name: "a successor in bullets",
    step: "supersede",
    before: "- **Status:** Approved\n- **Author:** Ada",
    after: `- **Status:** Superseded\n- **Superseded by:** ${link}▮\n- **Author:** Ada`,
  },
  {
    name: "a successor in a table",
    step: "supersede",
    before: "| | |\n| --- | --- |\n| Status | Approved |\n| Author | Ada |",
    after: `| | |\n| --- | --- |\n| Status | Superseded |\n| Superseded by | ${link}▮ |\n| Author | Ada |`,
  },
  {
    name: "a successor in columns",
    step: "supersede",
    before: "| Status | Author |\n| --- | --- |\n| Approved | Ada |",
    after: `| Status | Author |\n| --- | --- |\n| Superseded by ${link}▮ | Ada |`,
  },
  {
    name: "a second successor in the status",
    step: "supersede",
    before: "Status: SUPERSEDED by [Other](other.md)\nAuthor: Ada",
    after: `Status: SUPERSEDED by [Other](other.md), ${link}▮\nAuthor: Ada`,
  },
  {
    name: "a field that names another one already",
    step: "supersede",
    before: "Status: APPROVED\nReplaced by: [Other](other.md)",
    after: `Status: SUPERSEDED\nReplaced by: [Other](other.md), ${link}▮`,
  },
  {
    name: "a field that says that there is none",
    step: "supersede",
    before: "Status: APPROVED\nSuperseded by: none",
    after: `Status: SUPERSEDED\nSuperseded by: ${link}▮`,
  },
  {
    name: "the template’s field",
    template: template("Status: Draft | Accepted | Superseded\nDate: YYYY-MM-DD\nSuperseded by: N/A"),
    step: "supersede",
    before: "Status: Accepted\nDate: 2026-01-02",
    after: `Status: Superseded\nDate: 2026-01-02\nSuperseded by: ${link}▮`,
  },
  {
    name: "today where the template asks for it, and never in the day of creation",
    template: dated,
    step: "approve",
    before: "Status: DRAFT\nDate: 2026-01-02\nLast updated: 2026-01-05\nApproved: YYYY-MM-DD",
    after:
      "Status: APPROVED\nDate: 2026-01-02\nLast updated: 2026-03-02\nApproved: 2026-03-02\nImplementation:▮",
  },
  {
    name: "today in a field that is missing",
    template: dated,
    step: "approve",
    before: "Status: DRAFT\nDate: 2026-01-02\nImplementation: #1",
    after:
      "Status: APPROVED▮\nDate: 2026-01-02\nLast updated: 2026-03-02\nApproved: 2026-03-02\nImplementation: #1",
  },
  {
    name: "a day that somebody wrote stays",
    template: dated,
    step: "approve",
    before:
      "Status: DRAFT\nDate: 2026-01-02\nLast updated: 2026-01-05\nApproved: 2026-01-04\nImplementation: #1",
    after:
      "Status: APPROVED▮\nDate: 2026-01-02\nLast updated: 2026-03-02\nApproved: 2026-01-04\nImplementation: #1",
  },
  {
    name: "what is no day stays",
    step: "approve",
    before: "Status: DRAFT\nApproved: by @grace\nUpdated: each Monday\nReviewed:\nImplementation: #1",
    after: "Status: APPROVED▮\nApproved: by @grace\nUpdated: each Monday\nReviewed:\nImplementation: #1",
  },
  {
    name: "the field of another step stays",
    template: template("Status: DRAFT\nDate: YYYY-MM-DD\nImplemented on: YYYY-MM-DD"),
    step: "requestReview",
    before: "Status: DRAFT\nDate: 2026-01-02\nImplemented on: YYYY-MM-DD",
    after: "Status: IN REVIEW▮\nDate: 2026-01-02\nImplemented on: YYYY-MM-DD",
  },
];

describe("a step keeps the spelling of a header", () => {
  for (const { name, template: governing = plain, step, before, after } of cases)
    it(name, () => {
      const walked = walk(`# Sync engine\n\n${before}${goals}`, governing, step);
      assert.equal(marked(walked), `# Sync engine\n\n${after}${goals}`);
    });

  it("in front matter", () => {
    const governing = templateOf(
      "---\nstatus: draft\nlast-updated: YYYY-MM-DD\n---\n\n# Design\n\n## Goals\n\nx.\n",
    );
    const text = (header: string): string => `---\n${header}---\n\n# Sync engine${goals}`;
    const walked = walk(
      text('status: "accepted"\nlast-updated: 2026-01-05 # by a tool\n'),
      governing,
      "supersede",
    );
    assert.equal(
      marked(walked),
      text(`status: "superseded"\nsuperseded-by: ${path}▮\nlast-updated: 2026-03-02 # by a tool\n`),
    );
  });

  it("in sections", () => {
    const governing = templateOf(
      "# Record\n\nDate: YYYY-MM-DD\n\n## Status\n\nProposed | Accepted | Superseded\n",
    );
    const text = (status: string): string => `# Sync engine\n\nDate: 2026-01-02\n\n## Status\n\n${status}\n`;
    assert.equal(marked(walk(text("Proposed"), governing, "approve")), text("Accepted▮"));
    assert.equal(
      marked(walk(text("Accepted on Monday"), governing, "supersede")),
      text(`Superseded by ${link}▮ on Monday`),
    );
  });

  it("in the words of another language", () => {
    const governing = overridden(template("Status: Entwurf\nDatum: YYYY-MM-DD"), {
      statuses: [
        { name: "Entwurf", stage: "draft" },
        { name: "in Prüfung", stage: "review" },
        { name: "Abgelöst", stage: "closed" },
      ],
      fields: {},
    });
    const text = (header: string): string => `# Sync\n\n${header}${goals}`;
    assert.equal(
      marked(walk(text("Status: Entwurf"), governing, "requestReview")),
      text("Status: in Prüfung▮"),
    );
    assert.equal(
      marked(walk(text("Status: ENTWURF"), governing, "requestReview")),
      text("Status: IN PRÜFUNG▮"),
    );
    assert.equal(
      marked(walk(text("| Status | Author |\n| --- | --- |\n| in Prüfung | Ada |"), governing, "supersede")),
      text(`| Status | Author |\n| --- | --- |\n| Abgelöst (superseded by ${link}▮) | Ada |`),
    );
  });

  it("leaves a place for a successor that is not named yet", () => {
    const walked = walk(`# Sync\n\nStatus: APPROVED${goals}`, plain, "supersede", {}, {});
    assert.equal(marked(walked), `# Sync\n\nStatus: SUPERSEDED\nSuperseded by:▮${goals}`);
  });
});
