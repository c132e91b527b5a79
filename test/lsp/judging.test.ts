// What takes longer than others should wait for: it is done in slices, told in part, and left when somebody types.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { CancellationTokenSource, DocumentSymbolRequest, LSPErrorCodes } from "vscode-languageserver/node";
import type { Diagnostic } from "vscode-languageserver";
import { plainClient } from "../kit/clients.ts";
import { startTestClient, type ServerOptions, type TestClient } from "../kit/protocol.ts";
import { complete, incomplete, template, templateUri, uri } from "./sample.ts";

/** A clock by which each look at it takes so many milliseconds, so that each rule does as well. */
function slowly(milliseconds: number): { readonly now: () => number; readonly looks: () => number } {
  let looks = 0;
  return { now: () => milliseconds * looks++, looks: () => looks };
}

const bad = incomplete
  .replace("offline.", "offline. TBD\n\n## Costs\n\nTODO: ask")
  .replace("IN REVIEW", "DRAFTY");

const started = (given: Partial<ServerOptions> = {}): Promise<TestClient> =>
  startTestClient({ files: { [templateUri]: template }, options: {}, ...given });

const codes = (items: readonly Diagnostic[]): readonly string[] => items.map(({ code }) => String(code));

/** What a server says to which nothing takes any time. */
async function wholeOf(text: string): Promise<readonly Diagnostic[]> {
  const client = await started();
  await client.open(uri, text);
  return client.diagnostics(uri);
}

describe("a first look that takes its time", () => {
  it("tells the worst at once, and the rest in one refresh", async () => {
    const whole = await wholeOf(bad);
    const client = await started({ now: slowly(3).now });
    await client.open(uri, bad);
    const first = await client.diagnostics(uri);
    assert.ok(first.length < whole.length, "all was told at once");
    for (const one of first)
      assert.deepEqual(
        whole.find((other) => other.message === one.message),
        one,
      );
    await client.refreshes.next();
    assert.deepEqual(await client.diagnostics(uri), whole);
    assert.deepEqual(client.refreshes.waiting, []);
    // What is known is judged anew at an edit without telling less meanwhile.
    const end = bad.length;
    await client.change(uri, "More.\n", { start: end, end });
    assert.deepEqual(codes(await client.diagnostics(uri)), codes(whole));
  });

  it("tells what is said of the structure, however long that takes", async () => {
    const client = await started({ now: slowly(1000).now });
    await client.open(uri, bad);
    assert.deepEqual(codes(await client.diagnostics(uri)), ["invalid-status", "missing-section"]);
  });

  it("tells all at once to a client that cannot be told of more", async () => {
    const whole = await wholeOf(bad);
    const capabilities = { textDocument: { diagnostic: { codeDescriptionSupport: true } } };
    const client = await started({ now: slowly(3).now, capabilities });
    await client.open(uri, bad);
    assert.deepEqual(codes(await client.diagnostics(uri)), codes(whole));
  });

  it("is pushed in two parts", async () => {
    const whole = await wholeOf(bad);
    const client = await started({ now: slowly(3).now, capabilities: plainClient });
    await client.open(uri, bad);
    assert.ok((await client.pushed.next()).diagnostics.length < whole.length);
    assert.deepEqual(codes((await client.pushed.next()).diagnostics), codes(whole));
  });

  it("begins anew where somebody types: the answer is of the text that is there then", async () => {
    const clock = slowly(9);
    const client = await started({ now: clock.now });
    await client.open(uri, bad);
    const answer = client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } });
    while (clock.looks() < 6) await new Promise((resolve) => setImmediate(resolve));
    await client.change(uri, complete);
    assert.match(JSON.stringify(await answer), /Risks/);
    assert.deepEqual(await client.diagnostics(uri), []);
  });

  it("rests when the request was cancelled, and costs nothing more", async () => {
    const clock = slowly(9);
    const client = await started({ now: clock.now });
    await client.open(uri, complete);
    const source = new CancellationTokenSource();
    const params = { textDocument: { uri }, position: { line: 0, character: 0 } };
    const answer = assert.rejects(client.connection.sendRequest("textDocument/hover", params, source.token), {
      code: LSPErrorCodes.RequestCancelled,
    });
    while (clock.looks() < 3) await new Promise((resolve) => setImmediate(resolve));
    source.cancel();
    await answer;
    const looks = clock.looks();
    for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve));
    assert.equal(clock.looks(), looks);
    // Whoever asks next goes on with it.
    assert.equal((await client.pull(uri)).kind, "full");
    assert.ok(clock.looks() > looks);
  });

  it("is one for all who wait for it", async () => {
    const alone = slowly(9);
    const first = await started({ now: alone.now });
    await first.open(uri, complete);
    const params = { textDocument: { uri }, position: { line: 0, character: 0 } };
    await first.connection.sendRequest("textDocument/hover", params);
    const together = slowly(9);
    const second = await started({ now: together.now });
    await second.open(uri, complete);
    await Promise.all(
      ["hover", "completion", "documentSymbol"].map((method) =>
        second.connection.sendRequest(`textDocument/${method}`, params),
      ),
    );
    assert.ok(together.looks() < alone.looks() + 10, `${together.looks()} looks, ${alone.looks()} alone`);
  });
});
