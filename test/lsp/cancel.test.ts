import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { CancellationTokenSource, LSPErrorCodes } from "vscode-languageserver/node";
import { createGuard, stopIfCancelled } from "../../server/src/lsp/guard.ts";
import { createMailbox } from "../kit/mailbox.ts";
import { startTestClient } from "../kit/protocol.ts";
import { complete, template, templateUri, uri } from "./sample.ts";

const methods = [
  "textDocument/diagnostic",
  "textDocument/completion",
  "textDocument/hover",
  "textDocument/documentSymbol",
  "textDocument/codeAction",
  "designDocs/status",
];

describe("a cancelled request", () => {
  for (const method of methods) {
    it(`answers so: ${method}`, async () => {
      const client = await startTestClient({ files: { [templateUri]: template } });
      await client.open(uri, complete);
      const source = new CancellationTokenSource();
      const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
      const params = {
        uri,
        textDocument: { uri },
        position: range.start,
        range,
        context: { diagnostics: [] },
      };
      const answer = client.connection.sendRequest(method, params, source.token);
      source.cancel();
      await assert.rejects(answer, { code: LSPErrorCodes.RequestCancelled });
      assert.equal((await client.pull(uri)).kind, "full");
    });
  }
});

it("a request that is cancelled while it waits for something does no work behind that", async () => {
  const gate = createMailbox<null>();
  let analysed = 0;
  const client = await startTestClient({
    files: { [templateUri]: template },
    // Our own client is told the status of the document, for which it is analysed as well.
    options: {},
    settings: () => gate.next().then(() => ({})),
    today() {
      analysed++;
      return "2026-01-05";
    },
  });
  await client.open(uri, complete);
  const source = new CancellationTokenSource();
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const params = { textDocument: { uri }, position: range.start, range, context: { diagnostics: [] } };
  const answers = ["diagnostic", "completion", "hover", "documentSymbol", "codeAction"].map((method) =>
    assert.rejects(client.connection.sendRequest(`textDocument/${method}`, params, source.token), {
      code: LSPErrorCodes.RequestCancelled,
    }),
  );
  // An answer to another request says that those before it were begun.
  await client.connection.sendRequest("designDocs/presets", {});
  source.cancel();
  gate.put(null);
  await Promise.all(answers);
  assert.deepEqual([analysed, client.logged], [0, []]);
});

describe("the guard", () => {
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  it("answers that a request was cancelled while it was worked on", async () => {
    const source = new CancellationTokenSource();
    const guarded = createGuard({ error: () => undefined }, turn)(
      "work",
      () => "fallback",
      () => {
        source.cancel();
        return "result";
      },
    );
    assert.deepEqual(Object(await guarded(0, source.token)).code, LSPErrorCodes.RequestCancelled);
  });

  it("lets a cancellation in before it begins", async () => {
    let worked = false;
    const source = new CancellationTokenSource();
    const guarded = createGuard({ error: () => undefined }, turn)(
      "work",
      () => 0,
      () => {
        worked = true;
        return 1;
      },
    );
    const answer = guarded(0, source.token);
    source.cancel();
    await answer;
    assert.equal(worked, false);
  });

  it("takes what is thrown behind a cancellation for its answer", async () => {
    const logged: string[] = [];
    const source = new CancellationTokenSource();
    const guarded = createGuard({ error: (line) => void logged.push(line) }, turn)(
      "work",
      () => 0,
      () => {
        source.cancel();
        stopIfCancelled(source.token);
        return 1;
      },
    );
    assert.deepEqual(Object(await guarded(0, source.token)).code, LSPErrorCodes.RequestCancelled);
    assert.deepEqual(logged, []);
    assert.equal(stopIfCancelled(undefined), undefined);
  });

  it("logs what was thrown and answers the fallback for the request", async () => {
    const logged: string[] = [];
    const guarded = createGuard({ error: (line) => void logged.push(line) }, turn)(
      "work",
      (params: number) => params + 1,
      () => Promise.reject(new TypeError("broken")),
    );
    assert.equal(await guarded(41, new CancellationTokenSource().token), 42);
    assert.match(logged.join(), /^work failed: TypeError: broken/);
  });
});
