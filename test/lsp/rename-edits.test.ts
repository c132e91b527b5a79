import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  CodeActionRequest,
  CodeActionResolveRequest,
  type ClientCapabilities,
  type CodeAction,
  type Diagnostic,
  type RenameFile,
  type TextDocumentEdit,
  type TextEdit,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { ReadFile } from "../../server/src/protocol/protocol.ts";
import { fullClient } from "../kit/clients.ts";
import { startTestClient, type TestClient } from "../kit/protocol.ts";
import { complete, template, templateUri } from "./sample.ts";

const misnamed = "file:///w/docs/designs/sync%20engine.md";
const renamed = "file:///w/docs/designs/2026-01-05-sync-engine-design.md";
const name = "2026-01-05-sync-engine-design.md";
const open = "file:///w/docs/designs/2026-01-06-open-design.md";
const closed = "file:///w/services/pay/docs/designs/2026-01-07-closed-design.md";
const index = "file:///w/docs/designs/README.md";
const elsewhere = "file:///w/README.md";

// Only a template that speaks of such names has them asked for.
const naming = `${template}\n---\n\nSave it as \`YYYY-MM-DD-<short-title>-design.md\`.\n`;

const files = {
  [templateUri]: naming,
  [closed]: "# C\n\n[a](../../../../docs/designs/sync%20engine.md#goals) and [b](sync%20engine.md)\n",
  [index]: "- [Sync](<./sync engine.md>)\n",
  [elsewhere]: "[a](docs/designs/sync%20engine.md)\n",
  "file:///w/docs/designs/2026-01-08-none-design.md": "# N\n\n[a](2026-01-06-open-design.md)\n",
};

/** A client as VS Code is, and one that takes actions as they come. */
const { resolveSupport: _, ...atOnce } = fullClient.textDocument?.codeAction ?? {};
const directClient: ClientCapabilities = {
  ...fullClient,
  textDocument: { ...fullClient.textDocument, codeAction: atOnce },
};

/** The action that renames an open document, as it is offered. */
async function offered(client: TestClient, uri = misnamed): Promise<CodeAction | undefined> {
  const actions = await actionsOn(client, uri, [...(await client.diagnostics(uri))]);
  return actions.find(({ title }) => title.includes("-design.md"));
}

async function actionsOn(
  client: TestClient,
  uri: string,
  diagnostics: Diagnostic[],
): Promise<readonly CodeAction[]> {
  const actions = await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    context: { diagnostics },
  });
  return (actions ?? []) as CodeAction[];
}

const resolve = (client: TestClient, action: CodeAction): Promise<CodeAction> =>
  client.connection.sendRequest(CodeActionResolveRequest.type, action);

const isText = (change: object): change is TextDocumentEdit => "edits" in change;
const isRename = (change: object): change is RenameFile => "newUri" in change;

/** Every changed text by its URI. */
function texts(action: CodeAction | undefined, opened: Readonly<Record<string, string>>) {
  const changes = (action?.edit?.documentChanges ?? []).filter(isText);
  return Object.fromEntries(
    changes.map(({ textDocument: { uri }, edits }) => {
      const text = opened[uri] ?? (files as Readonly<Record<string, string>>)[uri] ?? "";
      const document = TextDocument.create(uri, "markdown", 0, text);
      return [uri, TextDocument.applyEdits(document, edits as TextEdit[])];
    }),
  );
}

const newNames = (action: CodeAction | undefined): readonly string[] =>
  (action?.edit?.documentChanges ?? []).filter(isRename).map(({ newUri }) => newUri);

describe("renaming the file", () => {
  const own = `${complete}\nSee [the goals](sync%20engine.md#goals).\n`;
  const other = "# O\n\n[a](sync%20engine.md)\n\n[b]: sync%20engine.md 'sync engine.md'\n";

  for (const [kind, capabilities] of [
    ["when it is chosen", fullClient],
    ["at once where the client resolves nothing", directClient],
  ] as const)
    it(`lets all links follow, ${kind}`, async () => {
      const client = await startTestClient({ files, capabilities });
      await client.open(misnamed, own);
      await client.open(open, "# O\n");
      await client.change(open, other);
      const action = await offered(client);
      assert.ok(action);
      assert.equal(action.edit === undefined, capabilities === fullClient);
      const { edit } = capabilities === fullClient ? await resolve(client, action) : action;
      assert.deepEqual(texts({ ...action, ...(edit && { edit }) }, { [misnamed]: own, [open]: other }), {
        [misnamed]: own.replace("sync%20engine.md", name),
        [open]: other.replaceAll("sync%20engine.md", name),
        [closed]: `# C\n\n[a](../../../../docs/designs/${name}#goals) and [b](sync%20engine.md)\n`,
        [index]: `- [Sync](<./${name}>)\n`,
      });
      const changes = edit?.documentChanges ?? [];
      const versions = changes.filter(isText).map(({ textDocument: { uri, version } }) => [uri, version]);
      assert.deepEqual(
        new Map(versions as [string, number | null][]),
        new Map([
          [misnamed, 1],
          [open, 2],
          [closed, null],
          [index, null],
        ]),
      );
      assert.deepEqual(changes.at(-1), {
        kind: "rename",
        oldUri: misnamed,
        newUri: renamed,
        options: { overwrite: false },
      });
    });

  it("takes the next free name where another file has it, and links have that one", async () => {
    const client = await startTestClient({ files: { ...files, [renamed]: complete } });
    await client.open(misnamed, own);
    const action = await offered(client);
    assert.ok(action);
    const resolved = await resolve(client, action);
    assert.deepEqual(newNames(resolved), ["file:///w/docs/designs/2026-01-05-sync-engine-2-design.md"]);
    assert.match(texts(resolved, { [misnamed]: own })[index] ?? "", /2026-01-05-sync-engine-2-design/);
  });

  it("follows the settings of each folder, and works in none", async () => {
    const notes = { "file:///w/notes/a.md": "[a](../docs/designs/sync%20engine.md)\n" };
    for (const [folders, changed] of [
      [["file:///w"], ["file:///w/docs/designs/README.md", "file:///w/notes/a.md"]],
      [null, ["file:///w/docs/designs/README.md"]],
    ] as const) {
      const client = await startTestClient({
        files: { ...files, ...notes },
        folders,
        settings: () => ({
          include: ["docs/designs/*.md", "**/docs/designs/*.md", "notes/*.md"],
          exclude: ["services/**"],
        }),
      });
      await client.open(misnamed, complete);
      const action = await offered(client);
      assert.ok(action);
      const resolved = await resolve(client, action);
      assert.deepEqual(Object.keys(texts(resolved, {})).toSorted(), changed);
    }
  });

  it("counts no byte order mark of a file that is not open", async () => {
    const client = await startTestClient({ files: { ...files, [index]: "\uFEFF[a](sync%20engine.md)\n" } });
    await client.open(misnamed, complete);
    const action = await offered(client);
    const resolved = action && (await resolve(client, action));
    const change = resolved?.edit?.documentChanges
      ?.filter(isText)
      .find(({ textDocument }) => textDocument.uri === index);
    assert.deepEqual(
      change?.edits.map((edit) => "range" in edit && edit.range.start),
      [{ line: 0, character: 4 }],
    );
  });

  it("does nothing when the document no longer asks for it", async () => {
    const client = await startTestClient({ files });
    await client.open(misnamed, own);
    const action = await offered(client);
    assert.ok(action);
    await client.change(misnamed, own.replace("# Sync engine", "# Offline notes"));
    assert.equal((await resolve(client, action)).edit, undefined);
    assert.equal((await resolve(client, { title: "x", data: { uri: 1 } })).edit, undefined);
    assert.equal((await resolve(client, { title: "x" })).edit, undefined);
  });

  for (const capabilities of [fullClient, directClient])
    it(`gives no edit of a text that was changed while files were read, ${capabilities === fullClient ? "when chosen" : "at once"}`, async () => {
      const client = await startTestClient({ files, capabilities });
      await client.open(misnamed, own);
      const action = capabilities === fullClient ? await offered(client) : undefined;
      const diagnostics = [...(await client.diagnostics(misnamed))];
      client.connection.onRequest(ReadFile, async () => {
        await client.change(misnamed, `${own}More.\n`);
        return null;
      });
      const answered = action
        ? await resolve(client, action)
        : (await actionsOn(client, misnamed, diagnostics))[0];
      assert.equal(answered?.edit, undefined);
      assert.deepEqual(client.logged, []);
    });

  it("is not offered to a client that cannot", async () => {
    const capabilities = { ...fullClient, workspace: { workspaceEdit: { documentChanges: true } } };
    const client = await startTestClient({ files, capabilities });
    await client.open(misnamed, own);
    assert.equal(await offered(client), undefined);
  });
});
