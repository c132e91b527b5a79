import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { oddHeader } from "../kit/odd-documents.ts";
import { randomFrom } from "../kit/random.ts";
import { run, type Machine } from "./memory-host.ts";
import { datedTemplate, mendable, mended, wrong } from "./texts.ts";

const designs = "/repo/docs/designs";
const one = `${designs}/2026-03-01-sync-one-design.md`;
const two = `${designs}/2026-03-02-sync-two-design.md`;
const fine = `${designs}/2026-03-03-sync-fine-design.md`;
const files = {
  [`${designs}/TEMPLATE.md`]: datedTemplate,
  [one]: mendable,
  [two]: mendable.replace("ada, @bob", "@ada, @bob"),
  [fine]: mended,
};
const sick = mendable.replace("IN REVIEW", "SOON");

interface Result {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly written: Readonly<Record<string, string>>;
}

async function fix(words: readonly string[], machine: Partial<Machine> = {}): Promise<Result> {
  const written = new Map<string, string>();
  const ran = await run(["check", "--fix", ...words], { files, alone: true, ...machine, written });
  return { ...ran, written: Object.fromEntries(written) };
}

const summaryOf = (out: string): unknown => (JSON.parse(out) as { readonly summary: unknown }).summary;

describe("check --fix", () => {
  it("writes the files that have something to fix, and reports what is left", async () => {
    assert.deepEqual(await fix(["docs"]), {
      code: 0,
      out: "No findings in 3 files. 3 fixes applied in 2 files.\n",
      err: "",
      written: { [one]: mended, [two]: mended },
    });
  });

  it("says so where there was nothing to fix", async () => {
    assert.deepEqual(await fix([fine]), {
      code: 0,
      out: "No findings in 1 file. No fixes applied.\n",
      err: "",
      written: {},
    });
  });

  it("has the exit code of the findings that are left", async () => {
    const { code, out, written } = await fix([one], { files: { ...files, [one]: sick } });
    assert.equal(code, 1);
    assert.match(out, /invalid-status\n\n1 error in 1 file\. 2 fixes applied in 1 file\.\n$/);
    assert.doesNotMatch(out, /invalid-date|invalid-reviewers/);
    assert.deepEqual(written, { [one]: mended.replace("IN REVIEW", "SOON") });
  });

  it("fixes what --severity does not show", async () => {
    assert.deepEqual((await fix(["--severity", "error", one])).written, { [one]: mended });
  });

  it("judges by --stage before and after", async () => {
    const empty = mendable.replace("Phones work offline.\n", "");
    const { code, out } = await fix(["--stage", "approved", one], { files: { ...files, [one]: empty } });
    assert.equal(code, 1);
    assert.match(out, /error +Section “Goals” is empty/);
  });

  it("counts the fixed files in the report for programs", async () => {
    const { out } = await fix(["--format", "json", "docs"]);
    const expected = { files: 3, errors: 0, warnings: 0, informations: 0, hints: 0, fixed: 2 };
    assert.deepEqual(summaryOf(out), expected);
  });

  const texts: readonly (readonly [title: string, change: (text: string) => string])[] = [
    ["a byte order mark", (text) => `\ufeff${text}`],
    ["two byte order marks", (text) => `\ufeff\ufeff${text}`],
    ["\\r\\n", (text) => text.replaceAll("\n", "\r\n")],
    ["a byte order mark and \\r\\n", (text) => `\ufeff${text.replaceAll("\n", "\r\n")}`],
    ["no line ending at the end", (text) => text.trimEnd()],
    ["blank lines at the end", (text) => `${text}\n\n \n`],
    ["a NUL and a replacement character", (text) => text.replace("offline", "\0\ufffd")],
  ];
  for (const [title, change] of texts) {
    it(`keeps ${title}`, async () => {
      const { written } = await fix([one], { files: { ...files, [one]: change(mendable) } });
      assert.deepEqual(written, { [one]: change(mended) });
    });
  }
});

describe("check --fix leaves alone", () => {
  const cases: readonly (readonly [
    title: string,
    words: readonly string[],
    machine: Partial<Machine>,
    code: number,
    line: RegExp,
  ])[] = [
    [
      "a file that is read-only, and goes on with the others",
      ["docs"],
      { readOnly: [one] },
      2,
      /^design-docs: docs\/designs\/2026-03-01-sync-one-design\.md: the file cannot be written: it is read-only\.\n$/,
    ],
    [
      "a file whose bytes are no UTF-8",
      ["docs"],
      { inexact: [one] },
      1,
      /one-design\.md: the file is not fixed: it is not UTF-8, so writing it would lose bytes\. Save it as UTF-8 first\.\n$/,
    ],
  ];
  for (const [title, words, machine, code, line] of cases) {
    it(title, async () => {
      const result = await fix(words, machine);
      assert.deepEqual([result.code, result.written], [code, { [two]: mended }]);
      assert.match(result.err, line);
      assert.match(result.out, /invalid-date[^]* in 3 files\. 1 fix applied in 1 file\.\n$/);
    });
  }

  it("templates, which a pattern of the shell names with the documents", async () => {
    const path = `${designs}/TEMPLATE.md`;
    const careless = datedTemplate.replace("Reviewers: @owner1", "Reviewers: @grace, bob");
    const files = { [path]: careless, "/repo/other.md": careless };
    const { err, written } = await fix(["--template", "other.md", "other.md"], { files });
    assert.deepEqual(written, {});
    assert.match(err, /: the file is not fixed: it is a template\.\n$/);
    assert.deepEqual((await fix([path], { files })).written, {});
  });

  it("a document whose template cannot be read", async () => {
    const { code, err, written } = await fix(["docs"], { locked: [`${designs}/TEMPLATE.md`] });
    assert.deepEqual([code, written], [2, {}]);
    assert.match(err, /could not be read/);
  });

  it("a document that asks to be ignored", async () => {
    const ignored = `${mendable}\n<!-- design-docs: ignore -->\n`;
    assert.deepEqual((await fix([one], { files: { ...files, [one]: ignored } })).written, {});
  });
});

describe("check --fix --dry-run", () => {
  const patch = (
    name: string,
    removed: readonly string[],
    added: readonly string[],
    context: string,
  ): string =>
    [
      `--- a/docs/designs/${name}`,
      `+++ b/docs/designs/${name}`,
      context,
      ...removed.map((line) => `-${line}`),
      ...added.map((line) => `+${line}`),
    ].join("\n");

  it("writes nothing, shows a patch, and ends with 1", async () => {
    const { code, out, err, written } = await fix(["--dry-run", "docs"]);
    const before = "@@ -1,7 +1,7 @@\n # Sync engine\n \n Status: IN REVIEW";
    const expected = [
      patch(
        "2026-03-01-sync-one-design.md",
        ["Review by: 2026/1/5", "Reviewers: ada, @bob"],
        ["Review by: 2026-01-05", "Reviewers: @ada, @bob"],
        before.replaceAll("7", "8"),
      ),
      "\n \n ## Goals\n \n",
      patch("2026-03-02-sync-two-design.md", ["Review by: 2026/1/5"], ["Review by: 2026-01-05"], before),
      "\n Reviewers: @ada, @bob\n \n ## Goals\n",
    ].join("");
    assert.equal(out, expected);
    assert.deepEqual([code, written], [1, {}]);
    assert.equal(err, "design-docs: 3 fixes in 2 files, not applied. Left after fixing: no findings.\n");
  });

  it("ends with 0 and shows nothing where nothing is to be fixed or wrong", async () => {
    assert.deepEqual(await fix(["--dry-run", fine]), {
      code: 0,
      out: "",
      err: "design-docs: No fixes for 1 file. Left after fixing: no findings.\n",
      written: {},
    });
  });

  it("ends with 1 for the errors that would be left", async () => {
    const { code, out, err } = await fix(["--dry-run", fine], { files: { [fine]: wrong } });
    assert.deepEqual([code, out], [1, ""]);
    assert.match(err, /No fixes for 1 file\. Left after fixing: \d+ errors?/);
  });

  it("reports what would be left for programs, and no patch", async () => {
    const { code, out, err, written } = await fix(["--dry-run", "--format", "json", "docs"]);
    const expected = { files: 3, errors: 0, warnings: 0, informations: 0, hints: 0, fixed: 2 };
    assert.deepEqual([code, summaryOf(out), err, written], [1, expected, "", {}]);
  });

  it("passes on control characters of a document in a patch to apply, and not to a terminal", async () => {
    const evil = mendable.replaceAll("\n", "\r\n").replace("## Goals", "\t\u001b[2J\ra\u202eb");
    const show = (terminal: boolean): Promise<Result> =>
      fix(["--dry-run", one], { files: { ...files, [one]: evil }, terminal });
    const [applied, seen] = await Promise.all([show(false), show(true)]);
    assert.match(applied.out, /\n \t\u001b\[2J\ra\u202eb\r\n/); // oxlint-disable-line no-control-regex
    assert.equal(seen.out, applied.out.replace("\u001b[2J\ra\u202e", "\ufffd[2J\ufffda\ufffd"));
  });

  it("marks a last line without an ending", async () => {
    const { out } = await fix(["--dry-run", "x.md"], {
      files: {
        "/repo/template.md": datedTemplate,
        "/repo/x.md": "# X\n\nStatus: DRAFT\nReview by: 2026/1/5",
      },
    });
    const end = "\\ No newline at end of file\n";
    assert.ok(out.endsWith(`-Review by: 2026/1/5\n${end}+Review by: 2026-01-05\n${end}`), out);
  });
});

it("fixing odd documents ends, and a second run writes nothing", async () => {
  const runs = Number(process.env["DESIGN_DOCS_RUNS"] ?? 60);
  const first = Number(process.env["DESIGN_DOCS_SEED"] ?? 1);
  const texts: Record<string, string> = {};
  for (let seed = first; seed < first + runs; seed++)
    texts[`${designs}/${seed}.md`] = oddHeader(randomFrom(seed));
  const once = await fix(["docs"], { files: texts });
  assert.ok(Object.keys(once.written).length > runs / 4, "too few had something to fix");
  const twice = await fix(["docs"], { files: { ...texts, ...once.written } });
  assert.deepEqual(twice.written, {});
});
