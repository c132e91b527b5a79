import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { run, type Machine, type Run } from "./memory-host.ts";
import { good, template } from "./texts.ts";

const designs = "/repo/docs/designs";
const one = `${designs}/2026-03-01-sync-engine-design.md`;
const two = `${designs}/2026-03-02-sync-of-notes-design.md`;
const notes = good.replace("Sync engine", "Sync of notes");
const files = {
  [`${designs}/TEMPLATE.md`]: template,
  [one]: good,
  [two]: notes,
  "/repo/README.md": "# Phones\n",
  "/repo/event.json": JSON.stringify({
    pull_request: { title: "Design: Sync engine (#7)", base: { sha: "0123abc", ref: "main" } },
  }),
  "/repo/push.json": "{}",
  "/repo/broken.json": "{",
};

const pr = (words: readonly string[], more: Partial<Machine> = {}): Promise<Run> =>
  run(["pr", ...words], { files, ...more });

const path = "docs/designs/2026-03-01-sync-engine-design.md";
const fault =
  "The pull request is titled “Sync engine”. Reviewers know one that adds a design document by “Design:” and the document’s title; call it “Design: Sync engine”.";

describe("pr", () => {
  it("is content with a title after the document", async () =>
    assert.deepEqual(await pr(["--title", "Design: sync engine", "--files", path]), {
      code: 0,
      out: "No findings in 1 file.\n",
      err: "",
    }));

  it("tells people what is wrong with another one, and ends with 1", async () =>
    assert.deepEqual(await pr(["--title", "Sync engine", "--files", path, "README.md"]), {
      code: 1,
      out: `${path}\n  1:1  error  ${fault}  pull-request-title\n\n1 error in 1 file.\n`,
      err: "",
    }));

  it("tells programs in the form of “check”", async () => {
    const { code, out } = await pr(["--title", "Sync engine", "--format", "json", "--files", path]);
    assert.equal(code, 1);
    assert.deepEqual(JSON.parse(out), {
      version: 1,
      findings: [
        {
          file: path,
          line: 1,
          column: 1,
          endLine: 1,
          endColumn: 14,
          severity: "error",
          rule: "pull-request-title",
          message: fault,
        },
      ],
      summary: { files: 1, errors: 1, warnings: 0, informations: 0, hints: 0 },
    });
  });

  it("tells a title that names something else", async () => {
    const { code, out } = await pr(["--title", "Design: Search", "--files", path]);
    assert.equal(code, 1);
    assert.match(out, /“Design: Search”, which is not what the document is called/);
  });

  it("lets a title name one of several documents", async () => {
    const both = ["--files", path, "--files", two];
    assert.equal((await pr(["--title", "Design: Sync of notes", ...both])).code, 0);
    const { code, out } = await pr(["--title", "Design: Both", ...both]);
    assert.equal(code, 1);
    assert.match(out, /adds 2 design documents.*“Design: Sync engine”, “Design: Sync of notes”/);
    assert.match(out, /1 error in 2 files/);
  });

  it("says nothing of pull requests that add no design document", async () => {
    const none = {
      code: 0,
      out: "",
      err: "design-docs: The pull request adds no design document, so its title is free.\n",
    };
    assert.deepEqual(await pr(["--title", "Sync", "--files", "README.md", "docs/designs/TEMPLATE.md"]), none);
    assert.deepEqual(await pr(["--title", "Sync", "--files"]), none);
  });

  it("finds by Git the documents that are new", async () => {
    const committed = { [one]: null, [two]: notes };
    assert.equal((await pr(["--title", "Design: Sync engine", "--base", "main"], { committed })).code, 0);
    const { code, out } = await pr(["--title", "Design: Sync of notes", "--base", "main"], { committed });
    assert.equal(code, 1);
    assert.match(out, /1 error in 1 file/);
  });

  it("takes title and base from the event", async () => {
    const committed = { [one]: null, [two]: notes };
    assert.equal((await pr(["--event", "event.json"], { committed })).code, 0);
    assert.equal((await pr([], { committed, event: "/repo/event.json" })).code, 0);
    const swapped = { [one]: good, [two]: null };
    assert.equal((await pr([], { committed: swapped, event: "/repo/event.json" })).code, 1);
  });

  it("has nothing to check for other events", async () =>
    assert.deepEqual(await pr([], { event: "/repo/push.json" }), {
      code: 0,
      out: "",
      err: "design-docs: The event is about no pull request, so there is no title to check.\n",
    }));

  it("reads an event behind a byte order mark, as some shells write one", async () => {
    const marked = { ...files, "/repo/event.json": `\uFEFF${files["/repo/event.json"]}` };
    const committed = { [one]: null, [two]: notes };
    assert.equal((await pr(["--event", "event.json"], { files: marked, committed })).code, 0);
  });

  for (const event of [
    "null",
    "[]",
    "7",
    '"x"',
    '{"pull_request":[]}',
    '{"pull_request":{"title":7,"base":"x"}}',
  ])
    it(`finds no title in the event ${event}`, async () => {
      const { code, out, err } = await pr(["--event", "e.json"], {
        files: { ...files, "/repo/e.json": event },
      });
      assert.deepEqual([code, out], [0, ""]);
      assert.match(err, /The event is about no pull request/);
    });

  it("prints a title on one line", async () => {
    const title = "Sync\n::error::x\u001b[31m\u202e";
    const { code, out } = await pr(["--title", title, "--files", path]);
    assert.equal(code, 1);
    assert.doesNotMatch(out, /^::error/m);
    assert.ok(!out.includes("\u001b") && !out.includes("\u202e"));
  });

  const wrong: readonly (readonly [words: readonly string[], said: RegExp])[] = [
    [[], /Say what the pull request is titled/],
    [["--event", "broken.json"], /broken\.json: the event cannot be read/],
    [["--title", "Design: A", "--files", "gone.md"], /gone\.md: there is no such file or folder/],
    [["--title", "Design: A", "--config", "gone.json", "--files", path], /no such configuration/],
    [["--title", "Design: A", "--fix"], /--fix belongs to another command/],
    [["--title", "Design: A"], /Git does not say which of the documents are new/],
    [["--title"], /--title wants a value/],
  ];
  for (const [words, said] of wrong)
    it(`ends with 2: pr ${words.join(" ")}`, async () => {
      const { code, err } = await pr(words);
      assert.equal(code, 2);
      assert.match(err, said);
    });

  it("follows the template’s own words", async () => {
    const own = {
      ...files,
      [`${designs}/TEMPLATE.md`]: `${template}\n---\n\nHow to use this template\n\nOpen a pull request titled \`RFC: <title>\`.\n`,
    };
    assert.equal((await pr(["--title", "RFC: Sync engine", "--files", path], { files: own })).code, 0);
    assert.equal((await pr(["--title", "Design: Sync engine", "--files", path], { files: own })).code, 1);
  });
});
