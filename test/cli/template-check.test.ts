import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { run, type Machine, type Run } from "./memory-host.ts";
import { good, hinted, template } from "./texts.ts";

const designs = "/repo/docs/designs";
const templatePath = `${designs}/TEMPLATE.md`;
const one = `${designs}/2026-03-01-sync-engine-design.md`;
const two = `${designs}/2026-03-02-sync-of-notes-design.md`;
const approved = good.replace("IN REVIEW", "APPROVED");
const now = template
  .replace("## Risks", "## Dangers")
  .replace("## Goals", "## Audience\n\nWho reads it.\n\n## Goals");

const files = { [templatePath]: now, [one]: approved, [two]: hinted };
const machine: Machine = { files, committed: { [templatePath]: template } };

const check = (words: readonly string[], more: Partial<Machine> = {}): Promise<Run> =>
  run(["template", "check", ...words], { ...machine, ...more });

interface Told {
  readonly file: string;
  readonly rule: string;
  readonly severity: string;
}

interface Report {
  readonly version: number;
  readonly templates: readonly {
    readonly template: string;
    readonly base: string;
    readonly documents: number;
    readonly rules: readonly unknown[];
    readonly new: readonly Told[];
    readonly gone: readonly Told[];
    readonly summary: unknown;
  }[];
}

const json = async (words: readonly string[], more: Partial<Machine> = {}): Promise<Report> =>
  JSON.parse((await check(["--format", "json", ...words], more)).out) as Report;

const missing = (title: string): string =>
  `Section “${title}” is missing. The template asks for it here; insert it, or say “N/A” with a reason.  missing-section`;

describe("template check", () => {
  it("tells people by rule and file what the template breaks, and ends with 1 where there are new errors", async () =>
    assert.deepEqual(await check([]), {
      code: 1,
      err: "",
      out: [
        "docs/designs/TEMPLATE.md since HEAD (0123456789), 2 documents",
        "  new   missing-section  2 errors, 2 informations in 2 files",
        "",
        "docs/designs/2026-03-01-sync-engine-design.md",
        `  1:1  error  ${missing("Audience")}`,
        `  5:1  error  ${missing("Dangers")}`,
        "",
        "docs/designs/2026-03-02-sync-of-notes-design.md",
        `  1:1  information  ${missing("Audience")}`,
        `  5:1  information  ${missing("Dangers")}`,
        "",
        "New: 2 errors, 2 informations in 2 files. Gone: no findings.",
        "",
      ].join("\n"),
    }));

  it("tells programs what is new and what is gone", async () => {
    const { version, templates } = await json(["--severity", "hint"]);
    assert.equal(version, 1);
    const [change, ...others] = templates;
    assert.deepEqual(others, []);
    assert.deepEqual(
      [change?.template, change?.base, change?.documents],
      ["docs/designs/TEMPLATE.md", "0123456789abcdef", 2],
    );
    assert.equal(change?.new.length, 4);
    assert.deepEqual(
      change?.gone.map(({ file, rule, severity }) => [file, rule, severity]),
      [["docs/designs/2026-03-02-sync-of-notes-design.md", "empty-section", "hint"]],
    );
    const none = { files: 0, errors: 0, warnings: 0, informations: 0, hints: 0 };
    assert.deepEqual(change?.rules, [
      { rule: "missing-section", new: { ...none, files: 2, errors: 2, informations: 2 }, gone: none },
      { rule: "empty-section", new: none, gone: { ...none, files: 1, hints: 1 } },
    ]);
    assert.deepEqual(change?.summary, {
      new: { ...none, files: 2, errors: 2, informations: 2 },
      gone: { ...none, files: 1, hints: 1 },
    });
  });

  it("is of the template and the paths that are named", async () => {
    const { templates } = await json([templatePath, one]);
    assert.equal(templates[0]?.documents, 1);
    assert.equal(templates[0]?.new.length, 2);
  });

  it("ends with 0 where nothing but drafts is touched", async () =>
    assert.equal((await check([templatePath, two])).code, 0));

  it("tells a finding that is more severe by the new template as new", async () => {
    const late = template.replace(
      "What may go wrong.",
      "<!-- design-docs: due: approved -->\n\nWhat may go wrong.",
    );
    const reviewed = hinted.replace("DRAFT", "IN REVIEW");
    const { templates } = await json(["--severity", "hint"], {
      files: { [templatePath]: template, [two]: reviewed },
      committed: { [templatePath]: late },
    });
    const severities = (told: readonly Told[] = []): readonly string[] =>
      told.map(({ severity }) => severity);
    assert.deepEqual(severities(templates[0]?.new), ["warning"]);
    assert.deepEqual(severities(templates[0]?.gone), ["hint"]);
  });

  for (const [title, committed] of [
    ["has the same text", now],
    ["has the same text with other line endings and a mark", `\uFEFF${now.replaceAll("\n", "\r\n")}`],
  ] as const)
    it(`says that a template ${title}`, async () => {
      const { code, out, err } = await check([templatePath], { committed: { [templatePath]: committed } });
      assert.deepEqual([code, out], [0, ""]);
      assert.match(err, /TEMPLATE\.md: this template has the text that it has at “HEAD”/);
      const all = await check([], { committed: { [templatePath]: committed } });
      assert.match(all.err, /No template of these documents differs from “HEAD”/);
      assert.equal(all.code, 0);
    });

  it("says that a template is new, and all that it tells with it", async () => {
    const { code, err, out } = await check(["--base", "main"], { committed: { [templatePath]: null } });
    assert.equal(code, 1);
    assert.match(err, /there was no such template at “main”/);
    assert.match(out, /New: 2 errors, 2 informations in 2 files\. Gone: no findings\./);
  });

  it("ends with 2 where Git has no text of the template that was named", async () => {
    const { code, err } = await check([templatePath], { committed: {} });
    assert.equal(code, 2);
    assert.match(err, /Git keeps no text of this template at “HEAD”/);
    assert.equal((await check([], { committed: {} })).code, 0);
  });

  it("says that a file governs nothing", async () =>
    assert.match((await check([one])).err, /engine-design\.md: this template governs none of the documents/));
});
