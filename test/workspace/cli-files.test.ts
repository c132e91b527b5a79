// The files for a run of the command line are those that the server sees.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { cliFiles } from "../../server/src/hosts/cli-files.ts";
import { nodeFiles } from "../../server/src/hosts/node-files.ts";

describe("cliFiles", () => {
  let root = "";
  const uri = (path = ""): string => pathToFileURL(join(root, path)).href;
  before(() => {
    root = mkdtempSync(join(tmpdir(), "design-docs-"));
    for (const path of ["a.md", "b/ä #1.md", "b/c/d.md", ".x/e.md", "node_modules/f.md", ".git/g.md"]) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), `# ${path}\n${"x".repeat(20_000)}`);
    }
    symlinkSync(join(root, "b"), join(root, "to-b"), "junction");
    symlinkSync(join(root, "nowhere"), join(root, "to-nowhere"), "junction");
    symlinkSync(join(root, "to-itself"), join(root, "to-itself"), "junction");
  });
  after(() => rmSync(root, { recursive: true }));

  const places = [
    "",
    "a.md",
    "b",
    "b/ä #1.md",
    "b/c",
    "to-b",
    "to-b/c/d.md",
    "to-nowhere",
    "to-itself",
    "z",
    "a.md/x",
  ];
  const uris = (): readonly string[] => [...places.map(uri), "untitled:x.md", "vscode-remote://h/a.md"];

  it("answers all questions as nodeFiles does", async () => {
    const files = cliFiles();
    for (const one of uris()) {
      assert.equal(await files.readFile(one), await nodeFiles.readFile(one), one);
      assert.equal(await files.kindOf(one), await nodeFiles.kindOf(one), one);
      assert.deepEqual(await files.listFolder(one), await nodeFiles.listFolder(one), one);
      assert.deepEqual(await files.entriesOf(one), await nodeFiles.entriesOf(one), one);
      for (const length of [10, 4000, 30_000]) {
        const [start, expected] = [
          await files.readStart?.(one, length),
          await nodeFiles.readStart?.(one, length),
        ];
        assert.deepEqual(start, expected, one);
      }
    }
    for (const include of [["**"], ["**/*.md"], ["b/**"], ["z/**"]])
      for (const limit of [Infinity, 2]) {
        const query = { include, exclude: ["**/d.md"], limit };
        assert.deepEqual(await files.findFiles(query, [uri()]), await nodeFiles.findFiles(query, [uri()]));
      }
  });

  it("lists a folder once, until it is told of a new file", async () => {
    const files = cliFiles();
    const before = await files.listFolder(uri("b"));
    writeFileSync(join(root, "b/new.md"), "");
    assert.deepEqual(await files.listFolder(uri("b")), before);
    files.forget();
    assert.deepEqual(await files.listFolder(uri("b")), await nodeFiles.listFolder(uri("b")));
  });
});
