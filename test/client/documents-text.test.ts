import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ageOf, documentText, documentTooltip } from "../../client/src/documents-view/text.ts";
import type { DocumentProgress, DocumentSummary } from "../../server/src/protocol/documents.ts";

const translate = (message: string, ...args: readonly (string | number)[]): string =>
  message.replaceAll(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)]));

const today = "2026-03-10";
const summary: DocumentSummary = {
  uri: "file:///w/a.md",
  path: "docs/a.md",
  title: "Sync",
  status: "IN REVIEW",
  stage: "review",
  author: "Ada Lovelace",
  date: "2026-02-01",
  reviewers: ["@bob"],
};
const progress: DocumentProgress = {
  written: 12,
  total: 17,
  missing: ["Goals", "Rollout"],
  findings: { error: 1, warning: 2, information: 3, hint: 1 },
};

describe("a line of the documents", () => {
  const ages: readonly (readonly [string, string])[] = [
    ["2026-03-11", "in the future"],
    ["2026-03-10", "today"],
    ["2026-03-09", "1 day"],
    ["2026-02-25", "13 days"],
    ["2026-02-24", "2 weeks"],
    ["2026-01-11", "8 weeks"],
    ["2026-01-09", "2 months"],
    ["2025-03-10", "11 months"],
    ["2024-03-10", "2 years"],
    ["soon", ""],
  ];
  for (const [date, age] of ages)
    it(`says of ${date} “${age}”`, () => {
      assert.equal(ageOf(date, today, translate), age);
    });

  const none = { ...progress, findings: { error: 0, warning: 0, information: 4, hint: 0 } };
  const one = { ...progress, findings: { error: 0, warning: 1, information: 4, hint: 0 } };
  const { author: _author, date: _date, ...bare } = summary;
  const lines: readonly (readonly [DocumentSummary, DocumentProgress | null | undefined, string])[] = [
    [summary, progress, "12 of 17 · 3 findings · 5 weeks · Ada Lovelace"],
    [summary, one, "12 of 17 · 1 finding · 5 weeks · Ada Lovelace"],
    [summary, none, "12 of 17 · 5 weeks · Ada Lovelace"],
    [summary, undefined, "5 weeks · Ada Lovelace"],
    [summary, null, "5 weeks · Ada Lovelace"],
    [bare, undefined, ""],
    [{ ...summary, author: "Ada, Bob, Eve" }, undefined, "5 weeks · Ada +2"],
    [
      { ...bare, stage: "closed", status: "SUPERSEDED by x", statusWord: "SUPERSEDED" },
      undefined,
      "Superseded",
    ],
  ];
  for (const [document, known, expected] of lines)
    it(`says “${expected}”`, () => {
      assert.equal(documentText(document, known, today, translate).description, expected);
    });

  it("is said in words as well", () => {
    assert.equal(
      documentText(summary, progress, today, translate).spoken,
      "Sync, IN REVIEW, begun 2026-02-01, by Ada Lovelace, 12 of 17 sections written, 3 findings",
    );
  });

  it("shows the rest where one rests on it", () => {
    assert.deepEqual(documentTooltip(summary, progress, today, translate).split(/\s*\n+/), [
      "**Sync**",
      "Status: IN REVIEW",
      "Author: Ada Lovelace",
      String.raw`Reviewers: \@bob`,
      "Begun: 2026-02-01 (5 weeks)",
      "Sections: 12 of 17 written",
      "Missing: Goals, Rollout",
      "Findings: 1 error, 2 warnings, 4 notes",
      String.raw`docs/a\.md`,
    ]);
  });

  it("lets nothing of a document be markup", () => {
    const title = "[x](command:y) **b** <img> $(zap) `c` | # &lt; http://x.org";
    const text = documentTooltip({ ...summary, title }, undefined, today, translate);
    const first = text.split("\n")[0] ?? "";
    assert.equal(first.slice(2, -2).replace(/\\(.)/g, "$1"), title);
    assert.doesNotMatch(first.slice(2, -2).replace(/\\./g, ""), /[[\]()*<>$`|#&:]/);
  });

  it("names so many missing sections and no more", () => {
    const missing = Array.from({ length: 10 }, (_, index) => `S${index}`);
    const text = documentTooltip(summary, { ...progress, missing }, today, translate);
    assert.match(text, /Missing: S0, .*S7 and 2 more/);
  });
});
