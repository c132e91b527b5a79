import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { nodeFiles } from "../../server/src/hosts/node-files.ts";
import { textStarts } from "../../server/src/hosts/node-text-start.ts";
import { pathToFileURL } from "node:url";

const texts: Readonly<Record<string, string>> = {
  empty: "",
  short: "# A\n",
  ascii: "x".repeat(50_000),
  wide: "\u4e16".repeat(50_000),
  pairs: "\ud83c\udf4c".repeat(50_000),
  marked: `\ufeff${"y".repeat(300)}`,
};

describe("the beginnings of texts", () => {
  let root = "";
  const path = (name: string): string => join(root, name);
  before(() => {
    root = mkdtempSync(join(tmpdir(), "design-docs-"));
    for (const [name, text] of Object.entries(texts)) writeFileSync(path(name), text);
  });
  after(() => rmSync(root, { recursive: true }));

  const disks: readonly (readonly [string, () => number])[] = [
    ["a quick disk", () => 0],
    // Each look at the clock is a second later than the one before.
    ["a slow one", slowClock()],
  ];
  for (const [name, now] of disks)
    it(`have at least what is asked for, from ${name}`, async () => {
      const start = textStarts(now);
      for (const length of [1, 100, 200, 4000])
        for (const [file, text] of Object.entries(texts)) {
          const found = await start(path(file), length);
          assert.equal(found.text.slice(0, length), text.slice(0, length), `${file} ${length}`);
          if (found.isWhole) assert.equal(found.text, text);
          else assert.ok(text.length > length);
        }
      assert.equal((await start(path("short"), 100)).isWhole, true);
      assert.equal((await start(path("ascii"), 100)).isWhole, false);
      await assert.rejects(start(path("none"), 100), { code: "ENOENT" });
      await assert.rejects(start(root, 100), { code: "EISDIR" });
    });

  it("are waited for where a read was slow, longer each time, until one is quick", async () => {
    let time = 0;
    let slow = 3;
    let looks = 0;
    const start = textStarts(() => {
      looks++;
      return (time += slow);
    });
    const waited = async (): Promise<number> => {
      const before = looks;
      let count = 0;
      while (looks === before) {
        await start(path("short"), 10);
        count++;
      }
      return count - 1;
    };
    assert.equal(await waited(), 0);
    assert.equal(await waited(), 64);
    assert.equal(await waited(), 128);
    slow = 1;
    assert.equal(await waited(), 256);
    assert.equal(await waited(), 0);
    slow = 3;
    assert.equal(await waited(), 0);
    assert.equal(await waited(), 64);
  });

  it("are there for files of this machine alone", async () => {
    const of = (uri: string): Promise<unknown> => Promise.resolve(nodeFiles.readStart?.(uri, 10));
    assert.deepEqual(await of(pathToFileURL(path("short")).href), { text: "# A\n", isWhole: true });
    for (const absent of [pathToFileURL(path("none")).href, "untitled:x", "vscode-remote://h/a.md"])
      assert.equal(await of(absent), undefined);
  });
});

function slowClock(): () => number {
  let time = 0;
  return () => (time += 1000);
}
