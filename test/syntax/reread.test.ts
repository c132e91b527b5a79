// What an edit does to blocks: those that read as before are the same objects, and no others.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseBlocks } from "../../server/src/syntax/parse-blocks.ts";
import { plainBlocks } from "../kit/agreement.ts";

/** A text with an edit in it: `«old|new»`, and the blocks that are other objects afterwards. */
type Case = readonly [string, readonly string[]];

const edits: Readonly<Record<string, Case>> = {
  "a letter in a paragraph": ["# A\n\nwo«|r»ds\n\n- b\n\n# C\n", ["words"]],
  "a letter in an item": ["# A\n\n- a«|b»\n- c\n\nd\n", ["- ab\n- c"]],
  "a letter at the start of a block": ["a\n\n«|b»c\n\nd\n", ["bc"]],
  "blank lines between two blocks": ["a\n«|\n\n»\nb\n\nc\n", []],
  "a line of its own at the end": ["a\n\nb\n«|\nc\n»", ["c"]],
  "a blank line that divides": ["a\nb«|\n»\nc\n\nd\n", ["a\nb", "c"]],
  "two blocks that become one": ["a«\n|»\nb\n\nc\n", ["a\nb"]],
  "an underline": ["# A\n\nb\n«|===\n»\nc\n", ["b\n==="]],
  "a second line of a list": ["- a\n\n«|  »b\n\nc\n", ["- a\n\n  b"]],
  "a delimiter row": ["a\n\n| b |\n«|| - |\n»| c |\n\nd\n", ["| b |\n| - |\n| c |"]],
  "a fence that is opened": ["a\n\n«|```\n»b\n\nc\n", ["```\nb\n\nc\n"]],
  "a fence that is closed": ["a\n\n```\nb\n«|```\n»\nc\n", ["```\nb\n```", "c"]],
  "a comment that is closed": ["a\n\n<!-- b\n\nc«| -->»\n\nd\n", ["<!-- b\n\nc -->", "d"]],
  "code that is no longer indented": ["a\n\n«    |»b\n\nc\n", ["b"]],
  "front matter that is closed": ["---\na: b\n«|---\n»\n# C\n\nd\n", ["---\na: b\n---"]],
  "front matter that is pushed down": ["«|\n»---\na: b\n---\n\n# C\n", ["---\na: b\n---"]],
  "a definition that others refer to": ["[a] and b\n\n[c] d\n\ne\n\n[«x|a»]: u\n", ["[a] and b", "[a]: u"]],
  "a definition over lines in a quote": ["> [a\n> b]\n\nc [d]\n\n[a «|b»]: u\n", ["> [a\n> b]", "[a b]: u"]],
  "a second definition of the same label": ["[a]\n\n[a]: u\n\n«|[A]: v\n»", ["[A]: v"]],
  "a footnote that others refer to": ["a[^1]\n\n[1]\n\n«|[^1]: note\n»", ["a[^1]", "[1]", "[^1]: note"]],
  "the end of a carriage return": ["a\r«|\n»b\r\n\r\nc\r\n", ["a\r\nb"]],
};

const marks = /«([^|]*)\|([^»]*)»/;

describe("an edit leaves the blocks that it does not change", () => {
  for (const [name, [marked, expected]] of Object.entries(edits))
    it(name, () => {
      const [, gone = "", made = ""] = marks.exec(marked.replace("|| - |", "|¦ - ¦")) ?? [];
      const [head = "", tail = ""] = marked.replace("|| - |", "|¦ - ¦").split(/«.*»/s);
      const [before, after] = [gone, made].map((middle) => (head + middle + tail).replaceAll("¦", "|"));
      const old = parseBlocks(before ?? "");
      // Whoever looks at a block before the edit finds the same behind it as whoever does not.
      if (name.length % 2 === 0) assert.ok(old.blocks.every(({ node }) => node.start === 0));
      const read = parseBlocks(after ?? "", old);
      const fresh = read.blocks.flatMap((block, index) => (old.blocks.includes(block) ? [] : [index]));
      const sources = fresh.map((index) => {
        const start = read.starts[index] ?? 0;
        return read.text.slice(start, start + (read.blocks[index]?.length ?? 0));
      });
      assert.deepEqual(sources, expected);
      assert.deepEqual(plainBlocks(read), plainBlocks(parseBlocks(after ?? "")));
    });

  it("and all of them where nothing has changed", () => {
    const text = "# A\n\nb\n";
    const old = parseBlocks(text);
    assert.equal(parseBlocks(text, old).blocks, old.blocks);
  });
});

describe("texts that are long in one direction are read in time", () => {
  const many = 30_000;
  const texts: Readonly<Record<string, string>> = {
    "quote marks": ">".repeat(many),
    "list marks in a line": "- ".repeat(many),
    "list marks and a letter": `${"* ".repeat(many)}a`,
    "numbers in a line": "1. ".repeat(many),
    "opening brackets": "[".repeat(many),
    "opening brackets in lines": "[\n".repeat(many),
    "definitions with open titles": "[a]: b (\n".repeat(many),
    "footnotes in a line": "[^a]:".repeat(many),
    "open comments": "<!--\n".repeat(many),
    "open comments in a quote": "> <!--\n".repeat(many),
    "blank lines in deep lists": "- ".repeat(200) + "\n".repeat(many),
    "rows that may be heads": "a | b\n".repeat(many),
    "lazy lines": `> a\n${"b\n".repeat(many)}`,
    "fences of all sizes": Array.from({ length: 5000 }, (_, size) => "~".repeat(3 + (size % 150))).join("\n"),
  };
  for (const [name, text] of Object.entries(texts))
    it(name, () => {
      const { blocks, starts } = parseBlocks(text);
      assert.equal(blocks.length, starts.length);
      assert.ok(blocks.every(({ kind, node }) => kind === node.kind));
    });
});
