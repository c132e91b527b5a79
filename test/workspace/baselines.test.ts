import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createBaselines } from "../../server/src/workspace/baselines.ts";
import { memoryFiles } from "../kit/memory-files.ts";

const document = "file:///w/team%20a/docs/%5B1%5D.md";
const text = '{"version":1,"documents":{"docs/[1].md":[{"rule":"title-length"}]}}';
const claim = { config: { folder: "file:///w/team%20a" }, collection: { baseline: "ci/accepted.json" } };
const uri = "file:///w/team%20a/ci/accepted.json";

describe("the baseline of a document", () => {
  it("is read from the configuration’s folder, and is the same list for the same text", async () => {
    const baselines = createBaselines(memoryFiles({ [uri]: text }), () => undefined);
    const found = await baselines.of(document, claim);
    assert.deepEqual(found?.accepted, [{ rule: "title-length", section: "", text: "", count: 1 }]);
    assert.deepEqual([found?.name, found?.path, found?.text], ["ci/accepted.json", "docs/[1].md", text]);
    assert.equal((await baselines.of(document, claim))?.accepted, found?.accepted);
  });

  it("counts as it stands in the editor", async () => {
    const baselines = createBaselines(memoryFiles({ [uri]: text }), () => '{"version":1,"documents":{}}');
    assert.deepEqual((await baselines.of(document, claim))?.accepted, []);
  });

  it("accepts nothing where its file is not there, and says nothing of that", async () => {
    const found = await createBaselines(memoryFiles({}), () => undefined).of(document, claim);
    assert.deepEqual([found?.accepted, found?.text, found?.problem], [[], undefined, undefined]);
  });

  it("says why a file accepts nothing", async () => {
    const found = await createBaselines(memoryFiles({ [uri]: "{" }), () => undefined).of(document, claim);
    assert.deepEqual(found?.accepted, []);
    assert.equal(found?.problem?.id, "baseline.not-json");
  });

  it("is none without a collection, without its word for one, and outside of its folder", async () => {
    const baselines = createBaselines(memoryFiles({ [uri]: text }), () => undefined);
    assert.equal(await baselines.of(document, undefined), undefined);
    assert.equal(await baselines.of(document, { ...claim, collection: { baseline: undefined } }), undefined);
    assert.equal(await baselines.of("file:///w/other/docs/a.md", claim), undefined);
  });
});
