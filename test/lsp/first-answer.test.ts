// The start of the server as it is shipped: run `npm run build` before this file is run alone.
import assert from "node:assert/strict";
import { fork, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { describe, it } from "node:test";
import { setImmediate as nextTurn } from "node:timers/promises";
import { initializeResult, readClient } from "../../server/src/lsp/capabilities.ts";
import { fullClient } from "../kit/clients.ts";

const script = join(import.meta.dirname, "../../dist/server.node.js");

interface Message {
  readonly id?: number;
  readonly result?: unknown;
}

const params = { processId: null, rootUri: null, capabilities: fullClient, workspaceFolders: null };
const initialize = { jsonrpc: "2.0", id: 1, method: "initialize", params };
const shutdown = { jsonrpc: "2.0", id: 2, method: "shutdown" };
const exit = { jsonrpc: "2.0", method: "exit" };
const wanted = initializeResult(readClient(params));

const framed = (message: object): string => {
  const body = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
};

/** The messages in what a server wrote. */
function messagesIn(output: string): readonly Message[] {
  const found: Message[] = [];
  for (let rest = output; rest !== "";) {
    const head = /^Content-Length: (\d+)\r\n\r\n/.exec(rest);
    assert.ok(head, `no message: ${rest.slice(0, 100)}`);
    const end = head[0].length + Number(head[1]);
    found.push(JSON.parse(rest.slice(head[0].length, end)) as Message);
    rest = rest.slice(end);
  }
  return found;
}

/**
 * What a server on standard input and output answers to these pieces. It is left alone once it has answered the
 * message `last`, or at once where there is none to wait for.
 */
async function answers(pieces: readonly string[], last?: number): Promise<readonly Message[]> {
  const server = spawn(process.execPath, [script, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  let output = "";
  server.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    output += chunk;
    if (last !== undefined && output.includes(`"id":${last}`)) server.stdin.end();
  });
  for (const piece of pieces) {
    server.stdin.write(piece);
    await nextTurn();
  }
  if (last === undefined) server.stdin.end();
  await once(server, "close");
  return messagesIn(output);
}

const answered = (messages: readonly Message[]): readonly (number | undefined)[] =>
  messages.filter(({ id }) => id !== undefined).map(({ id }) => id);

describe("the first answer", () => {
  const whole = [initialize, shutdown].map(framed).join("");
  const cuts: readonly (readonly [string, readonly string[]])[] = [
    ["in one piece", [whole]],
    ["cut in the header", [whole.slice(0, 9), whole.slice(9)]],
    ["cut in the body", [whole.slice(0, 90), whole.slice(90, 140), whole.slice(140)]],
    ["message by message", [initialize, shutdown].map(framed)],
  ];
  for (const [name, pieces] of cuts) {
    it(`comes once, and is that of the server, where the messages come ${name}`, async () => {
      const messages = await answers(pieces, 2);
      assert.deepEqual(answered(messages), [1, 2]);
      assert.deepEqual(messages[0]?.result, wanted);
    });
  }

  it("is left to the library where the first message is another one", async () => {
    const messages = await answers([framed({ ...shutdown, id: 7 })], 7);
    assert.deepEqual(answered(messages), [7]);
  });

  it("is left to the library where nothing comes that is a message", async () => {
    assert.deepEqual(await answers(["Content-Length: none\r\n\r\n{}"]), []);
  });

  it("comes once between processes, too", async () => {
    const server = fork(script, ["--node-ipc"], {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      execArgv: [],
    });
    const messages: Message[] = [];
    server.on("message", (message) => {
      messages.push(message as Message);
      if ((message as Message).id === 2) server.send(exit);
    });
    server.send(initialize);
    server.send(shutdown);
    await once(server, "exit");
    assert.deepEqual(answered(messages), [1, 2]);
    assert.deepEqual(messages[0]?.result, wanted);
  });
});
