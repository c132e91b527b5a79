import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findByTitle } from "../../server/src/workspace/find-by-title.ts";

const documents = [
  { title: "Resync of caches", path: "docs/1.md" },
  { title: "Sync engine", path: "docs/2.md" },
  { title: "A sync engine", path: "docs/3.md" },
  { title: "Quota", path: "docs/sync/4.md" },
  { title: "Some yellow nice cat", path: "docs/5.md" },
];

const cases: readonly (readonly [string, string])[] = [
  ["", "12345"],
  ["sync", "23145"],
  ["SYNC E", "2315"],
  ["syncengine", "23"],
  ["quota", "4"],
  ["docs/sync", "4"],
  ["nothing", ""],
  ["cnys", ""],
];

describe("findByTitle", () => {
  for (const [query, expected] of cases)
    it(`finds “${expected}” for “${query}”`, () => {
      const found = findByTitle(query, documents, 10);
      assert.equal(found.map(({ path }) => /\d/.exec(path)?.[0]).join(""), expected);
    });

  it("finds no more than is asked for", () => {
    assert.equal(findByTitle("sync", documents, 2).length, 2);
  });
});
