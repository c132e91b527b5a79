import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readConfigFile, claimOn } from "../../server/src/workspace/config-file.ts";
import { indexHomes } from "../../server/src/workspace/index-home.ts";

const known = { ruleIds: [], presetNames: [] };

// Globs, the path of a document from their folder, and the folder of its index.
const cases: readonly (readonly [include: readonly string[], path: string, home: string])[] = [
  [["docs/designs/**/*.md"], "docs/designs/a/b.md", "docs/designs"],
  [["Docs/Designs/**/*.md"], "docs/designs/b.md", "docs/designs"],
  [["**/docs/designs/**/*.md"], "packages/x/docs/designs/a/b.md", "packages/x/docs/designs"],
  [["keps/*/README.md"], "keps/12-x/README.md", "keps"],
  [["rfcs/*.md", "adr/**/*.md"], "adr/x/1.md", "adr"],
  [["docs/a.md"], "docs/a.md", "docs"],
];

describe("the folder whose index lists a document", () => {
  for (const [include, path, home] of cases) {
    it(`of settings: ${include.join(", ")}: ${path}`, () =>
      assert.equal(
        indexHomes(include)(`file:///w/${path}`, path, { claim: undefined }),
        `file:///w/${home}`,
      ));
    it(`of a configuration: ${include.join(", ")}: ${path}`, () => {
      const text = JSON.stringify({ collections: [{ include }] });
      const config = readConfigFile("file:///w/in/.design-docs.json", text, known);
      const uri = `file:///w/in/${path}`;
      const claim = config && claimOn(config, uri);
      assert.ok(claim);
      assert.equal(indexHomes([])(uri, `in/${path}`, { claim }), `file:///w/in/${home}`);
    });
  }

  it("is that of the configuration where a glob names none", () => {
    const config = readConfigFile(
      "file:///w/in/.design-docs.json",
      JSON.stringify({ collections: [{ include: ["**/*.md"] }] }),
      known,
    );
    const uri = "file:///w/in/deep/a.md";
    const claim = config && claimOn(config, uri);
    assert.ok(claim);
    assert.equal(indexHomes([])(uri, "in/deep/a.md", { claim }), "file:///w/in");
  });
});
