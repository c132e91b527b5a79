import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { expandBraces, joinGlobs } from "../../client/src/globs.ts";

describe("expandBraces", () => {
  const cases: readonly (readonly [glob: string, expanded: readonly string[]])[] = [
    ["**/*.md", ["**/*.md"]],
    ["**/{a,b}.md", ["**/a.md", "**/b.md"]],
    ["{a,b}/{c,d}", ["a/c", "a/d", "b/c", "b/d"]],
    ["{a,b/{c,d}}.md", ["a.md", "b/c.md", "b/d.md"]],
    ["{a,}b", ["ab", "b"]],
    ["a{b", ["a{b"]],
    ["a}b", ["a}b"]],
    ["[{,}]{a,b}", ["[{,}]a", "[{,}]b"]],
    ["", [""]],
  ];
  for (const [glob, expanded] of cases) {
    it(JSON.stringify(glob), () => assert.deepEqual(expandBraces(glob), expanded));
  }
});

describe("joinGlobs", () => {
  const cases: readonly (readonly [globs: readonly string[], joined: string | undefined])[] = [
    [[], undefined],
    [["**/*.md"], "**/*.md"],
    [["a", "b"], "{a,b}"],
    [["**/{a,b}.md", "c"], "{**/a.md,**/b.md,c}"],
    [["{a,b}"], "{a,b}"],
  ];
  for (const [globs, joined] of cases) {
    it(JSON.stringify(globs), () => assert.equal(joinGlobs(globs), joined));
  }
});
