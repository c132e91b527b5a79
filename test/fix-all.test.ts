import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fixAll, safeEdits } from "../server/src/fix-all.ts";
import type { Stage } from "../server/src/template/status.ts";
import { applyEdits } from "../server/src/text/edit.ts";
import { settle } from "../server/src/text/settle.ts";
import { analyse } from "./kit/analyse.ts";
import { oddFacts, oddHeader } from "./kit/odd-documents.ts";
import { randomFrom } from "./kit/random.ts";

const template =
  "# Design\n\nStatus: DRAFT\nDate: YYYY-MM-DD\nReviewers: @owner1\n\n## Goals\n\nWhat it is for.\n";
const document = (header: string): string =>
  `# Sync engine\n\n${header}\n\n## Goals\n\nPhones work offline.\n`;
const settings = { rules: {} };

describe("all safe fixes", () => {
  const cases: readonly (readonly [title: string, before: string, after: string, fixes: number])[] = [
    ["nothing to mend", "Status: DRAFT\nDate: 2026-01-05", "Status: DRAFT\nDate: 2026-01-05", 0],
    [
      "several in one round",
      "Status: DRAFT\nDate: 2026/1/5\nReviewers: ada, @bob, grace",
      "Status: DRAFT\nDate: 2026-01-05\nReviewers: @ada, @bob, @grace",
      3,
    ],
    [
      "lines side by side, one round each",
      "Status: DRAFT\nDate: 2026-01-05\nDate: 2026-01-05\nDate: 2026-01-05\nDate: 2026-01-05",
      "Status: DRAFT\nDate: 2026-01-05",
      3,
    ],
    ["no fix that is not safe", "Status: DARFT\nDate: 2026-02-30", "Status: DARFT\nDate: 2026-02-30", 0],
  ];
  for (const [title, before, after, fixes] of cases) {
    it(title, () => {
      const text = document(before);
      const analysis = analyse(text, { template });
      const all = fixAll(analysis, { settings });
      assert.deepEqual([applyEdits(text, all.edits), all.fixes], [document(after), fixes]);
      assert.equal(all.analysis.doc.text, document(after));
      assert.deepEqual(safeEdits(analysis, { settings }), all.edits);
    });
  }

  it("the text is judged at the stage that was asked for, also when it is mended", () => {
    const text = document("Status: DRAFT\nDate: 2026/1/5");
    const judge = (stage: Stage | undefined): string => {
      const at = stage === undefined ? {} : { stage };
      return fixAll(analyse(text, { template, ...at }), { settings, ...at }).analysis.stage;
    };
    assert.deepEqual([judge(undefined), judge("approved")], ["draft", "approved"]);
  });
});

describe("steps that mend a text", () => {
  interface State {
    readonly text: string;
    readonly open: number;
  }
  /** The steps as a table: the text, what is open in it, and the text that the step makes of it. */
  const walk = (start: string, table: Readonly<Record<string, readonly [open: number, next: string]>>) => {
    const stateOf = (text: string): State => ({ text, open: table[text]?.[0] ?? 0 });
    return settle(stateOf(start), ({ text }) => stateOf(table[text]?.[1] ?? "")).text;
  };
  const cases: readonly (readonly [
    title: string,
    table: Readonly<Record<string, readonly [open: number, next: string]>>,
    end: string,
  ])[] = [
    ["go on until nothing is open", { a: [2, "b"], b: [1, "c"], c: [0, ""] }, "c"],
    ["go through a text that shows more than was open before", { a: [1, "b"], b: [3, "c"], c: [0, ""] }, "c"],
    ["leave the text alone where they go round", { a: [1, "b"], b: [1, "a"] }, "a"],
    ["keep what was gained before they go round", { a: [2, "b"], b: [1, "c"], c: [1, "b"] }, "b"],
    ["keep the best text that they go round by", { a: [3, "b"], b: [2, "c"], c: [1, "d"], d: [2, "b"] }, "c"],
    ["end where a step changes nothing", { a: [1, "a"] }, "a"],
  ];
  for (const [title, table, end] of cases) {
    it(title, () => {
      assert.equal(walk("a", table), end);
      assert.equal(walk(end, table), end, "a second time");
    });
  }

  it("end where the text grows for ever, at the text before it", () => {
    const grow = ({ text }: State): State => ({
      text: `${text}x`,
      open: text.length < 3 ? 3 - text.length : 1,
    });
    assert.equal(settle({ text: "", open: 9 }, grow).text, "xxx");
  });
});

it("fixing all fixes all, and a second time changes nothing", () => {
  const runs = Number(process.env["DESIGN_DOCS_RUNS"] ?? 60);
  const first = Number(process.env["DESIGN_DOCS_SEED"] ?? 1);
  let mended = 0;
  for (let seed = first; seed < first + runs; seed++) {
    const text = oddHeader(randomFrom(seed));
    const { edits, fixes, analysis } = fixAll(analyse(text, oddFacts), { settings });
    const after = applyEdits(text, edits);
    assert.equal(analysis.doc.text, after, `seed ${seed}`);
    assert.equal(fixes > 0, after !== text, `seed ${seed}`);
    assert.equal(after.isWellFormed(), text.isWellFormed(), `seed ${seed}: half a character`);
    assert.deepEqual(safeEdits(analyse(after, oddFacts), { settings }), [], `seed ${seed}`);
    const endings = (of: string): boolean => /(?<!\r)\n/.test(of);
    if (!endings(text)) assert.ok(!endings(after), `seed ${seed}: another line ending`);
    if (fixes > 0) mended++;
  }
  assert.ok(mended > runs / 4, `only ${mended} of ${runs} had something to mend`);
});
