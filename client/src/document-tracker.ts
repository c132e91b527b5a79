import * as vscode from "vscode";
import type { DocumentStatus } from "../../server/src/protocol/protocol.ts";
import { ask } from "./requests.ts";
import type { Session } from "./session.ts";

/** What is known of the document in the active editor. */
export interface ActiveDocument {
  readonly document: vscode.TextDocument;
  /** Null: no design document. Undefined: the server has not said yet. */
  readonly status: DocumentStatus | null | undefined;
}

/** Follows how the open documents stand, as the server tells it. */
export interface DocumentTracker extends vscode.Disposable {
  /** Nothing where no Markdown document is in the active editor. */
  readonly active: () => ActiveDocument | undefined;
  readonly onDidChangeActive: vscode.Event<void>;
}

/**
 * Follows the documents and keeps the context key `designDocs.isDesignDocument`, by which the manifest offers
 * the commands that need a design document only where there is one.
 */
export function trackDocuments(session: Session, output: vscode.LogOutputChannel): DocumentTracker {
  const statuses = new Map<string, DocumentStatus | null>();
  const changes = new vscode.EventEmitter<void>();

  const active = (): ActiveDocument | undefined => {
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId !== "markdown") return undefined;
    return { document, status: statuses.get(document.uri.toString()) };
  };

  const tell = (): void => {
    const status = active()?.status;
    const isDesignDocument = status !== undefined && status !== null;
    void vscode.commands.executeCommand("setContext", "designDocs.isDesignDocument", isDesignDocument);
    changes.fire();
  };

  const look = async (): Promise<void> => {
    tell();
    const now = active();
    if (now === undefined || now.status !== undefined || session.state() !== "running") return;
    const uri = now.document.uri.toString();
    const status = await session.ask(ask.status, { uri });
    // A notification that came in the meantime is newer than this answer.
    if (statuses.has(uri) || now.document.isClosed) return;
    statuses.set(uri, status);
    tell();
  };

  const update = (): void => {
    look().catch((error: unknown) => output.warn(`The status of a document was not told: ${String(error)}`));
  };

  const subscriptions = [
    changes,
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      statuses.delete(uri.toString());
      update();
    }),
    session.onDidChangeStatus(({ uri, status }) => {
      statuses.set(vscode.Uri.parse(uri).toString(), status);
      tell();
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
