// What is not told while somebody types, and what is told only on saving.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Status, type StatusResult } from "../../server/src/protocol/protocol.ts";
import { plainClient } from "../kit/clients.ts";
import { startTestClient, type TestClient } from "../kit/protocol.ts";
import { complete, template, templateUri, uri } from "./sample.ts";

const files = { [templateUri]: template };
const status = complete.indexOf("IN REVIEW");

const rules = async (client: TestClient): Promise<readonly string[]> =>
  (await client.diagnostics(uri)).map(({ code }) => String(code));

/** Types the status word anew, letter by letter, with a pull behind each. */
async function type(client: TestClient, word: string): Promise<void> {
  await client.change(uri, "", { start: status, end: status + "IN REVIEW".length });
  let at = status;
  for (const letter of word) {
    await client.change(uri, letter, { start: at, end: at });
    at++;
    assert.deepEqual(await rules(client), [], `while typing ${letter}`);
  }
}

describe("a value that is being typed", () => {
  it("is not told before there is a pause", async () => {
    const client = await startTestClient({ files });
    await client.open(uri, complete);
    assert.deepEqual(await rules(client), []);
    await type(client, "APPR");
    client.pass(2999);
    assert.deepEqual(await rules(client), []);
    client.pass(1);
    await client.refreshes.next();
    assert.deepEqual(await rules(client), ["invalid-status"]);
  });

  it("is told once the typing goes on elsewhere", async () => {
    const client = await startTestClient({ files });
    await client.open(uri, complete);
    await client.diagnostics(uri);
    await type(client, "APPR");
    const end = complete.length - "IN REVIEW".length + "APPR".length;
    await client.change(uri, "M", { start: end, end });
    assert.deepEqual(await rules(client), ["invalid-status"]);
  });

  it("that was wrong before stays told", async () => {
    const client = await startTestClient({ files });
    const wrong = complete.replace("IN REVIEW", "APPR");
    await client.open(uri, wrong);
    assert.deepEqual(await rules(client), ["invalid-status"]);
    const at = status + 4;
    await client.change(uri, " ", { start: at, end: at });
    assert.deepEqual(await rules(client), ["invalid-status"]);
  });

  it("is told at once where a whole text is replaced, or where nobody could be told later", async () => {
    const wrong = complete.replace("IN REVIEW", "APPR");
    const client = await startTestClient({ files });
    await client.open(uri, complete);
    await client.diagnostics(uri);
    await client.change(uri, wrong);
    assert.deepEqual(await rules(client), ["invalid-status"]);

    const simple = await startTestClient({
      files,
      capabilities: { ...plainClient, textDocument: { diagnostic: {} } },
    });
    await simple.open(uri, complete);
    await simple.diagnostics(uri);
    await simple.change(uri, "X", { start: status, end: status + 1 });
    assert.deepEqual(await rules(simple), ["invalid-status"]);
  });

  it("is pushed after the pause to a client that does not pull", async () => {
    const client = await startTestClient({ files, capabilities: plainClient });
    await client.open(uri, complete);
    assert.deepEqual((await client.pushed.next()).diagnostics, []);
    await client.change(uri, "X", { start: status, end: status + 1 });
    // Another document is pushed behind this one, which has no news.
    await client.open("file:///w/notes.md", "x");
    assert.notEqual((await client.pushed.next()).uri, uri);
    client.pass(3000);
    const { diagnostics } = await client.pushed.next();
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ["invalid-status"],
    );
  });
});

describe("a section that is written anew", () => {
  it("is told as empty only after a pause", async () => {
    const client = await startTestClient({ files });
    await client.open(uri, complete);
    assert.deepEqual(await rules(client), []);
    const goals = "Phones work offline.";
    const at = complete.indexOf(goals);
    await client.change(uri, "-", { start: at, end: at + goals.length });
    await client.change(uri, " ", { start: at + 1, end: at + 1 });
    assert.deepEqual(await rules(client), []);
    client.pass(1999);
    assert.deepEqual(await rules(client), []);
    client.pass(1);
    await client.refreshes.next();
    assert.deepEqual(await rules(client), ["empty-section"]);
  });
});

describe("the status", () => {
  const errors = async (client: TestClient): Promise<number | undefined> =>
    (await client.statuses.next()).status?.findings.error;

  it("counts a finding when it is shown", async () => {
    const client = await startTestClient({ files });
    await client.open(uri, complete);
    assert.equal(await errors(client), 0);
    await client.change(uri, "X", { start: status, end: status + 1 });
    // The word is another one, the number of findings is not.
    assert.equal(await errors(client), 0);
    client.pass(3000);
    assert.equal(await errors(client), 1);
    assert.deepEqual(await rules(client), ["invalid-status"]);
  });

  it("counts what was found when the text was saved, where people want that", async () => {
    const client = await startTestClient({ files, settings: () => ({ run: "onSave" }) });
    await client.open(uri, complete);
    assert.equal(await errors(client), 0);
    await client.change(uri, complete.replace("IN REVIEW", "APPR"));
    assert.equal(await errors(client), 0);
    const asked = await client.connection.sendRequest<StatusResult>(Status, { uri });
    assert.equal(asked?.findings.error, 0);
    await client.save(uri);
    assert.equal(await errors(client), 1);
  });
});

describe("with run: onSave", () => {
  it("findings are those of the text that was saved last", async () => {
    const client = await startTestClient({ files, settings: () => ({ run: "onSave" }) });
    await client.open(uri, complete);
    assert.deepEqual(await rules(client), []);
    await client.change(uri, complete.replace("IN REVIEW", "APPR"));
    assert.deepEqual(await rules(client), []);
    await client.save(uri);
    await client.refreshes.next();
    assert.deepEqual(await rules(client), ["invalid-status"]);
  });
});
