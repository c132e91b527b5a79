// The server as it is shipped: run `npm run build` before this file is run alone.
import assert from "node:assert/strict";
import { fork, spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import {
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  IPCMessageReader,
  IPCMessageWriter,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type ProtocolConnection,
} from "vscode-languageserver/node";
import { fullClient } from "../kit/clients.ts";
import { incomplete, template } from "./sample.ts";

const script = join(import.meta.dirname, "../../dist/server.node.js");

function overStdio(...words: readonly string[]): readonly [ChildProcess, ProtocolConnection] {
  const child = spawn(process.execPath, [script, ...words], { stdio: ["pipe", "pipe", "inherit"] });
  return [
    child,
    createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin)),
  ];
}

function overIpc(): readonly [ChildProcess, ProtocolConnection] {
  const child = fork(script, ["--node-ipc"], { stdio: ["ignore", "ignore", "inherit", "ipc"], execArgv: [] });
  return [child, createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child))];
}

/** One life of a server, from `initialize` to `exit`, with a document in the workspace folder. */
async function converse(connection: ProtocolConnection, folder: string): Promise<void> {
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: folder,
    capabilities: { textDocument: fullClient.textDocument ?? {} },
    workspaceFolders: null,
  });
  await connection.sendNotification(InitializedNotification.type, {});
  const uri = `${folder}/docs/designs/2026-01-05-sync-design.md`;
  await connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: "markdown", version: 1, text: incomplete },
  });
  const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
  assert.ok(report.kind === "full");
  assert.deepEqual(
    report.items.map(({ code }) => code),
    ["missing-section"],
  );
  assert.match(report.items[0]?.codeDescription?.href ?? "", /^file:.*\/docs\/rules\/missing-section\.md$/);
  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification(ExitNotification.type);
}

describe("the server in a process of its own", () => {
  let root = "";
  before(() => {
    root = mkdtempSync(join(tmpdir(), "design-docs-"));
    mkdirSync(join(root, "docs/designs"), { recursive: true });
    writeFileSync(join(root, "docs/designs/TEMPLATE.md"), template);
  });
  after(() => rmSync(root, { recursive: true }));

  const ways = { "--stdio": () => overStdio("--stdio"), "no word": () => overStdio(), "--node-ipc": overIpc };
  for (const [name, start] of Object.entries(ways)) {
    it(`reads the files itself, answers and ends, started with ${name}`, { timeout: 30_000 }, async () => {
      const [child, connection] = start();
      const ended = new Promise((resolve) => child.once("exit", resolve));
      try {
        await converse(connection, pathToFileURL(root).href);
        assert.equal(await ended, 0);
      } finally {
        connection.dispose();
        child.kill();
      }
    });
  }
});
