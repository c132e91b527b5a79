// The server for the web as it is shipped: run `npm run build` before this file is run alone.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { runInNewContext } from "node:vm";
import { fullClient } from "../kit/clients.ts";
import { memoryFiles } from "../kit/memory-files.ts";
import { incomplete, template, templateUri, uri } from "../lsp/sample.ts";

const script = readFileSync(join(import.meta.dirname, "../../dist/server.js"), "utf8");

interface Message {
  readonly jsonrpc: "2.0";
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: { readonly uri: string };
  readonly result?: unknown;
}

interface Worker {
  request(method: string, params: object): Promise<unknown>;
  notify(method: string, params: object): void;
  readonly realm: object;
}

/** Runs the bundle in a realm with nothing but what a web worker has; a client with `files` answers it. */
function startWorker(files: Readonly<Record<string, string>>): Worker {
  const memory = memoryFiles(files);
  const waiting = new Map<number | string, (result: unknown) => void>();
  let asked = 0;
  const realm: Record<string, unknown> = {
    TextEncoder,
    TextDecoder,
    MessageChannel,
    performance,
    setTimeout,
    clearTimeout,
    console,
    addEventListener: () => undefined,
  };
  const send = (message: object): void => {
    const receive = realm["onmessage"];
    assert.ok(typeof receive === "function", "the worker does not listen");
    receive({ data: structuredClone({ jsonrpc: "2.0", ...message }) });
  };
  const serve = async ({ id, method, params = { uri: "" } }: Message): Promise<void> => {
    const answers: Readonly<Record<string, () => Promise<unknown>>> = {
      "designDocs/readFile": async () => (await memory.readFile(params.uri)) ?? null,
      "designDocs/listFolder": () => memory.listFolder(params.uri),
      "designDocs/entriesOf": () => memory.entriesOf(params.uri),
      "designDocs/kindOf": async () => (await memory.kindOf(params.uri)) ?? null,
    };
    send({ id, result: (await answers[method ?? ""]?.()) ?? null });
  };
  realm["postMessage"] = (sent: Message): void => {
    const message = structuredClone(sent);
    if (message.id === undefined) return;
    if (message.method !== undefined) void serve(message);
    else waiting.get(message.id)?.(message.result);
  };
  runInNewContext(`globalThis.self = globalThis;\n${script}`, realm);
  return {
    realm,
    notify: (method, params) => send({ method, params }),
    request: (method, params) =>
      new Promise((resolve) => {
        const id = ++asked;
        waiting.set(id, resolve);
        send({ id, method, params });
      }),
  };
}

describe("the server in a web worker", () => {
  it("has neither page nor Node, and answers with the client's files", { timeout: 30_000 }, async () => {
    const worker = startWorker({ [templateUri]: template });
    for (const name of ["document", "window", "process", "require", "setImmediate", "Buffer"])
      assert.ok(!(name in worker.realm), name);
    await worker.request("initialize", {
      processId: null,
      rootUri: null,
      capabilities: { textDocument: fullClient.textDocument },
      workspaceFolders: [{ uri: "file:///w", name: "w" }],
    });
    worker.notify("initialized", {});
    worker.notify("textDocument/didOpen", {
      textDocument: { uri, languageId: "markdown", version: 1, text: incomplete },
    });
    const report = await worker.request("textDocument/diagnostic", { textDocument: { uri } });
    const { items } = report as { readonly items: readonly { readonly code: string }[] };
    assert.deepEqual(
      items.map(({ code }) => code),
      ["missing-section"],
    );
    const hover = await worker.request("textDocument/hover", {
      textDocument: { uri },
      position: { line: 4, character: 4 },
    });
    assert.match(JSON.stringify(hover), /What it is for/);
  });

  it("loads what few documents need, such as the parser of front matter", { timeout: 30_000 }, async () => {
    const worker = startWorker({ [templateUri]: template });
    await worker.request("initialize", {
      processId: null,
      rootUri: null,
      capabilities: { textDocument: fullClient.textDocument },
      workspaceFolders: [{ uri: "file:///w", name: "w" }],
    });
    worker.notify("initialized", {});
    const text = `---\nowner: {ada}\nowner: [bob\n---\n\n${incomplete}`;
    worker.notify("textDocument/didOpen", {
      textDocument: { uri, languageId: "markdown", version: 1, text },
    });
    const report = await worker.request("textDocument/diagnostic", { textDocument: { uri } });
    const { items } = report as { readonly items: readonly { readonly code: string }[] };
    assert.ok(items.some(({ code }) => code === "front-matter-syntax"));
  });
});
