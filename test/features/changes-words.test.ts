import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { longestRise } from "../../server/src/features/changes/pairs.ts";
import { countWords } from "../../server/src/features/changes/words.ts";
import { randomFrom } from "../kit/random.ts";

describe("counting", () => {
  it("counts words as the shortest way has it", () => {
    assert.deepEqual(countWords("a b c d".split(" "), "a x c d e".split(" ")), { added: 2, removed: 1 });
    assert.deepEqual(countWords([], ["a"]), { added: 1, removed: 0 });
    assert.deepEqual(countWords(["a", "b"], ["b", "a"]), { added: 1, removed: 1 });
  });

  it("gives the least number for texts without anything in common", () => {
    const words = (letter: string): string[] =>
      Array.from({ length: 3000 }, (_, index) => `${letter}${index}`);
    assert.deepEqual(countWords(words("a"), words("b")), { added: 3000, removed: 3000 });
  });

  it("agrees with the longest common sequence", () => {
    for (let seed = 1; seed <= 200; seed++) {
      const random = randomFrom(seed);
      const words = (): string[] =>
        Array.from({ length: random.below(12) }, () => "abc".charAt(random.below(3)));
      const [one, other] = [words(), words()];
      const common = commonLength(one, other);
      assert.deepEqual(
        countWords(one, other),
        { added: other.length - common, removed: one.length - common },
        `${one.join("")} ${other.join("")}`,
      );
    }
  });

  it("finds a longest rising sequence", () => {
    assert.deepEqual(longestRise([2, 0, 1]), new Set([1, 2]));
    assert.deepEqual(longestRise([]), new Set());
  });
});

function commonLength(one: readonly string[], other: readonly string[]): number {
  let row = Array.from({ length: other.length + 1 }, () => 0);
  for (const word of one) {
    const next = [0];
    other.forEach((there, index) => {
      next.push(word === there ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0));
    });
    row = next;
  }
  return row.at(-1) ?? 0;
}
