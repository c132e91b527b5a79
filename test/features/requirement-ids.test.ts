import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { completeIds } from "../../server/src/features/complete-ids.ts";
import { idAt, idHover, idsDefinedIn, placesOf } from "../../server/src/features/requirement-ids.ts";
import { slice } from "../../server/src/text/span.ts";
import { analyse } from "../kit/analyse.ts";
import { oddDocument } from "../kit/odd-documents.ts";
import { hostileMarkdown } from "../kit/random-markdown.ts";
import { randomFrom } from "../kit/random.ts";
import { mark, unmark } from "../kit/markers.ts";

/** By what it shows: a text in which what is marked are the ids that it defines. */
const definitions: Readonly<Record<string, string>> = {
  "items with a colon": "- ⟦R1⟧: Phones work offline.\n- ⟦R2⟧: They sync.\n",
  "items with a dash": "- ⟦FR-1⟧ – Phones work.\n- ⟦FR-2⟧ - They sync.\n- ⟦NFR 3⟧ — Fast.\n",
  "bold ids": "- **⟦R1⟧** Phones work.\n- **⟦R2⟧:** They sync.\n- **⟦R3⟧**: fast\n",
  "ids in brackets": "1. [⟦R1⟧] Phones work.\n2. (⟦R2⟧) They sync.\n",
  "code with a colon": "- `⟦REQ-SYNC-001⟧`: Phones work.\n",
  "a number with parts": "- ⟦FR-1.2⟧. Phones work.\n- ⟦R1a⟧: They sync.\n",
  tasks: "- [ ] ⟦R1⟧: Phones work.\n",
  "items in items": "- Sync\n  - ⟦R1⟧: Phones work.\n    - ⟦R2⟧: They sync.\n",
  "first cells": "| Id | What |\n| --- | --- |\n| ⟦R1⟧ | Phones work |\n| **⟦R2⟧** | They sync |\n",
  headings: "### ⟦R1⟧: Offline\n\nPhones work.\n\n### ⟦R2⟧\n\nThey sync.\n\n### ⟦R3⟧ Small\n",
  paragraphs: "⟦R1⟧: Phones work.\n\n**⟦R2⟧** They sync.\n\n**⟦R3⟧**\n\nThey are fast.\n",
  "an anchor before it": '- <a id="r1"></a>⟦R1⟧: Phones work.\n',
  "ids before a capital": "- ⟦R1⟧ The phone works.\n- S3 is cheap.\n",
  "no list of links": "- [R1](#r1) Phones\n- [R2][r2]: They sync\n",
  "no list of ids alone": "- R1\n- R2\n",
  "no sentence": "R1 The phone works, and so on.\n\nS3 is cheap.\n",
  "no longer name": "- R1-beta: x\n- UTF-8-BOM: x\n- V1.2-3: y\n- **L2 blocks** are\n",
  "no code and no quotation": "```\nR1: x\n```\n\n> R2: y\n",
};

const under = (title: string, text: string): string => `# Sync engine\n\n## ${title}\n\n${text}`;

describe("ids that a document defines", () => {
  for (const [name, marked] of Object.entries(definitions))
    it(name, () => {
      const { text } = unmark(under("Requirements", marked));
      const spans = idsDefinedIn(analyse(text, {})).map(({ span }) => span);
      assert.equal(mark(text, spans), under("Requirements", marked));
    });

  it("are told by a sign elsewhere", () => {
    const marked = under("Rollout", "- R1 The phone works.\n- ⟦R2⟧: They sync.\n");
    const { text } = unmark(marked);
    assert.equal(
      mark(
        text,
        idsDefinedIn(analyse(text, {})).map(({ span }) => span),
      ),
      marked,
    );
  });

  it("are those among the requirements, where several places could define one", () => {
    const marked = `${under("Rollout", "| Id | When |\n| --- | --- |\n| R1 | May |\n")}\n## Requirements\n\n- ⟦R1⟧: Phones work.\n`;
    const { text } = unmark(marked);
    assert.equal(
      mark(
        text,
        idsDefinedIn(analyse(text, {})).map(({ span }) => span),
      ),
      marked,
    );
  });

  it("are none in the title", () =>
    assert.deepEqual(idsDefinedIn(analyse("# RFC 12: Sync\n\nRFC 12\n", {})), []));
});

const requirements = "## Requirements\n\n- **R1**: Phones *work*.\n- R-2: They sync, see R1.\n\n";

/** Where the caret stands, and what the id there stands for. */
const meant: readonly (readonly [string, string | undefined])[] = [
  ["This is for R▮1.", "**R1**: Phones work."],
  ["This is for R-1▮.", "**R1**: Phones work."],
  ["(R2▮)", "**R-2**: They sync, see R1."],
  ["R1▮–R2", "**R1**: Phones work."],
  ["R1–R▮2, R1/R2", "**R-2**: They sync, see R1."],
  ["| a |\n| --- |\n| for R▮1 |", "**R1**: Phones work."],
  ["R▮3", undefined],
  ["`R▮1`", undefined],
  ["XR▮1, R1▮0", undefined],
  ["https://x.org/R▮1", undefined],
  ["a/R▮1.md", undefined],
  ["▮Nothing", undefined],
];

it("ids of odd documents are where they say, and each leads to its definition", () => {
  let tried = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const random = randomFrom(seed);
    const odd = random.once(2) ? hostileMarkdown(random) : oddDocument(random);
    const text = odd.replace(/\b\p{L}{4}\b/gu, () => (random.once(3) ? `R${random.below(9)}` : "R1:"));
    const read = analyse(text, {});
    for (const defined of idsDefinedIn(read)) {
      assert.equal(slice(text, defined.span), defined.id, `seed ${seed}`);
      for (const { start, end } of placesOf(read, defined)) {
        tried++;
        assert.equal(text.slice(start, end).replace(/[- ]/, ""), defined.key, `seed ${seed}`);
        assert.deepEqual(idAt(read, start)?.span, defined.span, `seed ${seed}`);
      }
    }
  }
  assert.ok(tried > 40, String(tried));
});

describe("ids in completion", () => {
  const cases: readonly (readonly [string, readonly string[], string?])[] = [
    ["For R▮", ["R1", "R-2"], "⟦R⟧"],
    ["For R-▮", ["R-2"], "⟦R-⟧"],
    ["For R▮1.", ["R1", "R-2"], "⟦R1⟧"],
    ["For X▮", []],
    ["For ▮", []],
    ["For r▮", []],
    ["`x`\n\n    R▮", []],
  ];
  for (const [marked, labels, replaced] of cases)
    it(JSON.stringify(marked), () => {
      const { text, carets } = unmark(`# S\n\n${requirements}## Design\n\n${marked}\n`);
      const found = completeIds(analyse(text, {}), carets[0] ?? 0);
      assert.deepEqual(
        found.map(({ label }) => label),
        labels,
      );
      const [first] = found;
      if (first) assert.equal(`⟦${slice(text, first.span)}⟧`, replaced);
    });
});

describe("an id in running text", () => {
  for (const [marked, shown] of meant)
    it(`${JSON.stringify(marked)}: ${shown ?? "nothing"}`, () => {
      const { text, carets } = unmark(`# S\n\n${requirements}## Design\n\n${marked}\n`);
      const found = idHover(analyse(text, {}), carets[0] ?? 0);
      assert.deepEqual(found?.markdown, shown === undefined ? undefined : [shown]);
    });

  it("leads to its definition, and that to all places", () => {
    const marked = `# S\n\n${requirements.replace("R1", "⟦R1⟧").replace("see R1", "see ⟦R1⟧")}## Design\n\n⟦R1⟧, \`R1\` and ⟦R-1⟧.\n`;
    const { text } = unmark(marked);
    const read = analyse(text, {});
    for (const at of [text.indexOf("R1"), text.lastIndexOf("R-1")]) {
      const found = idAt(read, at);
      assert.ok(found);
      assert.equal(slice(text, found.span), "R1");
      assert.equal(found.span.start, text.indexOf("R1"));
      assert.equal(mark(text, placesOf(read, found)), marked);
    }
  });

  it("has what stands below the heading that defines it, and beside it in a row", () => {
    const text = under(
      "Requirements",
      "### R1: Offline\n\nPhones work.\n\n| Id | What | When |\n|-|-|-|\n| R2 | Sync | May |\n",
    );
    const read = analyse(text, {});
    assert.deepEqual(
      idsDefinedIn(read).map((one) => one.text),
      ["Offline · Phones work.", "Sync · May"],
    );
  });
});
