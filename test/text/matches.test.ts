import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { matchesOf } from "../../server/src/text/matches.ts";

describe("matches", () => {
  for (const [text, pattern] of [
    ["a1 b22 c", /[a-z](?<digits>\d*)/g],
    ["x🙂y", /(?:)/gu],
    ["x🙂y", /(?:)/g],
    ["x🙂y🙂", /🙂*/gu],
    ["none", /\d/g],
    ["", /^/g],
  ] as const)
    it(`of ${pattern} in “${text}” are those that the language finds, each time`, () => {
      const expected = [...text.matchAll(pattern)];
      pattern.lastIndex = 1;
      for (let time = 0; time < 2; time++) assert.deepEqual([...matchesOf(text, pattern)], expected);
      assert.equal(pattern.lastIndex, 0);
    });
});
