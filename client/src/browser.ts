import * as vscode from "vscode";
import { State, type LanguageClientOptions, type MessageTransports } from "vscode-languageclient";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from "vscode-languageclient/browser";
import type { InitializationOptions } from "../../server/src/protocol/protocol.ts";
import type { Exports } from "./exports.ts";
import { startExtension, stopExtension } from "./extension.ts";

/** Called by VS Code in a web page. */
export function activate(context: vscode.ExtensionContext): Exports {
  const urlOf = (file: string): string => vscode.Uri.joinPath(context.extensionUri, file).toString(true);
  const script = urlOf("dist/server.js");
  return startExtension(context, (id, name, options) => {
    const initialization = options.initializationOptions as InitializationOptions;
    // A worker does not know where the extension's files are, so it is told.
    const initializationOptions: InitializationOptions = {
      ...initialization,
      diagrams: urlOf("dist/mermaid.js"),
    };
    return createClient(script, id, name, { ...options, initializationOptions });
  });
}

/** Called by VS Code before it ends, and waited for. */
export function deactivate(): Promise<void> {
  return stopExtension();
}

function createClient(
  script: string,
  id: string,
  name: string,
  options: LanguageClientOptions,
): LanguageClient {
  let worker: Worker | undefined;
  // The streams and not the worker itself: VS Code replaces the class, so the library would not know it as one.
  const start = async (): Promise<MessageTransports> => {
    worker = new Worker(script, { name });
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  const client = new LanguageClient(id, name, start, options);
  // Unlike a process, a worker does not end with its last message.
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Stopped) worker?.terminate();
  });
  return client;
}
