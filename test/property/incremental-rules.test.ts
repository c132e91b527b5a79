// What a rule told is kept over an edit only where the edit cannot have changed it. Each example of each rule, amid more
// text, becomes what it is with a block less, and with a block of another example of that rule in the place of one.
import assert from "node:assert/strict";
import { it } from "node:test";
import { exampleCases, type ExampleCase } from "../kit/edited-worlds.ts";
import { assertSame, differenceOfAnalyses } from "../kit/incremental.ts";
import { randomFrom, type Random } from "../kit/random.ts";

const runs = Number(process.env["DESIGN_DOCS_RUNS"] ?? 100);
const first = Number(process.env["DESIGN_DOCS_SEED"] ?? 1);
const edits = Math.ceil((30 * runs) / 100);

const cases = exampleCases();
const byRule = Map.groupBy(cases, ({ rule }) => rule);

for (const [rule, own] of byRule) {
  it(`of ${rule}, in ${edits} edits of each of its ${own.length} examples`, () => {
    const random = randomFrom(first);
    const blocks = own.flatMap(({ text }) => blocksOf(text));
    for (const one of own) {
      const turns = Array.from({ length: edits }, () => edited(random, one, blocks));
      // There and back again, so that what is told goes as well as comes.
      const texts = [one.text, ...turns.flatMap((turn) => [turn, one.text])];
      assertSame(texts, differenceOfAnalyses(one.world), "each", rule);
    }
  });
}

it("of all rules", () => assert.ok(byRule.size > 50));

const blocksOf = (text: string): readonly string[] => text.split(/\n{2,}/);

function edited(random: Random, { text }: ExampleCase, others: readonly string[]): string {
  const blocks = blocksOf(text);
  const at = random.below(blocks.length);
  const other = others[random.below(others.length)] ?? "";
  const put = random.once(4) ? [] : random.once(3) ? [blocks[at] ?? "", other] : [other];
  return blocks.toSpliced(at, 1, ...put).join("\n\n");
}
