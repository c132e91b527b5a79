// The server as it is shipped: run `npm run build` before this file is run alone.
import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import {
  createProtocolConnection,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  IPCMessageReader,
  IPCMessageWriter,
  ShutdownRequest,
} from "vscode-languageserver/node";
import {
  FindFiles,
  KnownHandles,
  ReadFile,
  type InitializationOptions,
  type KnownHandlesResult,
} from "../../server/src/protocol/protocol.ts";
import { fullClient } from "../kit/clients.ts";

const script = join(import.meta.dirname, "../../dist/server.node.js");

const design = (reviewer: string): string =>
  `# Design\n\nStatus: DRAFT\nReviewers: ${reviewer}\n\n## Goals\n`;

describe("a server on the machine of its client", () => {
  let root = "";
  let uris: readonly string[] = [];
  before(() => {
    root = mkdtempSync(join(tmpdir(), "design-docs-"));
    mkdirSync(join(root, "docs/designs"), { recursive: true });
    uris = ["@ada", "@bob"].map((reviewer, index) => {
      const path = join(root, `docs/designs/${index}.md`);
      writeFileSync(path, design(reviewer));
      return pathToFileURL(path).href;
    });
  });
  after(() => rmSync(root, { recursive: true }));

  /** One life of a server: the handles that it knows, and how often it asked the client for a text on the disk. */
  async function live(options: InitializationOptions): Promise<readonly [readonly string[], number]> {
    const child = fork(script, ["--node-ipc"], {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      execArgv: [],
    });
    const ended = new Promise((resolve) => child.once("exit", resolve));
    const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
    let reads = 0;
    connection.onRequest(ReadFile, () => {
      reads++;
      return null;
    });
    connection.onRequest(FindFiles, ({ include }: { readonly include: readonly string[] }) =>
      include.some((glob) => glob.includes("docs/designs")) ? uris : [],
    );
    try {
      connection.listen();
      const folder = pathToFileURL(root).href;
      await connection.sendRequest(InitializeRequest.type, {
        processId: null,
        rootUri: folder,
        capabilities: { textDocument: fullClient.textDocument ?? {} },
        workspaceFolders: null,
        initializationOptions: options,
      });
      await connection.sendNotification(InitializedNotification.type, {});
      const found = await connection.sendRequest<KnownHandlesResult>(KnownHandles, { folder });
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      assert.equal(await ended, 0);
      return [found.map(({ handle }) => handle), reads];
    } finally {
      connection.dispose();
      child.kill();
    }
  }

  it("reads its files itself, and which there are the client says", { timeout: 30_000 }, async () => {
    assert.deepEqual(await live({ servesFiles: true }), [["@ada", "@bob"], 0]);
  });

  it("keeps heads where it is told, and trusts none that is damaged", { timeout: 60_000 }, async () => {
    const cache = join(root, "kept", "here");
    const file = join(cache, "heads.cache");
    const told = { servesFiles: true, cacheFolder: pathToFileURL(cache).href };
    assert.deepEqual(await live(told), [["@ada", "@bob"], 0]);
    assert.deepEqual(readdirSync(cache), ["heads.cache"]);
    const text = readFileSync(file, "utf8");
    assert.match(text, /^\["design-docs",\d+,"heads",/);
    assert.match(text, /@ada/);
    // Nobody but the server knows how to write a line that it believes.
    writeFileSync(file, text.replace("@ada", "@eve"));
    assert.deepEqual(await live({ ...told, cacheFolder: cache }), [["@ada", "@bob"], 0]);
    assert.equal(readFileSync(file, "utf8").includes("@eve"), false);
    writeFileSync(file, "{}");
    assert.deepEqual(await live(told), [["@ada", "@bob"], 0]);
    assert.equal(
      readFileSync(file, "utf8").split("\n").toSorted().join("\n"),
      text.split("\n").toSorted().join("\n"),
    );
  });
});
