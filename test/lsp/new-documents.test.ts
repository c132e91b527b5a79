import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { TextDocument } from "vscode-languageserver-textdocument";
import * as protocol from "../../server/src/protocol/protocol.ts";
import { presetNames, presets } from "../../server/src/template/presets.ts";
import { root, startTestClient, type ServerOptions, type TestClient } from "../kit/protocol.ts";

const own = "# Our RFC\n\n## Why\n\nSay why.\n";

async function ask<R>(options: ServerOptions, method: string, params: object): Promise<R> {
  const client = await startTestClient(options);
  return client.connection.sendRequest<R>(method, params);
}

describe("designDocs/presets", () => {
  it("lists them all, with what people are told", async () => {
    const listed = await ask<protocol.PresetsResult>({}, protocol.Presets, {});
    assert.deepEqual(
      listed.map(({ name }) => name),
      presetNames,
    );
    assert.deepEqual(listed[2], {
      name: "adr",
      title: "Architecture decision record",
      summary: "One decision with its context and its consequences, in the sections of Michael Nygard.",
      folder: "docs/adr",
      fileName: "{number:4}-{title}.md",
    });
  });
});

describe("designDocs/presets for a workspace folder", () => {
  it("names the customary places that are there", async () => {
    const files = {
      "file:///w/docs/architecture/decisions/0001-a.md": "",
      "file:///w/docs/rfcs/0000-template.md": own,
    };
    const listed = await ask<protocol.PresetsResult>({ files }, protocol.Presets, { folder: root });
    assert.deepEqual(
      listed.map(({ folder }) => folder),
      [
        "docs/designs",
        "docs/notes",
        "docs/architecture/decisions",
        "docs/decisions",
        "docs/rfcs",
        "enhancements",
      ],
    );
  });
});

describe("designDocs/documentKinds without a configuration", () => {
  const kinds = (options: ServerOptions = {}, folder = root, chosen = false) =>
    ask<protocol.DocumentKindsResult>(options, protocol.DocumentKinds, { folder, chosen });

  it("begins with the built-in template and offers the other presets", async () => {
    const found = await kinds();
    assert.equal(found.decided, false);
    assert.deepEqual(
      found.kinds.map(({ id, source, path }) => [id, source, path]),
      presetNames.map((name) => [`preset:${name}`, "preset", presets[name].folder]),
    );
  });

  it("begins with the team’s template where one governs", async () => {
    const found = await kinds({ files: { "file:///w/docs/designs/TEMPLATE.md": own } });
    assert.equal(found.decided, true);
    assert.deepEqual(found.kinds[0], {
      id: "template",
      source: "template",
      title: "Our RFC",
      detail: "docs/designs/TEMPLATE.md",
      path: "docs/designs",
    });
    assert.deepEqual(
      found.kinds.slice(1).map(({ id }) => id),
      presetNames.filter((name) => name !== "design-doc").map((name) => `preset:${name}`),
    );
  });

  it("has nothing to ask where a folder for designs was chosen", async () => {
    const found = await kinds({}, "file:///w/pkg/docs/designs", true);
    assert.equal(found.decided, true);
    assert.equal(found.kinds[0]?.path, "pkg/docs/designs");
    // There the built-in template judges, so what follows another goes elsewhere.
    assert.equal(found.kinds[2]?.path, "docs/adr");
  });

  it("keeps another folder that was chosen for the presets", async () => {
    const found = await kinds({}, "file:///w/notes", true);
    assert.equal(found.decided, false);
    assert.deepEqual(found.kinds.map(({ path }) => path).slice(0, 2), ["docs/designs", "notes"]);
  });
});

describe("kinds of a configuration", () => {
  const config = (...collections: readonly object[]): ServerOptions["files"] => ({
    "file:///w/.design-docs.json": JSON.stringify({ collections }),
    "file:///w/rfcs/0000-template.md": own,
    "file:///w/rfcs/0041-a.md": "",
    "file:///w/keps/NNNN-kep-template/README.md": own,
    "file:///w/keps/12-a/README.md": "",
    "file:///w/keps/14-b/README.md": "",
    "file:///w/notes/2026-01-01-a.md": "",
    "file:///w/notes/2026-01-02-b.md": "",
    "file:///w/notes/TEMPLATE.md": own,
  });
  const adr = { include: ["docs/adr/*.md"], template: "preset:adr" };
  const rfcs = { include: ["rfcs/*.md"], fileName: "{number:4}-{title}.md" };
  const keps = { include: ["keps/*/README.md"], template: "keps/NNNN-kep-template/README.md" };
  const notes = { include: ["notes/**/*.md"] };

  const kindsOf = async (
    collections: readonly object[],
    folder = root,
    chosen = false,
  ): Promise<protocol.DocumentKindsResult> =>
    ask({ files: config(...collections) ?? {} }, protocol.DocumentKinds, { folder, chosen });

  it("are its collections, with their templates and folders", async () => {
    const { decided, kinds } = await kindsOf([adr, rfcs, keps, notes]);
    assert.equal(decided, false);
    assert.deepEqual(kinds, [
      {
        id: "collection:0",
        source: "collection",
        title: "Architecture Decision Record",
        detail: "preset “adr”",
        path: "docs/adr",
      },
      {
        id: "collection:1",
        source: "collection",
        title: "Our RFC",
        detail: "rfcs/0000-template.md",
        path: "rfcs",
      },
      {
        id: "collection:2",
        source: "collection",
        title: "Our RFC",
        detail: "keps/NNNN-kep-template/README.md",
        path: "keps",
      },
      {
        id: "collection:3",
        source: "collection",
        title: "Our RFC",
        detail: "notes/TEMPLATE.md",
        path: "notes",
      },
    ]);
  });

  it("have the chosen folder’s first, which decides", async () => {
    const found = await kindsOf([adr, rfcs, notes], "file:///w/notes/old", true);
    assert.equal(found.decided, true);
    assert.deepEqual([found.kinds[0]?.id, found.kinds[0]?.path], ["collection:2", "notes/old"]);
    assert.equal((await kindsOf([adr, rfcs], "file:///w/src", true)).decided, false);
    assert.equal((await kindsOf([adr])).decided, true);
  });

  it("are those of the settings where it has none", async () => {
    assert.equal((await kindsOf([])).kinds[0]?.id, "preset:design-doc");
  });

  const names: readonly (readonly [kind: string, path: string])[] = [
    ["collection:0", "docs/adr/0001-sync-engine.md"],
    ["collection:1", "rfcs/0042-sync-engine.md"],
    ["collection:2", "keps/15-sync-engine/README.md"],
    ["collection:3", "notes/2026-01-05-sync-engine.md"],
  ];
  for (const [kind, path] of names) {
    it(`name a document ${path}, which then has nothing above information`, async () => {
      const client = await startTestClient({ files: config(adr, rfcs, keps, notes) ?? {} });
      const name = await client.connection.sendRequest<protocol.NewFileNameResult>(protocol.NewFileName, {
        title: "Sync engine",
        folder: root,
        chosen: false,
        kind,
      });
      assert.equal(name.path, path);
      const { text } = await client.connection.sendRequest<protocol.NewDocumentResult>(protocol.NewDocument, {
        uri: name.uri,
        title: "Sync engine",
        reviewers: ["@bob"],
        kind,
      });
      assert.match(text, kind === "collection:0" ? /\n## Context\n/ : /\n## Why\n/);
      await client.open(name.uri, text);
      const status = await client.connection.sendRequest<protocol.StatusResult>(protocol.Status, {
        uri: name.uri,
      });
      assert.ok(status, "it is a design document");
      assert.deepEqual(
        (await client.diagnostics(name.uri)).filter(({ severity }) => (severity ?? 1) < 3),
        [],
      );
    });
  }

  it("tell names by the collection’s pattern", async () => {
    const client = await startTestClient({ files: config(rfcs) ?? {} });
    const uri = "file:///w/rfcs/sync.md";
    await client.open(uri, "# Sync engine\n\n## Why\n\nPhones work offline.\n");
    const [finding] = await client.diagnostics(uri);
    assert.match(
      JSON.stringify(finding?.message ?? ""),
      /“sync.md” should be of the form NNNN-<short-title>.md/,
    );
  });
});

describe("a new document from a preset", () => {
  for (const preset of presetNames) {
    it(preset, async () => {
      const client = await startTestClient({ files: { "file:///w/docs/adr/0007-a.md": "" } });
      const kind = `preset:${preset}`;
      const name = await client.connection.sendRequest<protocol.NewFileNameResult>(protocol.NewFileName, {
        title: "Sync engine",
        folder: root,
        chosen: false,
        kind,
      });
      const number = preset === "adr" ? "0008" : "0001";
      const { folder, fileName } = presets[preset];
      const expected = fileName
        .replace("{date}", "2026-01-05")
        .replace("{number:4}", number)
        .replace("{title}", "sync-engine");
      assert.deepEqual([name.path, name.exists], [`${folder}/${expected}`, false]);
      const made = await client.connection.sendRequest<protocol.NewDocumentResult>(protocol.NewDocument, {
        uri: name.uri,
        title: "Sync engine",
        reviewers: ["@bob"],
        kind,
      });
      assert.match(
        made.text,
        /^# Sync engine\n(?=[^]*\n(?:Status: |## Status\n\n)(?:Draft|DRAFT|Provisional)\n)/,
      );
    });
  }

  it("takes what governs where a client sends a kind that is none", async () => {
    const params = { title: "A", folder: root, chosen: false };
    const odd = await ask<protocol.NewFileNameResult>({}, protocol.NewFileName, {
      ...params,
      kind: "preset:constructor",
    });
    assert.equal(odd.path, "docs/designs/2026-01-05-a-design.md");
  });
});

describe("designDocs/setUp", () => {
  const setUp = (client: TestClient, params: Partial<protocol.SetUpParams> = {}) =>
    client.connection.sendRequest<protocol.SetUpResult>(protocol.SetUp, {
      folder: root,
      preset: "adr",
      ...params,
    });

  it("gives the files to create and what to open", async () => {
    const client = await startTestClient();
    const result = await setUp(client, { designFolder: "architecture" });
    assert.deepEqual(
      result.files.map(({ uri }) => uri),
      ["file:///w/.design-docs.json", "file:///w/architecture/TEMPLATE.md"],
    );
    assert.deepEqual([result.edits, result.notes], [[], []]);
    assert.equal(result.open, "file:///w/architecture/TEMPLATE.md");
  });

  const uri = "file:///w/.design-docs.json";
  const after = async (
    client: TestClient,
    document: TextDocument,
    version: number | null,
  ): Promise<string> => {
    const { files, edits } = await setUp(client);
    assert.deepEqual(
      files.map((file) => file.uri),
      ["file:///w/docs/adr/TEMPLATE.md"],
    );
    assert.deepEqual(
      edits.map((edit) => [edit.uri, edit.version]),
      [[uri, version]],
    );
    return TextDocument.applyEdits(
      document,
      edits.flatMap((edit) => edit.edits).map((edit) => ({ ...edit })),
    );
  };
  const text = '{\n  "collections": [{ "include": ["rfcs/*.md"] }]\n}\n';

  it("edits a configuration as it is typed", async () => {
    const client = await startTestClient({ files: { [uri]: "{}" } });
    const document = await client.open(uri, text);
    const { collections } = JSON.parse(await after(client, document, document.version)) as {
      readonly collections: readonly { readonly include: readonly string[] }[];
    };
    assert.deepEqual(
      collections.map(({ include }) => include[0]),
      ["rfcs/*.md", "docs/adr/**/*.md"],
    );
  });

  it("edits a file with a byte order mark, which editors do not count", async () => {
    const client = await startTestClient({ files: { [uri]: "\uFEFF{}" } });
    const document = TextDocument.create(uri, "jsonc", 0, "{}");
    assert.match(await after(client, document, null), /^\{[^]*"docs\/adr\/\*\*\/\*\.md"[^]*\}$/);
  });

  it("fails with a sentence for people", async () => {
    const client = await startTestClient({ files: { [uri]: '{ "collections": 3 }' } });
    await assert.rejects(setUp(client), /“.design-docs.json” cannot be read as a configuration/);
    await assert.rejects(setUp(client, { preset: "nygard" }), /There is no preset “nygard”/);
    await assert.rejects(setUp(client, { designFolder: "../x" }), /is no folder inside/);
  });
});
