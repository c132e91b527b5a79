// `init` in real folders by the command line as it is shipped: run `npm run build` before this file is run alone.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, describe, it } from "node:test";
import { presetText } from "../../server/src/template/presets.ts";

const script = join(import.meta.dirname, "../../dist/cli.js");
let root = "";
let folder = "";

const read = (path: string): string => readFileSync(join(folder, path), "utf8");
const run = (...words: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], {
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
});

describe("init in a real folder", () => {
  it("makes the folders it needs, and changes nothing the second time", () => {
    assert.equal(run("init", "--preset", "rfc").code, 0);
    assert.equal(read("rfcs/TEMPLATE.md"), presetText("rfc"));
    const config = read(".design-docs.json");
    writeFileSync(join(folder, "rfcs/TEMPLATE.md"), "# Ours\n\n## Why\n");
    assert.equal(run("init", "--preset", "rfc").code, 0);
    assert.equal(read("rfcs/TEMPLATE.md"), "# Ours\n\n## Why\n");
    assert.equal(read(".design-docs.json"), config);
  });

  it("prints a patch that Git can apply", () => {
    const { code, out } = run("init", "--dry-run");
    assert.equal(code, 0);
    assert.equal(existsSync(join(folder, ".design-docs.json")), false);
    execFileSync("git", ["apply"], { cwd: folder, input: out });
    assert.equal(read("docs/designs/TEMPLATE.md"), presetText("design-doc"));
  });

  it("does not write where something else stands", () => {
    mkdirSync(join(folder, "docs"));
    writeFileSync(join(folder, "docs/adr"), "a file\n");
    const { code, err } = run("init", "--preset", "adr");
    assert.equal(code, 2);
    assert.match(err, /^docs\/adr\/TEMPLATE.md: the file cannot be written: /);
    assert.equal(read("docs/adr"), "a file\n");
    assert.equal(existsSync(join(folder, ".design-docs.json")), false);
  });
});
