import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { run, type Machine } from "./memory-host.ts";

const design = (title: string, status: string, date: string, more = ""): string =>
  `# ${title}\n\nStatus: ${status}\nAuthor: Ada Example <ada@example.org>\nDate: ${date}\nReviewers: @grace, @linus\n${more}\n## Summary\n\nIt is short.\n`;

const repository = {
  "/repo/.git/HEAD": "",
  "/repo/docs/designs/a.md": design("Sync | engine", "DRAFT", "2026-01-05"),
  "/repo/docs/designs/deep/b.md": design("Offline 2 \\* 3 queue", "IN REVIEW", "2026-02-01"),
};
const readme = "/repo/docs/designs/README.md";

interface Indexed {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly written: ReadonlyMap<string, string>;
}

async function index(
  files: Readonly<Record<string, string>>,
  words: readonly string[] = [],
  machine: Partial<Machine> = {},
): Promise<Indexed> {
  const written = new Map<string, string>();
  const done = await run(["index", ...words], { files, written, ...machine });
  return { ...done, written };
}

const made =
  "<!-- Made by Design Docs, in VS Code with “Update Design Index”, else with “design-docs index”. What is changed between these comments is written anew. -->";
const list = `<!-- design-docs: index -->

${made}

2 design documents: 1 DRAFT, 1 IN REVIEW.

| Title | Status | Author | Date | Reviewers |
| --- | --- | --- | --- | --- |
| [Offline 2 \\* 3 queue](deep/b.md) | IN REVIEW | Ada Example | 2026-02-01 | @grace, @linus |
| [Sync \\| engine](a.md) | DRAFT | Ada Example | 2026-01-05 | @grace, @linus |

<!-- design-docs: end of index -->
`;

describe("design-docs index", () => {
  it("creates the file where there is none, and finds it up to date afterwards", async () => {
    const first = await index(repository);
    assert.equal(first.written.get(readme), `# Design documents\n\n${list}`);
    assert.deepEqual(
      [first.code, first.out, first.err],
      [0, "docs/designs/README.md: created (2 documents)\n", ""],
    );
    const again = await index({ ...repository, ...Object.fromEntries(first.written) });
    assert.deepEqual([again.code, again.written.size], [0, 0]);
    assert.equal(again.out, "docs/designs/README.md: up to date (2 documents)\n");
  });

  it("has what a file beside a document says of it", async () => {
    const made = await index({
      "/repo/.git/HEAD": "",
      "/repo/.design-docs.json": JSON.stringify({ collections: [{ include: ["docs/designs/*/index.md"] }] }),
      "/repo/docs/designs/7-sync/index.md": "# Sync\n\n## Summary\n\nIt is short.\n",
      "/repo/docs/designs/7-sync/kep.yaml": 'status: implemented\nauthors: ["@ada"]\n',
    });
    assert.match(
      made.written.get(readme) ?? "",
      /^\| \[Sync\]\(7-sync\/index\.md\) \| IMPLEMENTED \| @ada /m,
    );
  });

  it("puts it behind what is there, with its line endings, and touches nothing else", async () => {
    const text = "\uFEFF# Our designs\r\n\r\nRead them.";
    const { written } = await index({ ...repository, [readme]: text });
    assert.equal(
      written.get(readme),
      `${text}\r\n\r\n## Index of designs\r\n\r\n${list.replaceAll("\n", "\r\n")}`,
    );
  });

  it("changes what stands between the comments alone, and tells where it is stale", async () => {
    const stale = `# Ours\n\n<!-- design-docs: index -->\nold\n<!-- design-docs: end of index -->\n\nBehind it.\n`;
    const checked = await index({ ...repository, [readme]: stale }, ["--check"]);
    assert.deepEqual([checked.code, checked.written.size], [1, 0]);
    assert.match(checked.out, /^docs\/designs\/README\.md: the index is stale \(2 documents\)\n {2}-old\n/);
    assert.match(checked.out, /\n {2}\+\| \[Sync \\\| engine\]\(a\.md\)/);
    const { written } = await index({ ...repository, [readme]: stale });
    assert.equal(written.get(readme), `# Ours\n\n${list}\nBehind it.\n`);
  });

  it("creates nothing where it only checks, and speaks to programs", async () => {
    const { code, out, written } = await index(repository, ["--check", "--format", "json"]);
    assert.deepEqual([code, written.size], [1, 0]);
    assert.deepEqual(JSON.parse(out), {
      version: 1,
      indexes: [{ file: "docs/designs/README.md", state: "missing", documents: 2 }],
    });
  });

  it("does not mind how a formatter lays out tables", async () => {
    const laidOut = list
      .replaceAll("| --- ", "| ------- ")
      .replaceAll(" | ", "   |   ")
      .replace("| Title", "|   Title");
    const { code, written } = await index({ ...repository, [readme]: laidOut });
    assert.deepEqual([code, written.size], [0, 0]);
  });

  it("sorts and groups as the first comment says", async () => {
    const mark = "<!-- design-docs: index; sort: title; group: status -->";
    const { written } = await index({
      ...repository,
      [readme]: `${mark}\n<!-- design-docs: end of index -->\n`,
    });
    const text = written.get(readme) ?? "";
    assert.ok(text.startsWith(`${mark}\n`), text);
    assert.match(text, /\*\*DRAFT\*\* \(1\)\n\n\| Title.*\n.*\n\| \[Sync.*\n\n\*\*IN REVIEW\*\* \(1\)\n/);
  });

  it("keeps one for each folder that a configuration names, and leaves others alone", async () => {
    const files = {
      "/repo/.git/HEAD": "",
      "/repo/.design-docs.json": JSON.stringify({
        collections: [{ include: ["RFCs/**/*.md", "decisions/*.md"] }],
      }),
      "/repo/rfcs/1.md": design("One", "DRAFT", "2026-01-05"),
      "/repo/rfcs/README.md": "<!-- design-docs: index -->\n<!-- design-docs: end of index -->\n",
      "/repo/decisions/2.md": design("Two", "DRAFT", "2026-01-05"),
    };
    const all = await index(files);
    assert.deepEqual([...all.written.keys()], ["/repo/decisions/README.md", "/repo/rfcs/README.md"]);
    assert.match(all.written.get("/repo/rfcs/README.md") ?? "", /1 design document: 1 DRAFT\./);
    const one = await index(files, ["decisions/2.md"]);
    assert.deepEqual([...one.written.keys()], ["/repo/decisions/README.md"]);
  });

  it("empties the list of a folder whose last document is gone", async () => {
    const { written } = await index({ "/repo/.git/HEAD": "", [readme]: list }, ["docs/designs"]);
    assert.match(written.get(readme) ?? "", /There is no design document yet\./);
  });

  it("says what it cannot write", async () => {
    const files = { ...repository, [readme]: "# Ours\n" };
    const locked = await index(files, [], { readOnly: [readme] });
    assert.equal(locked.code, 2);
    assert.match(locked.err, /docs\/designs\/README\.md: the file cannot be written: it is read-only\./);
    const bytes = await index(files, [], { inexact: [readme] });
    assert.deepEqual([bytes.code, bytes.written.size], [2, 0]);
    assert.match((await index({ "/repo/x.md": "" })).out, /no design document here/);
  });
});
