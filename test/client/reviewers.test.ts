import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { addHandles, handlesToAdd, reviewerChoices, typedHandles } from "../../client/src/reviewers.ts";

const known = [
  { handle: "@alice", detail: "CODEOWNERS" },
  { handle: "@Org/core-team", detail: "CODEOWNERS" },
  { handle: "@alicia", detail: "1 design document" },
];

describe("typedHandles", () => {
  const cases: readonly (readonly [text: string, handles: readonly string[] | undefined])[] = [
    ["@alice", ["@alice"]],
    ["alice", ["@alice"]],
    ["@alice, @org/team; bob", ["@alice", "@org/team", "@bob"]],
    ["@jean-luc.p_1", ["@jean-luc.p_1"]],
    ["@žofie", ["@žofie"]],
    ["  ", []],
    ["@", undefined],
    ["@a/b/c", undefined],
    ["@-a", undefined],
    ["ada@example.com", undefined],
    ["@alice <x>", undefined],
  ];
  for (const [text, handles] of cases) {
    it(JSON.stringify(text), () => assert.deepEqual(typedHandles(text), handles));
  }
});

describe("handlesToAdd", () => {
  const cases: readonly (readonly [text: string, handles: readonly string[] | undefined])[] = [
    ["@bob", ["@bob"]],
    ["@ALICE", ["@alice"]],
    ["@ali", ["@ali"]],
    ["ali", ["@alice"]],
    ["core", ["@Org/core-team"]],
    ["bob", ["@bob"]],
    ["bob alice", ["@bob", "@alice"]],
    ["a b!", undefined],
    ["???", undefined],
  ];
  for (const [text, handles] of cases) {
    it(JSON.stringify(text), () => assert.deepEqual(handlesToAdd(text, known), handles));
  }
});

describe("reviewerChoices", () => {
  it("ticks what was picked and keeps the order of the known ones", () => {
    assert.deepEqual(
      reviewerChoices(known, ["@ALICIA"]).map(({ handle, picked }) => [handle, picked]),
      [
        ["@alice", false],
        ["@Org/core-team", false],
        ["@alicia", true],
      ],
    );
  });

  it("puts the typed ones first, without a detail", () => {
    assert.deepEqual(reviewerChoices(known, ["@alice", "@bob"])[0], { handle: "@bob", picked: true });
  });
});

it("addHandles takes each handle once, whatever its case", () => {
  assert.deepEqual(addHandles(["@a"], ["@A", "@b", "@b"]), ["@a", "@b"]);
});
