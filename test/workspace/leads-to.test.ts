import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { leadsTo } from "../../server/src/workspace/leads-to.ts";

const folders = ["file:///w", "file:///v"];
const target = "file:///w/docs/designs/sync.md";
const known = new Set([target, "file:///w/docs/docs/designs/sync.md", "file:///w/docs/designs/old/Sync.md"]);

const cases: readonly (readonly [document: string, path: string, leads: boolean])[] = [
  ["file:///w/docs/designs/cache.md", "sync.md", true],
  ["file:///w/docs/designs/cache.md", "./sync.md", true],
  ["file:///w/docs/designs/cache.md", "../designs/sync.md", true],
  ["file:///w/docs/designs/cache.md", "/docs/designs/sync.md", true],
  ["file:///w/docs/designs/cache.md", "/designs/sync.md", true],
  ["file:///w/docs/designs/cache.md", "old/sync.md", false],
  ["file:///w/docs/designs/cache.md", "sync", false],
  ["file:///w/docs/designs/cache.md", "", false],
  ["file:///w/docs/designs/cache.md", "../../../x/docs/designs/sync.md", false],
  ["file:///v/a.md", "../w/docs/designs/sync.md", true],
  ["file:///w/README.md", "docs/designs/sync.md", true],
  // Another spelling leads there, but for one that is the name of another file.
  ["file:///w/docs/designs/cache.md", "Sync.md", true],
  ["file:///w/docs/designs/old/cache.md", "Sync.md", false],
  // A file that is nearer to where the path begins comes first.
  ["file:///w/docs/docs/cache.md", "/docs/designs/sync.md", true],
  [target, "sync.md", true],
];

describe("whether a path leads to a file", () => {
  for (const [document, path, leads] of cases)
    it(`${path} in ${document}`, () =>
      assert.equal(leadsTo(target, { document, folders, known })(path), leads));

  it("gives a link from the root to the likeliest of the files that are there", () => {
    const inner = "file:///w/docs/docs/designs/sync.md";
    const setting = { document: "file:///w/docs/docs/cache.md", folders, known };
    assert.equal(leadsTo(inner, setting)("/docs/designs/sync.md"), false);
    assert.equal(leadsTo(inner, { ...setting, known: new Set([inner]) })("/docs/designs/sync.md"), true);
  });

  it("compares URIs however they are spelt", () => {
    const setting = { document: "file:///C:/w/a.md", folders: ["file:///c%3A/w"], known: new Set<string>() };
    assert.equal(leadsTo("file:///c%3A/w/b%20c.md", setting)("b c.md"), true);
  });
});
