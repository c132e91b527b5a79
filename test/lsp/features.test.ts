import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  CompletionRequest,
  CompletionTriggerKind,
  DocumentSymbolRequest,
  HoverRequest,
  MarkupContent,
  type CompletionItem,
  type CompletionList,
  type DocumentSymbol,
  type SymbolInformation,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { DidChangeAuthor } from "../../server/src/protocol/protocol.ts";
import { plainClient } from "../kit/clients.ts";
import { root, startTestClient, type ServerOptions, type TestClient } from "../kit/protocol.ts";
import { complete, template, templateUri, uri } from "./sample.ts";

const files = { [templateUri]: template };
const plain: ServerOptions = { files, capabilities: plainClient, options: {} };

async function suggest(client: TestClient, text: string, triggerCharacter: string): Promise<CompletionList> {
  await client.open(uri, text);
  const list = await client.connection.sendRequest(CompletionRequest.type, {
    ...client.caret(uri),
    context: { triggerKind: 2, triggerCharacter },
  });
  assert.ok(list && !Array.isArray(list));
  await client.close(uri);
  return list;
}

/** The text after an item was accepted as it is, without its tab stops being visited. */
function accepted(text: string, item: CompletionItem | undefined): string {
  assert.ok(item?.textEdit && "range" in item.textEdit);
  return TextDocument.applyEdits(TextDocument.create(uri, "markdown", 1, text), [item.textEdit]);
}

function markup(content: unknown): MarkupContent {
  assert.ok(MarkupContent.is(content));
  return content;
}

describe("completion", () => {
  const before = "# Sync engine\n\nStatus: DRAFT\n\n## Goals\n\nPhones work offline.\n\n## ";

  it("offers the missing section with its guidance as a snippet", async () => {
    const client = await startTestClient({ files });
    const { items, isIncomplete } = await suggest(client, `${before}▮`, " ");
    assert.deepEqual(
      items.map(({ label }) => label),
      ["Risks"],
    );
    // Asked again at each letter, so that Enter takes nothing that was not meant.
    assert.equal(isIncomplete, true);
    const [item] = items;
    assert.equal(item?.insertTextFormat, 2);
    assert.match(markup(item?.documentation).value, /What may go wrong/);
    assert.match(accepted(before, item), /^# Sync engine[^]*\n## Risks\n\n\$\{/);
  });

  it("offers it as plain text to a client without snippets", async () => {
    const client = await startTestClient(plain);
    const { items } = await suggest(client, `${before}▮`, " ");
    const [item] = items;
    assert.equal(item?.insertTextFormat, 1);
    assert.equal(item?.command, undefined);
    assert.equal(markup(item?.documentation).kind, "plaintext");
    assert.match(accepted(before, item), /\n## Risks\n\nWhat may go wrong\.\n?$/);
  });

  it("closes when a value is written out, and while a heading is no section's", async () => {
    const client = await startTestClient({ files });
    const goesOn = async (text: string): Promise<readonly string[]> => {
      await client.open(uri, text);
      const list = await client.connection.sendRequest(CompletionRequest.type, {
        ...client.caret(uri),
        context: { triggerKind: CompletionTriggerKind.TriggerForIncompleteCompletions },
      });
      await client.close(uri);
      return list && !Array.isArray(list) ? list.items.map(({ label }) => label) : [];
    };
    assert.deepEqual(await goesOn("# S\n\nStatus: DR▮\n\n## Goals\n"), ["DRAFT"]);
    assert.deepEqual(await goesOn("# S\n\nStatus: DRAFT▮\n\n## Goals\n"), []);
    assert.deepEqual(await goesOn(`${before}Ri▮`), ["Risks"]);
    assert.deepEqual(await goesOn(`${before}Rs▮`), []);
    assert.deepEqual(await goesOn(`${before.replace(/## $/, "# ")}Ri▮`), []);
  });

  it("offers the status words", async () => {
    const client = await startTestClient({ files });
    const { items } = await suggest(client, "# Sync\n\nStatus: ▮\n\n## Goals\n", " ");
    assert.ok(items.map(({ label }) => label).includes("APPROVED"));
    assert.equal(
      accepted(
        "# Sync\n\nStatus: \n\n## Goals\n",
        items.find(({ label }) => label === "IN REVIEW"),
      ),
      "# Sync\n\nStatus: IN REVIEW\n\n## Goals\n",
    );
  });

  it("offers handles when they have been read, and says while they have not", async () => {
    const client = await startTestClient({ files: { [`${root}/CODEOWNERS`]: "* @ada\n" } });
    const text = "# Sync\n\nStatus: DRAFT\nReviewers: @▮\n\n## Goals\n";
    const first = await suggest(client, text, "@");
    let list = first;
    while (!list.items.some(({ label }) => label === "@ada")) list = await suggest(client, text, "@");
    const item = list.items.find(({ label }) => label === "@ada");
    assert.equal(item?.labelDetails?.description, "CODEOWNERS");
    assert.match(accepted(text.replace("▮", ""), item), /\nReviewers: @ada\n/);
  });

  it("offers the author and today's date", async () => {
    const client = await startTestClient({ settings: () => ({ author: "Ada <ada@example.com>" }) });
    const author = await suggest(client, "# Sync\n\nStatus: DRAFT\nAuthor: ▮\n\n## Goals\n", " ");
    assert.ok(author.items.some(({ label }) => label.includes("Ada <ada@example.com>")));
    const date = await suggest(client, "# Sync\n\nStatus: DRAFT\nDate: ▮\n\n## Goals\n", " ");
    assert.ok(date.items.some(({ label }) => label.includes("2026-01-05")));
  });

  it("offers the author that the client told, where the setting names nobody", async () => {
    const client = await startTestClient();
    await client.connection.sendNotification(DidChangeAuthor, { author: "Grace <grace@example.com>" });
    const { items } = await suggest(client, "# Sync\n\nStatus: DRAFT\nAuthor: ▮\n\n## Goals\n", " ");
    assert.deepEqual(
      items.map(({ label }) => label),
      ["Grace <grace@example.com>"],
    );
  });

  it("offers nothing in other files", async () => {
    const client = await startTestClient({ files });
    const other = "file:///w/notes.md";
    await client.open(other, "# Notes\n\n## ▮");
    assert.equal(await client.connection.sendRequest(CompletionRequest.type, client.caret(other)), null);
  });
});

describe("hover", () => {
  it("says what belongs below a heading, over the heading's range", async () => {
    const client = await startTestClient({ files });
    const document = await client.open(uri, complete.replace("## Ri", "## Ri▮"));
    const found = await client.connection.sendRequest(HoverRequest.type, client.caret(uri));
    const { kind, value } = markup(found?.contents);
    assert.equal(kind, "markdown");
    assert.match(value, /What may go wrong\.$/);
    assert.ok(found?.range);
    assert.equal(document.getText(found.range), "## Risks");
  });

  it("is plain text for a client that draws no Markdown, and nothing elsewhere", async () => {
    const client = await startTestClient(plain);
    await client.open(uri, complete.replace("Phones", "Pho▮nes"));
    assert.equal(await client.connection.sendRequest(HoverRequest.type, client.caret(uri)), null);
    await client.close(uri);
    await client.open(uri, complete.replace("## Ri", "## Ri▮"));
    const found = await client.connection.sendRequest(HoverRequest.type, client.caret(uri));
    assert.equal(markup(found?.contents).kind, "plaintext");
  });
});

describe("symbols", () => {
  const symbolsOf = async (client: TestClient) =>
    (await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } })) ?? [];

  it("are a tree of the sections with their state", async () => {
    const client = await startTestClient({ files });
    const document = await client.open(uri, complete.replace("Two edits may collide.\n", ""));
    const [title, ...others] = (await symbolsOf(client)) as DocumentSymbol[];
    assert.deepEqual(others, []);
    assert.equal(title?.name, "Sync engine");
    assert.match(title.detail ?? "", /IN REVIEW.* · .*1.*2/);
    const sections = title.children ?? [];
    assert.deepEqual(
      sections.map(({ name }) => name),
      ["Goals", "Risks"],
    );
    assert.notEqual(sections[0]?.detail, sections[1]?.detail);
    assert.deepEqual(
      sections.map(({ selectionRange }) => document.getText(selectionRange)),
      ["## Goals", "## Risks"],
    );
  });

  it("are a list where the client knows no tree", async () => {
    const client = await startTestClient(plain);
    await client.open(uri, complete);
    const symbols = (await symbolsOf(client)) as SymbolInformation[];
    assert.deepEqual(
      symbols.map(({ name, containerName }) => [name, containerName]),
      [
        ["Sync engine", undefined],
        ["Goals", "Sync engine"],
        ["Risks", "Sync engine"],
      ],
    );
  });

  it("are none where the setting turns them off", async () => {
    const client = await startTestClient({ files, settings: () => ({ outline: { enabled: false } }) });
    await client.open(uri, complete);
    assert.deepEqual(await symbolsOf(client), []);
  });
});
