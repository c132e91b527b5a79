import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Line } from "../../server/src/syntax/inline/content.ts";
import { readInline } from "../../server/src/syntax/inline/read-inline.ts";
import { references } from "../kit/inline-leaf.ts";

describe("leaves to remark what it cannot know", () => {
  const whole = (source: string): Line => ({ start: 0, end: source.length });

  it("a bare address without a place, if the place of the leaf is unknown", () => {
    const source = "a “www.b.c” d";
    assert.equal(readInline(source, [whole(source)], references), undefined);
  });

  it("code over lines, if it is unknown where a line begins", () => {
    const source = "- `a\n   b`";
    const lines = [
      { start: 2, end: 4 },
      { start: 8, end: 10 },
    ];
    assert.equal(readInline(source, lines, references), undefined);
    const [code] =
      readInline(
        source,
        [
          { start: 2, end: 4 },
          { start: 8, end: 10, from: 7 },
        ],
        references,
      ) ?? [];
    assert.deepEqual(code, { kind: "inlineCode", start: 2, end: 10, value: "a\n b" });
  });

  it("an escaped pipe in code, if it is unknown whether that is a cell", () => {
    assert.equal(readInline("`a\\|b`", [whole("`a\\|b`")], references), undefined);
  });

  it("characters that micromark replaces", () => {
    assert.equal(readInline("a\0b", [whole("a\0b")], references), undefined);
  });

  it("what is nested deep", () => {
    const source = `${"*a **b ".repeat(60)}c${"** d*".repeat(60)}`;
    assert.equal(readInline(source, [whole(source)], references), undefined);
  });
});

describe("is through with hostile lines soon", () => {
  const size = 100_000;
  // To the right, whether they are left to remark.
  const pieces: Readonly<Record<string, boolean>> = {
    "[": false,
    "![": false,
    "]": false,
    "[a](": true,
    "[a](<": false,
    '<a b="': false,
    "<!--": true,
    "a**b": false,
    "~a": false,
    "*a_": false,
    "&a;": false,
    "www.a.b": false,
    "a@": false,
    "``a`": false,
    "[^a": false,
  };
  for (const [piece, left] of Object.entries(pieces))
    it(JSON.stringify(piece), () => {
      const source = piece.repeat(size / piece.length);
      const nodes = readInline(source, [{ start: 0, end: source.length }], references, {
        around: { start: 0, end: source.length },
      });
      assert.equal(nodes === undefined, left);
    });

  it("runs of backticks of ever other lengths", () => {
    const source = Array.from({ length: 400 }, (_, index) => "`".repeat(index + 1)).join("a");
    const nodes = readInline(source, [{ start: 0, end: source.length }], references);
    assert.deepEqual(
      nodes ?? [],
      nodes ? [{ kind: "text", start: 0, end: source.length, value: source }] : [],
    );
  });

  it("punctuation that might end an address", () => {
    const source = `www.a${".!".repeat(size / 2)}b`;
    assert.equal(readInline(source, [{ start: 0, end: source.length }], references), undefined);
  });
});
