import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Card, Facts } from "../../server/src/facts/facts.ts";
import { analyze, fixesOf, type Analysis } from "../../server/src/service.ts";
import { builtInTemplate } from "../../server/src/template/built-in.ts";
import { presetTemplate } from "../../server/src/template/presets.ts";
import { readTemplate } from "../../server/src/template/read-template.ts";
import type { Template } from "../../server/src/template/template.ts";

const body = "# T\n\nStatus: DRAFT\nDate: YYYY-MM-DD\n\n## Goals\n\nWhat it is for.\n";
const team = (text: string, uri?: string): Template =>
  readTemplate({ name: "team", text, ...(uri !== undefined && { uri }) });
const teamUri = "file:///w/docs/designs/TEMPLATE.md";

const prose =
  "Phones work offline, and what is written there is not lost when they come back to the reach of a network again.";

interface Named {
  readonly template?: Template;
  readonly fileName?: string | undefined;
  readonly name: string;
  readonly folder?: string;
  readonly title?: string;
  readonly date?: string;
  readonly others?: readonly string[];
}

function judged({
  template = team(body, teamUri),
  fileName,
  name,
  folder = "docs/rfcs",
  others,
  ...said
}: Named): Analysis {
  const uri = `file:///w/${folder}/${name}`;
  const facts: Facts = {
    today: "2026-03-02",
    fileName: name,
    uri,
    ...(others && { others: others.map(cardAt) }),
  };
  return analyze({
    text: `# ${said.title ?? "Sync engine"}\n\nStatus: DRAFT\nDate: ${said.date ?? "2026-03-01"}\n\n## Goals\n\n${prose}\n`,
    template,
    facts,
    settings: { rules: {}, fileName },
  });
}

const cardAt = (path: string): Card => ({
  uri: `file:///w/${path}`,
  path,
  fileName: path.slice(path.lastIndexOf("/") + 1),
  title: "Something else",
  status: "DRAFT",
  stage: "draft",
  supersedes: [],
  supersededBy: [],
});

const told = (analysis: Analysis, rule: string): readonly string[] =>
  analysis.findings.flatMap((finding) => (finding.rule.id === rule ? [finding.severity] : []));

/** The names that the fixes of a rule's finding give. */
const renames = (analysis: Analysis, rule: string): readonly string[] =>
  analysis.findings
    .filter((finding) => finding.rule.id === rule)
    .flatMap((finding) => fixesOf(analysis, finding))
    .flatMap(({ rename }) => rename ?? []);

describe("file-name", () => {
  const named = `${body}\nSave it as \`YYYY-MM-DD-<short-title>-design.md\`.\n`;
  const asked: readonly (readonly [about: string, Named, readonly string[]])[] = [
    ["the built-in template", { template: builtInTemplate(), name: "0007-sync-engine.md" }, ["warning"]],
    ["a template without a file", { template: team(body), name: "0007-sync-engine.md" }, ["warning"]],
    ["a team’s template that says nothing", { name: "0007-sync-engine.md" }, []],
    ["one that speaks of our names", { template: team(named, teamUri), name: "0007-sync.md" }, ["warning"]],
    [
      "one that speaks of names of its own",
      { template: team(`${body}\nSave it as \`sync-design.md\`.\n`, teamUri), name: "sync.md" },
      [],
    ],
    ["a preset’s own form", { template: presetTemplate("adr"), name: "0007-sync-engine.md" }, []],
    ["another than the preset’s", { template: presetTemplate("adr"), name: "sync-engine.md" }, ["warning"]],
    [
      "a configuration before the template",
      { template: builtInTemplate(), fileName: "{number:4}-{title}.md", name: "0007-sync-engine.md" },
      [],
    ],
    [
      "another form than the configuration’s",
      { fileName: "{number:4}-{title}.md", name: "7-a.md" },
      ["warning"],
    ],
    ["a pattern that is none", { fileName: "{what}.md", name: "7-a.md" }, []],
    ["a day that does not exist", { fileName: "{date}-{title}.md", name: "2026-02-30-a.md" }, ["warning"]],
    [
      "folders of the pattern",
      { fileName: "{number}-{title}/README.md", name: "README.md", folder: "keps/12-sync-engine" },
      [],
    ],
    [
      "another folder than the pattern’s",
      { fileName: "{number}-{title}/README.md", name: "README.md", folder: "keps/sync-engine" },
      ["warning"],
    ],
  ];
  for (const [about, given, levels] of asked) {
    it(about, () => assert.deepEqual(told(judged(given), "file-name"), levels));
  }

  const numbers = "{number:4}-{title}.md";
  const fixed: readonly (readonly [about: string, Named, readonly string[]])[] = [
    ["pads the number that is there", { fileName: numbers, name: "7-x.md" }, ["0007-sync-engine.md"]],
    ["takes the number behind a word", { fileName: numbers, name: "rfc7.md" }, ["0007-sync-engine.md"]],
    [
      "takes the next number of the folder",
      { fileName: numbers, name: "sync.md", others: ["docs/rfcs/0003-a.md", "docs/adr/0009-b.md"] },
      ["0004-sync-engine.md"],
    ],
    ["waits until the folder is known", { fileName: numbers, name: "sync.md" }, []],
    [
      "takes the day of the header",
      { fileName: "{date}-{title}.md", name: "x.md" },
      ["2026-03-01-sync-engine.md"],
    ],
    [
      "renames a file in a folder that has the form",
      { fileName: "{number}-{title}/README.md", name: "design.md", folder: "keps/12-sync" },
      ["README.md"],
    ],
    [
      "does not rename where the folder is wrong",
      { fileName: "{number}-{title}/README.md", name: "README.md", folder: "keps/sync" },
      [],
    ],
  ];
  for (const [about, given, names] of fixed) {
    it(about, () => assert.deepEqual(renames(judged(given), "file-name"), names));
  }
});

describe("other rules read names by the team’s pattern", () => {
  it("date-mismatch", () => {
    const given = { fileName: "{title}-{date:YYYYMMDD}.md", name: "sync-20260109.md" };
    const analysis = judged(given);
    assert.deepEqual(told(analysis, "date-mismatch"), ["information"]);
    assert.deepEqual(renames(analysis, "date-mismatch"), ["sync-20260301.md"]);
    assert.deepEqual(told(judged({ ...given, date: "2026-01-09" }), "date-mismatch"), []);
    const inFolder = { fileName: "{date}/{title}.md", name: "sync.md", folder: "d/2026-01-09" };
    assert.deepEqual(told(judged(inFolder), "date-mismatch"), ["information"]);
    assert.deepEqual(renames(judged(inFolder), "date-mismatch"), [], "the folder keeps its name");
  });

  it("slug-drift", () => {
    const given = { fileName: "{number:4}-{title}.md", name: "0007-login-cache.md" };
    assert.deepEqual(renames(judged(given), "slug-drift"), ["0007-sync-engine.md"]);
    assert.deepEqual(told(judged({ ...given, fileName: undefined }), "slug-drift"), []);
    const inFolder = {
      fileName: "{number}-{title}/README.md",
      name: "README.md",
      folder: "keps/12-login-cache",
    };
    assert.deepEqual(told(judged(inFolder), "slug-drift"), ["hint"]);
    assert.deepEqual(renames(judged(inFolder), "slug-drift"), [], "the folder keeps its name");
  });

  it("duplicate-document, the later number", () => {
    const given = { fileName: "{number:4}-{title}.md", name: "0007-sync-engine.md" };
    const beside = (name: string): readonly string[] =>
      told(judged({ ...given, others: [`docs/rfcs/${name}`] }), "duplicate-document");
    assert.deepEqual(beside("0003-sync-engine.md"), ["information"]);
    assert.deepEqual(beside("0009-sync-engine.md"), []);
    assert.deepEqual(beside("0003-sync.md"), []);
  });
});
