// Nothing holds on to texts that are gone: each keystroke would cost as much memory as the document.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { plainClient } from "../kit/clients.ts";
import { goodDocument } from "../kit/good-document.ts";
import { startTestClient, type TestClient } from "../kit/protocol.ts";
import { uri } from "./sample.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** Bytes that are in use when all that nobody holds is gone. */
function used(): number {
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

const words =
  "Phones keep a log of edits, which [the server](notes.md) merges. `GET /sync` gives the rest.\n\n";
const sections = Array.from({ length: 50 }, (_, index) => `### Part ${index}\n\n${words.repeat(10)}`);
const text = `${goodDocument()}\n${sections.join("")}- TBD\n`;
const at = text.indexOf(words) + 10;
const keystrokes = 200;

/** Types and deletes: most letters in one line, then a line, then all over the document. */
async function type(client: TestClient, answered: () => Promise<unknown>): Promise<void> {
  for (let key = 0; key < keystrokes; key++) {
    const start = key % 3 === 0 ? (at + key * 97) % text.length : at;
    const put = key % 40 === 0 ? "\n\n" : "x";
    await client.change(uri, put, { start, end: start });
    await client.change(uri, "", { start, end: start + put.length });
    await answered();
  }
}

describe("memory, behind many keystrokes", () => {
  for (const [name, given] of [
    ["with a client that pulls", {}],
    ["with one that is pushed to", { capabilities: plainClient, options: {} }],
  ] as const) {
    it(`is that of one text ${name}`, { timeout: 120_000 }, async () => {
      const client = await startTestClient(given);
      await client.open(uri, text);
      const answered = (): Promise<unknown> =>
        client.connection.sendRequest("textDocument/documentSymbol", { textDocument: { uri } });
      const asked = "capabilities" in given ? answered : () => client.pull(uri).then(answered);
      await type(client, asked);
      const before = used();
      await type(client, asked);
      const grown = (used() - before) / text.length;
      assert.ok(grown < keystrokes / 3, `${grown.toFixed(1)} texts are held behind ${keystrokes} keystrokes`);
    });
  }
});
