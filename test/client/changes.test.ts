import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { commitOfLine, commitsOf, shortHash } from "../../client/src/changes/commits.ts";
import { figuresIn } from "../../client/src/changes/figures.ts";
import { placeBeside } from "../../client/src/changes/next-place.ts";

const refused = (): Promise<never> => Promise.reject(new Error("refused"));

describe("commits of a document", () => {
  it("are known by their first line, author and day", async () => {
    const hash = "0123456789abcdef0123456789abcdef01234567";
    const asked: unknown[] = [];
    const commits = await commitsOf(
      {
        log(options) {
          asked.push(options);
          const authorDate = new Date(2026, 0, 9, 23, 59);
          return Promise.resolve([
            { hash, message: "Ask for a review\n\nAll of it.\n", authorName: "Ada", authorDate },
            { hash: "89ab" },
            { message: "of no commit" },
          ]);
        },
      },
      "/r/a.md",
    );
    assert.deepEqual(commits, [
      { hash, subject: "Ask for a review", author: "Ada", day: "2026-01-09" },
      { hash: "89ab", subject: "", author: "", day: "" },
    ]);
    assert.deepEqual(asked, [{ path: "/r/a.md", maxEntries: 20 }]);
    assert.equal(shortHash(hash), "01234567");
  });

  it("are none where Git refuses", async () => {
    assert.deepEqual(await commitsOf({ log: refused }, "/r/a.md"), []);
    assert.equal(await commitOfLine({ blame: refused }, "/r/a.md", "Status: Draft"), undefined);
  });

  it("are found by a line that is committed", async () => {
    const row = (hash: string, text: string): string => `${hash} (Ada 2026-01-02 10:00:00 +0100 3) ${text}\n`;
    const blame = (): Promise<string> =>
      Promise.resolve(row("^1234567", "Status: IN REVIEW") + row("00000000", "Date: today"));
    assert.equal(await commitOfLine({ blame }, "/r/a.md", "Status: IN REVIEW"), "1234567");
    assert.equal(await commitOfLine({ blame }, "/r/a.md", "Date: today"), undefined);
    assert.equal(await commitOfLine({ blame }, "/r/a.md", "Status: DRAFT"), undefined);
  });
});

describe("the next changed section", () => {
  const places = [2, 5, 9].map((line) => ({ range: { start: { line } } }));
  const cases: readonly (readonly [line: number, direction: "next" | "previous", found: number])[] = [
    [0, "next", 2],
    [2, "next", 5],
    [7, "next", 9],
    [9, "next", 2],
    [9, "previous", 5],
    [2, "previous", 9],
    [12, "previous", 9],
  ];
  for (const [line, direction, found] of cases) {
    it(`from line ${line}, ${direction}, is in line ${found}`, () =>
      assert.equal(placeBeside(places, line, direction)?.range.start.line, found));
  }

  it("is none where nothing changed", () => assert.equal(placeBeside([], 3, "next"), undefined));
});

describe("the figures of a summary", () => {
  const summaries: readonly (readonly [summary: string, figures: string])[] = [
    [
      "# What changed\n\nSince: x\n\n- Sections: 2 changed\n- Decisions: 1 added\n\n## Sections\n\n- Goals: new\n",
      "Sections: 2 changed. Decisions: 1 added.",
    ],
    ["# What changed\n\nSince: x\n\nThe document is new.\n", ""],
    ["", ""],
  ];
  for (const [summary, figures] of summaries)
    it(`are “${figures}”`, () => {
      assert.equal(figuresIn(summary), figures);
    });
});
