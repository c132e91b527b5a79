// Edge cases of the rules that compare a document with what Git knows of it.
import { describe, it } from "node:test";
import changedAfterApproval from "../../server/src/rules/changed-after-approval.ts";
import illegalTransition from "../../server/src/rules/illegal-transition.ts";
import type { Example } from "../../server/src/rules/rule.ts";
import staleReview from "../../server/src/rules/stale-review.ts";
import { committed } from "../../server/src/rules/support/before.ts";
import { checkRule } from "../kit/check.ts";

const template =
  "# Design\n\nStatus: DRAFT | IN REVIEW | APPROVED | IMPLEMENTED | REJECTED\n\n## Goals\n\nWhat it is for.\n\n## Storage\n\nWhat is kept.\n\n## Open Questions\n\n<!-- design-docs: expect: questions -->\n\nWhat is open.\n\n## Decision Log\n\n<!-- design-docs: expect: decisions -->\n\nWhat was decided.\n";
const withoutLog = template.slice(0, template.indexOf("## Decision Log"));

const log = "- 2026-02-20, @grace: go on, since it saves a server.\n";
const design = (status: string, goals = "Phones work offline, and nothing is lost.", more = log): string =>
  `# Sync engine\n\nStatus: ${status}\n\n## Goals\n\n${goals}\n\n## Storage\n\nVersions stay for 14 days.\n\n## Open Questions\n\n- None.\n\n## Decision Log\n\n${more}`;

const check = (
  rule: typeof staleReview,
  before: string,
  text: string,
  more: Partial<Pick<Example, "template" | "stage">> = {},
): void =>
  checkRule(rule, {
    template,
    stage: "approved",
    text,
    ...more,
    given: { say: "", facts: { history: committed(before, more.template ?? template) } },
  });

const entry = `${log}- 2026-03-01, @ada: other signs.\n`;
const approved = `${log}- 2026-02-21: approved by @grace.\n`;

// The status before and after, with the marks that are wanted, and what the log says now.
const transitions: readonly (readonly [string, string, string?])[] = [
  ["DRAFT", "IN REVIEW"],
  ["DRAFT", "APPROVED"],
  ["DRAFT", "⟦IMPLEMENTED⟧"],
  ["DRAFT", "IMPLEMENTED", approved],
  ["IN REVIEW", "DRAFT"],
  ["IN REVIEW", "REJECTED"],
  ["APPROVED", "IMPLEMENTED"],
  ["IMPLEMENTED", "APPROVED"],
  ["APPROVED", "⟦IN REVIEW⟧"],
  ["IMPLEMENTED", "⟦DRAFT⟧"],
  ["APPROVED", "IN REVIEW", entry],
  ["REJECTED", "⟦IMPLEMENTED⟧"],
  ["REJECTED", "⟦Approved (again)⟧"],
  ["REJECTED", "APPROVED", entry],
  ["REJECTED", "aproved"],
  ["Not yet", "APPROVED"],
  ["REJECTED", "REJECTED"],
];

describe("illegal-transition", () => {
  for (const [before, after, more = log] of transitions) {
    it(`from ${before} to ${after}${more === log ? "" : " with an entry"}`, () =>
      check(illegalTransition, design(before), design(after, undefined, more)));
  }

  it("asks for no log where the template has none", () =>
    check(illegalTransition, design("REJECTED"), design("APPROVED"), { template: withoutLog }));

  it("is not misled by a stage that is only tried", () =>
    check(illegalTransition, design("REJECTED"), design("REJECTED"), { stage: "approved" }));
});

const was = "Phones work offline, and nothing is lost.";

// The goals as they are now.
const kept: Readonly<Record<string, string>> = {
  "a slip of typing": "Phones wrok offline, and nothng is lost.",
  "punctuation, marks and lines": "**Phones** work offline\nand nothing is lost!",
  "a link": "[Phones](https://w.test/phones) work [offline](#storage), and nothing is lost.",
  "a reference": "[Phones][p] work offline, and nothing is lost.\n\n[p]: https://w.test/some/where",
  "a comment": "Phones work offline, <!-- sic --> and nothing is lost.",
};
const changed: Readonly<Record<string, string>> = {
  "one word more": "Phones do not work offline, and nothing is lost.",
  "another word": "Watches work offline, and nothing is lost.",
  "half of it gone": "Phones work offline.",
  "a diagram more": `${was}\n\n\`\`\`mermaid\nflowchart LR\n  A --> B\n\`\`\``,
};

describe("changed-after-approval", () => {
  for (const [name, goals] of Object.entries(kept))
    it(`keeps still on ${name}`, () =>
      check(changedAfterApproval, design("APPROVED", was), design("APPROVED", goals)));

  for (const [name, goals] of Object.entries(changed))
    it(`tells ${name}`, () =>
      check(
        changedAfterApproval,
        design("APPROVED", was),
        design("IMPLEMENTED", goals).replace("## Goals", "⟦## Goals⟧"),
      ));

  const untold: Readonly<Record<string, readonly [string, string]>> = {
    "other line endings": [design("APPROVED"), design("APPROVED").replaceAll("\n", "\r\n")],
    "open questions": [design("APPROVED"), design("APPROVED").replace("- None.", "- How long does it take?")],
    "an entry in the log": [design("APPROVED"), design("APPROVED", "Something else.", entry)],
    "a design that was a draft": [design("DRAFT"), design("APPROVED", "Something else.")],
    "a design that is reviewed again": [design("APPROVED"), design("IN REVIEW", "Something else.")],
    "a renumbered heading": [design("APPROVED"), design("APPROVED").replace("## Goals", "## 1. Goals")],
    "another heading": [design("APPROVED"), design("APPROVED").replace("## Storage", "## What is kept")],
    "an appendix": [design("APPROVED"), `${design("APPROVED")}\n## Appendix A\n\n### Numbers\n\nMany.\n`],
  };
  for (const [name, [before, after]] of Object.entries(untold))
    it(`keeps still on ${name}`, () => check(changedAfterApproval, before, after));

  it("tells a section that is new", () =>
    check(
      changedAfterApproval,
      design("APPROVED"),
      design("APPROVED").replace("## Open Q", "⟦### Backups⟧\n\nEvery night.\n\n## Open Q"),
    ));

  it("asks for no log where the template has none", () =>
    check(changedAfterApproval, design("APPROVED"), design("APPROVED", "Else."), { template: withoutLog }));
});

const since = (day: string | undefined, text: string, reviewDays?: number): void =>
  checkRule(staleReview, {
    template,
    stage: "review",
    text,
    given: {
      say: "",
      facts: { today: "2026-03-02", history: day === undefined ? {} : { statusSince: day } },
      ...(reviewDays !== undefined && { options: { reviewDays } }),
    },
  });

describe("stale-review", () => {
  it("waits as long as the team allows", () => since("2026-02-01", design("IN REVIEW"), 60));
  it("counts days over the end of a month", () => since("2026-02-28", design("⟦IN REVIEW⟧"), 1));
  it("says nothing of a status that is not committed", () => since(undefined, design("IN REVIEW")));
  it("says nothing of a draft that is judged as in review", () => since("2025-01-01", design("DRAFT")));
});
