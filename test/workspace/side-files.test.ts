import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readSideFile } from "../../server/src/workspace/side-files.ts";
import { memoryFiles } from "../kit/memory-files.ts";

const files = memoryFiles({
  "file:///w/keps/1-sync/README.md": "# Sync\n",
  "file:///w/keps/1-sync/kep.yaml": "status: implemented\n",
  "file:///w/geps/2/index.md": "# Cache\n",
  "file:///w/geps/2/metadata.yaml": "status: Provisional\n",
  "file:///w/docs/README.md": "# Docs\n",
  "file:///w/docs/sync.md": "# Sync\n",
  "file:///w/shared/sync.md": "# Sync\n",
  "file:///w/shared/kep.yaml": "status: draft\n",
});

const cases: readonly (readonly [document: string, status: string | undefined])[] = [
  ["file:///w/keps/1-sync/README.md", "implemented"],
  ["file:///w/geps/2/index.md", "Provisional"],
  ["file:///w/docs/README.md", undefined],
  ["file:///w/shared/sync.md", undefined],
  ["file:///w/nowhere/README.md", undefined],
];

describe("the file beside a document that has a folder of its own", () => {
  for (const [document, status] of cases) {
    it(document, async () => {
      const side = await readSideFile(files, document);
      assert.equal(side?.fields.find(({ key }) => key === "status")?.value, status);
    });
  }
  it("is not looked for where documents share a folder", async () => {
    const before = files.asked.length;
    await readSideFile(files, "file:///w/docs/sync.md");
    assert.equal(files.asked.length, before);
  });
});
