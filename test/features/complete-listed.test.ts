import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { completion } from "../../server/src/features/completion.ts";
import { readText } from "../../server/src/service.ts";
import { overridden } from "../../server/src/template/overrides.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { templateOf } from "../kit/check.ts";
import { unmark } from "../kit/markers.ts";

const template = overridden(templateOf("# D\n\nStatus: DRAFT\nArea: YOUR AREA\n\n## Goals\n\nFor what.\n"), {
  statuses: [{ name: "Open", stage: "review" }],
  fields: { area: { values: ["api", "mobile", "web"] } },
});

describe("values that a configuration lists", () => {
  const cases: readonly (readonly [
    text: string,
    trigger: string | undefined,
    labels: readonly string[],
    becomes: string,
  ])[] = [
    ["# S\n\nArea:▮\n", ":", ["api", "mobile", "web"], "# S\n\nArea: api\n"],
    ["# S\n\nArea: web,▮\n", ",", ["api", "mobile"], "# S\n\nArea: web, api\n"],
    ["# S\n\nArea: mo▮\n", undefined, ["api", "mobile", "web"], "# S\n\nArea: api\n"],
    ["# S\n\nStatus: ▮\n", " ", ["Open"], "# S\n\nStatus: Open\n"],
  ];
  for (const [marked, trigger, labels, becomes] of cases)
    it(`are offered in ${JSON.stringify(marked)}`, () => {
      const { text, carets } = unmark(marked);
      const items = completion(readText(text, template), carets[0] ?? 0, trigger, {
        handles: [],
        today: "2026-03-02",
      });
      assert.deepEqual(
        items.map(({ label }) => label),
        labels,
      );
      const [first] = items;
      assert.ok(first);
      assert.equal(applyEdits(text, [first]), becomes);
    });
});
