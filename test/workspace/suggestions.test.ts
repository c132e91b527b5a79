import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { looksLikeTemplate } from "../../server/src/workspace/template-names.ts";
import { suggest, type PresetShape } from "../../server/src/workspace/suggestions.ts";
import { memoryFiles } from "../kit/memory-files.ts";

const text = (...titles: readonly string[]): string =>
  `# A Title\n\n${titles.map((title) => `## ${title}\n\nText.\n`).join("\n")}`;

const rfc = text("Summary", "Motivation", "Drawbacks", "Prior art");
const decision = text("Status", "Context", "Decision", "Consequences");
const notes = text("Monday", "Tuesday", "Wednesday");

const presets: readonly PresetShape[] = [
  { name: "adr", titles: ["Status", "Context", "Decision", "Consequences"] },
  { name: "decision-record", titles: ["Context and Problem Statement", "Considered Options"] },
  { name: "rfc", titles: ["Summary", "Motivation", "Drawbacks"] },
];

interface Case {
  readonly name: string;
  readonly document: string;
  readonly text?: string;
  /** Texts by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Folder, globs, template; nothing where nothing is suggested. */
  readonly said: readonly [folder: string, globs: string, template: string | undefined] | undefined;
}

const cases: readonly Case[] = [
  {
    name: "a template beside the document",
    document: "rfcs/0001-queue.md",
    files: { "rfcs/0000-template.md": rfc },
    said: ["rfcs", "rfcs/*.md", "rfcs/0000-template.md"],
  },
  {
    name: "a template above the folder of the texts",
    document: "text/0001-queue.md",
    files: { "0000-template.md": rfc },
    said: ["text", "text/*.md", "0000-template.md"],
  },
  { name: "texts without a template", document: "text/0001-queue.md", said: undefined },
  {
    name: "documents that are folders, with a template that is one",
    document: "keps/api/12-queue/README.md",
    files: { "keps/NNNN-kep-template/README.md": rfc, "keps/README.md": notes },
    said: ["keps", "keps/**/README.md -keps/README.md", "keps/NNNN-kep-template/README.md"],
  },
  {
    name: "a template in a folder for templates",
    document: "proposals/2026/queue.md",
    files: { "proposals/templates/feature.md": rfc, "proposals/templates/other.md": notes },
    said: [
      "proposals",
      "proposals/**/*.md -proposals/**/README.md -proposals/**/index.md",
      "proposals/templates/feature.md",
    ],
  },
  {
    name: "of two templates the one that it follows",
    document: "docs/adr/0002-x.md",
    text: decision,
    files: { "docs/adr/rfc-template.md": rfc, "docs/adr/adr-template.md": decision },
    said: ["docs/adr", "docs/adr/*.md", "docs/adr/adr-template.md"],
  },
  {
    name: "a template in no customary place",
    document: "notes/decided/0002-x.md",
    text: decision,
    files: { "notes/decided/decision-template.md": decision, "notes/decided/README.md": "" },
    said: [
      "notes/decided",
      "notes/decided/*.md -notes/decided/README.md",
      "notes/decided/decision-template.md",
    ],
  },
  {
    name: "a template that it does not follow, in no customary place",
    document: "notes/monday.md",
    text: notes,
    files: { "notes/decision-template.md": decision },
    said: undefined,
  },
  {
    name: "a document that has just been begun",
    document: "docs/rfcs/0003-x.md",
    text: "# X\n",
    files: { "docs/rfcs/0000-template.md": rfc },
    said: ["docs/rfcs", "docs/rfcs/*.md", "docs/rfcs/0000-template.md"],
  },
  {
    name: "a preset that it follows",
    document: "docs/adr/0002-x.md",
    text: decision,
    said: ["docs/adr", "docs/adr/*.md", "preset:adr"],
  },
  {
    name: "a customary place alone",
    document: "docs/adr/0002-x.md",
    text: notes,
    files: { "docs/adr/index.md": "" },
    said: ["docs/adr", "docs/adr/*.md -docs/adr/index.md", undefined],
  },
  {
    name: "a customary place within a monorepo, with special characters above it",
    document: "packages/[a]/docs/decisions/0002-x.md",
    text: decision,
    said: ["packages/[a]/docs/decisions", String.raw`packages/\[a\]/docs/decisions/*.md`, "preset:adr"],
  },
  { name: "a general name deep down", document: "src/app/design/colours.md", said: undefined },
  {
    name: "a general name below docs",
    document: "docs/design/x.md",
    said: ["docs/design", "docs/design/*.md", undefined],
  },
  { name: "a read-me file of the place", document: "docs/adr/README.md", text: decision, said: undefined },
  { name: "a change log", document: "docs/adr/CHANGELOG.md", said: undefined },
  { name: "a note anywhere", document: "notes/monday.md", text: notes, said: undefined },
  {
    name: "a folder that is hidden",
    document: ".github/rfcs/0001-x.md",
    files: { ".github/rfcs/0000-template.md": rfc },
    said: undefined,
  },
  {
    name: "the template itself",
    document: "rfcs/0000-template.md",
    files: { "rfcs/0001-x.md": rfc },
    said: ["rfcs", "rfcs/*.md", "rfcs/0000-template.md"],
  },
  { name: "a template in no customary place, itself", document: "mail/template.md", said: undefined },
  {
    name: "a file in the workspace folder itself",
    document: "one.md",
    files: { "TEMPLATE.md": rfc, "README.md": "", "CONTRIBUTING.md": "" },
    said: ["", "*.md -CONTRIBUTING.md -README.md", "TEMPLATE.md"],
  },
];

describe("a suggestion for", () => {
  for (const { name, document, text: own = rfc, files = {}, said } of cases)
    it(name, async () => {
      const folder = "file:///w";
      const uris = { [document]: own, ...files };
      const memory = memoryFiles(
        Object.fromEntries(Object.entries(uris).map(([path, one]) => [encodeURI(`${folder}/${path}`), one])),
      );
      const query = { document: encodeURI(`${folder}/${document}`), text: own, folder, presets };
      const found = await suggest(query, memory);
      const globs =
        found && [...found.include, ...found.exclude.toSorted().map((glob) => `-${glob}`)].join(" ");
      assert.deepEqual(found && [found.folder, globs, found.template], said);
      assert.equal(
        found?.isTemplate ?? false,
        looksLikeTemplate(document.split("/").at(-1) ?? "") && said !== undefined,
      );
    });

  it("a file outside the folder", async () => {
    const query = { document: "file:///x/rfcs/a.md", text: rfc, folder: "file:///w", presets };
    assert.equal(await suggest(query, memoryFiles()), undefined);
  });
});

const names: readonly (readonly [name: string, is: boolean])[] = [
  ["TEMPLATE.md", true],
  ["0000-Template.md", true],
  ["adr-template.md", true],
  ["adr.template.md", true],
  ["NNNN-template.md", true],
  ["RFC_template.md", true],
  ["0000-proposal-template.md", true],
  ["000-template.md", true],
  ["CFP-003-template.md", true],
  ["YYYY-MM-DD-template.markdown", true],
  ["0012-template.md", false],
  ["2026-01-05-mail-template.md", false],
  ["template-engine.md", false],
  ["contemplate.md", false],
  ["pull_request_template.md", false],
  ["bug-template.md", false],
  ["template.txt", false],
];
describe("a name of a template", () => {
  for (const [name, is] of names) it(name, () => assert.equal(looksLikeTemplate(name), is));
});
