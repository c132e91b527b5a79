// Fixes in real files by the command line as it is shipped: run `npm run build` before this file is run alone.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import { writeText } from "../../server/src/hosts/node-text.ts";
import { datedTemplate, mendable, mended } from "./texts.ts";

const script = join(import.meta.dirname, "../../dist/cli.js");
const name = "2026-03-01-sync-engine-design.md";
const old = new Date("2026-01-01T00:00:00Z");
let root = "";
let folder = "";
let designs = "";

const at = (file: string): string => join(designs, file);

function write(file: string, content: string | Buffer): string {
  writeFileSync(at(file), content);
  utimesSync(at(file), old, old);
  return at(file);
}

const run = (...words: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, "check", "--fix", ...words], {
    cwd: folder,
    encoding: "utf8",
  });
  return { code: status, out: stdout, err: stderr };
};

before(() => {
  root = mkdtempSync(join(tmpdir(), "design docs ü-"));
});
after(() => rmSync(root, { recursive: true, force: true }));
beforeEach(() => {
  folder = mkdtempSync(join(root, "w-"));
  designs = join(folder, "docs/designs");
  mkdirSync(designs, { recursive: true });
  write("TEMPLATE.md", datedTemplate);
});

/** What every test leaves behind beside its own files: nothing. */
let expected: readonly string[] = [];
afterEach(() => {
  assert.deepEqual(readdirSync(designs).toSorted(), ["TEMPLATE.md", ...expected].toSorted());
  expected = [];
});

describe("check --fix in real files", () => {
  const texts: readonly (readonly [title: string, change: (text: string) => string])[] = [
    ["a plain text", (text) => text],
    ["a byte order mark", (text) => `\ufeff${text}`],
    ["\\r\\n", (text) => text.replaceAll("\n", "\r\n")],
    ["no line ending at the end", (text) => text.trimEnd()],
    ["other scripts", (text) => text.replace("offline", "офлайн 離線 👩‍💻 \0")],
  ];
  for (const [title, change] of texts) {
    it(`keeps ${title}, byte by byte`, () => {
      expected = [name];
      write(name, change(mendable));
      const out = "No findings in 1 file. 2 fixes applied in 1 file.\n";
      assert.deepEqual(run("docs"), { code: 0, out, err: "" });
      assert.deepEqual(readFileSync(at(name)), Buffer.from(change(mended)));
    });
  }

  it("does not write what it does not change", () => {
    expected = [name];
    const { ino } = statSync(write(name, mended));
    assert.equal(run("docs").out, "No findings in 1 file. No fixes applied.\n");
    const found = statSync(at(name));
    assert.deepEqual([found.ino, found.mtime], [ino, old]);
  });

  it("writes nothing in a dry run", () => {
    expected = [name];
    write(name, mendable);
    const { code, out } = run("--dry-run", "docs");
    assert.equal(code, 1);
    assert.match(out, /^--- a\/docs\/designs\/.*\n\+\+\+ b\/docs\/designs\//);
    assert.deepEqual(statSync(at(name)).mtime, old);
    assert.equal(readFileSync(at(name), "utf8"), mendable);
  });

  it("keeps the mode", () => {
    expected = [name];
    // Windows knows read-only and nothing else.
    const mode = process.platform === "win32" ? 0o666 : 0o640;
    chmodSync(write(name, mendable), mode);
    run("docs");
    assert.equal(readFileSync(at(name), "utf8"), mended);
    assert.equal(statSync(at(name)).mode & 0o777, mode);
  });

  it("writes the file that a link leads to, and leaves the link", () => {
    const target = join(folder, "elsewhere.md");
    writeFileSync(target, mendable);
    // Windows lets only privileged people make links to files, and everyone links to folders.
    const isWindows = process.platform === "win32";
    const [link, path] = isWindows ? ["linked", "docs/designs/linked/elsewhere.md"] : [name, "docs"];
    symlinkSync(isWindows ? folder : target, at(link), "junction");
    expected = [link];
    run(path);
    assert.ok(lstatSync(at(link)).isSymbolicLink());
    assert.equal(readFileSync(target, "utf8"), mended);
    if (!isWindows) assert.equal(readlinkSync(at(link)), target);
    assert.deepEqual(readdirSync(folder).toSorted(), ["docs", "elsewhere.md"]);
  });

  it("leaves a file that is read-only, says so, and goes on", () => {
    const other = "2026-03-02-sync-other-design.md";
    expected = [name, other];
    chmodSync(write(name, mendable), 0o444);
    write(other, mendable);
    const { code, out, err } = run("docs");
    assert.deepEqual(
      [code, err],
      [2, `design-docs: docs/designs/${name}: the file cannot be written: it is read-only.\n`],
    );
    assert.match(out, / 2 fixes applied in 1 file\.\n$/);
    assert.deepEqual(
      [name, other].map((file) => readFileSync(at(file), "utf8")),
      [mendable, mended],
    );
    assert.deepEqual(statSync(at(name)).mtime, old);
    chmodSync(at(name), 0o644);
  });

  it("leaves a file that cannot be replaced, says so, and goes on", () => {
    const other = "2026-03-02-sync-other-design.md";
    // A name so long that no temporary file fits beside it fails for everyone, also for root.
    const long = `2026-03-01-${"a".repeat(234)}-design.md`;
    expected = [long, other];
    write(long, mendable);
    write(other, mendable);
    const { code, err } = run("docs");
    assert.equal(code, 2);
    assert.ok(err.startsWith(`design-docs: docs/designs/${long}: the file cannot be written: `), err);
    // Windows has other words for it.
    if (process.platform !== "win32") assert.match(err, /: its name is too long\.\n$/);
    assert.deepEqual(
      [long, other].map((file) => readFileSync(at(file), "utf8")),
      [mendable, mended],
    );
  });

  it("leaves a file whose bytes are no UTF-8, and says so", () => {
    expected = [name];
    const bytes = Buffer.concat([Buffer.from(mendable), Buffer.from([0xe9, 0x0a])]);
    write(name, bytes);
    for (const words of [["docs"], ["--dry-run", "docs"]]) {
      const { code, err } = run(...words);
      assert.equal(code, 1);
      assert.match(err, /sync-engine-design\.md: the file is not fixed: it is not UTF-8/);
      assert.deepEqual(readFileSync(at(name)), bytes);
      assert.deepEqual(statSync(at(name)).mtime, old);
    }
  });
});

describe("a file is replaced", () => {
  it("only where it still has the text that was read", async () => {
    expected = [name];
    const path = write(name, "others were here\n");
    await assert.rejects(writeText(path, "as it was\n", "fixed\n"), /changed by another program/);
    assert.equal(readFileSync(path, "utf8"), "others were here\n");
    await writeText(path, "others were here\n", "fixed\n");
    assert.equal(readFileSync(path, "utf8"), "fixed\n");
  });

  it("and never made anew", async () => {
    await assert.rejects(writeText(at("gone.md"), "", "fixed\n"), /it is gone/);
  });

  it("and is a file", async () => {
    await assert.rejects(writeText(designs, "", "fixed\n"), /it is no regular file/);
  });
});
