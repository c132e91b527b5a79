import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  CodeActionRequest,
  type CodeAction,
  type CodeActionContext,
  type Diagnostic,
  type TextDocumentEdit,
  type TextEdit,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { fullClient } from "../kit/clients.ts";
import { startTestClient, type TestClient } from "../kit/protocol.ts";
import { complete, incomplete, template, templateUri, uri } from "./sample.ts";

const files = { [templateUri]: template };

/** The actions for all of a document's diagnostics, or for those given. */
async function actionsFor(
  client: TestClient,
  target: string,
  more: Partial<CodeActionContext> = {},
): Promise<readonly CodeAction[]> {
  const diagnostics = more.diagnostics ?? [...(await client.diagnostics(target))];
  const actions = await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: target },
    range: diagnostics[0]?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    context: { ...more, diagnostics },
  });
  return (actions ?? []) as CodeAction[];
}

const isTextEdit = (change: object): change is TextDocumentEdit => "edits" in change;

function applied(document: TextDocument, action: CodeAction | undefined): string {
  const { changes, documentChanges = [] } = action?.edit ?? {};
  const edits =
    changes?.[document.uri] ?? documentChanges.filter(isTextEdit).flatMap((change) => change.edits);
  return TextDocument.applyEdits(document, edits as TextEdit[]);
}

describe("quick fixes", () => {
  it("mend the text, name their diagnostic, and the first is preferred", async () => {
    const client = await startTestClient({ files });
    const document = await client.open(uri, incomplete);
    const [diagnostic] = await client.diagnostics(uri);
    const [first] = await actionsFor(client, uri);
    assert.equal(first?.title, "Insert section “Risks”");
    assert.equal(first.kind, "quickfix");
    assert.equal(first.isPreferred, true);
    assert.deepEqual(first.diagnostics, [diagnostic]);
    assert.equal(applied(document, first), `${incomplete}\n## Risks\n\nWhat may go wrong.\n`);
  });

  it("are of the version that they were made for", async () => {
    const client = await startTestClient({ files });
    await client.open(uri, complete);
    await client.change(uri, incomplete);
    const [first] = await actionsFor(client, uri);
    const [change] = first?.edit?.documentChanges ?? [];
    assert.ok(change && isTextEdit(change));
    assert.deepEqual(change.textDocument, { uri, version: 2 });
  });

  it("insert all missing sections, where several are missing", async () => {
    const client = await startTestClient({ files });
    const bare = "# Sync engine\n\nStatus: IN REVIEW\n";
    const document = await client.open(uri, bare);
    const diagnostics = await client.diagnostics(uri);
    const all = (await actionsFor(client, uri)).filter(
      ({ title }) => title === "Insert all missing sections",
    );
    assert.equal(diagnostics.length, 2);
    assert.equal(all.length, 1);
    const mended = applied(document, all[0]);
    assert.match(mended, /\n## Goals\n\nWhat it is for\.\n\n## Risks\n\nWhat may go wrong\.\n$/);
    await client.change(uri, mended);
    assert.deepEqual(
      (await client.diagnostics(uri)).filter(({ code }) => code === "missing-section"),
      [],
    );
  });

  it("are none for a diagnostic whose finding is gone", async () => {
    const client = await startTestClient({ files });
    await client.open(uri, incomplete);
    const diagnostics = [...(await client.diagnostics(uri))];
    await client.change(uri, `Intro.\n\n${incomplete}`);
    assert.deepEqual(await actionsFor(client, uri, { diagnostics, only: ["quickfix"] }), []);
  });

  it("need no data, and take no part in the diagnostics of others", async () => {
    const client = await startTestClient({ files });
    await client.open(uri, incomplete);
    const diagnostics = (await client.diagnostics(uri)).map((diagnostic): Diagnostic => ({
      ...diagnostic,
      data: null,
    }));
    assert.equal((await actionsFor(client, uri, { diagnostics })).at(0)?.title, "Insert section “Risks”");
    const others = diagnostics.map((diagnostic) => ({ ...diagnostic, source: "spelling" }));
    assert.deepEqual(await actionsFor(client, uri, { diagnostics: others }), []);
  });

  for (const [only, offered] of [
    [["quickfix"], true],
    [[""], true],
    [["refactor"], false],
    [["source"], false],
  ] as const) {
    it(`are ${offered ? "" : "not "}offered where only ${JSON.stringify(only)} is asked for`, async () => {
      const client = await startTestClient({ files });
      await client.open(uri, incomplete);
      const actions = await actionsFor(client, uri, { only: [...only] });
      assert.equal(
        actions.some(({ kind }) => kind === "quickfix"),
        offered,
      );
    });
  }

  it("use plain changes where the client knows no versions", async () => {
    const client = await startTestClient({
      files,
      capabilities: { ...fullClient, workspace: { configuration: true } },
    });
    const document = await client.open(uri, incomplete);
    const [first] = await actionsFor(client, uri);
    assert.equal(first?.edit?.documentChanges, undefined);
    assert.equal(applied(document, first), `${incomplete}\n## Risks\n\nWhat may go wrong.\n`);
  });
});

describe("source.fixAll.designDocs", () => {
  const header = "Status: DRAFT\nDate: YYYY-MM-DD\nReviewers: @owner1\n";
  const files = { [templateUri]: template.replace("Status: DRAFT\n", header) };
  const text = complete.replace("IN REVIEW", "DRAFTED\nDate: 2026/1/5\nReviewers: ada, @bob, grace");

  it("applies the safe fixes at once, and then has nothing to do", async () => {
    const client = await startTestClient({ files });
    const document = await client.open(uri, text);
    const only = ["source.fixAll"];
    const [all, ...others] = await actionsFor(client, uri, { only });
    assert.deepEqual(others, []);
    assert.equal(all?.kind, "source.fixAll.designDocs");
    const mended = applied(document, all);
    assert.equal(
      mended,
      complete.replace("IN REVIEW", "DRAFTED\nDate: 2026-01-05\nReviewers: @ada, @bob, @grace"),
    );
    await client.change(uri, mended);
    assert.deepEqual(await actionsFor(client, uri, { only }), []);
  });

  it("is not offered at the light bulb", async () => {
    const client = await startTestClient({ files });
    await client.open(uri, text);
    const kinds = (await actionsFor(client, uri)).map(({ kind }) => kind);
    assert.ok(!kinds.includes("source.fixAll.designDocs"));
  });
});

describe("source.designDocs.upgrade", () => {
  const only = ["source"];
  const title = "Add what the template has gained: Area, Risks";
  const gained = { [templateUri]: template.replace("Status: DRAFT\n", "Status: DRAFT\nArea: AREA NAME\n") };

  it("adds fields and sections at once, and then has nothing to do", async () => {
    const client = await startTestClient({ files: gained });
    const document = await client.open(uri, incomplete);
    const [action, ...others] = await actionsFor(client, uri, { only });
    assert.deepEqual(others, []);
    assert.deepEqual([action?.title, action?.kind], [title, "source.designDocs.upgrade"]);
    const upgraded = applied(document, action);
    assert.equal(
      upgraded,
      `${incomplete.replace("REVIEW\n", "REVIEW\nArea: AREA NAME\n")}\n## Risks\n\nWhat may go wrong.\n`,
    );
    await client.change(uri, upgraded);
    assert.deepEqual(await actionsFor(client, uri, { only }), []);
  });

  it("is a quick fix as well, where it does more than the others", async () => {
    const client = await startTestClient({ files: gained });
    await client.open(uri, incomplete);
    const offered = (await actionsFor(client, uri)).filter((action) => action.title === title);
    assert.deepEqual(
      offered.map(({ kind }) => kind),
      ["quickfix"],
    );
    const plain = await startTestClient({ files });
    await plain.open(uri, incomplete);
    const titles = (await actionsFor(plain, uri)).map((action) => action.title);
    assert.ok(!titles.some((one) => one.startsWith("Add what")), titles.join("; "));
  });
});

describe("the steps of a design", () => {
  const logged = `${template}\n## Decision Log\n\nWhat was decided.\n`;
  const text = `${complete}\n## Decision Log\n\nWhat was decided.\n`;
  const only = ["refactor"];

  const onStatus = async (client: TestClient, line: number): Promise<readonly CodeAction[]> => {
    const place = { line, character: 3 };
    const params = { textDocument: { uri }, range: { start: place, end: place } };
    const context = { diagnostics: [], only };
    return ((await client.connection.sendRequest(CodeActionRequest.type, { ...params, context })) ??
      []) as CodeAction[];
  };

  it("are one edit each, and not offered again", async () => {
    const client = await startTestClient({ files: { [templateUri]: logged }, today: () => "2026-02-03" });
    const document = await client.open(uri, text);
    const [action, ...others] = await onStatus(client, 2);
    assert.deepEqual(
      others.map(({ title }) => title),
      ["Reject this design", "Withdraw this design", "Mark this design as superseded"],
    );
    assert.equal(action?.title, "Approve this design");
    assert.equal(action.kind, "refactor.rewrite");
    assert.equal(action.edit?.documentChanges?.length, 1);
    const approved = applied(document, action);
    assert.equal(
      approved,
      text
        .replace("IN REVIEW", "APPROVED\nImplementation:")
        .replace(
          "What was decided.",
          "- 2026-02-03: Approved as proposed, for the reasons given in this document.",
        ),
    );
    await client.change(uri, approved);
    assert.deepEqual(
      (await onStatus(client, 2)).map(({ title }) => title),
      ["Mark this design as implemented", "Mark this design as superseded"],
    );
  });

  it("are offered to a draft by the words of its template", async () => {
    const client = await startTestClient({
      files: { [templateUri]: template.replace("DRAFT", "Draft | Proposed | Accepted") },
    });
    await client.open(uri, complete.replace("IN REVIEW", "Draft"));
    assert.deepEqual(
      (await onStatus(client, 2)).map(({ title }) => title),
      ["Request a review: set the status to “Proposed”", "Approve this design"],
    );
  });

  it("are offered on the status only", async () => {
    const client = await startTestClient({ files: { [templateUri]: logged } });
    await client.open(uri, text);
    assert.deepEqual(await onStatus(client, 0), []);
  });

  it("are not offered where the document asks to be left alone", async () => {
    const client = await startTestClient({ files: { [templateUri]: logged } });
    await client.open(uri, `${text}\n<!-- design-docs: ignore -->\n`);
    assert.deepEqual(await onStatus(client, 2), []);
  });
});
