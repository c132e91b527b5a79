import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createModel, type Arrangement, type Model } from "../../client/src/documents-view/model.ts";
import type { DocumentSummary } from "../../server/src/protocol/documents.ts";

const plain: Arrangement = { grouping: "status", sort: "title", filter: "", onlyWaiting: false, handle: "" };

const document = (name: string, more: Partial<DocumentSummary> = {}): DocumentSummary => ({
  uri: `file:///w/docs/${name}.md`,
  path: `docs/${name}.md`,
  title: name,
  status: "DRAFT",
  stage: "draft",
  ...more,
});
const progress = (written: number): NonNullable<ReturnType<Model["progress"]>> => ({
  written,
  total: 10,
  missing: [],
  findings: { error: 0, warning: 0, information: 0, hint: 0 },
});

function modelOf(documents: readonly DocumentSummary[], arrangement: Partial<Arrangement> = {}): Model {
  const model = createModel(
    { ...plain, ...arrangement },
    (uri) => uri.split("/").at(-1) ?? "",
    (uri) => uri,
  );
  model.load({ complete: true, documents });
  return model;
}

/** The tree as lines: groups with the names of their documents. */
const tree = (model: Model): readonly string[] =>
  model.groups().map((group) => {
    const names = model
      .childrenOf(group)
      .map((node) =>
        node.kind === "document" ? model.document(node.uri)?.title : `(${model.left(group.key)})`,
      );
    return `${group.key}: ${names.join(" ")}`;
  });

const a = document("a");
const b = document("b", { stage: "review", reviewers: ["@ann"] });
const c = document("c", { stage: "review", reviewers: ["@bob"], path: "docs/area/c.md" });

describe("the documents of the view", () => {
  it("follow what is told", () => {
    const model = modelOf([a, b, c]);
    assert.deepEqual(tree(model), ["draft: a", "review: b c"]);
    model.change({
      complete: true,
      changed: [{ ...a, stage: "approved" }, document("d")],
      removed: [b.uri],
      touched: [],
    });
    assert.deepEqual(tree(model), ["draft: d", "review: c", "approved: a"]);
    model.load({ complete: true, documents: [c] });
    assert.deepEqual(tree(model), ["review: c"]);
    model.clear();
    assert.deepEqual([tree(model), model.complete()], [[], undefined]);
  });

  it("are the same objects for as long as they are there", () => {
    const model = modelOf([a, b]);
    const before = model.groups().flatMap((group) => [group, ...model.childrenOf(group)]);
    model.change({ complete: true, changed: [{ ...a, title: "Another" }], removed: [], touched: [] });
    const after = model.groups().flatMap((group) => [group, ...model.childrenOf(group)]);
    assert.equal(before.length, 4);
    before.forEach((node, index) => assert.equal(after[index], node));
  });

  it("are grouped, filtered and sorted as one likes", () => {
    const model = modelOf([c, b, a], { handle: "@Bob" });
    model.arrange({ grouping: "folder" });
    assert.deepEqual(tree(model), ["docs: a b", "docs/area: c"]);
    model.arrange({ filter: "ann" });
    assert.deepEqual([tree(model), model.count()], [["docs: b"], { all: 3, shown: 1 }]);
    model.arrange({ filter: "", onlyWaiting: true });
    assert.deepEqual([tree(model), model.waiting()], [["docs/area: c"], 1]);
    model.arrange({ onlyWaiting: false, grouping: "status", sort: "progress" });
    model.setProgress(c.uri, progress(9));
    model.setProgress(b.uri, progress(3));
    assert.deepEqual(tree(model), ["draft: a", "review: c b"]);
    model.setProgress(c.uri, progress(1));
    assert.deepEqual(tree(model), ["draft: a", "review: b c"]);
  });

  it("are told apart by workspace folder where several are open", () => {
    const model = modelOf(
      [document("a", { folder: "file:///x/one" }), document("b", { folder: "file:///x/two" })],
      {
        grouping: "folder",
      },
    );
    assert.deepEqual(tree(model), ["one/docs: a", "two/docs: b"]);
  });

  it("keep what is known of their progress until it is known anew", () => {
    const model = modelOf([a, b, c]);
    const old = (): readonly boolean[] => [a, b, c].map(({ uri }) => model.isProgressOld(uri));
    assert.deepEqual(old(), [true, true, true]);
    for (const { uri } of [a, b, c]) model.setProgress(uri, progress(1));
    assert.deepEqual(old(), [false, false, false]);
    model.change({ complete: true, changed: [b], removed: [c.uri], touched: [a.uri] });
    assert.deepEqual(old(), [true, true, true]);
    assert.deepEqual(
      [a, b, c].map(({ uri }) => model.progress(uri)?.written),
      [1, 1, undefined],
    );
    model.setProgress(a.uri, null);
    assert.deepEqual([model.progress(a.uri), model.isProgressOld(a.uri)], [null, false]);
    // What was asked before it went comes too late.
    model.setProgress(c.uri, progress(1));
    assert.equal(model.progress(c.uri), undefined);
  });

  it("come a thousand at a time", () => {
    const many = Array.from({ length: 2500 }, (_, index) => document(`n${index}`));
    const model = modelOf(many);
    const [group] = model.groups();
    assert.ok(group);
    const lengths = [model.childrenOf(group).length];
    for (let times = 0; times < 3; times++) {
      model.showMore(group.key);
      lengths.push(model.childrenOf(group).length);
    }
    assert.deepEqual(lengths, [1001, 2001, 2500, 2500]);
    assert.equal(model.sizeOf(group.key), 2500);
    model.arrange({ filter: "n1" });
    assert.equal(model.left(group.key), model.sizeOf(group.key) - 1000);
  });
});
