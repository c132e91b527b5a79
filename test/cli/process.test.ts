// The command line as it is shipped: run `npm run build` before this file is run alone.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { good, template, wrong } from "./texts.ts";

const root = join(import.meta.dirname, "../..");
const script = join(root, "dist/cli.js");
const name = "2026-03-01-sync-engine-design.md";
let folder = "";

function write(path: string, content: string | Buffer): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

function run(...words: readonly string[]): {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
} {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], {
    cwd: folder,
    encoding: "utf8",
  });
  return { code: status, out: stdout, err: stderr };
}

before(() => {
  folder = mkdtempSync(join(tmpdir(), "design docs ü-"));
  write("docs/designs/TEMPLATE.md", template);
  write(`docs/designs/${name}`, good);
});
after(() => rmSync(folder, { recursive: true, force: true }));

describe("the command line as a process", () => {
  it("checks a folder", () => {
    assert.deepEqual(run("check", "docs"), { code: 0, out: "No findings in 1 file.\n", err: "" });
  });

  it("has the version of the manifest", () => {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
      readonly version: string;
    };
    assert.equal(run("--version").out, `${version}\n`);
  });

  it("reads names with spaces, signs and other scripts", () => {
    const path = "docs/designs/a b/100% über#1/2026-03-01-設計-design.md";
    write(path, wrong.replace("Sync engine", "設計"));
    const { code, out } = run("check", "--format", "json", path);
    const { findings } = JSON.parse(out) as { readonly findings: readonly { readonly file: string }[] };
    assert.deepEqual([code, findings.map(({ file }) => file)], [1, [path]]);
    rmSync(join(folder, "docs/designs/a b"), { recursive: true });
  });

  it("reads bytes that are no UTF-8", () => {
    write("bytes.md", Buffer.from([0x23, 0x20, 0xff, 0xfe, 0x00, 0x0a, 0xc3, 0x28, 0x80]));
    const { code, out, err } = run("check", "bytes.md");
    assert.deepEqual([code, err], [1, ""]);
    assert.match(out, /^bytes\.md\n/);
  });

  it("goes into no circle of links, and checks a linked file once", () => {
    write("round/docs/designs/2026-03-02-sync-own-design.md", good.replace("engine", "of one's own"));
    symlinkSync(join(folder, "round"), join(folder, "round/docs/designs/up"), "junction");
    // Windows lets only privileged people make links to files.
    const links = process.platform === "win32" ? 0 : 1;
    if (links > 0) {
      symlinkSync("nowhere.md", join(folder, "round/docs/designs/broken.md"));
      symlinkSync(join(folder, "docs/designs", name), join(folder, "round/docs/designs", name));
    }
    const { out } = run("check", "--template", "docs/designs/TEMPLATE.md", "round");
    assert.equal(out, `No findings in ${1 + links} file${links > 0 ? "s" : ""}.\n`);
  });

  it("does not mind a reader that goes away", async () => {
    for (let index = 0; index < 60; index++) write(`many/docs/designs/${index}.md`, "# x\n".repeat(300));
    const child = spawn(process.execPath, [script, "check", "--severity", "hint", "many"], { cwd: folder });
    child.stdout.once("data", () => child.stdout.destroy());
    let err = "";
    child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
    const code = await new Promise<number | null>((done) => child.once("close", done));
    assert.deepEqual([code === 2, err], [false, ""]);
  });

  it("says the same with threads, and from what it has kept", () => {
    for (let index = 0; index < 12; index++)
      write(`threads/docs/designs/${index}.md`, index % 2 === 0 ? good : wrong);
    const plain = run("check", "--threads", "1", "threads");
    assert.equal(plain.code, 1);
    assert.deepEqual(run("check", "--threads", "2", "threads"), plain);
    assert.deepEqual(run("check", "--cache-location", "kept/deep", "--threads", "2", "threads"), plain);
    assert.deepEqual(run("check", "--cache-location", "kept/deep", "threads"), plain);
    // Stamps are kept of files that were old enough when they were read, which these may be on a slow machine.
    const kept = readdirSync(join(folder, "kept/deep")).filter((name) => name !== "stamps.cache");
    assert.deepEqual(kept.toSorted(), ["findings.cache", "heads.cache"]);
    rmSync(join(folder, "threads"), { recursive: true });
  });

  it("keeps findings below node_modules, or outside of the folder", () => {
    const caches = mkdtempSync(join(tmpdir(), "design-docs-"));
    const kept = (): readonly string[] =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".cache"));
    const environment = { ...process.env, XDG_CACHE_HOME: caches, LOCALAPPDATA: caches, HOME: caches };
    const check = (): void =>
      void spawnSync(process.execPath, [script, "check", "--cache", "docs"], {
        cwd: folder,
        env: environment,
      });
    rmSync(join(folder, "kept"), { recursive: true, force: true });
    check();
    assert.deepEqual(kept(), []);
    assert.notDeepEqual(readdirSync(caches), []);
    mkdirSync(join(folder, "node_modules"));
    check();
    assert.deepEqual(
      kept()
        .map((path) => path.replaceAll("\\", "/"))
        .filter((path) => path.includes("findings")),
      ["node_modules/.cache/design-docs/findings.cache"],
    );
    for (const path of [join(folder, "node_modules"), caches]) rmSync(path, { recursive: true });
  });

  it("tells what it may not read", () => {
    write("docs/designs/locked.md", good);
    chmodSync(join(folder, "docs/designs/locked.md"), 0);
    const { code, err } = run("check", "docs");
    // Root and Windows read it all the same.
    if (code !== 0)
      assert.deepEqual(
        [code, err],
        [2, "design-docs: docs/designs/locked.md: the file cannot be checked: permission is denied.\n"],
      );
    rmSync(join(folder, "docs/designs/locked.md"));
  });
});
