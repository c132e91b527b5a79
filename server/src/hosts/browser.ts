import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { startServer } from "../lsp/server.ts";
import { browserDiagrams } from "./browser-diagrams.ts";
import { clientFiles } from "./client-files.ts";
import { clientHistory } from "./client-history.ts";
import { localDay } from "./today.ts";

declare const self: DedicatedWorkerGlobalScope;

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));

startServer(connection, {
  // A worker has no files of its own, so the client is asked whatever it announces.
  files: () => clientFiles(connection),
  history: () => clientHistory(connection),
  diagrams: (script) => browserDiagrams(script),
  // A message to ourselves comes after those that have arrived, and sooner than a timer.
  nextTurn: () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    }),
  now: () => performance.now(),
  later(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
  today: () => localDay(new Date()),
});
