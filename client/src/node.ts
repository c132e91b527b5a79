import type * as vscode from "vscode";
import { LanguageClient, TransportKind, type ServerOptions } from "vscode-languageclient/node";
import type { Exports } from "./exports.ts";
import { startExtension, stopExtension } from "./extension.ts";

/** Called by VS Code on the desktop and on a remote machine. */
export function activate(context: vscode.ExtensionContext): Exports {
  const module = context.asAbsolutePath("dist/server.node.js");
  const run = { module, transport: TransportKind.ipc };
  const server: ServerOptions = {
    run,
    debug: { ...run, options: { execArgv: ["--nolazy", "--inspect=6009"] } },
  };
  return startExtension(context, (id, name, options) => new LanguageClient(id, name, server, options));
}

/** Called by VS Code before it ends, and waited for. */
export function deactivate(): Promise<void> {
  return stopExtension();
}
