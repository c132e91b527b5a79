import assert from "node:assert/strict";
import { it } from "node:test";
import type { Fix } from "../../server/src/rules/rule.ts";
import { analyze, fixesOf, type Analysis, type Finding } from "../../server/src/service.ts";
import { builtInTemplate } from "../../server/src/template/built-in.ts";
import { stages } from "../../server/src/template/status.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { checkFix, facts } from "../kit/check.ts";
import { oddDocument, oddFacts } from "../kit/odd-documents.ts";
import { oddNeighbours, withNeighbours } from "../kit/odd-neighbours.ts";
import { randomFrom } from "../kit/random.ts";

const runs = Number(process.env["DESIGN_DOCS_RUNS"] ?? 60);
const first = Number(process.env["DESIGN_DOCS_SEED"] ?? 1);

// These rules put text elsewhere or add to it: every word that was there must still be there.
const keepsWords = new Set([
  "missing-section",
  "missing-field",
  "approval-without-decision",
  "implementation-link-missing",
  "section-order",
  "section-level",
  "duplicate-section",
]);

it(`holds for ${runs} odd documents: spans in the text, fixes that silence and lose nothing`, () => {
  for (let seed = first; seed < first + runs; seed++) {
    const random = randomFrom(seed);
    const text = withNeighbours(oddDocument(random), random);
    const stage = stages[random.below(stages.length)] ?? "draft";
    const about = { ...oddFacts, ...oddNeighbours(random) };
    const read = (other: string): Analysis =>
      analyze({
        text: other,
        template: builtInTemplate(),
        stage,
        facts: { ...facts, ...about },
        settings: { rules: {} },
      });
    const analysis = read(text);
    for (const finding of analysis.findings) {
      const { span } = finding.problem;
      const name = `seed ${seed}, ${finding.rule.id} at ${span.start}`;
      assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length, name);
      for (const [index, fix] of fixesOf(analysis, finding).entries()) {
        checkFix(text, fix, name);
        if (fix.rename === undefined)
          checkResult(text, read, analysis, finding, fix, `${name}, fix ${index}`);
      }
    }
  }
});

function checkResult(
  text: string,
  read: (text: string) => Analysis,
  before: Analysis,
  finding: Finding,
  fix: Fix,
  name: string,
): void {
  const result = applyEdits(text, fix.edits);
  if (keepsWords.has(finding.rule.id)) assert.deepEqual(lostWords(text, result), [], name);
  // What is left of a text that repeats elsewhere has the same message, so there the text must shrink.
  if (finding.rule.id === "template-instructions" || finding.rule.id === "placeholder-text") {
    assert.ok(result.length < text.length || finding.message.id === "placeholder-text.title", name);
    return;
  }
  // Closing a comment shows what it hid, which may be another one; it stands behind the first.
  if (finding.rule.id === "unclosed-comment") {
    const { start } = finding.problem.span;
    const isTold = read(result).findings.some(
      ({ rule, problem }) => rule === finding.rule && problem.span.start === start,
    );
    assert.ok(!isTold, name);
    return;
  }
  const told = JSON.stringify(finding.message);
  const count = (analysis: Analysis): number =>
    analysis.findings.filter(({ rule, message }) => rule === finding.rule && JSON.stringify(message) === told)
      .length;
  assert.ok(
    count(read(result)) < count(before),
    `${name} does not silence its finding:\n${JSON.stringify(result)}`,
  );
}

function lostWords(before: string, after: string): readonly string[] {
  const counts = new Map<string, number>();
  for (const word of wordsOf(after)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return wordsOf(before).filter((word) => {
    const left = (counts.get(word) ?? 0) - 1;
    counts.set(word, left);
    return left < 0;
  });
}

// The heading of a merged duplicate goes, so words of headings are not counted.
const wordsOf = (text: string): readonly string[] =>
  text.replace(/^\uFEFF?#+ .*$|^.*(?:\r\n|\n)(?:===|---)$/gm, "").match(/[\p{L}\p{N}]{3,}/gu) ?? [];
