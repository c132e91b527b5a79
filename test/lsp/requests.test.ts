import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DidChangeWorkspaceFoldersNotification } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import * as protocol from "../../server/src/protocol/protocol.ts";
import { root, startTestClient, type ServerOptions, type TestClient } from "../kit/protocol.ts";
import { complete, incomplete, template, templateUri, uri } from "./sample.ts";

const files = { [templateUri]: template };

async function ask<R>(options: ServerOptions, method: string, params: object): Promise<R> {
  const client = await startTestClient(options);
  return client.connection.sendRequest<R>(method, params);
}

const statusOf = (client: TestClient, of = uri): Promise<protocol.StatusResult> =>
  client.connection.sendRequest<protocol.StatusResult>(protocol.Status, { uri: of });

describe("designDocs/status", () => {
  it("says which template governs the document, why, and how far it has come", async () => {
    const client = await startTestClient({ files });
    await client.open(uri, incomplete.replace("IN REVIEW", "in-review"));
    assert.deepEqual(await statusOf(client), {
      template: {
        name: "docs/designs/TEMPLATE.md",
        uri: templateUri,
        reason: "“docs/designs/TEMPLATE.md” is the nearest template at or above the document.",
        why: "the nearest one",
      },
      status: "IN REVIEW",
      stage: "review",
      written: 1,
      total: 2,
      missing: ["Risks"],
      findings: { error: 0, warning: 1, information: 0, hint: 0 },
    });
  });

  it("names the built-in template without a URI", async () => {
    const client = await startTestClient();
    await client.open(uri, complete);
    const status = await statusOf(client);
    assert.equal(status?.template.uri, undefined);
    assert.match(status?.template.reason ?? "", /^The built-in template/);
  });

  it("is null for other files", async () => {
    const client = await startTestClient();
    await client.open("file:///w/notes.md", complete);
    assert.equal(await statusOf(client, "file:///w/notes.md"), null);
    assert.equal(await statusOf(client), null);
  });
});

describe("designDocs/didChangeStatus", () => {
  it("comes when a document is opened and when its status is another, and only then", async () => {
    const client = await startTestClient({ files });
    await client.open(uri, incomplete);
    assert.equal((await client.statuses.next()).status?.written, 1);
    await client.change(uri, `${incomplete}More of the same.\n`);
    await client.change(uri, complete);
    assert.equal((await client.statuses.next()).status?.written, 2);
    await client.changeFile(templateUri, `${template}\n## Costs\n`);
    assert.deepEqual((await client.statuses.next()).status?.missing, ["Costs"]);
    await client.change(uri, `<!-- design-docs: ignore -->\n\n${complete}`);
    assert.deepEqual(await client.statuses.next(), { uri, status: null });
    assert.deepEqual(client.statuses.waiting, []);
  });

  it("does not come for files that are no design documents, nor to other clients", async () => {
    for (const options of [{ servesFiles: true }, {}]) {
      const client = await startTestClient({ files, options });
      const target = options.servesFiles ? "file:///w/notes.md" : uri;
      await client.open(target, complete);
      await client.diagnostics(target);
      await statusOf(client, target);
      assert.deepEqual(client.statuses.waiting, []);
    }
  });
});

describe("designDocs/newFileName", () => {
  const name = (title: string, options: ServerOptions = {}, folder = root, chosen = false) =>
    ask<protocol.NewFileNameResult>(options, protocol.NewFileName, { title, folder, chosen });

  it("dates and shortens the title", async () => {
    assert.deepEqual(await name("Sync Engine!"), {
      uri: "file:///w/docs/designs/2026-01-05-sync-engine-design.md",
      path: "docs/designs/2026-01-05-sync-engine-design.md",
      exists: false,
    });
  });

  it("tells of a name that is taken, and the next free one", async () => {
    const taken = "file:///w/docs/designs/2026-01-05-sync-engine-design.md";
    const result = await name("Sync engine", { files: { [taken]: "" } });
    assert.equal(result.exists, true);
    assert.deepEqual(result.free, {
      uri: "file:///w/docs/designs/2026-01-05-sync-engine-2-design.md",
      path: "docs/designs/2026-01-05-sync-engine-2-design.md",
    });
  });

  it("keeps a chosen folder that the include rule reaches", async () => {
    const inside = await name("A", {}, "file:///w/pkg/docs/designs", true);
    assert.equal(inside.path, "pkg/docs/designs/2026-01-05-a-design.md");
    const outside = await name("A", {}, "file:///w/src", true);
    assert.equal(outside.path, "docs/designs/2026-01-05-a-design.md");
  });
});

describe("designDocs/newFileName without a configuration", () => {
  const folder = "file:///w/docs/designs";
  const own = "# Design\n\n## Why\n\nSay why.\n";
  const cases: readonly (readonly [about: string, files: Readonly<Record<string, string>>, path: string])[] =
    [
      [
        "numbers as the template’s name does",
        { "0000-template.md": own, "0007-a.md": "", "0009_b.md": "" },
        "docs/designs/0010-sync-engine.md",
      ],
      [
        "names as the documents beside it are named",
        { "TEMPLATE.md": own, "README.md": "", "2026-01-01-a.md": "", "2026-01-02-b.md": "" },
        "docs/designs/2026-01-05-sync-engine.md",
      ],
      [
        "names as ours where nothing is shown",
        { "TEMPLATE.md": own, "a.md": "" },
        "docs/designs/2026-01-05-sync-engine-design.md",
      ],
      [
        "names as ours under the built-in template",
        { "0001-a.md": "", "0002-b.md": "" },
        "docs/designs/2026-01-05-sync-engine-design.md",
      ],
    ];
  for (const [about, texts, path] of cases) {
    it(about, async () => {
      const files = Object.fromEntries(
        Object.entries(texts).map(([name, text]) => [`${folder}/${name}`, text]),
      );
      const params = { title: "Sync engine", folder: root, chosen: false };
      const result = await ask<protocol.NewFileNameResult>({ files }, protocol.NewFileName, params);
      assert.deepEqual([result.path, result.exists], [path, false]);
    });
  }
});

describe("designDocs/newDocument", () => {
  it("makes the text of the template that will govern it, with nothing above information", async () => {
    for (const given of [{ files }, {}]) {
      const client = await startTestClient(given);
      const { text, snippet } = await client.connection.sendRequest<protocol.NewDocumentResult>(
        protocol.NewDocument,
        {
          uri,
          title: "Sync engine",
          author: "Ada <ada@example.com>",
          reviewers: ["@bob"],
        },
      );
      assert.match(text, /^# Sync engine\n/);
      assert.match(snippet, /\$\{?\d/);
      await client.open(uri, text);
      assert.deepEqual(
        (await client.diagnostics(uri)).filter(({ severity }) => (severity ?? 1) < 3),
        [],
      );
    }
  });
});

describe("designDocs/knownHandles", () => {
  it("waits for what has to be read", async () => {
    const handles = await ask<protocol.KnownHandlesResult>(
      { files: { "file:///w/CODEOWNERS": "* @ada\n", [uri]: "# S\n\nReviewers: @bob\n" } },
      protocol.KnownHandles,
      { folder: `${root}/docs` },
    );
    assert.deepEqual(handles, [
      { handle: "@bob", detail: "1 design document" },
      { handle: "@ada", detail: "CODEOWNERS" },
    ]);
  });
});

describe("designDocs/insertMissing", () => {
  const insert = (client: TestClient, of: string) =>
    client.connection.sendRequest<protocol.InsertMissingResult | null>(protocol.InsertMissing, { uri: of });

  it("gives the edits that make the document whole", async () => {
    const client = await startTestClient({ files });
    const document = await client.open(uri, incomplete);
    const result = await insert(client, uri);
    assert.deepEqual(result?.titles, ["Risks"]);
    assert.equal(
      TextDocument.applyEdits(
        document,
        result.edits.map((edit) => ({ ...edit })),
      ),
      `${incomplete}\n## Risks\n\nWhat may go wrong.\n`,
    );
    await client.change(uri, complete);
    assert.deepEqual(await insert(client, uri), { titles: [], edits: [] });
    assert.equal(await insert(client, "file:///w/notes.md"), null);
  });
});

describe("designDocs/nextIncomplete", () => {
  it("finds the next place from the caret and wraps round", async () => {
    const client = await startTestClient({ files });
    const text = "# Sync engine\n\nStatus: DRAFT\n\n## Goals\n\n▮\n\n## Risks\n\nWhat may go wrong.\n";
    const document = await client.open(uri, text);
    const next = async (position: protocol.Position) => {
      const found = await client.connection.sendRequest<protocol.NextIncompleteResult | null>(
        protocol.NextIncomplete,
        { uri, position },
      );
      return found && [found.title, found.state, document.getText(found.range)];
    };
    assert.deepEqual(await next(client.caret(uri).position), ["Risks", "placeholder", "What may go wrong."]);
    assert.deepEqual((await next(document.positionAt(document.getText().length)))?.slice(0, 2), [
      "Goals",
      "empty",
    ]);
    await client.change(uri, complete);
    assert.equal(await next({ line: 0, character: 0 }), null);
  });
});

describe("several workspace folders", () => {
  const second = "file:///v/docs/designs/2026-01-05-other-design.md";
  const own = "# Design\n\nStatus: DRAFT\n\n## Costs\n\nWhat it takes.\n";
  const both = { ...files, "file:///v/docs/designs/template.md": own };

  it("have their own templates and handles", async () => {
    const client = await startTestClient({
      folders: [root, "file:///v"],
      files: { ...both, "file:///v/CODEOWNERS": "* @vera\n", "file:///w/CODEOWNERS": "* @walt\n" },
    });
    await client.open(uri, complete);
    await client.open(second, complete);
    assert.deepEqual((await statusOf(client))?.missing, []);
    assert.deepEqual((await statusOf(client, second))?.missing, ["Costs"]);
    for (const [folder, handle] of [
      [root, "@walt"],
      ["file:///v", "@vera"],
    ]) {
      const known = await client.connection.sendRequest<protocol.KnownHandlesResult>(protocol.KnownHandles, {
        folder,
      });
      assert.deepEqual(
        known.map((one) => one.handle),
        [handle],
      );
    }
  });

  it("come and go", async () => {
    const client = await startTestClient({ files: both });
    const folder = { uri: "file:///v", name: "v" };
    const notes = "file:///v/docs/designs/2026-01-05-other-design.md";
    await client.open(notes, complete);
    assert.equal((await statusOf(client, notes))?.template.name, "template.md");
    const change = (added: readonly (typeof folder)[], removed: readonly (typeof folder)[]) =>
      client.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
        event: { added: [...added], removed: [...removed] },
      });
    await change([folder], []);
    await client.refreshes.next();
    assert.equal((await statusOf(client, notes))?.template.name, "docs/designs/template.md");
    await change([], [folder]);
    await client.refreshes.next();
    assert.equal((await statusOf(client, notes))?.template.name, "template.md");
  });
});
