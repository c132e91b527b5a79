// Texts of one sign again and again, as somebody may paste them: short ones are read as remark reads them, and long
// ones, for which remark would take minutes, are read to their end.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseDocument } from "../../server/src/syntax/parse-document.ts";
import { remarkInline } from "../../server/src/syntax/remark.ts";
import { readInline } from "../../server/src/syntax/inline/read-inline.ts";
import { assertAgrees } from "../kit/agreement.ts";
import { randomFrom } from "../kit/random.ts";

/** Of each a text of a size. */
const texts: Readonly<Record<string, (size: number) => string>> = {
  "marks that pair crosswise": (size) => "*_".repeat(size),
  "marks that pair with letters between": (size) => "*a_ ".repeat(size),
  "marks within words": (size) => "a**b".repeat(size),
  "marks that only open": (size) => "**a *b ".repeat(size),
  "marks that only close": (size) => "a* b** c*** ".repeat(size),
  "runs of three": (size) => " ***a** b*".repeat(size),
  "two long runs": (size) => `${"*".repeat(size)}a${"*".repeat(size)}`,
  "tildes of both sizes": (size) => "~~a~ b ".repeat(size),
  "nested emphasis": (size) => `${"*a **b ".repeat(size)}c${"** d*".repeat(size)}`,
  "opening brackets": (size) => "[".repeat(size),
  "nested brackets": (size) => `${"[".repeat(size)}a${"]".repeat(size)}`,
  "nested references": (size) => `${"[".repeat(size)}a${"][x]".repeat(size)}\n\n[x]: y`,
  "nested images": (size) => `${"![".repeat(size)}a${"](b)".repeat(size)}`,
  "destinations never closed": (size) => "[a](<".repeat(size),
  "titles never closed": (size) => "[a](b '".repeat(size),
  "runs of backticks of different lengths": (size) =>
    Array.from({ length: Math.ceil(Math.sqrt(size * 2)) }, (_, index) => "`".repeat(index + 1)).join("a"),
  "tags never closed": (size) => '<a b="'.repeat(size),
  "comments never closed": (size) => "x <!--".repeat(size),
  "comments never closed, in lines": (size) => "a\n<!-- b\n".repeat(size),
  "character references": (size) => "&a;&amp;&#1".repeat(size),
  "footnote references": (size) => `${"![^a] [^a".repeat(size)}\n\n[^a]: b`,
  "bare addresses": (size) => "www.".repeat(size),
  "bare addresses behind a bracket": (size) => `[${"http://a.b ".repeat(size)}`,
  "e-mail addresses": (size) => "a@".repeat(size),
  "punctuation behind an address": (size) => `http://a.b${".)".repeat(size)}c`,
  "cells in a row": (size) => `${"|a".repeat(size)}|\n${"|-".repeat(size)}|\n${"|b".repeat(size)}|`,
  "delimiter rows": (size) => "a | b\n-|-\n".repeat(size),
  "quotes that nest": (size) => `${"> ".repeat(Math.min(size, 90))}a\n`.repeat(Math.ceil(size / 90)),
  definitions: (size) => Array.from({ length: size }, (_, index) => `[a${index}]: b`).join("\n"),
  "titles of definitions never closed": (size) => "[a]: b '\n".repeat(size),
  "footnote definitions": (size) => "[^a]: b\n\n".repeat(size),
  dollars: (size) => "$a$ ".repeat(size),
  backslashes: (size) => "a\\\n".repeat(size),
  "a line of blanks": (size) => `a${" ".repeat(size)}b`,
  "a long line of front matter": (size) => `---\na: ${"{b: ".repeat(size)}\n---\n`,
};

describe("texts of one sign", () => {
  for (const [name, make] of Object.entries(texts))
    it(`${name}: short ones as remark reads them, long ones to their end`, () => {
      for (const size of [1, 2, 3, 20, 40]) assertAgrees(make(size), `${name}, ${size} times`);
      const { text, blocks, starts } = parseDocument(make(20_000));
      for (const [index, { node, length }] of blocks.entries()) {
        assert.equal(node.end - node.start, length);
        assert.ok((starts[index] ?? 0) + length <= text.length);
      }
    });
});

it("runs of marks pair as remark pairs them, however many find no partner", () => {
  const references = { defines: (): boolean => false, notes: (): boolean => false };
  const pieces = ["*", "**", "***", "_", "__", "~", "~~", "a", "b ", " ", ".", "*", "_", "a"] as const;
  let own = 0;
  for (let seed = 1; seed <= 1500; seed++) {
    const random = randomFrom(seed);
    const text = `x${Array.from({ length: 5 + random.below(60) }, () => random.of(pieces)).join("")}x`;
    const lines = [{ start: 0, end: text.length }];
    const around = { start: 0, end: text.length };
    const read = readInline(text, lines, references, { around });
    if (!read) continue;
    own++;
    const wanted = remarkInline(text, lines, references, { around, isCell: false, isTask: false, depth: 1 });
    assert.deepEqual(read, wanted, `seed ${seed}: ${JSON.stringify(text)}`);
  }
  assert.ok(own > 1450, `${own} of them were read by ourselves`);
});
