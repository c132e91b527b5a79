// What the command line asks of Git for many files at once is what is said of each by itself.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { cliHistory } from "../../server/src/hosts/cli-history.ts";
import { nodeHistory } from "../../server/src/hosts/node-history.ts";
import { removeRepositories, repository, text, type Repository } from "../kit/repository.ts";

afterEach(removeRepositories);

/** A repository with files of all fates, and their paths. */
function eventful(): { readonly repo: Repository; readonly paths: readonly string[] } {
  const repo = repository();
  const plain = Array.from({ length: 12 }, (_, index) => `docs/${index}.md`);
  for (const path of plain) repo.write(path, text("Draft"));
  repo.write("old/[a] b.md", `${text("Draft")}\nIt has a long text of its own.\n`);
  repo.write("docs/gone.md", `${text("Draft")}\nIt goes.\n`);
  repo.commit("2026-01-05T23:30:00-0800");
  repo.git("branch", "begun");
  repo.write("docs/1.md", text("In Review"));
  repo.write("docs/late ü.md", text("In Review"));
  repo.commit("2026-02-06T00:30:00+1300");
  repo.git("mv", "old/[a] b.md", "docs/new.md");
  repo.git("rm", "--quiet", "docs/gone.md");
  repo.write("docs/2.md", `${text("Draft")}\nMore.\n`);
  repo.write("docs/came.md", text("Draft"));
  repo.commit("2026-03-01T12:00:00+0000");
  repo.write("docs/added.md", text("Draft"));
  repo.git("add", "docs/added.md");
  repo.write("docs/untracked.md", text("Draft"));
  repo.write("docs/3.md", text("Rejected"));
  const more = ["late ü", "new", "gone", "came", "added", "untracked", "nowhere"];
  return { repo, paths: [...plain, ...more.map((name) => `docs/${name}.md`)] };
}

describe("the history for a run of the command line", () => {
  it("is that of each file", async () => {
    const { repo, paths } = eventful();
    const many = cliHistory();
    const one = nodeHistory();
    for (const path of paths) {
      const uri = repo.uri(path);
      for (const ref of ["begun", "HEAD", "main~1", "nothing"])
        assert.deepEqual(await many.base(uri, ref), await one.base(uri, ref), `${path} at ${ref}`);
      for (const line of ["Status: Draft", "Status: In Review", "More.", "Nothing."])
        assert.deepEqual(await many.lineDay(uri, line), await one.lineDay(uri, line), `${path}: ${line}`);
      assert.deepEqual(await many.begun(uri), await one.begun(uri), path);
    }
  });

  it("is that of each file in a shallow clone", async () => {
    const { repo } = eventful();
    repo.git("stash", "--quiet", "--include-untracked");
    const clone = mkdtempSync(join(tmpdir(), "design-docs-"));
    try {
      repo.git("clone", "--quiet", "--depth=1", pathToFileURL(repo.folder).href, clone);
      const many = cliHistory();
      for (let index = 0; index < 12; index++) {
        const uri = pathToFileURL(join(clone, `docs/${index}.md`)).href;
        assert.deepEqual(await many.lineDay(uri, "Status: Draft"), undefined);
        assert.deepEqual(await many.begun(uri), { beyond: true });
      }
    } finally {
      rmSync(clone, { recursive: true });
    }
  });

  it("has another state when HEAD moves, and no other", async () => {
    const { repo } = eventful();
    const states = async (): Promise<readonly unknown[]> => {
      const history = cliHistory();
      return Promise.all(
        ["0", "1", "untracked"].map(async (name) => history.state?.(repo.uri(`docs/${name}.md`))),
      );
    };
    const before = await states();
    assert.deepEqual(await states(), before);
    assert.equal(before[0], before[1]);
    assert.notEqual(before[0], before[2]);
    repo.commit();
    assert.notDeepEqual(await states(), before);
  });

  it("asks about links one by one", async () => {
    const { repo } = eventful();
    symlinkSync("0.md", join(repo.folder, "docs/link.md"));
    repo.commit();
    const uri = repo.uri("docs/link.md");
    assert.deepEqual(await cliHistory().base(uri, "HEAD"), await nodeHistory().base(uri, "HEAD"));
    assert.deepEqual((await cliHistory().base(repo.uri("docs/0.md"), "HEAD"))?.text, text("Draft"));
  });

  it("is none outside of repositories", async () => {
    const folder = mkdtempSync(join(tmpdir(), "design-docs-"));
    try {
      mkdirSync(join(folder, "docs"));
      writeFileSync(join(folder, "docs/a.md"), text("Draft"));
      const uri = pathToFileURL(join(folder, "docs/a.md")).href;
      const history = cliHistory();
      assert.deepEqual(
        [
          await history.base(uri, "HEAD"),
          await history.lineDay(uri, "Status: Draft"),
          await history.begun(uri),
          await history.state?.(uri),
        ],
        [undefined, undefined, {}, "none"],
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
