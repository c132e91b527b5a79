// Findings that a team accepted, and documents that are older than its template.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { run, type Machine, type Run } from "./memory-host.ts";
import { good, template, warned } from "./texts.ts";

const folder = "/repo/rfcs";
const one = `${folder}/0001-sync.md`;
const two = `${folder}/0002-notes.md`;
const path = `${folder}/accepted.json`;
const approved = warned.replace("IN REVIEW", "APPROVED");
const config = (more: object = {}): string =>
  JSON.stringify({
    collections: [{ include: ["*.md"], template: "t.md", baseline: "accepted.json", ...more }],
    rules: { "file-name": "off" },
  });
const files = {
  [`${folder}/.design-docs.json`]: config(),
  [`${folder}/t.md`]: template,
  [one]: approved,
  [two]: good,
};
const none = '{\n  "version": 1,\n  "documents": {}\n}\n';
const accepted =
  '{\n  "version": 1,\n  "documents": {\n    "0001-sync.md": [\n      { "rule": "empty-section", "section": "risk", "text": "## Risks" }\n    ]\n  }\n}\n';

interface Updated extends Run {
  readonly written: Readonly<Record<string, string>>;
}

async function check(words: readonly string[], machine: Machine): Promise<Updated> {
  const written = new Map<string, string>();
  return {
    ...(await run(["check", ...words], { ...machine, written })),
    written: Object.fromEntries(written),
  };
}

const told = async (machine: Machine, words: readonly string[] = ["rfcs"]): Promise<readonly string[]> => {
  const { out } = await run(["check", "--format", "json", ...words], machine);
  const { findings } = JSON.parse(out) as { readonly findings: readonly Readonly<Record<string, unknown>>[] };
  return findings.map(({ file, severity, rule }) => `${String(file)} ${String(severity)} ${String(rule)}`);
};

describe("check --update-baseline", () => {
  it("makes the baseline, after which nothing is told", async () => {
    const { code, out, err, written } = await check(["--update-baseline", "rfcs"], { files });
    assert.deepEqual(written, { [path]: accepted });
    assert.equal(code, 0);
    assert.match(err, /rfcs\/accepted\.json: 1 finding is accepted, 1 of them new; 0 are gone\./);
    assert.match(out, /1 accepted in the baseline\./);
    const after = { files: { ...files, ...written } };
    assert.deepEqual(await told(after), []);
    assert.deepEqual((await check(["--update-baseline", "rfcs"], after)).written, {});
    assert.deepEqual(await told({ files: { ...files, [path]: none } }), [
      "rfcs/0001-sync.md error empty-section",
    ]);
  });

  it("counts what is accepted for programs", async () => {
    const { out } = await check(["--format", "json", "rfcs"], { files: { ...files, [path]: accepted } });
    const { summary } = JSON.parse(out) as { readonly summary: object };
    assert.deepEqual(summary, {
      files: 3,
      errors: 0,
      warnings: 0,
      informations: 0,
      hints: 0,
      accepted: 1,
    });
  });

  it("takes out what is gone, which is told until then", async () => {
    const mended = { files: { ...files, [path]: accepted, [one]: good.replace("engine", "of photos") } };
    assert.deepEqual(await told(mended), ["rfcs/accepted.json information baseline"]);
    const { written, err } = await check(["--update-baseline", "rfcs"], mended);
    assert.deepEqual(written, { [path]: none });
    assert.match(err, /0 findings are accepted, 0 of them new; 1 is gone\./);
  });

  it("leaves alone what is accepted of documents that are not checked", async () => {
    const { written } = await check(["--update-baseline", two], {
      files: { ...files, [path]: accepted, [one]: good, [two]: approved },
    });
    assert.deepEqual(written, {
      [path]: accepted.replace(
        "    ]\n  }",
        '    ],\n    "0002-notes.md": [\n      { "rule": "empty-section", "section": "risk", "text": "## Risks" }\n    ]\n  }',
      ),
    });
  });

  it("takes out documents that are not there any more, as far as their folder is checked", async () => {
    const { [one]: _, ...left } = files;
    const machine = { files: { ...left, [path]: accepted } };
    assert.deepEqual((await check(["--update-baseline", two], machine)).written, {});
    assert.deepEqual((await check(["--update-baseline", "rfcs"], machine)).written, { [path]: none });
  });

  it("keeps CRLF", async () => {
    const { written } = await check(["--update-baseline", "rfcs"], {
      files: { ...files, [path]: none.replaceAll("\n", "\r\n") },
    });
    assert.deepEqual(written, { [path]: accepted.replaceAll("\n", "\r\n") });
  });

  it("says of which documents nothing is accepted, and ends with 2 where there is no baseline at all", async () => {
    const machine = { files: { ...files, [`${folder}/.design-docs.json`]: config({ baseline: undefined }) } };
    const { code, err, written } = await check(["--update-baseline", "rfcs"], machine);
    assert.deepEqual([code, written], [2, {}]);
    assert.match(err, /rfcs\/0001-sync\.md and 1 more: no baseline is configured, so nothing is accepted\./);
  });

  it("ends with 2 where the file cannot be written", async () => {
    const { code, err } = await check(["--update-baseline", "rfcs"], {
      files: { ...files, [path]: none },
      readOnly: [path],
    });
    assert.equal(code, 2);
    assert.match(err, /accepted\.json: the baseline cannot be written: it is read-only\./);
  });
});

describe("a baseline that is none", () => {
  const machine = { files: { ...files, [path]: "<<<<<<< HEAD\n" } };

  it("is told once, accepts nothing, and ends with 2", async () => {
    const { code, out, err } = await check([one, two], machine);
    assert.equal(code, 2);
    assert.match(out, /empty-section/);
    assert.equal(err.match(/The baseline “accepted\.json” is no JSON/g)?.length, 1);
  });

  it("is written anew", async () => {
    const { code, err, written } = await check(["--update-baseline", "rfcs"], machine);
    assert.deepEqual(written, { [path]: accepted });
    assert.match(err, /this file was no baseline, so it is made anew of the documents checked/);
    assert.equal(code, 0);
  });
});

describe("a team’s day", () => {
  const since = { [`${folder}/.design-docs.json`]: config({ since: "2026-01-01", baseline: undefined }) };

  for (const [name, begun, level] of [
    ["before it", { day: "2025-12-31" }, "information"],
    ["on it", { day: "2026-01-01" }, "error"],
    ["never", undefined, "error"],
    ["beyond the clone", { beyond: true }, "information"],
  ] as const)
    it(`makes ${level} of an error in a document that was committed first ${name}`, async () => {
      const machine = { files: { ...files, ...since }, ...(begun && { begun: { [one]: begun } }) };
      assert.deepEqual(await told(machine, [one]), [`rfcs/0001-sync.md ${level} empty-section`]);
      const { err } = await check([one], machine);
      assert.equal(/The clone is shallow/.test(err), name === "beyond the clone");
    });
});

describe("a template that is checked", () => {
  const faulty = template.replace("## Risks", "## Goals");

  it("is told by rules about templates, named or found in a folder", async () => {
    const machine = { files: { ...files, [`${folder}/t.md`]: faulty, [one]: good, [two]: good } };
    const expected = "rfcs/t.md warning template-duplicate-section";
    for (const words of [["rfcs"], [`${folder}/t.md`]])
      assert.deepEqual(
        (await told(machine, words)).filter((line) => line.includes("t.md")),
        [expected],
      );
  });

  it("is not looked for where it governs nothing", async () => {
    const machine = { files: { ...files, "/repo/other/TEMPLATE.md": faulty } };
    const lines = await told(machine, ["."]);
    assert.deepEqual(
      lines.filter((line) => line.includes("TEMPLATE")),
      [],
    );
  });

  it("takes the settings of its configuration", async () => {
    const rules = { "file-name": "off", "template-duplicate-section": "error" };
    const own = JSON.stringify({ collections: [{ include: ["*.md"], template: "t.md" }], rules });
    const machine = {
      files: { ...files, [`${folder}/.design-docs.json`]: own, [`${folder}/t.md`]: faulty },
    };
    assert.deepEqual(await told(machine, [`${folder}/t.md`]), ["rfcs/t.md error template-duplicate-section"]);
  });
});
