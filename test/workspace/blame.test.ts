import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { blamed, lineNumber } from "../../server/src/workspace/blame.ts";

const output = [
  "^1a2b3c4d (Ada Example     2026-01-05 23:30:00 -0800 1) # Sync engine",
  "5e6f7a8b9 (Bo (b) 2) Ü     2026-02-06 00:30:00 +1300 2) Status: In Review",
  "5e6f7a8b9 docs/old (1).md (Bo 2026-02-07 00:30:00 +1300 10) Author: Ada",
  "00000000 (Not Committed Yet 2026-03-01 09:00:00 +0000 4) Date: 2026-03-01",
  "*?5e6f7a8b (Bo 2026-02-08 00:30:00 +1300 5) Status: In Review",
  "?5e6f7a8b (Bo 2026-02-08 00:30:00 +1300 6) 2020-01-01 00:00:00 +0000 1) not this day",
  "         (Bo 2026-02-09 00:30:00 +1300 7) blank boundary",
  "5e6f7a8b (Bo 3 days ago 8) in words",
].join("\n");

const cases: readonly (readonly [line: string, found: ReturnType<typeof blamed>])[] = [
  ["# Sync engine", { day: "2026-01-05", boundary: true }],
  ["Status: In Review", { day: "2026-02-06", boundary: false }],
  ["Author: Ada", { day: "2026-02-07", boundary: false }],
  ["Date: 2026-03-01", undefined],
  ["2020-01-01 00:00:00 +0000 1) not this day", { day: "2026-02-08", boundary: false }],
  ["blank boundary", { day: "2026-02-09", boundary: true }],
  ["in words", undefined],
  ["Review", undefined],
  ["", undefined],
];

describe("what Git says of a line", () => {
  for (const [line, found] of cases)
    it(JSON.stringify(line), () => {
      assert.deepEqual(blamed(output, line), found);
      assert.deepEqual(blamed(output.replaceAll("\n", "\r\n"), line), found);
      assert.deepEqual(blamed(output, `${line}\r`), found);
    });
});

describe("the number of a line", () => {
  for (const [text, line, number] of [
    ["a\nb\nb", "b", 2],
    ["a\r\nb\r\n", "a", 1],
    ["a\nb", "b\r", 2],
    ["ab", "a", undefined],
    ["", "a", undefined],
  ] as const)
    it(JSON.stringify([text, line]), () => assert.equal(lineNumber(text, line), number));
});
