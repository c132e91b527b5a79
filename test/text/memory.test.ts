import assert from "node:assert/strict";
import { test } from "node:test";
import { createMemory } from "../../server/src/text/memory.ts";

test("what is remembered of an object is known to its memory alone, and is the last that was said", () => {
  const [memory, other] = [createMemory<object, string>(), createMemory<object, string>()];
  const [key, copied] = [{ a: 1 }, [1, 2]];
  memory.set(key, "first");
  memory.set(key, "last");
  memory.set(copied, "list");
  assert.equal(memory.get(key), "last");
  assert.equal(other.get(key), undefined);
  assert.equal(memory.get({ ...key }), undefined);
  assert.equal(memory.get(copied.slice()), undefined);
});

test("nobody sees that something is remembered", () => {
  const memory = createMemory<object, string>();
  const key = { a: 1 };
  memory.set(key, "remembered");
  assert.deepEqual(key, { a: 1 });
  assert.deepEqual(Object.keys(Object.assign({}, key)), ["a"]);
  assert.equal(JSON.stringify(key), '{"a":1}');
  assert.deepEqual(Object.getOwnPropertySymbols(structuredClone(key)), []);
});

test("what can have no property more is not remembered", () => {
  const memory = createMemory<object, string>();
  const key = Object.freeze({});
  memory.set(key, "remembered");
  assert.equal(memory.get(key), undefined);
});
