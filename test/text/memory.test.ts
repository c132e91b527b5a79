import assert from "node:assert/strict";
import { test } from "node:test";
import { createMemory, forgetOldest } from "../../server/src/text/memory.ts";

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
