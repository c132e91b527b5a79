import assert from "node:assert/strict";
import { test } from "node:test";
import { createMemory, forgetOldest, passingBy } from "../../server/src/text/memory.ts";

test("what was asked for since the last forgetting is known, and nothing older", () => {
  const memory = createMemory<object, string>();
  const [asked, other] = [{}, {}];
  memory.set(asked, "asked");
  memory.set(other, "other");
  forgetOldest();
  assert.equal(memory.get(asked), "asked");
  forgetOldest();
  assert.equal(memory.get(asked), "asked");
  assert.equal(memory.get(other), undefined);
});

test("what is found in passing is known until that is over, and what was known before still is", () => {
  const memory = createMemory<object, string>();
  const [lasting, brief, later] = [{}, {}, {}];
  memory.set(lasting, "lasting");
  const found = passingBy(() => {
    memory.set(brief, "brief");
    passingBy(() => memory.set(later, "later"));
    return [lasting, brief, later].map((key) => memory.get(key));
  });
  assert.deepEqual(found, ["lasting", "brief", "later"]);
  assert.deepEqual(
    [lasting, brief, later].map((key) => memory.get(key)),
    ["lasting", undefined, undefined],
  );
  assert.throws(() =>
    passingBy(() => {
      memory.set(brief, "brief");
      throw new Error("broken off");
    }),
  );
  assert.equal(memory.get(brief), undefined);
  memory.set(brief, "again");
  assert.equal(memory.get(brief), "again");
});
