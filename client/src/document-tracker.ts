import * as vscode from "vscode";
import type { DocumentStatus, SuggestionResult } from "../../server/src/protocol/protocol.ts";
import { ask } from "./requests.ts";
import type { Session } from "./session.ts";
import { isWatched } from "./watched-files.ts";

/** What is known of the document in the active editor. */
export interface ActiveDocument {
  readonly document: vscode.TextDocument;
  /** Null: no design document. Undefined: the server has not said yet. */
  readonly status: DocumentStatus | null | undefined;
  /** What could be set up, for a file that is no design document. Undefined: the server has not said yet. */
  readonly suggestion: SuggestionResult | undefined;
}

/** Follows how the open documents stand, as the server tells it. */
export interface DocumentTracker extends vscode.Disposable {
  /** Nothing where no Markdown document is in the active editor. */
  readonly active: () => ActiveDocument | undefined;
  readonly onDidChangeActive: vscode.Event<void>;
}

/**
 * Follows the documents and keeps the context keys `designDocs.isDesignDocument` and `designDocs.hasSuggestion`, by
 * which the manifest offers commands only where they have something to do.
 */
export function trackDocuments(session: Session, output: vscode.LogOutputChannel): DocumentTracker {
  const statuses = new Map<string, DocumentStatus | null>();
  // Only of the file that is shown: files and configuration may be others when it is shown again.
  let suggested: { readonly uri: string; readonly answer: SuggestionResult } | undefined;
  let asking = new vscode.CancellationTokenSource();
  const changes = new vscode.EventEmitter<void>();

  const active = (): ActiveDocument | undefined => {
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId !== "markdown") return undefined;
    const uri = document.uri.toString();
    const suggestion = suggested?.uri === uri ? suggested.answer : undefined;
    return { document, status: statuses.get(uri), suggestion };
  };

  const tell = (): void => {
    const now = active();
    const isDesignDocument = now?.status !== undefined && now.status !== null;
    const hasSuggestion = now?.suggestion !== undefined && now.suggestion !== null;
    void vscode.commands.executeCommand("setContext", "designDocs.isDesignDocument", isDesignDocument);
    void vscode.commands.executeCommand("setContext", "designDocs.hasSuggestion", hasSuggestion);
    changes.fire();
  };

  const lookForStatus = async (): Promise<void> => {
    const now = active();
    if (now === undefined || now.status !== undefined || session.state() !== "running") return;
    const uri = now.document.uri.toString();
    const status = await session.ask(ask.status, { uri });
    // A notification that came in the meantime is newer than this answer.
    if (statuses.has(uri) || now.document.isClosed) return;
    statuses.set(uri, status);
    tell();
  };

  const lookForSuggestion = async (): Promise<void> => {
    const now = active();
    asking.cancel();
    if (now?.status !== null || session.state() !== "running") return;
    const mine = new vscode.CancellationTokenSource();
    asking = mine;
    const uri = now.document.uri.toString();
    try {
      const answer = await session.ask(ask.suggestion, { uri }, mine.token);
      if (mine.token.isCancellationRequested || statuses.get(uri) !== null) return;
      suggested = { uri, answer };
      tell();
    } catch (error) {
      // What nobody waits for any more may fail as it likes.
      if (!mine.token.isCancellationRequested) throw error;
    }
  };

  const look = async (): Promise<void> => {
    suggested = undefined;
    tell();
    await lookForStatus();
    await lookForSuggestion();
  };

  const update = (): void => {
    look().catch((error: unknown) => output.warn(`The status of a document was not told: ${String(error)}`));
  };

  const subscriptions = [
    changes,
    vscode.window.onDidChangeActiveTextEditor(update),
    // A template or a configuration that is saved may change what can be suggested.
    vscode.workspace.onDidSaveTextDocument(({ uri }) => {
      if (isWatched(uri.path) && active()?.status === null) update();
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      statuses.delete(uri.toString());
      update();
    }),
    session.onDidChangeStatus(({ uri, status }) => {
      const key = vscode.Uri.parse(uri).toString();
      statuses.set(key, status);
      if (key === active()?.document.uri.toString()) update();
      else tell();
    }),
    session.onDidChangeState(() => {
      statuses.clear();
      update();
    }),
  ];
  update();
  return {
    active,
    onDidChangeActive: changes.event,
    dispose: () => subscriptions.forEach((one) => one.dispose()),
  };
}
