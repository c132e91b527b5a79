import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applyPatch, parsePatch } from "diff";
import { patchOf } from "../../server/src/cli/patch.ts";

describe("a patch makes the new text of the old one", () => {
  const cases: readonly (readonly [title: string, before: string, after: string])[] = [
    ["a line among others", "a\nb\nc\n", "a\nB\nc\n"],
    ["lines far apart", `a\n${"x\n".repeat(40)}b\n`, `A\n${"x\n".repeat(40)}B\n`],
    ["without an ending on both sides", "a\nb", "a\nB"],
    ["an ending that comes", "a\nb", "a\nb\n"],
    ["an ending that goes", "a\nb\n", "a\nb"],
    ["\\r\\n", "a\r\nb\r\n", "a\r\nB\r\n"],
    ["a lone \\r", "a\rb\nc\n", "a\rB\nc\n"],
    ["a byte order mark", "\ufeffa\nb\n", "\ufeffA\nb\n"],
    [
      "lines that look like a patch",
      "--- a/x\n+++ b/x\n@@ -1,1 +1,1 @@\n",
      "--- a/y\n+++ b/x\n@@ -1,1 +1,1 @@\n",
    ],
    ["a line that goes", "a\na\nb\n", "a\nb\n"],
  ];
  for (const [title, before, after] of cases) {
    it(title, () => {
      const [patch, ...others] = parsePatch(patchOf("docs/x.md", before, after));
      assert.ok(patch && others.length === 0);
      assert.equal(applyPatch(before, patch, { autoConvertLineEndings: false }), after);
    });
  }
});

describe("the names in a patch are written as Git writes them", () => {
  const cases: readonly (readonly [path: string, from: string, to: string])[] = [
    ["docs/x.md", "--- a/docs/x.md", "+++ b/docs/x.md"],
    ["docs/a b.md", "--- a/docs/a b.md\t", "+++ b/docs/a b.md\t"],
    ["docs/ü b.md", '--- "a/docs/\\303\\274 b.md"', '+++ "b/docs/\\303\\274 b.md"'],
    ["line\nbreak.md", '--- "a/line\\nbreak.md"', '+++ "b/line\\nbreak.md"'],
  ];
  for (const [path, from, to] of cases)
    it(JSON.stringify(path), () =>
      assert.deepEqual(patchOf(path, "a\n", "b\n").split("\n").slice(0, 3), [from, to, "@@ -1,1 +1,1 @@"]),
    );
});
