// What a configuration file says on the command line.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { run, type Machine } from "./memory-host.ts";
import { good, template, warned } from "./texts.ts";

interface Report {
  readonly findings: readonly {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly rule: string;
    readonly severity: string;
    readonly message: string;
  }[];
  readonly summary: { readonly files: number };
}

interface Told {
  readonly code: number;
  /** `file:line:column rule`, one a finding. */
  readonly told: readonly string[];
  readonly files: number;
  readonly err: string;
}

async function check(words: readonly string[], machine: Machine): Promise<Told> {
  const { code, out, err } = await run(
    ["check", "--severity", "hint", "--format", "json", ...words],
    machine,
  );
  const { findings, summary } = JSON.parse(out || '{"findings":[],"summary":{}}') as Report;
  const told = findings.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`);
  return { code, told, files: summary.files, err };
}

const off = { "file-name": "off" };
const config = (collections: readonly object[], rest: object = {}): string =>
  JSON.stringify({ collections, rules: off, ...rest });

// A template that asks for one section, and documents that follow it.
const short = "# Note\n\nStatus: DRAFT\n\n## Why\n\nWhat it is for.\n";
const note = "# Cache\n\nStatus: DRAFT\n\n## Why\n\nPages are slow.\n";
const without = note.replace("## Why", "## Who");
const root = "/repo";
const git = { [`${root}/.git/HEAD`]: "" };

describe("a configuration on the command line", () => {
  it("says which files of a folder are documents, beside which template", async () => {
    const files = {
      ...git,
      [`${root}/.design-docs.json`]: config([
        { include: "notes/*.md", exclude: "notes/README.md", template: "notes/shape.md" },
        { include: "rfcs/*.md", template: "rfcs/TEMPLATE.md", rules: { "empty-section": "error" } },
      ]),
      [`${root}/notes/shape.md`]: short,
      [`${root}/notes/README.md`]: "# Notes\n",
      [`${root}/notes/a.md`]: note,
      [`${root}/notes/b.md`]: without,
      [`${root}/rfcs/TEMPLATE.md`]: template,
      [`${root}/rfcs/c.md`]: warned,
      [`${root}/docs/designs/d.md`]: "# Nothing\n",
    };
    const expected = ["rfcs/c.md:9:1 empty-section", "notes/b.md:1:1 missing-section"];
    const { code, told, files: number } = await check(["/repo"], { files });
    assert.deepEqual(told.toSorted(), expected.toSorted());
    assert.equal(code, 1);
    assert.equal(number, 4);
    // In a folder below, what lies above is read.
    assert.deepEqual((await check(["notes"], { files })).told, ["notes/b.md:1:1 missing-section"]);
    // A file that is named is judged as the editor judges it.
    assert.deepEqual((await check(["rfcs/c.md"], { files })).told, ["rfcs/c.md:9:1 empty-section"]);
  });

  it("is the nearest one, as a whole", async () => {
    const files = {
      ...git,
      [`${root}/.design-docs.json`]: config([{ include: "**/*.md", template: "shape.md" }]),
      [`${root}/shape.md`]: short,
      [`${root}/a.md`]: without,
      [`${root}/p/package.json`]: `{ "design-docs": ${config([{ include: "own/*.md", template: "own/t.md" }])} }`,
      [`${root}/p/own/t.md`]: template,
      [`${root}/p/own/b.md`]: good,
      [`${root}/p/c.md`]: "# No design\n",
    };
    const { told, files: number } = await check(["/repo"], { files });
    assert.deepEqual(told, ["a.md:1:1 missing-section"]);
    assert.equal(number, 4);
  });

  it("that does not speak of collections leaves the files as they are", async () => {
    const files = {
      ...git,
      [`${root}/.design-docs.json`]: JSON.stringify({ rules: { ...off, "empty-section": "error" } }),
      [`${root}/docs/designs/TEMPLATE.md`]: template,
      [`${root}/docs/designs/a.md`]: warned,
    };
    assert.deepEqual(await check(["docs"], { files }), {
      code: 1,
      told: ["docs/designs/a.md:9:1 empty-section"],
      files: 1,
      err: "",
    });
  });

  it("gives people and the days of a review", async () => {
    const header = "Status: IN REVIEW\nAuthor: Ada <ada@x.org>\nReviewers: @ada\n";
    const asked = "Status: DRAFT\nAuthor: YOUR NAME <you@example.com>\nReviewers: @owner1\n";
    const files = (people: object): Machine["files"] => ({
      ...git,
      [`${root}/.design-docs.json`]: config([{ include: "n/*.md", template: "t.md" }], { people }),
      [`${root}/t.md`]: short.replace("Status: DRAFT\n", asked),
      [`${root}/n/a.md`]: note.replace("Status: DRAFT\n", header),
    });
    assert.deepEqual((await check(["n"], { files: files({}) })).told, []);
    assert.deepEqual((await check(["n"], { files: files({ Ada: "@ada" }) })).told, [
      "n/a.md:5:12 self-review",
    ]);
  });

  it("has its statuses and fields", async () => {
    const files = {
      ...git,
      [`${root}/.design-docs.json`]: config([
        {
          include: "n/*.md",
          template: "t.md",
          statuses: { Open: "review" },
          fields: { Team: "required" },
        },
      ]),
      [`${root}/t.md`]: short,
      [`${root}/n/a.md`]: note,
    };
    const rules = (await check(["n"], { files })).told.map((one) => one.split(" ")[1] ?? "").toSorted();
    assert.deepEqual(rules, ["invalid-status", "missing-field"]);
  });

  it("is read where it lies in a folder that is passed over otherwise", async () => {
    const files = {
      ...git,
      [`${root}/.design-docs.json`]: config([{ include: ".team/notes/*.md", template: "t.md" }]),
      [`${root}/t.md`]: short,
      [`${root}/.team/notes/a.md`]: without,
      [`${root}/.team/other/a.md`]: without,
      [`${root}/.cache/notes/a.md`]: without,
    };
    assert.deepEqual((await check(["/repo"], { files })).told, [".team/notes/a.md:1:1 missing-section"]);
  });

  it("counts up to the working folder where there is no repository, and not above", async () => {
    const files = {
      "/repo/.design-docs.json": config([{ include: "**/*.md", template: "t.md" }]),
      "/repo/t.md": short,
      "/repo/n/a.md": without,
      "/.design-docs.json": config([{ include: "**/*.md" }]),
      "/elsewhere/n/b.md": note,
    };
    assert.deepEqual((await check(["n"], { files })).told, ["n/a.md:1:1 missing-section"]);
    const { err } = await check(["/elsewhere"], { files });
    assert.match(err, /no design document below this folder\. Design documents are Markdown files below/);
  });

  it("is named where a folder has none of its documents", async () => {
    const files = {
      ...git,
      [`${root}/.design-docs.json`]: config([{ include: "notes/*.md" }]),
      [`${root}/notes/a.md`]: note,
      [`${root}/docs/designs/a.md`]: note,
    };
    const { code, err } = await check(["docs"], { files });
    assert.equal(code, 0);
    assert.match(err, /docs: there is no design document.*“.design-docs.json” includes none of its files/);
  });

  it("is the one of --config, wherever it lies nearer", async () => {
    const files = {
      ...git,
      [`${root}/.design-docs.json`]: config([{ include: "n/*.md", template: "t.md" }]),
      [`${root}/ours.json`]: config([{ include: "m/*.md", template: "t.md" }], { bad: 1 }),
      [`${root}/t.md`]: short,
      [`${root}/n/a.md`]: without,
      [`${root}/m/b.md`]: without,
    };
    const { told } = await check(["--config", "ours.json", "/repo"], { files });
    assert.deepEqual(told.toSorted(), ["m/b.md:1:1 missing-section", "ours.json:1:85 configuration"]);
    const absent = await check(["--config", "gone.json", "/repo"], { files });
    assert.equal(absent.code, 2);
    assert.match(absent.err, /gone.json: there is no such configuration/);
  });

  it("has its template replaced by --template", async () => {
    const files = {
      ...git,
      [`${root}/.design-docs.json`]: config([{ include: "n/*.md", template: "t.md" }]),
      [`${root}/t.md`]: template,
      [`${root}/other.md`]: short,
      [`${root}/n/a.md`]: note,
    };
    assert.deepEqual((await check(["n", "--template", "other.md"], { files })).told, []);
    assert.notDeepEqual((await check(["n"], { files })).told, []);
  });

  it("whose template cannot be read ends with 2 and fixes nothing", async () => {
    const written = new Map<string, string>();
    const files = {
      ...git,
      [`${root}/.design-docs.json`]: config([{ include: "n/*.md", template: "gone.md" }]),
      [`${root}/n/a.md`]: note,
    };
    const { code, err } = await check(["--fix", "n/a.md"], { files, written });
    assert.equal(code, 2);
    assert.match(err, /“gone.md”, which collection 1 of “.design-docs.json” names, could not be read/);
    assert.equal(written.size, 0);
  });

  it("keeps its templates from being fixed", async () => {
    const written = new Map<string, string>();
    const files = {
      ...git,
      [`${root}/.design-docs.json`]: config([{ include: "n/*.md", template: "shape.md" }]),
      [`${root}/shape.md`]: short,
    };
    await check(["--fix", "shape.md"], { files, written });
    assert.equal(written.size, 0);
  });
});

describe("findings in a configuration on the command line", () => {
  const bad = '{\n  "collections": [{ "include": "n/*.md", "template": "t.md" }],\n  "reviw": {}\n}\n';
  const files = {
    ...git,
    [`${root}/.design-docs.json`]: `\uFEFF${bad}`,
    [`${root}/t.md`]: short,
    [`${root}/n/2026-01-01-a-design.md`]: note,
  };

  it("are told where a folder with it is checked, or it is named itself", async () => {
    const told = [".design-docs.json:3:3 configuration"];
    const inFolder = await check(["/repo"], { files });
    assert.deepEqual(inFolder.told, told);
    assert.equal(inFolder.code, 0);
    assert.equal((await check(["/repo", "--max-warnings", "0"], { files })).code, 1);
    const named = await check([".design-docs.json"], { files });
    assert.deepEqual([named.told, named.files], [told, 1]);
    assert.deepEqual((await check(["n"], { files })).told, []);
  });

  const cases: readonly (readonly [name: string, collections: readonly object[], told: RegExp])[] = [
    ["a glob that matches nothing", [{ include: ["n/*.md", "zzz/*.md"] }], /“zzz\/\*\.md” matches no/],
    ["a glob that matches no Markdown", [{ include: ["n/*.md", "n/*.txt"] }], /“n\/\*\.txt” matches no/],
    ["a folder for a glob", [{ include: "n" }], /“n” is a folder.*“n\/\*\*\/\*\.md”/],
    ["a template that is not there", [{ include: "n/*.md", template: "x.md" }], /no file “x.md”/],
    ["a template without headings", [{ include: "n/*.md", template: "e.txt" }], /“e.txt” has no heading/],
    ["a template outside", [{ include: "n/*.md", template: "../x.md" }], /lies outside/],
    ["a baseline that is not there", [{ include: "n/*.md", baseline: "b.json" }], /no file “b.json”/],
    [
      "a collection that is never reached",
      [{ include: "**/*.md" }, { include: "n/*.md" }],
      /Earlier collections take/,
    ],
  ];
  for (const [name, collections, told] of cases)
    it(`tell ${name}`, async () => {
      const { out } = await run(["check", "--format", "json", ".design-docs.json"], {
        files: {
          ...git,
          "/x.md": short,
          [`${root}/.design-docs.json`]: config(collections),
          [`${root}/n/a.md`]: note,
          [`${root}/n/a.txt`]: note,
          [`${root}/e.txt`]: "words",
        },
      });
      const { findings } = JSON.parse(out) as Report;
      assert.equal(findings.length, 1, JSON.stringify(findings));
      assert.match(findings[0]?.message ?? "", told);
    });

  it("do not tell a folder whose template waits for the first document", async () => {
    const { told } = await check(["/repo"], {
      files: {
        ...git,
        [`${root}/.design-docs.json`]: config([
          { include: "n/*.md" },
          { include: "m/*.md", template: "m/own.md" },
        ]),
        [`${root}/n/TEMPLATE.md`]: short,
        [`${root}/m/own.md`]: short,
      },
    });
    assert.deepEqual(told, []);
  });

  it("are preceded by a file that cannot be read, which ends with 2", async () => {
    const machine = { files, locked: [`${root}/n/.design-docs.json`] };
    const { code, err } = await check(["/repo"], machine);
    assert.equal(code, 2);
    assert.match(err, /n\/\.design-docs\.json: the configuration cannot be read/);
  });

  it("tell a package.json that nobody reads, as a hint", async () => {
    const { told } = await check(["/repo"], {
      files: {
        ...git,
        [`${root}/.design-docs.json`]: config([]),
        [`${root}/package.json`]: '{\n  "design-docs": { "x": 1 }\n}',
      },
    });
    assert.deepEqual(told, ["package.json:2:3 configuration"]);
  });
});
