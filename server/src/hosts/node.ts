import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { createConnection } from "vscode-languageserver/node";
import { startServer } from "../lsp/server.ts";
import { clientFiles } from "./client-files.ts";
import { clientHistory } from "./client-history.ts";
import { localFiles } from "./node-local-files.ts";
import { besideScript } from "./node-beside.ts";
import { nodeDiagrams } from "./node-diagrams.ts";
import { nodeFiles } from "./node-files.ts";
import { nodeHistory } from "./node-history.ts";
import { nodeKeptPlace } from "./node-kept.ts";
import { smallMemory } from "./node-memory.ts";
import { unhurried } from "./node-unhurried.ts";
import { localDay } from "./today.ts";

// VS Code starts us with `--node-ipc`. Other editors say `--stdio`, or leave it out: then there is no parent to talk to.
const transports: ReadonlySet<string> = new Set(["--node-ipc", "--stdio", "--socket", "--pipe"]);
if (!process.argv.some((word) => transports.has(word.split("=")[0] ?? "")))
  process.argv.push(process.send === undefined ? "--stdio" : "--node-ipc");

const connection = createConnection();

startServer(connection, {
  files: (servedByClient) => (servedByClient ? localFiles(clientFiles(connection)) : nodeFiles),
  history: (servedByClient) => (servedByClient ? clientHistory(connection) : unhurried(nodeHistory())),
  diagrams: () => nodeDiagrams(besideScript("mermaid.js")),
  nextTurn: () => new Promise((resolve) => setImmediate(resolve)),
  now: () => performance.now(),
  keepIn: nodeKeptPlace,
  inSmallMemory: smallMemory(),
  later(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
  today: () => localDay(new Date()),
  rulePage,
});

/** The packed page of a rule: `docs/rules/` lies beside the folder of this file. */
function rulePage(rule: string): string | undefined {
  const page = besideScript("..", "docs", "rules", `${rule}.md`);
  return page !== undefined && existsSync(page) ? pathToFileURL(page).href : undefined;
}
