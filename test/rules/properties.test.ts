import assert from "node:assert/strict";
import { it } from "node:test";
import type { Facts } from "../../server/src/facts/facts.ts";
import { rules } from "../../server/src/rules/index.ts";
import type { Analysis } from "../../server/src/service.ts";
import { builtInTemplate } from "../../server/src/template/built-in.ts";
import { stages } from "../../server/src/template/status.ts";
import { contextOf, exampleContextOf } from "../kit/check.ts";
import { tryFixes } from "../kit/fix-effects.ts";
import { unmark } from "../kit/markers.ts";
import { oddDocument, oddFacts, oddHeader } from "../kit/odd-documents.ts";
import { oddNeighbours, withNeighbours } from "../kit/odd-neighbours.ts";
import { randomFrom, type Random } from "../kit/random.ts";

const runs = Number(process.env["DESIGN_DOCS_RUNS"] ?? 20);
const first = Number(process.env["DESIGN_DOCS_SEED"] ?? 1);

/** Spans are in the text, and no fix has a fault. Gives the number of fixes. */
function check(text: string, read: (text: string) => Analysis, name: string): number {
  const analysis = read(text);
  for (const { rule, problem } of analysis.findings) {
    const { start, end } = problem.span;
    assert.ok(0 <= start && start <= end && end <= text.length, `${name}: ${rule.id} leaves the text`);
  }
  const { fixes, faults } = tryFixes(analysis, read);
  assert.deepEqual(faults, [], name);
  return fixes;
}

/** The other designs round an odd one. Not what Git has: whatever a fix changes would be a change behind the approval. */
function others(random: Random): Partial<Facts> {
  const { history: _, ...rest } = oddNeighbours(random);
  return rest;
}

for (const [what, odd, neighbours] of [
  ["documents", (random: Random) => withNeighbours(oddDocument(random), random), others],
  ["headers", oddHeader, () => ({})],
] as const) {
  it(`holds for ${runs} odd ${what}: spans in the text, fixes that silence, lose nothing and bring nothing`, () => {
    for (let seed = first; seed < first + runs; seed++) {
      const random = randomFrom(seed);
      const text = odd(random);
      const stage = stages[random.below(stages.length)] ?? "draft";
      const about = { ...oddFacts, ...neighbours(random) };
      const read = (other: string): Analysis => contextOf(other, builtInTemplate(), stage, about);
      check(text, read, `seed ${seed}, ${stage}`);
    }
  });
}

it("holds for every example of every rule", () => {
  for (const rule of rules) {
    for (const example of rule.examples) {
      const read = (other: string): Analysis => exampleContextOf(rule, example, other);
      check(unmark(example.text).text, read, `${rule.id}, ${example.title}`);
    }
  }
});
