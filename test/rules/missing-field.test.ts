import assert from "node:assert/strict";
import { it } from "node:test";
import { analyze } from "../../server/src/service.ts";
import { defaults } from "../../server/src/settings/table.ts";
import { readTemplate } from "../../server/src/template/read-template.ts";

it("missing-field: a status is an error, a day at review, and a field for any text a warning at most", () => {
  const { findings } = analyze({
    text: "# Sync engine\n\nReviewers: @grace\n\n## Goals\n\nPhones work offline.\n",
    template: readTemplate({
      name: "team",
      text: "# Design\n\nStatus: DRAFT\nDate: YYYY-MM-DD\nReviewers: @owner\nTracking issue: LINK\n\n## Goals\n\nWhat it is for.\n",
    }),
    settings: defaults,
    facts: { fileName: "x.md", today: "2026-03-01", author: "" },
    stage: "review",
  });
  const told = findings.filter(({ rule }) => rule.id === "missing-field");
  assert.deepEqual(
    new Map(told.map(({ severity, message }) => [message.args["key"], severity])),
    new Map([
      ["Status", "error"],
      ["Date", "error"],
      ["Tracking issue", "warning"],
    ]),
  );
});
