import * as vscode from "vscode";
import {
  State,
  type BaseLanguageClient,
  type LanguageClientOptions,
  type NotificationType,
  type RequestType,
} from "vscode-languageclient";
import type { DidChangeDocumentsParams } from "../../server/src/protocol/documents.ts";
import type { DidChangeStatusParams } from "../../server/src/protocol/protocol.ts";
import { clientOptions } from "./client-options.ts";
import type { ServerState } from "./exports.ts";
import type { History } from "./history.ts";
import { answer, told } from "./requests.ts";
import { entriesOf, findFiles, kindOf, listFolder, readFile } from "./workspace-files.ts";

/** The one thing that differs between the desktop and the web: how a server is started and spoken to. */
export type ClientFactory = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** The connection to the language server through its starts and stops. */
export interface Session {
  readonly state: () => ServerState;
  readonly onDidChangeState: vscode.Event<ServerState>;
  readonly onDidChangeStatus: vscode.Event<DidChangeStatusParams>;
  readonly onDidChangeDocuments: vscode.Event<DidChangeDocumentsParams>;
  /** Starts a server where none was started yet. What becomes of that is logged. */
  readonly start: () => void;
  /** Starts a server, after stopping the one that runs. Settles when it answers; rejects if it does not start. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Asks the server, waiting for one that is starting, and starting one if none was. Rejects with a sentence for people if there is none. */
  readonly ask: <P, R>(
    type: RequestType<P, R, void>,
    params: P,
    token?: vscode.CancellationToken,
  ) => Promise<R>;
  /** Tells the server, if there is one. */
  readonly tell: <P>(type: Pick<NotificationType<P>, "method">, params: P) => void;
}

/** A session without a server; {@link Session.restart} starts one. */
export function createSession(
  create: ClientFactory,
  output: vscode.LogOutputChannel,
  history: Pick<History, "baseText" | "lineDay" | "firstDay">,
): Session {
  const stateChanges = new vscode.EventEmitter<ServerState>();
  const statusChanges = new vscode.EventEmitter<DidChangeStatusParams>();
  const documentChanges = new vscode.EventEmitter<DidChangeDocumentsParams>();
  let state: ServerState = "idle";
  let client: BaseLanguageClient | undefined;
  // Starts and stops run one after another: a client can be stopped only once it has started.
  let work: Promise<void> = Promise.resolve();

  const enter = (next: ServerState): void => {
    if (next === state) return;
    state = next;
    stateChanges.fire(next);
  };

  const begin = async (): Promise<void> => {
    const fresh = create("designDocs", "Design Docs", clientOptions(output));
    client = fresh;
    fresh.onRequest(answer.readFile, readFile);
    fresh.onRequest(answer.listFolder, listFolder);
    fresh.onRequest(answer.entriesOf, entriesOf);
    fresh.onRequest(answer.kindOf, kindOf);
    fresh.onRequest(answer.findFiles, findFiles);
    fresh.onRequest(answer.baseText, history.baseText);
    fresh.onRequest(answer.lineDay, history.lineDay);
    fresh.onRequest(answer.firstDay, history.firstDay);
    fresh.onNotification(told.didChangeStatus, (params) => statusChanges.fire(params));
    fresh.onNotification(told.didChangeDocuments, (params) => documentChanges.fire(params));
    fresh.onDidChangeState(({ newState }) => {
      if (client === fresh) enter(stateOf(newState));
    });
    try {
      await fresh.start();
    } catch (error) {
      if (client === fresh) enter("stopped");
      throw error;
    }
  };

  const end = async (): Promise<void> => {
    const old = client;
    client = undefined;
    if (old !== undefined || state !== "starting") enter("stopped");
    // A server that will not stop, or never started, must not be in the way of the next one.
    await old
      ?.dispose()
      .catch((error: unknown) => output.warn(`The server did not stop in order: ${String(error)}`));
  };

  const queue = (step: () => Promise<void>): Promise<void> => (work = work.catch(() => undefined).then(step));

  const restart = (): Promise<void> =>
    queue(async () => {
      await end();
      await begin();
    });

  const start = (): void => {
    if (state !== "idle") return;
    enter("starting");
    // The library shows a message if the server does not start; here that only goes to the log.
    restart().catch((error: unknown) => output.error(`The server did not start: ${String(error)}`));
  };

  return {
    state: () => state,
    start,
    onDidChangeState: stateChanges.event,
    onDidChangeStatus: statusChanges.event,
    onDidChangeDocuments: documentChanges.event,
    restart,
    stop: () => queue(end),
    ask: async (type, params, token) => {
      start();
      await work.catch(() => undefined);
      if (client === undefined || !client.isRunning()) {
        const problem = vscode.l10n.t("The language server of Design Docs is not running.");
        throw new Error(`${problem} ${vscode.l10n.t("Run “Design Docs: Restart Server”.")}`);
      }
      // A token that is undefined would be sent along as a second argument.
      const rest = token === undefined ? [] : [token];
      try {
        return await client.sendRequest(type.method, params, ...rest);
      } catch (error) {
        if (token?.isCancellationRequested !== true) output.warn(`${type.method} failed: ${String(error)}`);
        throw error;
      }
    },
    tell: (type, params) => {
      if (client?.isRunning() !== true) return;
      client.sendNotification(type.method, params).catch((error: unknown) => {
        output.warn(`${type.method} failed: ${String(error)}`);
      });
    },
  };
}

function stateOf(state: State): ServerState {
  if (state === State.Running) return "running";
  return state === State.Starting ? "starting" : "stopped";
}
