import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Block } from "../../server/src/syntax/document.ts";
import {
  allIn,
  changeBetween,
  firstIn,
  ofBeginning,
  readIn,
  sumIn,
} from "../../server/src/syntax/found-in.ts";
import { parseDocument } from "../../server/src/syntax/parse-document.ts";

/** A reader of the capitals of a block that says of which blocks it was asked. */
function capitalReader(): {
  readonly read: (block: Block, source: string) => readonly string[];
  readonly asked: string[];
} {
  const asked: string[] = [];
  const read = (_: Block, source: string): readonly string[] => {
    asked.push(source);
    return source.match(/[A-Z]/g) ?? [];
  };
  return { read, asked };
}

describe("what is found in blocks", () => {
  const cases: Readonly<
    Record<string, { readonly from: string; readonly to: string; readonly asked: readonly string[] }>
  > = {
    "a word is asked for once": { from: "A a\n\nb\n\nC\n", to: "A a\n\nbB\n\nC\n", asked: ["bB"] },
    "blocks behind one that is new have other places": {
      from: "A\n\nb\n\nC\n",
      to: "A\n\nb\n\nD\n\nC\n",
      asked: ["D"],
    },
    "a block that is gone is asked for nothing": { from: "A\n\nB\n\nC\n", to: "A\n\nC\n", asked: [] },
    "blank lines change nothing": { from: "A\n\nB\n", to: "A\n\n\n\nB\n", asked: [] },
    "the end of a text": { from: "A\n", to: "A\n\nB\n", asked: ["B"] },
  };
  for (const [name, { from, to, asked }] of Object.entries(cases)) {
    it(`${name}, and is what a fresh reading finds`, () => {
      const before = parseDocument(from);
      const one = capitalReader();
      allIn(before, one.read);
      one.asked.length = 0;
      const after = parseDocument(to, before);
      assert.deepEqual(allIn(after, one.read), allIn(parseDocument(to), capitalReader().read));
      assert.deepEqual(one.asked, asked);
      assert.deepEqual(allIn(before, one.read), allIn(parseDocument(from), capitalReader().read));
    });
  }

  it("is the same list where an edit changes nothing in it", () => {
    const { read } = capitalReader();
    const before = parseDocument("A\n\nb\n\nC\n");
    const list = allIn(before, read);
    assert.equal(allIn(parseDocument("A\n\nbb\n\nC\n", before), read), list);
    assert.notEqual(allIn(parseDocument("A\n\nbB\n\nC\n", before), read), list);
  });

  it("is asked of one block once, also where it is nothing", () => {
    const { read, asked } = capitalReader();
    const before = parseDocument("a\n\nb\n");
    readIn(before, 1, read);
    readIn(parseDocument("aa\n\nb\n", before), 1, read);
    assert.deepEqual(asked, ["b"]);
  });
});

describe("many edits between two questions, far apart", () => {
  const from = "A\n\nB\n\nC\n\nd\n\nE\n";
  const cases: Readonly<Record<string, readonly string[]>> = {
    "as many blocks": ["Ax\n\nB\n\nC\n\nd\n\nE\n", "Ax\n\nB\n\nC\n\nd\n\nEx\n"],
    "a block more": ["Ax\n\nY\n\nB\n\nC\n\nd\n\nE\n", "Ax\n\nY\n\nB\n\nC\n\nd\n\nEx\n"],
    "a block fewer": ["Ax\n\nC\n\nd\n\nE\n", "Ax\n\nC\n\nd\n\nEx\n"],
  };
  for (const [name, edits] of Object.entries(cases)) {
    const all = capitalReader();
    const single = capitalReader();
    const first = parseDocument(from);
    allIn(first, all.read);
    for (const index of first.blocks.keys()) readIn(first, index, single.read);
    let last = first;
    for (const text of edits) last = parseDocument(text, last);
    const fresh = parseDocument(last.text);
    it(`${name}: of what is as it was nobody asks again`, () => {
      all.asked.length = single.asked.length = 0;
      const now = allIn(last, all.read);
      assert.deepEqual(now, allIn(fresh, capitalReader().read));
      const each = [...last.blocks.keys()].map((index) => readIn(last, index, single.read));
      assert.deepEqual(
        each,
        [...fresh.blocks.keys()].map((index) => readIn(fresh, index, capitalReader().read)),
      );
      const old = new Set(from.split("\n\n").map((block) => block.trim()));
      assert.deepEqual(
        [...all.asked, ...single.asked].filter((source) => old.has(source)),
        [],
      );
    });
  }
});

it("finds the first block of some, and adds them up, as they are after an edit", () => {
  const hasB = (_: Block, source: string): boolean => source.includes("b");
  const length = (_: Block, source: string): number => source.length;
  const before = parseDocument("a\n\nbb\n\nc\n");
  assert.deepEqual([firstIn(before, 0, 3, hasB), firstIn(before, 2, 3, hasB)], [1, -1]);
  assert.deepEqual([sumIn(before, 0, 3, length), sumIn(before, 1, 1, length)], [4, 0]);
  const after = parseDocument("a\n\nxx\n\ny\n\ncbc\n", before);
  assert.deepEqual([firstIn(after, 0, 4, hasB), firstIn(after, 0, 3, hasB)], [3, -1]);
  assert.deepEqual([sumIn(after, 0, 4, length), sumIn(after, 3, 4, length)], [7, 3]);
});

describe("what the beginning of a text tells", () => {
  const cases: readonly (readonly [name: string, to: string, asked: number])[] = [
    ["is kept over an edit behind it", "a\n\nb\n\ncc\n", 1],
    ["is read anew with one in it", "aa\n\nb\n\nc\n", 2],
  ];
  for (const [name, to, times] of cases) {
    it(name, () => {
      let asked = 0;
      const read = ({
        text,
      }: {
        readonly text: string;
      }): { readonly value: string; readonly end: number } => {
        asked++;
        return { value: text.slice(0, 1), end: 2 };
      };
      const before = parseDocument("a\n\nb\n\nc\n");
      ofBeginning(before, read);
      ofBeginning(parseDocument(to, before), read);
      assert.equal(asked, times);
    });
  }
});

it("says where the blocks of two texts differ", () => {
  const before = parseDocument("a\n\nb\n\nc\n");
  const { blocks } = parseDocument("a\n\nx\n\ny\n\nc\n", before);
  assert.deepEqual(changeBetween(before.blocks, blocks), { start: 1, oldEnd: 2, newEnd: 3 });
});
