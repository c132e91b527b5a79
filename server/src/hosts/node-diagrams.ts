import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { DiagramFact } from "../facts/diagram.ts";
import type { Diagrams } from "../workspace/diagrams.ts";
import { queuedDiagrams } from "./queued-diagrams.ts";

// The script is one for both worlds, and listens as in a web worker; so it finds here what a web worker has.
const realm = `
  const { parentPort, workerData } = require("node:worker_threads");
  globalThis.postMessage = (message) => parentPort.postMessage(message);
  parentPort.on("message", (data) => globalThis.onmessage({ data }));
  require(workerData);
`;

/**
 * Mermaid's parser in a thread of its own, from the script at a path; `unknown` is all the answer where there is
 * none. The thread ends with the process, and keeps it alive only while a question is open. `bound` is the longest
 * time for one diagram, in milliseconds.
 */
export function nodeDiagrams(script: string | undefined, bound?: number): Diagrams {
  return queuedDiagrams(
    {
      start(answered, failed) {
        if (script === undefined || !existsSync(script)) return undefined;
        // What the library might print must not get between the messages of a server on standard output.
        const worker = new Worker(realm, {
          eval: true,
          workerData: script,
          // The flags of this process may say that such a text is a module, or wait for a debugger.
          execArgv: [],
          stdout: true,
          stderr: true,
        });
        worker.on("message", (fact: DiagramFact) => answered(fact));
        worker.on("error", failed);
        worker.on("exit", failed);
        worker.unref();
        return { post: (source) => worker.postMessage(source), end: () => void worker.terminate() };
      },
      later(milliseconds, call) {
        // This keeps the process alive until the answer is there.
        const timer = setTimeout(call, milliseconds);
        return () => clearTimeout(timer);
      },
    },
    bound,
  );
}
