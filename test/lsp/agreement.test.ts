// An editor and the command line tell the same of the same files.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Status, type StatusResult } from "../../server/src/protocol/protocol.ts";
import { run } from "../cli/memory-host.ts";
import { fullClient } from "../kit/clients.ts";
import { startTestClient } from "../kit/protocol.ts";

const root = "/repo";
const short = "# Note\n\nStatus: DRAFT\n\n## Why\n\nWhat it is for.\n";
const note = "# Cache\n\nStatus: DRAFT\n\n## Why\n\nPages are slow.\n";
const other = note.replace("# Cache", "# Queue").replace("## Why", "## Who");
const json = (value: unknown): string => JSON.stringify(value);

interface World {
  readonly name: string;
  /** By path below the root. */
  readonly files: Readonly<Record<string, string>>;
  /** The folder that is opened, and that is checked; the root where it is absent. */
  readonly folder?: string;
}

const collections = [
  { include: "notes/**", exclude: "notes/old/**", template: "tpl/shape.txt" },
  { include: ["adr/*.md"], template: "preset:adr", rules: { "missing-section": "error" } },
];
const base = {
  "tpl/shape.txt": short,
  "notes/a.md": note,
  "notes/b.md": other,
  "notes/old/c.md": other,
  "notes/picture.png": "",
  "adr/0001-x.md": "# X\n\nStatus: Accepted\n",
  "docs/designs/2026-01-01-d-design.md": "# D\n",
};

const worlds: readonly World[] = [
  { name: "without a configuration", files: base },
  { name: "with several collections", files: { ...base, ".design-docs.json": json({ collections }) } },
  {
    name: "in a folder of the repository",
    files: { ...base, ".design-docs.json": json({ collections }) },
    folder: "notes",
  },
  {
    name: "with one in a package.json below another",
    files: {
      ...base,
      ".design-docs.json": json({ collections: [{ include: "**/*.md", template: "tpl/shape.txt" }] }),
      "adr/package.json": json({ "design-docs": { collections: [{ include: "0*.md" }] } }),
    },
  },
  {
    name: "with one that says rules alone",
    files: {
      ...base,
      ".design-docs.json": json({ rules: { "missing-section": "hint", "file-name": "off" } }),
    },
  },
  {
    name: "with one that is broken",
    files: { ...base, ".design-docs.json": '{ "collections": [{ "include": "notes/*.md", "template": 3 }, ' },
  },
  { name: "with one that is no object", files: { ...base, ".design-docs.json": "[]" } },
  {
    name: "with a template that is not there",
    files: {
      ...base,
      ".design-docs.json": json({ collections: [{ include: "notes/*.md", template: "x.md" }] }),
    },
  },
  {
    name: "with statuses, fields and a template beside the documents",
    files: {
      ...base,
      "notes/TEMPLATE.md": short,
      ".design-docs.json": json({
        collections: [{ include: "notes/*.md", statuses: ["OPEN"], fields: { Area: { required: true } } }],
        people: { Ada: "@ada" },
        review: { days: 3 },
      }),
    },
  },
];

/** `path rule severity` of all findings in documents, sorted; a document without any by its path alone. */
async function inEditor(files: Readonly<Record<string, string>>, folder: string): Promise<readonly string[]> {
  const uris = Object.fromEntries(
    Object.entries(files).map(([path, text]) => [`file://${root}/${path}`, text]),
  );
  const client = await startTestClient({
    capabilities: fullClient,
    folders: [`file://${folder}`],
    files: { ...uris, [`file://${root}/.git/HEAD`]: "" },
  });
  const told: string[] = [];
  for (const [uri, text] of Object.entries(uris)) {
    if (!uri.startsWith(`file://${folder}/`) || !uri.endsWith(".md")) continue;
    await client.open(uri, text);
    const path = uri.slice(`file://${root}/`.length);
    if ((await client.connection.sendRequest<StatusResult>(Status, { uri })) === null) continue;
    const found = await client.diagnostics(uri);
    told.push(path, ...found.map(({ code, severity }) => `${path} ${String(code)} ${severity}`));
  }
  return told.toSorted();
}

const severities = ["error", "warning", "information", "hint"];

async function onCommandLine(
  files: Readonly<Record<string, string>>,
  folder: string,
  documents: readonly string[],
): Promise<readonly string[]> {
  const machine = {
    files: {
      ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`${root}/${path}`, text])),
      [`${root}/.git/HEAD`]: "",
    },
  };
  const { out } = await run(["check", "--severity", "hint", "--format", "json", folder], machine);
  const { findings, summary } = JSON.parse(out) as {
    readonly findings: readonly { readonly file: string; readonly rule: string; readonly severity: string }[];
    readonly summary: { readonly files: number };
  };
  const configs = Object.keys(files).filter(
    (path) => `${root}/${path}`.startsWith(`${folder}/`) && path.endsWith(".json"),
  );
  assert.equal(summary.files - configs.length, documents.length, "as many documents");
  return findings
    .filter(({ file }) => !file.endsWith(".json"))
    .map(({ file, rule, severity }) => `${file} ${rule} ${severities.indexOf(severity) + 1}`)
    .toSorted();
}

// What is around documents is asked in the background in an editor, so what hangs on it comes later there.
const isOfText = (line: string): boolean => !/ (?:duplicate-document|unknown-reviewer) /.test(line);

describe("an editor and the command line agree", () => {
  for (const { name, files, folder } of worlds)
    it(name, async () => {
      const place = folder === undefined ? root : `${root}/${folder}`;
      const told = await inEditor(files, place);
      const documents = told.filter((line) => !line.includes(" "));
      assert.ok(documents.length > 0);
      assert.deepEqual(
        (await onCommandLine(files, place, documents)).filter(isOfText),
        told.filter((line) => line.includes(" ") && isOfText(line)),
      );
    });
});
