import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { askGit } from "../../server/src/hosts/node-git.ts";
import { nodeHistory } from "../../server/src/hosts/node-history.ts";
import { inEnglish } from "../../server/src/messages/message.ts";
import { branched, doc, removeRepositories, repository, text } from "../kit/repository.ts";

const module = new URL("../../server/src/hosts/node-history.ts", import.meta.url).href;

afterEach(removeRepositories);

describe("a repository that wants to run something", () => {
  it("is read, and runs nothing", async () => {
    const { repo, begun } = branched();
    const mark = join(repo.folder, "was-run").replaceAll("\\", "/");
    const program = `touch '${mark}'; cat`;
    repo.write(".gitattributes", "*.md diff=evil filter=evil\n");
    repo.commit();
    for (const [key, value] of [
      ["core.fsmonitor", program],
      ["core.pager", program],
      ["core.sshCommand", program],
      ["core.askPass", program],
      ["pager.blame", program],
      ["diff.external", program],
      ["diff.evil.command", program],
      ["diff.evil.textconv", program],
      ["filter.evil.clean", program],
      ["filter.evil.smudge", program],
      ["filter.evil.process", program],
      ["filter.evil.required", "true"],
      ["gpg.program", program],
      ["log.showSignature", "true"],
      ["alias.blame", `!${program}`],
    ] as const)
      repo.git("config", key, value);
    mkdirSync(join(repo.folder, ".git/hooks"), { recursive: true });
    for (const hook of ["fsmonitor-watchman", "post-index-change", "reference-transaction"])
      writeFileSync(join(repo.folder, ".git/hooks", hook), `#!/bin/sh\n${program}\n`, { mode: 0o755 });
    // The index has to look older than the file, or Git would not look into the file at all.
    repo.write(doc, `${text("Draft")}\nMore.\n`);
    const ask = async (): Promise<void> => {
      const history = nodeHistory();
      assert.deepEqual(await history.base(repo.uri(doc)), { ref: begun, text: text("Draft") });
      assert.deepEqual(await history.base(repo.uri(".gitattributes"), "main"), { ref: begun });
      assert.equal(await history.lineDay(repo.uri(doc), "Author: Ada"), "2026-01-01");
      assert.deepEqual(await history.begun(repo.uri(doc)), { day: "2026-01-01" });
      assert.equal(await history.check("main", repo.uri("docs")), undefined);
    };
    await ask();
    assert.ok(!existsSync(mark), "something was run");
    repo.git("status", "--short");
    assert.ok(existsSync(mark), "the trap of this test does not work");
  });

  it("is not fetched from, though it is a partial clone", async () => {
    const { repo } = branched();
    const mark = join(repo.folder, "was-run").replaceAll("\\", "/");
    const blob = repo.git("rev-parse", `main:${doc}`);
    rmSync(join(repo.folder, ".git/objects", blob.slice(0, 2), blob.slice(2)), { force: true });
    for (const [key, value] of [
      ["core.repositoryFormatVersion", "1"],
      ["extensions.partialClone", "origin"],
      ["remote.origin.url", "ssh://example.invalid/x"],
      ["remote.origin.promisor", "true"],
      ["core.sshCommand", `touch '${mark}'; false`],
    ] as const)
      repo.git("config", key, value);
    assert.equal(await nodeHistory().base(repo.uri(doc)), undefined);
    assert.deepEqual(await nodeHistory().begun(repo.uri(doc)), { day: "2026-01-01" });
    assert.ok(!existsSync(mark), "something was fetched");
    assert.throws(() => repo.git("cat-file", "blob", blob));
    assert.ok(existsSync(mark), "the trap of this test does not work");
  });

  it("does not lead to another one by the environment of a hook", async () => {
    const [{ repo, begun }, other] = [branched(), repository()];
    const question = `(await nodeHistory().base(${JSON.stringify(repo.uri(doc))})).ref`;
    const hook = { GIT_DIR: join(other.folder, ".git"), GIT_INDEX_FILE: "no-such-index" };
    assert.equal(await inProcess(question, hook), begun);
  });

  it("is waited for no longer than the time", async () => {
    // This command answers questions from its standard input, which never come.
    assert.deepEqual(await askGit(repository().folder, ["cat-file", "--batch"], 100), { kind: "late" });
  });

  it("is not there without Git", async () => {
    const { repo } = branched();
    const [file, folder] = [repo.uri(doc), repo.uri("docs")].map((uri) => JSON.stringify(uri));
    const question = `JSON.stringify([
      (await nodeHistory().check("main", ${folder})).id,
      await nodeHistory().base(${file}) ?? null,
      await nodeHistory().lineDay(${file}, "Author: Ada") ?? null,
    ])`;
    const path = Object.keys(process.env).find((name) => name.toUpperCase() === "PATH") ?? "PATH";
    assert.equal(await inProcess(question, { [path]: "" }), '["history.no-git",null,null]');
  });
});

/** What a question answers in a process of its own, whose environment has these variables, too. */
function inProcess(question: string, variables: Readonly<Record<string, string>>): Promise<string> {
  const script = `import { nodeHistory } from ${JSON.stringify(module)}; console.log(${question});`;
  const options = { env: { ...process.env, ...variables } };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, ["--input-type=module", "-e", script], options, (error, out) =>
      error ? reject(error) : resolve(out.trim()),
    );
  });
}

describe("a folder without a repository", () => {
  const folder = mkdtempSync(join(tmpdir(), "design-docs-"));
  const uri = pathToFileURL(folder).href;
  after(() => rmSync(folder, { recursive: true }));

  it("has no history", async () => {
    assert.equal(await nodeHistory().base(`${uri}/a.md`), undefined);
    assert.equal(await nodeHistory().base(`${uri}/a.md`, "main"), undefined);
    assert.equal(await nodeHistory().lineDay(`${uri}/a.md`, "x"), undefined);
  });

  it("says so of a commit that is named there", async () => {
    const reason = await nodeHistory().check("main", uri);
    assert.match(reason ? inEnglish(reason) : "", /is in no Git repository/);
  });

  it("may look like a repository and is not taken for one", async () => {
    const { repo } = branched();
    renameSync(join(repo.folder, ".git"), join(repo.folder, "fake"));
    const reason = await nodeHistory().check("main", repo.uri("fake"));
    assert.match(reason ? inEnglish(reason) : "", /is in no Git repository/);
  });
});

describe("a commit that is named", () => {
  it("is told where there is none", async () => {
    const { repo } = branched();
    const history = nodeHistory();
    assert.equal(await history.check("main", repo.uri("docs")), undefined);
    for (const ref of ["origin/nowhere", "-x"]) {
      const reason = await history.check(ref, repo.uri("docs"));
      assert.ok(reason && inEnglish(reason).startsWith(`Git knows no commit “${ref}”`), ref);
    }
  });
});
