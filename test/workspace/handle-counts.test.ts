import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inEnglish } from "../../server/src/messages/message.ts";
import { handleCounts, type Handle } from "../../server/src/workspace/handle-counts.ts";
import { randomFrom } from "../kit/random.ts";

const shown = (handles: readonly Handle[]): readonly string[] =>
  handles.map(({ handle, seen }) => `${handle}: ${seen.map(inEnglish).join(", ")}`);

describe("counts of handles", () => {
  it("have the spelling that most documents have, and that of owners files before it", () => {
    const counts = handleCounts();
    counts.put("a", ["@Ada", "@ada", "@BOB"]);
    counts.put("b", ["@ada", "@bob"]);
    counts.put("c", ["@ada", "@bob"]);
    assert.deepEqual(shown(counts.ranked()), ["@ada: 3 design documents", "@bob: 3 design documents"]);
    counts.putOwners([{ source: "OWNERS", handles: ["@BoB"] }]);
    assert.deepEqual(shown(counts.ranked()), [
      "@BoB: OWNERS, 3 design documents",
      "@ada: 3 design documents",
    ]);
  });

  it("are the same list for as long as nothing is different", () => {
    const counts = handleCounts();
    counts.put("a", ["@ada"]);
    counts.putOwners([{ source: "OWNERS", handles: ["@bob"] }]);
    const all = counts.ranked();
    counts.put("a", ["@ada"]);
    counts.put("b", []);
    counts.putOwners([{ source: "OWNERS", handles: ["@bob"] }]);
    assert.equal(counts.ranked(), all);
    counts.put("a", []);
    assert.deepEqual(shown(counts.ranked()), ["@bob: OWNERS"]);
  });

  it("after any changes are those of a fresh count", () => {
    const random = randomFrom(7);
    const names = ["@ada", "@Ada", "@bob", "@BOB", "@zoe", "@org/team"] as const;
    const some = (): readonly string[] => names.filter(() => random.once(3));
    const counts = handleCounts();
    const documents = new Map<string, readonly string[]>();
    for (let step = 0; step < 400; step++) {
      const uri = `doc ${random.below(12)}`;
      const handles = some();
      counts.put(uri, handles);
      documents.set(uri, handles);
      const owners = random.once(10) ? [{ source: "OWNERS", handles: some() }] : [];
      counts.putOwners(owners);
      const fresh = handleCounts();
      // Whatever the order in which they come.
      for (const [one, its] of Array.from(documents).toReversed()) fresh.put(one, its);
      fresh.putOwners(owners);
      assert.deepEqual(shown(counts.ranked()), shown(fresh.ranked()));
    }
  });
});
