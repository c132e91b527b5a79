// Templates that change, documents that stay: what is accepted, what is older, and what templates have wrong.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { CodeActionRequest, type CodeAction, type CodeActionContext } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { FirstDay } from "../../server/src/protocol/protocol.ts";
import { fullClient } from "../kit/clients.ts";
import { startTestClient, type TestClient } from "../kit/protocol.ts";
import { complete, incomplete, template, templateUri, uri as designUri } from "./sample.ts";

const configUri = "file:///w/rfcs/.design-docs.json";
const baselineUri = "file:///w/rfcs/accepted-baseline.json";
const uri = "file:///w/rfcs/0001-sync.md";
const config = (more: object): string =>
  JSON.stringify({
    collections: [{ include: "*.md", template: "t.md", ...more }],
    rules: { "file-name": "off" },
  });
const files = {
  [configUri]: config({ baseline: "accepted-baseline.json" }),
  "file:///w/rfcs/t.md": template,
};
const none = '{\n  "version": 1,\n  "documents": {}\n}\n';
const accepted =
  '{\n  "version": 1,\n  "documents": {\n    "0001-sync.md": [\n      { "rule": "missing-section", "text": "Risks" }\n    ]\n  }\n}\n';

const told = async (client: TestClient, of = uri): Promise<readonly string[]> =>
  (await client.diagnostics(of)).map(({ code, severity }) => `${String(code)} ${String(severity)}`);

async function actionsFor(
  client: TestClient,
  of: string,
  more: Partial<CodeActionContext> = {},
): Promise<readonly CodeAction[]> {
  const diagnostics = [...(await client.diagnostics(of))];
  const actions = await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: of },
    range: diagnostics[0]?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    context: { ...more, diagnostics },
  });
  return (actions ?? []) as CodeAction[];
}

const accepting = async (client: TestClient): Promise<CodeAction | undefined> =>
  (await actionsFor(client, uri)).find(
    ({ title }) => title === "Accept this “missing-section” in the baseline",
  );

/** What an edit of the baseline makes of a text; the file is made where the edit begins with that. */
function applied(text: string | undefined, { edit }: CodeAction): string {
  const [first, ...rest] = edit?.documentChanges ?? [];
  const [change] = text === undefined ? rest : [first];
  if (text === undefined)
    assert.ok(first && "kind" in first && first.kind === "create" && first.uri === baselineUri);
  assert.ok(change && "edits" in change);
  assert.equal(change.textDocument.uri, baselineUri);
  const document = TextDocument.create(baselineUri, "json", 0, text ?? "");
  return TextDocument.applyEdits(document, change.edits as Parameters<typeof TextDocument.applyEdits>[1]);
}

describe("a baseline in the editor", () => {
  it("keeps back what it has, and counts at once when it changes", async () => {
    const client = await startTestClient({ files: { ...files, [baselineUri]: accepted } });
    await client.open(uri, incomplete);
    assert.deepEqual(await told(client), []);
    await client.changeFile(baselineUri, none);
    assert.deepEqual(await told(client), ["missing-section 2"]);
    await client.changeFile(baselineUri, undefined);
    assert.deepEqual(await told(client), ["missing-section 2"]);
    await client.open(baselineUri, accepted);
    assert.deepEqual(await told(client), []);
    await client.change(baselineUri, none);
    assert.deepEqual(await told(client), ["missing-section 2"]);
  });

  it("asks the client to look again when it changes", async () => {
    const client = await startTestClient({ files: { ...files, [baselineUri]: none } });
    await client.open(uri, incomplete);
    assert.deepEqual(await told(client), ["missing-section 2"]);
    await client.changeFile(baselineUri, accepted);
    await client.refreshes.next();
    assert.deepEqual(await told(client), []);
  });

  for (const text of [none, none.replaceAll("\n", "\r\n")])
    it(`takes a finding by a code action, with ${text === none ? "LF" : "CRLF"}`, async () => {
      const client = await startTestClient({ files: { ...files, [baselineUri]: text } });
      await client.open(uri, incomplete);
      const action = await accepting(client);
      assert.ok(action);
      assert.equal(applied(text, action).replaceAll("\r\n", "\n"), accepted);
      assert.equal(applied(text, action).includes("\r"), text !== none);
    });

  it("is made by the action where the client makes files", async () => {
    const edit = { documentChanges: true, resourceOperations: ["create" as const] };
    const capabilities = { ...fullClient, workspace: { ...fullClient.workspace, workspaceEdit: edit } };
    const client = await startTestClient({ files, capabilities });
    await client.open(uri, incomplete);
    const action = await accepting(client);
    assert.ok(action);
    assert.equal(applied(undefined, action), accepted);
    const poor = await startTestClient({ files });
    await poor.open(uri, incomplete);
    assert.equal(await accepting(poor), undefined);
  });

  it("that is none is told once, accepts nothing and is not written into", async () => {
    const client = await startTestClient({ files: { ...files, [baselineUri]: "{" } });
    await client.open(uri, incomplete);
    assert.deepEqual(await told(client), ["missing-section 2"]);
    assert.equal(await accepting(client), undefined);
    assert.equal(client.shown.filter((line) => line.includes("is no JSON")).length, 1);
    await client.open(configUri, files[configUri] ?? "");
    const problems = await client.diagnostics(configUri);
    assert.ok(problems.some(({ message }) => /is no JSON/.test(JSON.stringify(message))));
  });

  it("is offered by no action where none is configured", async () => {
    const client = await startTestClient({ files: { ...files, [configUri]: config({}) } });
    await client.open(uri, incomplete);
    assert.equal(await accepting(client), undefined);
  });
});

describe("a team’s day in the editor", () => {
  it("is asked of the history where the document says none, and makes information of a warning until then", async () => {
    const client = await startTestClient({
      files: { ...files, [configUri]: config({ since: "2026-01-01" }) },
    });
    let asked = 0;
    client.connection.onRequest(FirstDay, () => {
      asked++;
      return "2026-01-02";
    });
    await client.open(uri, incomplete);
    assert.deepEqual(await told(client), ["missing-section 3"]);
    await client.refreshes.next();
    assert.deepEqual(await told(client), ["missing-section 2"]);
    assert.equal(asked, 1);
    await client.change(uri, incomplete.replace("IN REVIEW", "IN REVIEW\nCreated: 2025-12-31"));
    assert.deepEqual(await told(client), ["missing-section 3"]);
  });
});

describe("a template in the editor", () => {
  const faulty = template.replace("## Risks", "## Risks (opt.)");

  it("is told what is wrong with it, with fixes", async () => {
    const client = await startTestClient({ files });
    const document = await client.open(templateUri, faulty);
    assert.deepEqual(await told(client, templateUri), ["template-unknown-marker 2"]);
    const [fix, ...others] = await actionsFor(client, templateUri);
    const changes = fix?.edit?.documentChanges?.[0];
    assert.ok(changes && "edits" in changes);
    const edits = changes.edits as Parameters<typeof TextDocument.applyEdits>[1];
    assert.equal(
      TextDocument.applyEdits(document, edits),
      template.replace("## Risks", "## Risks (optional)"),
    );
    assert.ok(others.every(({ title }) => title.startsWith("Suppress")));
    await client.change(templateUri, template);
    assert.deepEqual(await told(client, templateUri), []);
  });

  it("is told where a configuration names it, with that one’s settings, and nowhere else", async () => {
    const own = "file:///w/rfcs/t.md";
    const other = "file:///w/issues/template.md";
    const client = await startTestClient({ files });
    for (const one of [own, other]) await client.open(one, faulty);
    assert.deepEqual(await told(client, own), ["template-unknown-marker 2"]);
    assert.deepEqual(await told(client, other), []);
    const off = {
      rules: { "template-unknown-marker": "off" },
      collections: [{ include: "*.md", template: "t.md" }],
    };
    await client.changeFile(configUri, JSON.stringify(off));
    assert.deepEqual(await told(client, own), []);
  });

  it("leaves documents beside it as they are", async () => {
    const client = await startTestClient({ files: { [templateUri]: faulty } });
    await client.open(designUri, complete);
    assert.deepEqual(
      (await told(client, designUri)).filter((line) => line.startsWith("template-")),
      [],
    );
  });
});
