import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, beforeEach, describe, it } from "node:test";
import { loadCompiled } from "../../server/src/hosts/node-code-cache.ts";

const scratch = mkdtempSync(join(tmpdir(), "ddocs-code-"));
const script = join(scratch, "script.js");
const folder = join(scratch, "kept");
after(() => rmSync(scratch, { recursive: true, force: true }));

const days = [new Date("2026-01-05"), new Date("2026-01-05")] as const;

const load = (): { readonly answer: () => string; keep(): void } => {
  const { exports, keep } = loadCompiled(script, "test", folder);
  return { answer: (exports as { readonly answer: () => string }).answer, keep };
};
const kept = (): readonly string[] => readdirSync(folder).toSorted();

describe("a script with what V8 has compiled of it", () => {
  beforeEach(() => {
    rmSync(folder, { recursive: true, force: true });
    writeFileSync(script, 'exports.answer = () => require("node:path").basename("a/b");\n');
    utimesSync(script, ...days);
  });

  it("runs the same with and without", () => {
    const first = load();
    assert.equal(first.answer(), "b");
    first.keep();
    const [name = ""] = kept();
    const before = readFileSync(join(folder, name));
    const second = load();
    assert.equal(second.answer(), "b");
    second.keep();
    assert.deepEqual(kept(), [name]);
    assert.deepEqual(readFileSync(join(folder, name)), before, "what was taken is not written again");
  });

  it("does without what is damaged, and writes it anew", () => {
    const first = load();
    first.keep();
    const [name = ""] = kept();
    writeFileSync(join(folder, name), "no code");
    // Of the very same text V8 has what it compiled in memory, and does not look at the file.
    writeFileSync(script, readFileSync(script, "utf8").replace("a/b", "a/c"));
    utimesSync(script, ...days);
    const second = load();
    assert.equal(second.answer(), "c");
    second.keep();
    assert.notEqual(readFileSync(join(folder, name), "latin1"), "no code");
  });

  it("takes nothing of another build, and takes that away", () => {
    load().keep();
    const [old = ""] = kept();
    writeFileSync(script, 'exports.answer = () => "another";\n');
    const second = load();
    assert.equal(second.answer(), "another");
    second.keep();
    assert.equal(kept().length, 1);
    assert.ok(!kept().includes(old));
  });

  it("runs where nothing can be written", () => {
    writeFileSync(folder, "a file");
    const first = load();
    first.keep();
    assert.equal(first.answer(), "b");
  });
});
