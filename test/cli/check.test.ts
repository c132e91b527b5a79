import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { run, type Machine } from "./memory-host.ts";
import { good, hinted, template, warned, wrong } from "./texts.ts";

const designs = "/repo/docs/designs";
const name = "2026-03-01-sync-engine-design.md";
const goodPath = `${designs}/2026-03-01-sync-good-design.md`;
const warnedPath = `${designs}/2026-03-02-sync-warned-design.md`;
const wrongPath = `${designs}/2026-03-03-sync-wrong-design.md`;
const files = {
  [`${designs}/TEMPLATE.md`]: template,
  [goodPath]: good,
  [warnedPath]: warned,
  [wrongPath]: wrong,
};

interface Report {
  readonly version: number;
  readonly findings: readonly Readonly<Record<string, unknown>>[];
  readonly summary: Readonly<Record<string, number>>;
}

const json = async (words: readonly string[], machine: Machine): Promise<Report> =>
  JSON.parse((await run(["check", "--format", "json", ...words], machine)).out) as Report;

/** `file:line rule`, one a finding. */
const told = ({ findings }: Report): readonly string[] =>
  findings.map(({ file, line, rule }) => `${String(file)}:${String(line)} ${String(rule)}`);

describe("check: the exit code", () => {
  const cases: readonly (readonly [title: string, words: readonly string[], code: number])[] = [
    ["is 0 without findings", [goodPath], 0],
    ["is 0 with warnings", [warnedPath], 0],
    ["is 0 with as many warnings as are allowed", ["--max-warnings", "1", warnedPath], 0],
    ["is 1 with more warnings than are allowed", ["--max-warnings", "0", warnedPath], 1],
    ["is 1 with warnings that are not shown", ["--max-warnings", "0", "--severity", "error", warnedPath], 1],
    ["is 1 with errors", [wrongPath], 1],
    ["is 1 with errors in one of several files", [goodPath, wrongPath], 1],
    ["is 1 where a stage makes an error of a warning", ["--stage", "approved", warnedPath], 1],
    ["is 2 with a path that is missing, whatever is found", [wrongPath, "nowhere.md"], 2],
    ["is 0 where a folder has no design document", ["/repo/empty"], 0],
  ];
  for (const [title, words, code] of cases) {
    it(title, async () => {
      const { code: found } = await run(["check", ...words], {
        files: { ...files, "/repo/empty/x.txt": "" },
      });
      assert.equal(found, code);
    });
  }
});

describe("check: the report for people", () => {
  it("groups findings by file, names place, severity, message and rule, and sums up", async () => {
    assert.deepEqual(await run(["check", "docs"], { files }), {
      code: 1,
      out: [
        "docs/designs/2026-03-02-sync-warned-design.md",
        "  9:1  warning  Section “Risks” is empty. Readers cannot tell whether it was forgotten; write it, or say “N/A” with a reason.  empty-section",
        "",
        "docs/designs/2026-03-03-sync-wrong-design.md",
        "  3:9  error  “SOON” is not a status of the template, so nobody can tell how far the design is. Use one of DRAFT, IN REVIEW, APPROVED.  invalid-status",
        "",
        "1 error, 1 warning in 3 files.",
        "",
      ].join("\n"),
      err: "",
    });
  });

  it("says how many findings are not shown", async () => {
    const { out } = await run(["check", goodPath], { files: { ...files, [goodPath]: hinted } });
    assert.equal(out, "No findings in 1 file. 1 more with --severity hint.\n");
  });

  it("has no colours where nobody sees them, and has them on a terminal", async () => {
    const plain = await run(["check", "docs"], { files });
    const coloured = await run(["check", "docs"], { files, colours: true });
    const escapes = /\u001b\[\d+m/g; // oxlint-disable-line no-control-regex
    assert.doesNotMatch(plain.out, escapes);
    assert.match(coloured.out, escapes);
    assert.equal(coloured.out.replace(escapes, ""), plain.out);
  });

  it("passes on no control character of a document", async () => {
    const evil = good.replace("IN REVIEW", "\u001b[2J\u009b31m");
    const { out } = await run(["check", goodPath], { files: { ...files, [goodPath]: evil } });
    assert.match(out, /invalid-status/);
    assert.ok(!out.includes("\u001b") && !out.includes("\u009b"));
  });
});

describe("check: the report for programs", () => {
  it("has the shape that is documented", async () => {
    assert.deepEqual(await json([wrongPath], { files }), {
      version: 1,
      findings: [
        {
          file: "docs/designs/2026-03-03-sync-wrong-design.md",
          line: 3,
          column: 9,
          endLine: 3,
          endColumn: 13,
          severity: "error",
          rule: "invalid-status",
          message:
            "“SOON” is not a status of the template, so nobody can tell how far the design is. Use one of DRAFT, IN REVIEW, APPROVED.",
        },
      ],
      summary: { files: 1, errors: 1, warnings: 0, informations: 0, hints: 0 },
    });
  });

  const columns: readonly (readonly [title: string, text: string, line: number, column: number])[] = [
    ["a byte order mark is no column", `\ufeff${wrong}`, 3, 9],
    ["\\r\\n ends a line once", wrong.replaceAll("\n", "\r\n"), 3, 9],
    ["columns are UTF-16 code units", `${wrong}\n😀 [insert number]\n`, 13, 4],
  ];
  for (const [title, text, line, column] of columns) {
    it(title, async () => {
      const { findings } = await json(["--severity", "hint", wrongPath], {
        files: { ...files, [wrongPath]: text },
      });
      const found = findings.at(-1);
      assert.deepEqual([found?.["line"], found?.["column"]], [line, column]);
    });
  }

  it("counts what it shows", async () => {
    const { findings, summary } = await json(["--severity", "error", "docs"], { files });
    assert.equal(findings.length, 1);
    assert.deepEqual(summary, { files: 3, errors: 1, warnings: 0, informations: 0, hints: 0 });
  });

  it("is an empty report where a folder has no design document", async () => {
    const { summary } = await json(["/repo/empty"], { files: { "/repo/empty/x.txt": "" } });
    assert.deepEqual(summary, { files: 0, errors: 0, warnings: 0, informations: 0, hints: 0 });
  });

  it("is absent where nothing could be read, so that no reader takes it for a clean one", async () => {
    assert.equal((await run(["check", "--format", "json", "nowhere.md"], { files })).out, "");
  });
});

describe("check: the lowest severity shown", () => {
  const machine = {
    files: {
      [`${designs}/TEMPLATE.md`]: template,
      [goodPath]: hinted.replace("of notes", "of maps"),
      [warnedPath]: warned,
      [wrongPath]: wrong,
    },
  };
  const hint = "docs/designs/2026-03-01-sync-good-design.md:9 empty-section";
  const warning = "docs/designs/2026-03-02-sync-warned-design.md:9 empty-section";
  const error = "docs/designs/2026-03-03-sync-wrong-design.md:3 invalid-status";
  const cases: readonly (readonly [words: readonly string[], told: readonly string[]])[] = [
    [
      ["--severity", "hint"],
      [hint, warning, error],
    ],
    [
      ["--severity", "information"],
      [warning, error],
    ],
    [[], [warning, error]],
    [
      ["--severity", "warning"],
      [warning, error],
    ],
    [["--severity=error"], [error]],
  ];
  for (const [words, expected] of cases) {
    it(words.join(" ") || "is information", async () => {
      assert.deepEqual(told(await json([...words, "docs"], machine)), expected);
    });
  }
});

describe("check: which files", () => {
  const elsewhere = "/repo/notes/idea.md";
  const machine: Machine = {
    files: {
      ...files,
      [elsewhere]: good,
      [`${designs}/README.md`]: "# Our designs\n",
      [`${designs}/index.md`]: "# Our designs\n",
      [`${designs}/notes.txt`]: "none",
      [`${designs}/deep/${name}`]: good,
      [`/repo/node_modules/p/docs/designs/${name}`]: good,
      [`/repo/.git/docs/designs/${name}`]: good,
      [`/repo/.cache/docs/designs/${name}`]: good,
      [`/repo/Docs/Designs/${name}`]: good,
      "/outside/docs/designs/2026-01-01-sync-other-design.md": good,
    },
  };
  const inDesigns = 4;
  const cases: readonly (readonly [title: string, paths: readonly string[], files: number])[] = [
    [
      "a folder is searched by the include rule, without node_modules and hidden folders",
      ["/repo"],
      inDesigns + 1,
    ],
    ["a folder inside the include rule is searched by its absolute path", [designs], inDesigns],
    ["a slash behind a folder changes nothing", ["docs/designs/"], inDesigns],
    ["a file that is named is checked wherever it lies", [elsewhere], 1],
    ["a template that is named is checked", [`${designs}/TEMPLATE.md`], 1],
    [
      "what is named twice is checked once",
      ["docs", goodPath, `${designs}/../designs/${goodPath.slice(designs.length + 1)}`, "docs"],
      inDesigns,
    ],
    ["folders outside the working folder", ["/outside"], 1],
    ["behind -- all words are paths", ["--", "docs"], inDesigns],
  ];
  for (const [title, paths, count] of cases) {
    it(title, async () => assert.equal((await json(paths, machine)).summary["files"], count));
  }

  it("paths are shown from the working folder, in one order whatever the order of the words", async () => {
    const bad = { files: { "/outside/docs/designs/b.md": wrong, [wrongPath]: wrong } };
    const reports = await Promise.all([json(["/outside", "docs"], bad), json(["docs", "/outside"], bad)]);
    const [one, other] = reports.map(told);
    assert.deepEqual(one, other);
    const shown = new Set(reports[0]?.findings.map(({ file }) => file));
    assert.deepEqual(
      [...shown],
      ["../outside/docs/designs/b.md", "docs/designs/2026-03-03-sync-wrong-design.md"],
    );
  });

  it("a file that is no text is told, and Markdown with an odd character is checked", async () => {
    const files = { "/repo/icon.png": "\u0089PNG\0\0", "/repo/odd.md": "# Odd\0\n" };
    const { code, err } = await run(["check", "icon.png"], { files });
    assert.deepEqual(
      [code, err],
      [2, "design-docs: icon.png: the file cannot be checked: it is not a text file.\n"],
    );
    assert.equal((await json(["odd.md"], { files })).summary["files"], 1);
  });

  it("a folder without a design document is told on standard error", async () => {
    const { code, out, err } = await run(["check", "notes"], machine);
    assert.deepEqual([code, out], [0, ""]);
    assert.match(err, /^design-docs: notes: there is no design document below this folder\. .*\n$/);
  });
});

describe("check: which template", () => {
  const bare = "# Sync engine\n\nStatus: DRAFT\n\n## Aim\n\nPhones work offline.\n";
  const aim = "# Design\n\n## Aim\n\nWhat for.\n\n## Cost\n\nHow much.\n";
  const missing = "missing-section";
  const cases: readonly (readonly [
    title: string,
    machine: Machine,
    words: readonly string[],
    message: RegExp,
  ])[] = [
    [
      "the one beside the document",
      { files: { [`${designs}/template.md`]: aim, [`${designs}/${name}`]: bare } },
      ["docs"],
      /“Cost” is missing/,
    ],
    [
      "the nearest one above it",
      { files: { [`${designs}/TEMPLATE.md`]: aim, [`${designs}/a/b/${name}`]: bare } },
      ["docs"],
      /“Cost” is missing/,
    ],
    [
      "one beside a named file outside the include rule",
      { files: { "/repo/notes/_template.md": aim, "/repo/notes/x.md": bare } },
      ["notes/x.md"],
      /“Cost” is missing/,
    ],
    [
      "not one above a named file outside the include rule",
      { files: { "/repo/TEMPLATE.md": aim, "/repo/notes/x.md": bare } },
      ["notes/x.md"],
      /Missing: (?:Executive )?Summary/,
    ],
    [
      "the one of --template before all others",
      { files: { [`${designs}/TEMPLATE.md`]: template, "/repo/t.md": aim, [`${designs}/${name}`]: bare } },
      ["--template", "t.md", "docs"],
      /“Cost” is missing/,
    ],
    ["else the built-in one", { files: { [`${designs}/${name}`]: bare } }, ["docs"], /Missing: Summary/],
  ];
  for (const [title, machine, words, message] of cases) {
    it(title, async () => {
      const { findings } = await json(["--stage", "review", ...words], machine);
      const first = findings.find(({ rule }) => rule === missing);
      assert.match(String(first?.["message"]), message);
    });
  }

  it("a template without headings is told, and the built-in one is taken", async () => {
    const { out, err } = await run(["check", "docs"], {
      files: { [`${designs}/TEMPLATE.md`]: "Nothing.\n", [goodPath]: good },
    });
    assert.match(out, /Missing: Summary/);
    assert.match(err, /^design-docs: The built-in template: “.*TEMPLATE\.md” has no heading.*\n$/);
  });
});

describe("check: the day that counts as today", () => {
  const fields = "# Design\n\nStatus: DRAFT\nDate: YYYY-MM-DD\n\n## Goals\n\nWhat it is for.\n";
  const text = "# Sync engine\n\nStatus: DRAFT\nDate: 2026-02-30\n\n## Goals\n\nPhones work offline.\n";
  it("does not change whether a date exists", async () => {
    const machine = { files: { [`${designs}/TEMPLATE.md`]: fields, [goodPath]: text } };
    const { findings } = await json(["--today", "2030-01-01", "docs"], machine);
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ["invalid-date"],
    );
  });
});
