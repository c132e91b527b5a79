import assert from "node:assert/strict";
import { describe, it } from "node:test";
import rule from "../../server/src/rules/implementation-link-missing.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { analyse } from "../kit/analyse.ts";
import { checkRule, contextOf, templateOf } from "../kit/check.ts";

const template = "# D\n\nStatus: DRAFT\nReviewers: @owner1\n\n## Goals\n\nWhat it is for.\n";

const isTold = (text: string, governing = template): boolean =>
  [...rule.check(contextOf(text, templateOf(governing), "implemented"))].length > 0;

describe("what links to an implementation", () => {
  const fields: readonly (readonly [string, boolean])[] = [
    ["Implementation: #12", true],
    ["Implementation: grace/phones#12, !34", true],
    ["Implementation: PHONE-123", true],
    ["Implementation: 3f2a9bc", true],
    ["Implementation: [the change](../changes/12.md)", true],
    ["Implementation: [the change][pr]", true],
    ["Implemented by: PR 12", true],
    ["Tracking issue: https://git.example.org/x", true],
    ["PRs:\n- #12\n- #13", true],
    ["Implementation: N/A: a process, not code", true],
    ["Implementation: phase-2, utf-8 only", false],
    ["Implementation: 20260301", false],
    ["Implementation: TBD", false],
    ["Implementation: soon", false],
    ["Area: #12", false],
  ];
  for (const [line, isLink] of fields) {
    it(JSON.stringify(line), () =>
      assert.equal(isTold(`# X\n\nStatus: IMPLEMENTED\n${line}\n\n## Goals\n\nx\n`), !isLink),
    );
  }

  const addresses: readonly (readonly [string, boolean])[] = [
    ["https://github.com/o/r/pull/12", true],
    ["https://github.com/o/r/issues/12#issuecomment-1", true],
    ["https://github.com/o/r/commit/3f2a9bc81d", true],
    ["https://git.example.org/g/sub/r/-/merge_requests/12", true],
    ["https://bitbucket.example.org/projects/P/repos/r/pull-requests/12", true],
    ["https://dev.azure.com/o/p/_git/r/pullrequest/12", true],
    ["https://dev.azure.com/o/p/_workitems/edit/12", true],
    ["https://issues.example.org/browse/PHONE-12", true],
    ["https://linear.app/o/issue/PHO-12/title", true],
    ["https://review.example.org/c/phones/+/12", true],
    ["https://codeberg.org/o/r/pulls/12", true],
    ["https://git.example.org/r/commit/?id=3f2a9bc81d", true],
    ["https://github.com/o/r", false],
    ["https://github.com/o/r/pulls", false],
    ["https://github.com/o/r/blob/main/docs/issues.md", false],
    ["https://example.org/commitments/12", false],
  ];
  for (const [url, isLink] of addresses) {
    it(url, () =>
      assert.equal(isTold(`# X\n\nStatus: IMPLEMENTED\n\n## Goals\n\nIt is <${url}>.\n`), !isLink),
    );
  }

  const sections: readonly (readonly [string, boolean])[] = [
    ["## Implementation\n\n- [the code][1]\n\n[1]: https://example.org/r", true],
    ["## Pull Requests\n\n- owner/r#12", true],
    ["## Tracking\n\nSee #12.", true],
    ["## Implementation\n\nWe write it in Rust.", false],
    ["## Notes\n\nSee #12.", false],
  ];
  for (const [section, isLink] of sections) {
    it(JSON.stringify(section), () =>
      assert.equal(isTold(`# X\n\nStatus: IMPLEMENTED\n\n${section}\n`), !isLink),
    );
  }

  it("front matter", () => {
    const text = (value: string): string =>
      `---\nstatus: implemented\nissue: ${value}\n---\n\n# X\n\n## Goals\n\nx\n`;
    assert.equal(isTold(text('"https://git.example.org/r/issues/1"')), false);
    assert.equal(isTold(text("later")), true);
  });
});

describe("implementation-link-missing", () => {
  it("is quiet before the design is implemented", () => {
    const levels = Object.entries(rule.severity).map(([stage, level]) => `${stage} ${level}`);
    assert.deepEqual(levels, [
      "draft off",
      "review off",
      "approved information",
      "implemented error",
      "closed off",
    ]);
  });

  it("adds the line, and then asks for what belongs there", () => {
    const text = "# X\n\n- **Status:** IMPLEMENTED\n- **Reviewers:** @grace\n\n## Goals\n\nx\n";
    const context = contextOf(text, templateOf(template), "implemented");
    const [problem] = rule.check(context);
    const fix = problem && rule.fixes?.(problem, context).at(0);
    assert.ok(fix);
    checkRule(rule, {
      template,
      stage: "implemented",
      text: applyEdits(text, fix.edits).replace("- **Implementation:**", "⟦- **Implementation:**⟧"),
    });
  });

  it("says nothing of a field that the template demands, which is told as that", () => {
    const governing = template.replace("DRAFT\n", "DRAFT\nTracking issue: TBD\n");
    const told = (text: string): readonly string[] =>
      analyse(text, { template: governing, stage: "implemented" }).findings.map(({ rule: { id } }) => id);
    const head = "# X\n\nStatus: IMPLEMENTED\n";
    const rest = "Reviewers: @grace\n\n## Goals\n\nx\n";
    assert.deepEqual(told(head + rest), ["missing-field"]);
    assert.deepEqual(told(`${head}Tracking issue: TBD\n${rest}`), ["unfilled-field"]);
    assert.deepEqual(told(`${head}Tracking issue: #12\n${rest}`), []);
  });
});
