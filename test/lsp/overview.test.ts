import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DidChangeDocuments, type DidChangeDocumentsParams } from "../../server/src/protocol/documents.ts";
import {
  IndexEdits,
  Overview,
  type IndexEditsResult,
  type OverviewResult,
} from "../../server/src/protocol/overview.ts";
import { KnownHandles } from "../../server/src/protocol/protocol.ts";
import { run } from "../cli/memory-host.ts";
import { createMailbox } from "../kit/mailbox.ts";
import { startTestClient, type TestClient } from "../kit/protocol.ts";

const folder = "file:///repo";
const design = (title: string, status: string, more = ""): string =>
  `# ${title}\n\nStatus: ${status}\nAuthor: Ada <ada@example.org>\nDate: 2026-01-05\nReviewers: @grace\n${more}\n## Summary\n\nIt is short.\n`;
const texts: Readonly<Record<string, string>> = {
  "/repo/.git/HEAD": "",
  "/repo/docs/designs/a b.md": design("Alpha | one", "DRAFT"),
  "/repo/docs/designs/b.md": `${design("Beta", "IN REVIEW")}\n## Milestones\n\n- Out: 2026-12-24\n`,
  "/repo/docs/designs/README.md": "# Ours\r\n\r\nRead them.\r\n",
};
const files = Object.fromEntries(Object.entries(texts).map(([path, text]) => [`file://${path}`, text]));

const overview = async ({ connection }: TestClient): Promise<string> =>
  (await connection.sendRequest<OverviewResult>(Overview, {})).markdown;

const indexes = ({ connection }: TestClient): Promise<IndexEditsResult> =>
  connection.sendRequest<IndexEditsResult>(IndexEdits, {});

/** Settles when all documents have been read. */
const read = ({ connection }: TestClient): Promise<unknown> =>
  connection.sendRequest(KnownHandles, { folder });

describe("designDocs/overview", () => {
  it("does not wait, tells what it had not read, and has milestones and links then", async () => {
    const client = await startTestClient({ files, folders: [folder] });
    const told = createMailbox<DidChangeDocumentsParams>();
    client.connection.onNotification(DidChangeDocuments, (params: DidChangeDocumentsParams) =>
      told.put(params),
    );
    assert.match(await overview(client), /Documents are still being read\./);
    for (let turn = 0; turn < 5; turn++) await read(client);
    client.pass(1000);
    await told.next();
    const page = await overview(client);
    assert.match(page, /^# Design overview\n\n2 design documents on /);
    assert.match(page, /\n {2}section Beta\n {4}Out :milestone, 2026-12-24, 0d\n/);
    assert.match(page, /\| \[Alpha \\\| one\]\(\/docs\/designs\/a%20b\.md\) \| DRAFT \|/);
    await client.changeFile(`${folder}/docs/designs/b.md`, undefined);
    for (let turn = 0; turn < 5; turn++) await read(client);
    client.pass(1000);
    await told.next();
    assert.match(await overview(client), /One design document/);
  });

  it("draws what texts link to, also as it is typed", async () => {
    const [a, c] = [`${folder}/docs/designs/a b.md`, `${folder}/docs/designs/c.md`];
    const client = await startTestClient({
      files: {
        ...files,
        [a]: `${design("Alpha", "DRAFT")}\nAs [Beta](b.md#summary) says.\n`,
        [c]: design("Gamma", "DRAFT"),
      },
      folders: [folder],
    });
    for (let turn = 0; turn < 5; turn++) await read(client);
    assert.match(await overview(client), /d0\["Alpha"\]\n {2}d1\["Beta"\]\n {2}d0 -\.-> d1\n/);
    await client.open(c, `${design("Gamma", "DRAFT")}\n[Alpha](<a b.md>)\n`);
    const page = await overview(client);
    assert.match(page, /d2\["Gamma"\]\n {2}d0 -\.-> d1\n {2}d2 -\.-> d0\n/);
    assert.match(page, /An arrow without a word is a link in the text\./);
  });

  it("links what lies in another workspace folder from the first one", async () => {
    const other = "file:///elsewhere/docs/designs/c.md";
    const client = await startTestClient({
      files: { ...files, [other]: design("Gamma", "DRAFT") },
      folders: [folder, "file:///elsewhere"],
    });
    await client.connection.sendRequest(IndexEdits, {});
    assert.match(await overview(client), /\[Gamma\]\(\/\.\.\/elsewhere\/docs\/designs\/c\.md\)/);
  });
});

describe("designDocs/indexEdits", () => {
  it("writes what the command line writes", async () => {
    const written = new Map<string, string>();
    await run(["index"], { files: texts, written });
    const client = await startTestClient({ files, folders: [folder] });
    const { edits, files: created, indexes: all } = await indexes(client);
    assert.deepEqual([created, all], [[], [`${folder}/docs/designs/README.md`]]);
    const [edit] = edits.flatMap((one) => one.edits);
    assert.deepEqual(edit?.range, { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } });
    const text = `${texts["/repo/docs/designs/README.md"]}${edit.newText}`;
    assert.equal(text, written.get("/repo/docs/designs/README.md"));
    assert.match(text, /\r\n\| \[Beta\]\(b\.md\) \| IN REVIEW \|/);
    await client.changeFile(`${folder}/docs/designs/README.md`, text);
    assert.deepEqual((await indexes(client)).edits, []);
  });

  it("creates a file that is the same, and counts what is typed", async () => {
    const { "/repo/docs/designs/README.md": _, ...bare } = texts;
    const written = new Map<string, string>();
    await run(["index"], { files: bare, written });
    const { [`${folder}/docs/designs/README.md`]: __, ...others } = files;
    const client = await startTestClient({ files: others, folders: [folder] });
    const { edits, files: created } = await indexes(client);
    assert.deepEqual(edits, []);
    assert.deepEqual(created, [
      { uri: `${folder}/docs/designs/README.md`, text: written.get("/repo/docs/designs/README.md") },
    ]);
    await client.open(`${folder}/docs/designs/README.md`, created[0]?.text.replace("Beta", "Bet") ?? "");
    const again = await indexes(client);
    assert.deepEqual(
      again.edits.map(({ version }) => version),
      [1],
    );
  });

  it("has none where no document is", async () => {
    const client = await startTestClient({ files: {}, folders: [folder] });
    assert.deepEqual(await indexes(client), { files: [], edits: [], indexes: [] });
  });
});
