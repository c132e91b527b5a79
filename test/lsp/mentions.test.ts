import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  CancellationTokenSource,
  DefinitionRequest,
  DocumentLinkRequest,
  HoverRequest,
  LSPErrorCodes,
  type Location,
  MarkupContent,
  ReferencesRequest,
} from "vscode-languageserver";
import { KnownHandles } from "../../server/src/protocol/protocol.ts";
import { plainClient } from "../kit/clients.ts";
import { root, startTestClient, type ServerOptions, type TestClient } from "../kit/protocol.ts";
import { complete, template, templateUri, uri } from "./sample.ts";

const switchUri = "file:///w/docs/designs/2026-01-04-carrier-design.md";
const files = {
  [templateUri]: template,
  [uri]: complete,
  [switchUri]: `# Carrier switch\n\nStatus: APPROVED\nSuperseded by: [sync](2026-01-05-sync-design.md)\n\n## Goals\n\nParcels come sooner.\n`,
};

/** A client whose server knows the other documents. */
async function opened(text: string, options: Partial<ServerOptions> = {}): Promise<TestClient> {
  const client = await startTestClient({ files, ...options });
  await client.open(uri, text);
  for (let times = 0; times < 100; times++) {
    // It waits for the headers that are read in the background, where a question comes before them.
    await client.connection.sendRequest(KnownHandles, { folder: root });
    const found = await client.connection.sendRequest(ReferencesRequest.type, {
      textDocument: { uri },
      position: { line: 0, character: 3 },
      context: { includeDeclaration: false },
    });
    if (found && found.length > 0) return client;
  }
  throw new Error("the other documents were not read");
}

const text = complete.replace(
  "Two edits may collide.",
  "Two edits may collide, as [the switch▮](2026-01-04-carrier-design.md) has it.",
);

describe("other design documents", () => {
  it("are shown where one hovers over a link to them", async () => {
    const client = await opened(text);
    const hover = await client.connection.sendRequest(HoverRequest.type, client.caret(uri));
    assert.ok(MarkupContent.is(hover?.contents));
    assert.equal(hover.contents.value, "**Carrier switch**\n\nAPPROVED\n\nParcels come sooner.");
  });

  it("do not stand in the way of ids that the document defines itself", async () => {
    const marked = complete.replace("Two edits may collide.", "- R1: Two edits may collide.\n\nSo says R▮1.");
    const client = await opened(marked);
    const caret = client.caret(uri);
    const hover = await client.connection.sendRequest(HoverRequest.type, caret);
    assert.ok(MarkupContent.is(hover?.contents));
    assert.equal(hover.contents.value, "**R1**: Two edits may collide.");
    const lines = async (includeDeclaration: boolean): Promise<readonly (number | undefined)[]> =>
      (
        (await client.connection.sendRequest(ReferencesRequest.type, {
          ...caret,
          context: { includeDeclaration },
        })) ?? []
      ).map(({ range }) => range.start.line - caret.position.line);
    assert.deepEqual(await lines(true), [-2, 0]);
    assert.deepEqual(await lines(false), [0]);
  });

  it("are named where they name a document, on its title", async () => {
    const client = await opened(text);
    const found = await client.connection.sendRequest(ReferencesRequest.type, {
      textDocument: { uri },
      position: { line: 2, character: 3 },
      context: { includeDeclaration: false },
    });
    assert.deepEqual(
      found?.map((one) => one.uri),
      [switchUri],
    );
  });

  it("are named where they link to a document anywhere, in files and in what is typed", async () => {
    const [far, typed] = ["file:///w/docs/designs/far.md", "file:///w/docs/designs/typed.md"];
    const linking =
      "# Far\n\nStatus: DRAFT\n\n## Goals\n\nAs [sync](2026-01-05-sync-design.md#goals) and [it] say.\n\n[it]: /docs/designs/2026-01-05-sync-design.md\n";
    const client = await opened(complete, { files: { ...files, [far]: linking, [typed]: "# Typed\n" } });
    await client.open(typed, "# Typed\n\nAs [sync](2026-01-05-sync-design) says.\n");
    const ask = (): Promise<Location[] | null> =>
      client.connection.sendRequest(ReferencesRequest.type, {
        textDocument: { uri },
        position: { line: 0, character: 3 },
        context: { includeDeclaration: false },
      });
    assert.deepEqual(
      (await ask())?.map((one) => [one.uri, one.range.start.line, one.range.start.character]),
      [
        [switchUri, 3, 15],
        [far, 6, 3],
        [far, 6, 47],
        [typed, 2, 3],
      ],
    );
  });

  it("are not read any more when nobody waits", async () => {
    const client = await opened(complete);
    const source = new CancellationTokenSource();
    const asked = client.connection.sendRequest(
      ReferencesRequest.type,
      { textDocument: { uri }, position: { line: 0, character: 3 }, context: { includeDeclaration: false } },
      source.token,
    );
    source.cancel();
    await assert.rejects(asked, { code: LSPErrorCodes.RequestCancelled });
  });

  it("are linked to by what is no link in Markdown", async () => {
    const client = await opened(
      complete.replace("Status: IN REVIEW", "Status: IN REVIEW\nSupersedes: 2026-01-04-carrier-design.md"),
    );
    const links = await client.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri } });
    assert.deepEqual(
      links?.map(({ target, tooltip }) => [target, tooltip]),
      [[switchUri, "Carrier switch"]],
    );
    const definition = await client.connection.sendRequest(DefinitionRequest.type, {
      textDocument: { uri },
      position: { line: 3, character: 16 },
    });
    assert.ok(definition && "uri" in definition && definition.uri === switchUri);
  });

  it("are found by links in editors that know no Markdown, and left to VS Code where it is there", async () => {
    const ours = await opened(text);
    assert.equal(await ours.connection.sendRequest(DefinitionRequest.type, ours.caret(uri)), null);
    const other = await opened(text, { capabilities: plainClient, options: {} });
    const found = await other.connection.sendRequest(DefinitionRequest.type, other.caret(uri));
    assert.ok(found && "uri" in found && found.uri === switchUri);
  });
});
