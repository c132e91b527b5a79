import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  byFolder,
  byStage,
  listedStatus,
  matching,
  sortedBy,
  waitingFor,
  type Listed,
  type SortKey,
} from "../../server/src/workspace/document-list.ts";

const listed = (title: string, more: Partial<Listed> = {}): Listed => ({
  uri: `file:///w/${title}.md`,
  path: `docs/${title}.md`,
  title,
  status: "DRAFT",
  stage: "draft",
  ...more,
});
const titles = (found: readonly Listed[]): string => found.map(({ title }) => title).join(" ");

const a = listed("a", { date: "2026-01-02", stage: "review", status: "IN REVIEW", author: "Zoe" });
const b = listed("b", {
  date: "2026-03-01",
  stage: "closed",
  status: "SUPERSEDED by a",
  statusWord: "SUPERSEDED",
});
const c = listed("c10", {
  path: "docs/area/c10.md",
  reviewers: ["@Bob", "@org/team"],
  author: "Ada Lovelace",
});
const d = listed("c9", {
  date: "2026-01-02",
  path: "docs/keps/12-c9/README.md",
  stage: "review",
  status: "Proposed",
});
const all = [b, c, d, a];

describe("lists of documents", () => {
  const filters: readonly (readonly [string, string])[] = [
    ["", "b c10 c9 a"],
    ["  ", "b c10 c9 a"],
    ["ADA", "c10"],
    ["@bob", "c10"],
    ["area", "c10"],
    ["superseded", "b"],
    ["superseded by", ""],
    ["docs zoe", "a"],
    ["docs nobody", ""],
  ];
  for (const [filter, expected] of filters)
    it(`are filtered by “${filter}”`, () => {
      assert.equal(titles(all.filter(matching(filter))), expected);
    });

  const orders: readonly (readonly [SortKey, string])[] = [
    ["date", "b a c9 c10"],
    ["title", "a b c9 c10"],
    ["status", "c10 a c9 b"],
    ["progress", "b c10 a c9"],
  ];
  for (const [key, expected] of orders)
    it(`are sorted by ${key}`, () => {
      const progress = new Map([
        [a, undefined],
        [b, 1],
        [c, 0.2],
      ]);
      assert.equal(titles(sortedBy(key, all, (one) => progress.get(one))), expected);
    });

  it("are grouped in the order of a document’s life", () => {
    assert.deepEqual(
      byStage(all).map(({ key, documents }) => `${key}: ${titles(documents)}`),
      ["draft: c10", "review: c9 a", "closed: b"],
    );
  });

  it("are grouped by folder, where a folder’s own document stands with its neighbours", () => {
    const groups = byFolder([...all, listed("top", { path: "top.md" })]);
    assert.deepEqual(
      groups.map(({ key, documents }) => `${key}: ${titles(documents)}`),
      [": top", "docs: b a", "docs/area: c10", "docs/keps: c9"],
    );
    const roots = byFolder([a, b], ({ title }) => (title === "a" ? "two" : "one"));
    assert.deepEqual(
      roots.map(({ key }) => key),
      ["one/docs", "two/docs"],
    );
  });

  const waiting: readonly (readonly [string, Partial<Listed>, boolean])[] = [
    ["@bob", { stage: "review", reviewers: ["@ada", "@Bob"] }, true],
    ["BOB", { stage: "review", reviewers: ["@bob"] }, true],
    ["@bob", { stage: "draft", reviewers: ["@bob"] }, false],
    ["@bob", { stage: "review", reviewers: ["@bobby"] }, false],
    ["@bob", { stage: "review" }, false],
    ["", { stage: "review", reviewers: ["@"] }, false],
  ];
  for (const [handle, more, expected] of waiting)
    it(`say whether “${handle}” is waited for by ${JSON.stringify(more)}`, () => {
      assert.equal(waitingFor(handle)(listed("x", more)), expected);
    });

  it("show the template’s word of a status", () => {
    assert.deepEqual([a, b].map(listedStatus), ["IN REVIEW", "SUPERSEDED"]);
  });
});
