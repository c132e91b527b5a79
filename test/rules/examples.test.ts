import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { rules } from "../../server/src/rules/index.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { checkRule, exampleContextOf } from "../kit/check.ts";
import { unmark } from "../kit/markers.ts";

for (const rule of rules) {
  describe(rule.id, () => {
    for (const example of rule.examples) {
      it(example.title, () => checkRule(rule, example));
    }

    for (const example of rule.examples.filter(({ fixed }) => fixed !== undefined)) {
      it(`is silent after its fix: ${example.title}`, () => {
        const before = exampleContextOf(rule, example, unmark(example.text).text);
        const problems = [...rule.check(before)];
        const [problem] = problems;
        const fix = problem && rule.fixes?.(problem, before).at(0);
        const after = exampleContextOf(rule, example, applyEdits(before.doc.text, fix?.edits ?? []));
        assert.equal([...rule.check(after)].length, problems.length - 1);
      });
    }

    it("is told by at least one example, and says in one sentence what is wrong", () => {
      assert.ok(rule.examples.some(({ text }) => text.includes("⟦")));
      assert.match(rule.summary, /^[A-Z][^.]*\.$|^[A-Z].*\bYYYY.*\.$/);
      assert.match(rule.id, /^[a-z]+(?:-[a-z]+)+$/);
    });
  });
}
