import assert from "node:assert/strict";
import { it } from "node:test";
import type { Facts } from "../../server/src/facts/facts.ts";
import { analyze, fixesOf, readText, type Analysis } from "../../server/src/service.ts";
import { builtInTemplate } from "../../server/src/template/built-in.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { checkFix, facts } from "../kit/check.ts";
import { goodDocument } from "../kit/good-document.ts";
import { oddDocument } from "../kit/odd-documents.ts";
import { randomFrom } from "../kit/random.ts";

const ids = ["changed-after-approval", "illegal-transition", "stale-review"];
const statuses: readonly [string, ...string[]] = [
  "DRAFT",
  "IN REVIEW",
  "APPROVED",
  "IMPLEMENTED",
  "REJECTED",
];

/** Odd documents, each with another odd document or a sound one as what is committed. */
it("what Git knows of odd documents: spans in the text, fixes that silence, each rule told once", () => {
  const told = new Set<string>();
  for (let seed = 1; seed <= 80; seed++) {
    const random = randomFrom(seed);
    const withStatus = (text: string): string =>
      text.replace("Status: DRAFT", `Status: ${random.of(statuses)}`);
    const committed = random.once(2) ? goodDocument(random.of(statuses)) : withStatus(oddDocument(random));
    const text = random.once(4) ? withStatus(committed) : withStatus(oddDocument(random));
    const about: Facts = {
      ...facts,
      history: {
        base: { ref: "main", analysed: readText(committed, builtInTemplate()) },
        statusSince: "2026-01-01",
      },
    };
    const read = (other: string): Analysis =>
      analyze({ text: other, template: builtInTemplate(), facts: about, settings: { rules: {} } });
    const countOf = (analysis: Analysis, id: string): number =>
      analysis.findings.filter(({ rule }) => rule.id === id).length;
    const analysis = read(text);
    for (const finding of analysis.findings.filter(({ rule }) => ids.includes(rule.id))) {
      const { id } = finding.rule;
      const name = `seed ${seed}, ${id}`;
      const { span } = finding.problem;
      told.add(id);
      assert.ok(0 <= span.start && span.start < span.end && span.end <= text.length, name);
      assert.equal(countOf(analysis, id), 1, name);
      for (const fix of fixesOf(analysis, finding)) {
        checkFix(text, fix, name);
        assert.equal(countOf(read(applyEdits(text, fix.edits)), id), 0, `${name} is told after its fix`);
      }
    }
  }
  assert.deepEqual([...told].toSorted(), ids);
});
