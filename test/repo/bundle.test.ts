// What is shipped, as it is built: run `npm run build` before this file is run alone.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { describe, it } from "node:test";
import { runInNewContext } from "node:vm";

const dist = join(import.meta.dirname, "../../dist");
const read = (name: string): string => readFileSync(join(dist, name), "utf8");

/** Ceilings in kilobytes, a fifth above what was measured. A bundle that outgrows its own wants a reason. */
const ceilings: Readonly<Record<string, number>> = {
  "client.js": 600,
  "server.js": 1700,
  "server.node.js": 9,
  "cli.js": 4,
  "mermaid.js": 1740,
};

interface Message {
  readonly id?: number;
  readonly result?: { readonly capabilities?: object };
}

/**
 * Starts the worker's bundle in a realm that has what every web worker has, and neither `document` nor
 * `process` nor `require`. Comes back with the answer to `request`.
 */
function askWorker(request: object): Promise<Message> {
  const opened: { close(): void }[] = [];
  class RecordedChannel extends MessageChannel {
    constructor() {
      super();
      opened.push(this.port1, this.port2);
    }
  }
  const answer = new Promise<Message>((done) => {
    const realm: Record<string, unknown> = {
      console,
      setTimeout,
      clearTimeout,
      setInterval,
      clearInterval,
      queueMicrotask,
      structuredClone,
      performance,
      crypto,
      MessageChannel: RecordedChannel,
      TextDecoder,
      TextEncoder,
      URL,
      AbortController,
      postMessage: (message: Message) => {
        if (message.id === 1) done(message);
      },
      addEventListener: () => undefined,
    };
    realm["self"] = realm;
    runInNewContext(`globalThis.self = globalThis;\n${read("server.js")}`, realm);
    const receive = realm["onmessage"];
    assert.ok(typeof receive === "function", "the worker does not listen");
    receive({ data: structuredClone(request) });
  });
  // An open port would keep the test's process from ending.
  return answer.finally(() => opened.forEach((port) => port.close()));
}

const anything: unknown = new Proxy(class {}, {
  get: (target, key) => (key === "prototype" ? target.prototype : anything),
});

describe("bundles", () => {
  for (const [name, ceiling] of Object.entries(ceilings)) {
    it(`${name} is below ${ceiling} kB`, () => {
      const size = Math.round(Buffer.byteLength(read(name)) / 1000);
      assert.ok(size <= ceiling, `${name} has ${size} kB`);
    });
  }

  it("the server never names the page", () => {
    // What is Node's is in the same file and is not called in a worker: the next test runs it in a realm without.
    const found = /\bdocument\.(?:createElement|body|head)\b/.exec(read("server.js"));
    assert.equal(found?.[0], undefined);
  });

  it("the worker answers `initialize` without them", async () => {
    const params = { processId: null, rootUri: null, capabilities: {}, workspaceFolders: null };
    const answer = await askWorker({ jsonrpc: "2.0", id: 1, method: "initialize", params });
    assert.ok(answer.result?.capabilities, JSON.stringify(answer));
  });

  it("the client asks for nothing but the editor in a web worker", () => {
    const asked: string[] = [];
    const realm = {
      console,
      TextDecoder,
      TextEncoder,
      setTimeout,
      clearTimeout,
      importScripts: () => undefined,
      module: { exports: {} },
      // Whatever is taken of it: classes to extend, and values that have others in them.
      require: (name: string) => {
        asked.push(name);
        return anything;
      },
    };
    runInNewContext(read("client.js"), realm);
    assert.deepEqual([...new Set(asked)], ["vscode"]);
    assert.deepEqual(Object.keys(realm.module.exports).toSorted(), ["activate", "deactivate"]);
  });

  for (const name of ["client.js", "server.js", "server.node.js", "cli.js", "mermaid.js"]) {
    it(`${name} requires nothing that has to be installed`, () => {
      const required = [...read(name).matchAll(/\brequire\("([^"]+)"\)/g)].map(([, module]) => module ?? "");
      assert.deepEqual(
        [
          ...new Set(
            required.filter(
              (module) => module !== "vscode" && module !== "./server.js" && !isBuiltin(module),
            ),
          ),
        ],
        [],
      );
    });
  }

  it("the command line starts with a line that names its interpreter", () => {
    assert.match(read("cli.js"), /^#!\/usr\/bin\/env node\n/);
  });
});
