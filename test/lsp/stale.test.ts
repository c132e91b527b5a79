// Clients whose versions are odd, and people who type while an answer is on its way.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentSymbolRequest,
  HoverRequest,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { plannedOn } from "../../server/src/lsp/planned-on.ts";
import { TakeStep, type TakeStepResult } from "../../server/src/protocol/lifecycle.ts";
import { startTestClient, type TestClient } from "../kit/protocol.ts";
import { complete, incomplete, template, templateUri, uri } from "./sample.ts";

const files = { [templateUri]: template };

const opens = (client: TestClient, version: number, text: string): Promise<void> =>
  client.connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: "markdown", version, text },
  });

const changes = (client: TestClient, version: number, text: string, of = uri): Promise<void> =>
  client.connection.sendNotification(DidChangeTextDocumentNotification.type, {
    textDocument: { uri: of, version },
    contentChanges: [{ text }],
  });

const told = async (client: TestClient): Promise<readonly string[]> =>
  (await client.diagnostics(uri)).map(({ code }) => String(code));

describe("versions that are odd", () => {
  const cases: readonly (readonly [string, (client: TestClient) => Promise<void>])[] = [
    ["a change that repeats the version", (client) => changes(client, 1, incomplete)],
    ["a change whose version goes back", (client) => changes(client, 0, incomplete)],
    ["a change that skips versions", (client) => changes(client, 40, incomplete)],
    ["a document that is opened twice with one version", (client) => opens(client, 1, incomplete)],
    [
      "versions that come back to where they were",
      async (client) => {
        await changes(client, 2, `${complete}\nMore.\n`);
        await changes(client, 1, incomplete);
      },
    ],
  ];
  for (const [name, happens] of cases)
    it(`${name}: what is told is about the text that is there`, async () => {
      const client = await startTestClient({ files });
      await opens(client, 1, complete);
      assert.deepEqual(await told(client), []);
      await happens(client);
      assert.deepEqual(await told(client), ["missing-section"]);
      const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, {
        textDocument: { uri },
      });
      assert.doesNotMatch(JSON.stringify(symbols), /Risks/);
    });

  it("a change of what is not open, and a close of it, are nothing", async () => {
    const client = await startTestClient({ files });
    await changes(client, 2, incomplete);
    await client.connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri },
    });
    await opens(client, 3, incomplete);
    assert.deepEqual(await told(client), ["missing-section"]);
    assert.deepEqual(client.shown, []);
  });

  it("a document that is closed while an answer is on its way has none", async () => {
    const client = await startTestClient({ files });
    await opens(client, 1, incomplete);
    const answer = client.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri },
      position: { line: 9_999, character: 9_999 },
    });
    await client.connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri },
    });
    assert.equal(await answer, null);
    await opens(client, 1, complete);
    assert.deepEqual(await told(client), []);
  });
});

describe("an edit of a text that becomes another one", () => {
  const other = "file:///w/docs/designs/2026-02-01-mesh-design.md";
  const next = complete.replace("Sync engine", "Mesh");
  async function stepWhileTyping(turns: number): Promise<void> {
    const client = await startTestClient({ files });
    await opens(client, 1, complete);
    await client.open(other, next);
    const answer: Promise<TakeStepResult> = client.connection.sendRequest(TakeStep, {
      uri,
      step: "supersede",
      successor: other,
    });
    for (let left = turns; left > 0; left--) await new Promise((resolve) => setImmediate(resolve));
    const typed = `One line more\n\n${next}`;
    await changes(client, 2, typed, other);
    const result = await answer;
    assert.ok(result.kind === "edits");
    const edit = result.edits.find((one) => one.uri === other);
    assert.ok(edit && (edit.version === 2 || edit.version === 1), `after ${turns} turns`);
    const about = TextDocument.create(other, "markdown", 0, edit.version === 2 ? typed : next);
    assert.match(
      TextDocument.applyEdits(about, [...edit.edits]),
      /Status: IN REVIEW\nSupersedes: \[Sync engine\]\(2026-01-05-sync-design\.md\)\n/,
      `after ${turns} turns`,
    );
  }

  it("is refused or right: somebody types in the successor before, in the midst of, or behind a step", async () => {
    for (let turns = 0; turns < 60; turns += 2) await stepWhileTyping(turns);
  });

  it("has the version before the present one, which clients refuse", () => {
    const about = { uri: "file:///w/a.md", languageId: "markdown", text: "\uFEFFold" };
    const open = (text: string): TextDocument => TextDocument.create("file:///w/A.md", "markdown", 7, text);
    assert.equal(plannedOn(open("new"), about).version, 6);
    assert.equal(plannedOn(open("old"), about).version, 7);
    assert.equal(plannedOn(open("old"), about).uri, "file:///w/A.md");
    assert.equal(plannedOn(undefined, about).version, null);
    assert.equal(plannedOn(undefined, about).document.getText(), "old");
  });
});
