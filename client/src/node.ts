import type * as vscode from "vscode";
import { LanguageClient, TransportKind, type ServerOptions } from "vscode-languageclient/node";
import type { Exports } from "./exports.ts";
import type { InitializationOptions } from "../../server/src/protocol/protocol.ts";
import { startExtension, stopExtension } from "./extension.ts";

/** Called by VS Code on the desktop and on a remote machine. */
export function activate(context: vscode.ExtensionContext): Exports {
  const module = context.asAbsolutePath("dist/server.node.js");
  const run = { module, transport: TransportKind.ipc };
  const server: ServerOptions = {
    run,
    debug: { ...run, options: { execArgv: ["--nolazy", "--inspect=6009"] } },
  };
  // What VS Code deletes with the workspace; nothing of it lies in the workspace itself.
  const cacheFolder = (context.storageUri ?? context.globalStorageUri).toString();
  return startExtension(context, (id, name, { initializationOptions, ...options }) => {
    const initialization = { ...(initializationOptions as InitializationOptions), cacheFolder };
    return new LanguageClient(id, name, server, { ...options, initializationOptions: initialization });
  });
}

/** Called by VS Code before it ends, and waited for. */
export function deactivate(): Promise<void> {
  return stopExtension();
}
