import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { nodeHistory } from "../../server/src/hosts/node-history.ts";
import { branched, doc, removeRepositories, repository, text } from "../kit/repository.ts";

afterEach(removeRepositories);

describe("the base of a file", () => {
  it("is where the branch left the default branch", async () => {
    const { repo, begun } = branched();
    repo.git("checkout", "--quiet", "--force", "main");
    repo.write(doc, text("Rejected"));
    repo.commit();
    repo.git("checkout", "--quiet", "topic");
    assert.deepEqual(await nodeHistory().base(repo.uri(doc)), { ref: begun, text: text("Draft") });
  });

  it("is the last commit on the default branch itself", async () => {
    const repo = repository();
    repo.write(doc, text("Draft"));
    const begun = repo.commit();
    repo.write(doc, text("In Review"));
    assert.deepEqual(await nodeHistory().base(repo.uri(doc)), { ref: begun, text: text("Draft") });
  });

  it("is the same with a detached HEAD", async () => {
    const { repo, begun } = branched();
    repo.git("checkout", "--quiet", "--force", "--detach");
    assert.equal((await nodeHistory().base(repo.uri(doc)))?.ref, begun);
  });

  for (const [branch, likelier] of [
    ["refs/heads/master", "refs/heads/main"],
    ["refs/heads/main", "refs/remotes/origin/master"],
    ["refs/remotes/origin/master", "refs/remotes/origin/main"],
    ["refs/remotes/origin/main", "refs/remotes/origin/HEAD"],
  ] as const) {
    it(`asks ${likelier} before ${branch}`, async () => {
      const repo = repository();
      repo.git("checkout", "--quiet", "-b", "topic");
      const [first, second] = [repo.commit(), repo.commit()];
      repo.write(doc, text("Draft"));
      repo.commit();
      repo.git("update-ref", branch, first);
      const history = nodeHistory();
      assert.deepEqual(await history.base(repo.uri(doc)), { ref: first });
      repo.git("update-ref", likelier, second);
      history.forget();
      assert.deepEqual(await history.base(repo.uri(doc)), { ref: second });
    });
  }

  it("is the commit that is named, by branch, tag or hash", async () => {
    const { repo, begun } = branched();
    repo.git("tag", "--annotate", "--message=x", "v1", "main");
    for (const ref of ["main", "v1", begun, begun.slice(0, 10), "HEAD~1"])
      assert.deepEqual(
        await nodeHistory().base(repo.uri(doc), ref),
        { ref: begun, text: text("Draft") },
        ref,
      );
    assert.equal((await nodeHistory().base(repo.uri(doc), "HEAD"))?.text, text("In Review"));
  });

  it("has no text where the file did not exist", async () => {
    const { repo, begun } = branched();
    repo.write("docs/designs/new.md", "# Quite another thing\n");
    repo.commit();
    assert.deepEqual(await nodeHistory().base(repo.uri("docs/designs/new.md")), { ref: begun });
  });

  it("follows a file that was renamed, before that is committed, too", async () => {
    const { repo, begun } = branched();
    const history = nodeHistory();
    repo.write(doc, text("Draft"));
    repo.git("add", "--all");
    for (const [from, to] of [
      [doc, "docs/designs/new name.md"],
      ["docs/designs/new name.md", "elsewhere.md"],
    ] as const) {
      repo.git("mv", from, to);
      history.forget();
      assert.deepEqual(await history.base(repo.uri(to)), { ref: begun, text: text("Draft") }, to);
    }
    repo.commit();
    history.forget();
    assert.equal((await history.base(repo.uri("elsewhere.md")))?.text, text("Draft"));
  });

  it("keeps line endings and leaves out a byte order mark", async () => {
    const repo = repository();
    repo.write(doc, "\ufeff# ü\r\n\r\nStatus: Draft\r\n");
    repo.commit();
    assert.equal((await nodeHistory().base(repo.uri(doc)))?.text, "# ü\r\n\r\nStatus: Draft\r\n");
  });

  it("is remembered until it is forgotten or ten seconds old", async () => {
    let now = 0;
    const history = nodeHistory(() => now);
    const { repo, begun } = branched();
    const base = async (): Promise<string | undefined> => (await history.base(repo.uri(doc)))?.ref;
    assert.equal(await base(), begun);
    repo.git("update-ref", "refs/heads/main", "HEAD");
    const moved = repo.git("rev-parse", "HEAD");
    now = 9_999;
    assert.equal(await base(), begun);
    now = 10_000;
    assert.equal(await base(), moved);
    repo.git("update-ref", "refs/heads/main", begun);
    assert.equal(await base(), moved);
    history.forget();
    assert.equal(await base(), begun);
  });

  it("is not known of what Git does not keep", async () => {
    const { repo } = branched();
    repo.write(".gitignore", "ignored.md\n");
    for (const path of ["ignored.md", "untracked.md"]) repo.write(path, "# x\n");
    for (const uri of [
      repo.uri("ignored.md"),
      repo.uri("untracked.md"),
      repo.uri("no/such.md"),
      "untitled:x",
    ])
      assert.equal(await nodeHistory().base(uri), undefined, uri);
  });

  it("is not known without a commit or a default branch", async () => {
    const repo = repository();
    repo.write(doc, text("Draft"));
    repo.git("add", "--all");
    assert.equal(await nodeHistory().base(repo.uri(doc)), undefined);
    repo.git("checkout", "--quiet", "-b", "topic");
    repo.commit();
    assert.equal(await nodeHistory().base(repo.uri(doc)), undefined);
  });

  it("is not known of a commit that there is not, or that would be an option", async () => {
    const { repo } = branched();
    const target = join(repo.folder, "written");
    for (const ref of ["nowhere", "", "--all", `--output=${target}`, "main..topic", "^main", "a\0b"])
      assert.equal(await nodeHistory().base(repo.uri(doc), ref), undefined, ref);
    assert.ok(!existsSync(target));
  });
});

describe("the day of a line", () => {
  it("is the author's, where they were", async () => {
    const repo = repository();
    repo.write(doc, text("Draft"));
    repo.commit("2026-01-05T23:30:00-0800");
    repo.write(doc, text("In Review"));
    repo.commit("2026-02-06T00:30:00+1300");
    const day = (line: string): Promise<string | undefined> => nodeHistory().lineDay(repo.uri(doc), line);
    assert.equal(await day("Author: Ada"), "2026-01-05");
    assert.equal(await day("Status: In Review"), "2026-02-06");
  });

  it("is not known of a line that is not committed", async () => {
    const { repo } = branched();
    assert.equal(await nodeHistory().lineDay(repo.uri(doc), "Status: Approved"), undefined);
    repo.git("add", "--all");
    assert.equal(await nodeHistory().lineDay(repo.uri(doc), "Status: Approved"), undefined);
  });

  it("is found whatever the line endings on the disk", async () => {
    const repo = repository();
    repo.write(doc, text("Draft").replaceAll("\n", "\r\n"));
    repo.commit("2026-01-05T12:00:00+0000");
    for (const line of ["Status: Draft", "Status: Draft\r"])
      assert.equal(await nodeHistory().lineDay(repo.uri(doc), line), "2026-01-05");
  });

  it("outlives a new name", async () => {
    const repo = repository();
    repo.write(doc, text("Draft"));
    repo.commit("2026-01-05T12:00:00+0000");
    repo.git("mv", doc, "new.md");
    repo.commit("2026-02-05T12:00:00+0000");
    assert.equal(await nodeHistory().lineDay(repo.uri("new.md"), "Status: Draft"), "2026-01-05");
  });

  it("does not hang on how a person likes to see it", async () => {
    const repo = repository();
    repo.write(doc, text("Draft"));
    repo.commit("2026-01-05T12:00:00+0000");
    for (const [key, value] of [
      ["blame.date", "relative"],
      ["blame.showEmail", "true"],
      ["blame.blankBoundary", "true"],
      ["blame.coloring", "repeatedLines"],
      ["color.ui", "always"],
      ["core.abbrev", "5"],
    ] as const)
      repo.git("config", key, value);
    assert.equal(await nodeHistory().lineDay(repo.uri(doc), "Status: Draft"), "2026-01-05");
  });
});

describe("the first commit of a file", () => {
  it("is the oldest, whatever was written since and whatever its name was", async () => {
    const repo = repository();
    repo.commit("2025-12-01T12:00:00+0000");
    repo.write(doc, text("Draft"));
    repo.commit("2026-01-05T23:30:00-0800");
    repo.write(doc, text("In Review"));
    repo.commit("2026-02-06T12:00:00+0000");
    assert.deepEqual(await nodeHistory().begun(repo.uri(doc)), { day: "2026-01-05" });
    repo.git("mv", doc, "[new].md");
    repo.commit("2026-03-05T12:00:00+0000");
    repo.git("config", "log.showSignature", "true");
    assert.deepEqual(await nodeHistory().begun(repo.uri("[new].md")), { day: "2026-01-05" });
  });

  it("is that of the repository, too", async () => {
    const repo = repository();
    repo.write(doc, text("Draft"));
    repo.commit("2026-01-05T12:00:00+0000");
    assert.deepEqual(await nodeHistory().begun(repo.uri(doc)), { day: "2026-01-05" });
  });

  it("is none of what was never committed, and lies beyond the end of a shallow clone", async () => {
    const { repo } = branched();
    repo.write("new.md", "# New\n");
    assert.deepEqual(await nodeHistory().begun(repo.uri("new.md")), {});
    repo.git("add", "--all");
    assert.deepEqual(await nodeHistory().begun(repo.uri("new.md")), {});
    const clone = repository();
    clone.git("fetch", "--quiet", "--depth=1", pathToFileURL(repo.folder).href, "topic");
    clone.git("checkout", "--quiet", "-b", "topic", "FETCH_HEAD");
    assert.deepEqual(await nodeHistory().begun(clone.uri(doc)), { beyond: true });
    clone.write("new.md", "# New\n");
    clone.commit("2026-03-05T12:00:00+0000");
    assert.deepEqual(await nodeHistory().begun(clone.uri("new.md")), { day: "2026-03-05" });
  });
});

describe("a shallow clone", () => {
  it("knows neither where it left a branch that it lacks, nor who wrote what came before", async () => {
    const { repo, begun } = branched();
    repo.git("checkout", "--quiet", "--force", "topic");
    const from = pathToFileURL(repo.folder).href;
    const clone = repository();
    clone.git("fetch", "--quiet", "--depth=1", from, "topic");
    clone.git("checkout", "--quiet", "-b", "topic", "FETCH_HEAD");
    const history = nodeHistory();
    assert.equal(await history.base(clone.uri(doc)), undefined);
    assert.equal(await history.base(clone.uri(doc), begun), undefined);
    assert.equal(await history.lineDay(clone.uri(doc), "Author: Ada"), undefined);

    clone.git("fetch", "--quiet", "--depth=1", from, "main:refs/remotes/origin/main");
    history.forget();
    assert.equal(await history.base(clone.uri(doc)), undefined);
    assert.deepEqual(await history.base(clone.uri(doc), "origin/main"), { ref: begun, text: text("Draft") });
  });
});
