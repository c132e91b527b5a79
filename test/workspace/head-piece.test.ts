import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { headOf, headOfFile } from "../../server/src/workspace/head-piece.ts";
import { memoryFiles } from "../kit/memory-files.ts";

const end = '\n[x]: a.md\n   [y z]: <b.md> "B"\nno [x]: c\n    [code]: d\n';
const long = `${"w".repeat(6000)}\n`;
const uri = "file:///w/a.md";

/** Texts with the piece that their head is read from, and whether a beginning of them is enough to know it. */
const pieces: readonly (readonly [string, string, string, boolean])[] = [
  ["no text", "", "", true],
  ["no section", "# A\n\nStatus: DRAFT\n", "# A\n\nStatus: DRAFT\n", true],
  ["a section", `# A\n\nStatus: DRAFT\n\n## Goals\n${long}`, "# A\n\nStatus: DRAFT\n", true],
  ["a section at once", `\n## Goals\n${long}`, "", true],
  ["no blank behind the signs", `# A\n##Goals\n## B\n${long}`, "# A\n##Goals", true],
  [
    "a section of the header",
    `# A\n\n## Status\n\nAccepted\n\n## Goals\n${long}`,
    "# A\n\n## Status\n\nAccepted\n",
    true,
  ],
  [
    "sections of the header",
    `# A\n## 1. Date ##\n2026\n## Deciders:\n@a\n## B\n${long}`,
    "# A\n## 1. Date ##\n2026\n## Deciders:\n@a",
    true,
  ],
  ["a header behind a section", `# A\n## B\n## Status\nX\n${long}`, "# A", true],
  ["a long beginning", long, "w".repeat(4000), true],
  ["a section at the end of what counts", `${"v".repeat(4000)}\n## B\n${long}`, "v".repeat(4000), true],
  ["a section behind what counts", `${"v".repeat(4001)}\n## B\n`, "v".repeat(4000), true],
  ["a plain link", `# [A](b.md)\n\n## B\n${long}${end}`, "# [A](b.md)\n", true],
  [
    "front matter",
    `---\nauthors: ["@a"]\n---\n# A\n## B\n${long}${end}`,
    '---\nauthors: ["@a"]\n---\n# A',
    true,
  ],
  ["TOML", `+++\na = ["b"]\n+++\n# A\n## B\n${long}${end}`, '+++\na = ["b"]\n+++\n# A', true],
  ["a task", `# A\n\n- [ ] Status\n1. [x] B\n## B\n${long}${end}`, "# A\n\n- [ ] Status\n1. [x] B", true],
  ["a reference", `# [A][x]\n## B\n${long}${end}`, "# [A][x]\n\n[x]: a.md\n\n   [y z]: <b.md>", false],
  ["a short reference", `# A [x]\n## B\n${long}${end}`, "# A [x]\n\n[x]: a.md\n\n   [y z]: <b.md>", false],
  ["a reference and nothing defined", `# [A][x]\n## B\n${long}`, "# [A][x]", false],
  [
    "a reference below front matter",
    `---\na: b\n---\n# [A][x]\n## B\n${long}[x]: y\n`,
    "---\na: b\n---\n# [A][x]\n\n[x]: y",
    false,
  ],
  ["old line endings", `# [A][x]\r\n## B\r\n${long}[x]: y\r\n`, "# [A][x]\r\n\n[x]: y", false],
];

describe("the piece of a text that its head is read from", () => {
  for (const [name, text, piece, isEnough] of pieces) {
    it(`ends where it has to: ${name}`, () => assert.equal(headOf(text), piece));

    it(`is the same from a file, read no further than it takes: ${name}`, async () => {
      const files = memoryFiles({ [uri]: text });
      assert.equal(await headOfFile(uri, files), piece);
      // A beginning is never cut where it would matter.
      for (const length of [4000, 4001, 4003, 12_000]) {
        let starts = 0;
        const before = files.asked.length;
        const readStart = async (): Promise<{ readonly text: string; readonly isWhole: boolean }> => {
          starts++;
          return { text: text.slice(0, length), isWhole: text.length <= length };
        };
        assert.equal(await headOfFile(uri, { ...files, readStart }), piece, String(length));
        assert.equal(starts, 1);
        if (text.length > length) assert.equal(files.asked.length - before, isEnough ? 0 : 1);
      }
    });
  }

  it("is not there for a file that cannot be read", async () => {
    assert.equal(await headOfFile(uri, memoryFiles()), undefined);
    const gone = { ...memoryFiles(), readStart: () => Promise.resolve(undefined) };
    assert.equal(await headOfFile(uri, gone), undefined);
  });

  it("has no more than 200 definitions, and none longer than anybody writes", () => {
    const many = Array.from({ length: 300 }, (_, at) => `[x${at}]: y${at}`).join("\n");
    const found = headOf(`# [A][x1]\n\n## B\n\n${many}\n`);
    assert.equal(found.match(/^\[x\d+\]: y\d+$/gm)?.length, 200);
    assert.equal(headOf(`# [A][x]\n\n## B\n\n[${"l".repeat(201)}]: y\n`), "# [A][x]\n");
    assert.equal(headOf(`# [A][x]\n\n## B\n\n[x]: ${"u".repeat(900)}\n`).length, 10 + 5 + 500 + 1);
  });
});
