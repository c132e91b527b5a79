import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { nodeFiles } from "../../server/src/hosts/node-files.ts";
import { nameOf, pathWithin } from "../../server/src/workspace/uris.ts";

describe("nodeFiles", () => {
  let root = "";
  const uri = (path = ""): string => pathToFileURL(join(root, path)).href;
  before(() => {
    root = mkdtempSync(join(tmpdir(), "design-docs-"));
    for (const path of ["a.md", "b/ä #1.md", "b/c/d.md", ".x/e.md", "node_modules/f.md", ".git/g.md"]) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), `# ${path}\n`);
    }
  });
  after(() => rmSync(root, { recursive: true }));

  it("reads a text, and nothing where there is none", async () => {
    assert.equal(await nodeFiles.readFile(uri("b/ä #1.md")), "# b/ä #1.md\n");
    for (const absent of [uri("z.md"), uri("b"), "untitled:x.md", "vscode-remote://h/a.md"])
      assert.equal(await nodeFiles.readFile(absent), undefined);
  });

  it("lists the files of a folder and not its folders", async () => {
    assert.deepEqual(await nodeFiles.listFolder(uri()), ["a.md"]);
    assert.deepEqual(await nodeFiles.listFolder(uri("b")), ["ä #1.md"]);
    for (const absent of [uri("z"), uri("a.md"), "untitled:x"])
      assert.deepEqual(await nodeFiles.listFolder(absent), []);
  });

  it("lists files and folders, and what links lead to", async () => {
    const entries = await nodeFiles.entriesOf(uri());
    assert.deepEqual(entries.map(({ name, kind }) => `${name} ${kind}`).toSorted(), [
      ".git folder",
      ".x folder",
      "a.md file",
      "b folder",
      "node_modules folder",
    ]);
    for (const absent of [uri("z"), uri("a.md"), "untitled:x"])
      assert.deepEqual(await nodeFiles.entriesOf(absent), []);
    mkdirSync(join(root, "links"));
    symlinkSync(join(root, "b"), join(root, "links", "to-b"), "junction");
    symlinkSync(join(root, "nowhere"), join(root, "links", "to-nowhere"), "junction");
    assert.deepEqual(await nodeFiles.entriesOf(uri("links")), [{ name: "to-b", kind: "folder" }]);
    rmSync(join(root, "links"), { recursive: true });
  });

  it("says what stands at a place", async () => {
    assert.equal(await nodeFiles.kindOf(uri("b/ä #1.md")), "file");
    assert.equal(await nodeFiles.kindOf(uri("b")), "folder");
    for (const absent of [uri("z.md"), uri("a.md/x"), "untitled:x.md", "vscode-remote://h/a.md"])
      assert.equal(await nodeFiles.kindOf(absent), undefined);
  });

  it("finds files by globs, outside packages and Git", async () => {
    const find = async (include: readonly string[], exclude: readonly string[] = [], limit = 99) =>
      (await nodeFiles.findFiles({ include, exclude, limit }, [uri()])).map((found) =>
        pathWithin(uri(), found),
      );
    assert.deepEqual(await find(["**/*.md"]), [".x/e.md", "a.md", "b/c/d.md", "b/ä #1.md"]);
    assert.deepEqual(await find(["b/**/*.md"], ["**/d.md"]), ["b/ä #1.md"]);
    assert.deepEqual(await find(["**/*.md"], [], 2), [".x/e.md", "a.md"]);
  });

  it("does not follow links to folders", async () => {
    symlinkSync(join(root, "b"), join(root, ".x", "loop"), "junction");
    const found = await nodeFiles.findFiles({ include: ["**/*.md"], exclude: [], limit: 99 }, [uri(".x")]);
    assert.deepEqual(found.map(nameOf), ["e.md"]);
  });
});
