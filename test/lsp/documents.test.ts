import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  CancellationTokenSource,
  WorkspaceSymbolRequest,
  type WorkspaceSymbol,
  type SymbolInformation,
} from "vscode-languageserver";
import {
  DidChangeDocuments,
  Documents,
  mostProgress,
  ProgressOf,
  type DidChangeDocumentsParams,
  type DocumentsResult,
  type ProgressOfResult,
} from "../../server/src/protocol/documents.ts";
import { KnownHandles, Status, type StatusResult } from "../../server/src/protocol/protocol.ts";
import { createMailbox, type Mailbox } from "../kit/mailbox.ts";
import { startTestClient, type ServerOptions, type TestClient } from "../kit/protocol.ts";

const folder = "file:///w";
const place = (name: string): string => `${folder}/docs/designs/${name}.md`;
const design = (title: string, status = "DRAFT", more = ""): string =>
  `# ${title}\n\nStatus: ${status}\nAuthor: Ada <ada@example.org>\nReviewers: @bob\n${more}\n## Summary\n\nIt is short.\n`;
const files = {
  [place("2026-01-01-a-design")]: design("Alpha"),
  [place("b")]: design("", "IN REVIEW (since May)"),
  [place("README")]: "# Index\n",
  [`${folder}/notes/x.md`]: "# No design\n",
};

interface World extends TestClient {
  readonly told: Mailbox<DidChangeDocumentsParams>;
}

async function start(options: ServerOptions = {}): Promise<World> {
  const client = await startTestClient({ files, ...options });
  const told = createMailbox<DidChangeDocumentsParams>();
  client.connection.onNotification(DidChangeDocuments, (params: DidChangeDocumentsParams) =>
    told.put(params),
  );
  return { ...client, told };
}

const list = ({ connection }: TestClient): Promise<DocumentsResult> => connection.sendRequest(Documents, {});

/** Settles when all documents have been read. */
const read = ({ connection }: TestClient): Promise<unknown> =>
  connection.sendRequest(KnownHandles, { folder });

const turns = async (client: TestClient): Promise<void> => {
  for (let turn = 0; turn < 5; turn++) await read(client);
};

async function listed(client: TestClient): Promise<DocumentsResult> {
  for (;;) {
    const found = await list(client);
    if (found.complete) return found;
    await turns(client);
  }
}

/** What is told when the server's timer is due. */
async function news(client: World): Promise<DidChangeDocumentsParams> {
  await turns(client);
  client.pass(1000);
  return client.told.next();
}

const progressOf = ({ connection }: TestClient, ...uris: readonly string[]): Promise<ProgressOfResult> =>
  connection.sendRequest(ProgressOf, { uris });

describe("designDocs/documents", () => {
  it("says what headers say, and leaves templates and indexes out", async () => {
    const client = await start();
    assert.deepEqual(await listed(client), {
      complete: true,
      documents: [
        {
          uri: place("2026-01-01-a-design"),
          path: "docs/designs/2026-01-01-a-design.md",
          title: "Alpha",
          status: "DRAFT",
          stage: "draft",
          author: "Ada",
          date: "2026-01-01",
          reviewers: ["@bob"],
        },
        {
          uri: place("b"),
          path: "docs/designs/b.md",
          title: "B",
          status: "IN REVIEW (since May)",
          statusWord: "IN REVIEW",
          stage: "review",
          author: "Ada",
          reviewers: ["@bob"],
        },
      ],
    });
  });

  it("says status and author in plain words", async () => {
    const text = design("B", "[**Sleeping**](c.md) since May").replace(/Ada <.*>/, "[Ada][ada]");
    const { documents } = await listed(await start({ files: { [place("b")]: text } }));
    assert.deepEqual(
      documents.map(({ status, author }) => [status, author]),
      [["Sleeping since May", "Ada"]],
    );
  });

  it("does not wait, and tells what it had not read", async () => {
    const client = await start();
    assert.deepEqual(await list(client), { complete: false, documents: [] });
    const { complete, changed, removed } = await news(client);
    assert.deepEqual([complete, changed.map(({ title }) => title), removed], [true, ["Alpha", "B"], []]);
  });

  it("tells that there is none", async () => {
    const client = await start({ files: {} });
    await list(client);
    assert.deepEqual(await news(client), { complete: true, changed: [], removed: [], touched: [] });
  });

  it("tells what comes, changes and goes, at once for all that happens together", async () => {
    const client = await start();
    await listed(client);
    await client.changeFile(place("c"), design("Gamma"));
    await client.changeFile(place("2026-01-01-a-design"), undefined);
    await client.changeFile(place("b"), design("Beta", "IN REVIEW"));
    const { changed, removed, touched } = await news(client);
    assert.deepEqual(
      [changed.map(({ title }) => title), removed, touched.toSorted()],
      [["Beta", "Gamma"], [place("2026-01-01-a-design")], [place("b"), place("c")]],
    );
    await turns(client);
    client.pass(1000);
    await turns(client);
    assert.deepEqual(client.told.waiting, []);
  });

  it("tells that a text is another one although its header is not", async () => {
    const client = await start();
    await listed(client);
    await client.changeFile(place("b"), `${design("", "IN REVIEW (since May)")}More.\n`);
    const { changed, touched } = await news(client);
    assert.deepEqual([changed, touched], [[], [place("b")]]);
  });

  it("tells what a file beside a document says of it", async () => {
    const [readme, kep] = [place("7-sync/index"), `${folder}/docs/designs/7-sync/kep.yaml`];
    const client = await start({
      files: { [readme]: "# Sync\n\n## Summary\n\nIt is short.\n" },
      settings: () => ({ exclude: [] }),
    });
    assert.equal((await listed(client)).documents[0]?.status, "");
    await client.changeFile(kep, 'status: implemented\nauthors:\n  - "@ada"\n');
    const { changed, touched } = await news(client);
    assert.deepEqual(
      [changed.map(({ status, stage, author }) => [status, stage, author]), touched],
      [[["implemented", "implemented", "@ada"]], [readme]],
    );
  });

  it("looks for all documents again where it is asked to", async () => {
    const client = await start();
    await listed(client);
    client.files.set(place("c"), design("Unheard of"));
    assert.equal((await listed(client)).documents.length, 2);
    await client.connection.sendRequest(Documents, { again: true });
    const { changed } = await news(client);
    assert.deepEqual(
      changed.map(({ title }) => title),
      ["Unheard of"],
    );
  });

  it("follows what is typed in a header", async () => {
    const client = await start();
    await listed(client);
    await client.open(place("b"), design("Typed"));
    await turns(client);
    client.pass(1000);
    const { changed } = await news(client);
    assert.deepEqual(
      changed.map(({ title, stage }) => [title, stage]),
      [["Typed", "draft"]],
    );
  });

  it("names the folder where several are open, and a document once", async () => {
    const inner = `${folder}/inner`;
    const own = `${inner}/docs/designs/c.md`;
    const client = await start({
      folders: [folder, inner],
      files: { [place("b")]: design("B"), [own]: design("C") },
    });
    const { documents } = await listed(client);
    assert.deepEqual(
      new Set(documents.map((one) => `${one.folder}: ${one.path}`)),
      new Set([`${folder}: docs/designs/b.md`, `${inner}: docs/designs/c.md`]),
    );
  });

  it("tells nothing to those who did not ask", async () => {
    const client = await start();
    await read(client);
    await client.changeFile(place("c"), design("Gamma"));
    await turns(client);
    client.pass(1000);
    await turns(client);
    assert.equal(client.told.waiting.length, 0);
  });
});

describe("designDocs/progressOf", () => {
  it("says how far documents have come, and nothing of other files", async () => {
    const client = await start();
    const [a, x, gone] = await progressOf(
      client,
      place("2026-01-01-a-design"),
      `${folder}/notes/x.md`,
      place("gone"),
    );
    assert.deepEqual([x, gone], [null, null]);
    assert.equal(a?.written, 1);
    assert.ok(a.total > 5 && a.missing.includes("Goals"));
    assert.ok(a.findings.information > 0);
  });

  it("says of files what it says of them in an editor", async () => {
    const client = await start();
    const uri = place("2026-01-01-a-design");
    const [closed] = await progressOf(client, uri);
    await client.open(uri, design("Alpha"));
    const [open] = await progressOf(client, uri);
    const status = await client.connection.sendRequest<StatusResult>(Status, { uri });
    assert.deepEqual(closed, open);
    assert.deepEqual([open?.written, open?.findings], [status?.written, status?.findings]);
  });

  it("takes what is typed from the editor", async () => {
    const client = await start();
    const uri = place("b");
    await client.open(uri, `${design("B")}\n## Goals\n\n- Be short.\n`);
    const [typed] = await progressOf(client, uri);
    assert.equal(typed?.written, 2);
  });

  it("looks again where a text is another one", async () => {
    const client = await start();
    const uri = place("b");
    await progressOf(client, uri);
    await client.changeFile(uri, `${design("B")}\n## Goals\n\n- Be short.\n`);
    const [changed] = await progressOf(client, uri);
    assert.equal(changed?.written, 2);
    const before = client.files.asked.length;
    assert.deepEqual(await progressOf(client, uri), [changed]);
    assert.deepEqual(
      client.files.asked.slice(before).filter((question) => question.includes("b.md")),
      [`read ${uri}`],
    );
  });

  it("answers so many and no more", async () => {
    const client = await start();
    const uris = Array.from({ length: mostProgress + 1 }, () => place("b"));
    assert.equal((await progressOf(client, ...uris)).length, mostProgress);
  });

  it("reads nothing more for those who have left", async () => {
    const client = await start();
    const source = new CancellationTokenSource();
    const asked = client.connection.sendRequest(ProgressOf, { uris: [place("b")] }, source.token);
    source.cancel();
    await assert.rejects(asked, /cancel/i);
    assert.ok(!client.files.asked.includes(`read ${place("b")}`));
  });
});

describe("workspace/symbol", () => {
  const symbols = async (client: TestClient, query: string): Promise<readonly unknown[]> => {
    const found = await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query });
    return (found ?? []).map((one: SymbolInformation | WorkspaceSymbol) => [
      one.name,
      one.containerName,
      one.location.uri,
    ]);
  };

  it("finds documents by title, and waits for no file", async () => {
    const client = await start();
    assert.equal(client.initialized.capabilities.workspaceSymbolProvider, true);
    assert.deepEqual(await symbols(client, "alp"), []);
    await turns(client);
    assert.deepEqual(await symbols(client, "alp"), [
      ["Alpha", "DRAFT · docs/designs/2026-01-01-a-design.md", place("2026-01-01-a-design")],
    ]);
    assert.deepEqual(await symbols(client, "b.md"), [["B", "IN REVIEW · docs/designs/b.md", place("b")]]);
  });
});
