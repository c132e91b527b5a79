// The least that answers a client: JSON-RPC by hand, no library, no documents. What it takes is what any server
// in Node takes for its process, its pipe and its JSON.
import { frame, frameReader } from "../frames.ts";

interface Request {
  readonly id?: number | string;
  readonly method?: string;
}

const results: Readonly<Record<string, unknown>> = {
  initialize: {
    capabilities: {
      textDocumentSync: 2,
      documentSymbolProvider: true,
      completionProvider: {},
      diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
    },
  },
  "textDocument/diagnostic": { kind: "full", items: [] },
  "textDocument/documentSymbol": [],
  "textDocument/completion": [],
};

const take = frameReader((body) => {
  const { id, method = "" } = JSON.parse(body.toString("utf8")) as Request;
  if (method === "exit") process.exit(0);
  if (id !== undefined) process.stdout.write(frame({ id, result: results[method] ?? null }));
});
process.stdin.on("data", take);
