import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { localFiles } from "../../server/src/hosts/node-local-files.ts";
import { smallMemory } from "../../server/src/hosts/node-memory.ts";
import { memoryFiles, type MemoryFiles } from "../kit/memory-files.ts";

describe("files of a server on the machine of its client", () => {
  let root = "";
  const uri = (name = ""): string => pathToFileURL(join(root, name)).href;
  const elsewhere = "vscode-vfs://host/w";
  before(() => {
    root = mkdtempSync(join(tmpdir(), "design-docs-"));
    writeFileSync(join(root, "a.md"), "\ufeff# On the disk\n");
  });
  after(() => rmSync(root, { recursive: true }));
  const client = (): MemoryFiles =>
    memoryFiles({ [`${elsewhere}/a.md`]: "# Elsewhere\n", [uri("a.md")]: "# As the client has it\n" });

  it("are read from the disk, without the mark that editors do not count either", async () => {
    const served = client();
    const files = localFiles(served);
    assert.equal(await files.readFile(uri("a.md")), "# On the disk\n");
    assert.deepEqual(await files.readStart?.(uri("a.md"), 100), { text: "# On the disk\n", isWhole: true });
    assert.equal(await files.readFile(uri("b.md")), undefined);
    assert.deepEqual(await files.listFolder(uri()), ["a.md"]);
    assert.deepEqual(await files.entriesOf(uri()), [{ name: "a.md", kind: "file" }]);
    assert.equal(await files.kindOf(uri("a.md")), "file");
    assert.deepEqual(served.asked, []);
  });

  it("are asked of the client where they are of another scheme, and found by it everywhere", async () => {
    const served = client();
    const files = localFiles(served);
    assert.equal(await files.readFile(`${elsewhere}/a.md`), "# Elsewhere\n");
    assert.equal(await files.readStart?.(`${elsewhere}/a.md`, 100), undefined);
    assert.deepEqual(await files.listFolder(elsewhere), ["a.md"]);
    assert.equal(await files.kindOf(elsewhere), "folder");
    const query = { include: ["**/*.md"], exclude: [], limit: 10 };
    assert.deepEqual(await files.findFiles(query, [uri()]), [uri("a.md")]);
    assert.equal(served.asked.length, 4);
  });
});

describe("work in small memory", () => {
  it("gives what the work gives, also where several run at once and one fails", async () => {
    const run = smallMemory();
    const inner = run(() => Promise.resolve("inner"));
    await assert.rejects(
      run(() => Promise.reject(new Error("failed"))),
      /failed/,
    );
    assert.equal(await inner, "inner");
    assert.equal(await run(() => Promise.resolve(1)), 1);
  });
});
