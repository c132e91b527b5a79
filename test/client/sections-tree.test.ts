import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  dropTarget,
  linkTo,
  moveTo,
  shownAt,
  shownOf,
  type Shown,
} from "../../client/src/sections-view/tree.ts";
import { apartFrom } from "../../client/src/reading/apart.ts";
import { writtenLines } from "../../client/src/reading/written-lines.ts";
import type { SectionNode } from "../../server/src/protocol/sections.ts";

const written = (
  name: string,
  start: number,
  end: number,
  children: readonly SectionNode[] = [],
): SectionNode => ({
  name,
  state: "written",
  own: false,
  required: true,
  place: {
    heading: { start: { line: start, character: 0 }, end: { line: start, character: 9 } },
    extent: { start: { line: start, character: 0 }, end: { line: end, character: 0 } },
    movable: true,
    anchor: name.toLowerCase(),
  },
  children,
});
const missing = (name: string, required = true): SectionNode => ({
  name,
  state: "missing",
  own: false,
  required,
  wanted: { index: 0, title: name },
  children: [],
});

const sections = [
  written("Goals", 2, 10, [written("Must", 4, 6), written("Should", 6, 10)]),
  missing("Plan"),
  written("Risks", 10, 12),
];

const named = (roots: readonly Shown[], name: string): Shown => {
  const all = (list: readonly Shown[]): readonly Shown[] =>
    list.flatMap((one) => [one, ...all(one.children)]);
  const found = all(roots).find(({ node }) => node.name === name);
  assert.ok(found, name);
  return found;
};

describe("the sections that the view shows", () => {
  it("are found by a line, the innermost first", () => {
    const roots = shownOf(sections);
    const at = (line: number): string | undefined => shownAt(roots, { line, character: 3 })?.node.name;
    assert.deepEqual([0, 2, 3, 5, 6, 10, 12].map(at), [
      undefined,
      "Goals",
      "Goals",
      "Must",
      "Should",
      "Risks",
      undefined,
    ]);
  });

  it("reach to the end of a text without a last line break", () => {
    const last = written("Goals", 2, 4);
    const place = last.place && {
      ...last.place,
      extent: { start: last.place.extent.start, end: { line: 4, character: 8 } },
    };
    const roots = shownOf([{ ...last, ...(place && { place }) }]);
    assert.equal(shownAt(roots, { line: 4, character: 8 })?.node.name, "Goals");
  });

  it("stay the same objects while they only move", () => {
    const roots = shownOf(sections);
    const moved = [
      written("Goals", 3, 12, [written("Must", 5, 7), written("Should", 7, 12)]),
      missing("Plan"),
      written("Risks", 12, 14),
    ];
    assert.equal(moveTo(roots, moved), true);
    assert.equal(named(roots, "Should").node.place?.heading.start.line, 7);
    assert.equal(moveTo(roots, moved.slice(1)), false);
    assert.equal(moveTo(roots, [{ ...moved[0], state: "empty" } as SectionNode, ...moved.slice(1)]), false);
    assert.equal(named(roots, "Should").parent, named(roots, "Goals"));
  });

  it("go before what they are dropped on, or what follows it", () => {
    const roots = shownOf(sections);
    const drop = (from: string, to: string | undefined): unknown =>
      dropTarget(roots, named(roots, from), to === undefined ? undefined : named(roots, to));
    assert.deepEqual(drop("Risks", "Goals"), { before: { line: 2, character: 0 } });
    assert.deepEqual(drop("Goals", "Plan"), { before: { line: 10, character: 0 } });
    assert.deepEqual(drop("Should", "Must"), { before: { line: 4, character: 0 } });
    assert.equal(drop("Goals", undefined), "end");
    assert.equal(drop("Risks", "Plan"), undefined);
    assert.equal(drop("Goals", "Goals"), undefined);
  });

  it("are linked to from the root of the workspace folder", () => {
    const link = linkTo(written("A [b]", 0, 1), "docs/my designs/a.md");
    assert.equal(link, String.raw`[A \[b\]](/docs/my%20designs/a.md#a%20%5Bb%5D)`);
    assert.equal(linkTo(missing("Plan"), "a.md"), "[Plan](/a.md)");
  });
});

describe("what is folded", () => {
  it("is what is written with all below it", () => {
    const below = (child: SectionNode): readonly SectionNode[] => [
      written("Goals", 2, 9, [written("Must", 4, 6), child]),
    ];
    assert.deepEqual(writtenLines(sections), [2, 10]);
    assert.deepEqual(writtenLines(below(missing("Should"))), [4]);
    assert.deepEqual(writtenLines(below(missing("Should", false))), [2]);
    assert.deepEqual(writtenLines(below({ ...written("Should", 6, 9), state: "placeholder" })), [4]);
  });
});

describe("ranges apart from others", () => {
  const range = (from: number, to: number) => ({
    start: { line: from, character: 0 },
    end: { line: to, character: 0 },
  });
  const cases = [
    { name: "none", others: [], left: [range(2, 6)] },
    { name: "one beside", others: [range(0, 2), range(6, 8)], left: [range(2, 6)] },
    { name: "one inside", others: [range(3, 4)], left: [range(2, 3), range(4, 6)] },
    { name: "one around", others: [range(1, 7)], left: [] },
    { name: "the same", others: [range(2, 6)], left: [] },
    { name: "both ends", others: [range(1, 3), range(5, 7)], left: [range(3, 5)] },
  ];
  for (const { name, others, left } of cases)
    it(name, () => assert.deepEqual(apartFrom([range(2, 6)], others), left));
});
