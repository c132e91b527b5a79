import * as vscode from "vscode";
import type { ActiveDocument, DocumentTracker } from "./document-tracker.ts";
import type { Session, SessionState } from "./session.ts";
import { statusText } from "./status-text.ts";

/**
 * Keeps the language status item: how far the design document in the active editor is, and which template
 * governs it. It is there for design documents only; while no server answers, the include setting tells.
 */
export function showStatus(session: Session, documents: DocumentTracker): vscode.Disposable {
  let item: vscode.LanguageStatusItem | undefined;

  const show = (): void => {
    const active = documents.active();
    const state = session.state();
    const shown = active === undefined ? undefined : describe(active, state);
    if (shown === undefined) {
      item?.dispose();
      item = undefined;
      return;
    }
    item ??= vscode.languages.createLanguageStatusItem("designDocs.status", { language: "markdown" });
    item.name = "Design Docs";
    Object.assign(item, shown);
  };

  const subscriptions = [documents.onDidChangeActive(show), session.onDidChangeState(show)];
  show();
  return vscode.Disposable.from(...subscriptions, { dispose: () => item?.dispose() });
}

type Shown = Pick<vscode.LanguageStatusItem, "text" | "severity" | "busy" | "command"> & { detail: string };

/** Undefined where there is nothing to show: the document is no design document, or is not known as one. */
function describe({ document, status }: ActiveDocument, state: SessionState): Shown | undefined {
  if (state !== "running") return isLikely(document) ? withoutServer(state) : undefined;
  if (status === undefined || status === null) return undefined;
  const { text, detail, reason, attention } = statusText(status, vscode.l10n.t);
  return {
    text,
    detail,
    severity: attention ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information,
    busy: false,
    command: { command: "designDocs.openTemplate", title: vscode.l10n.t("Open Template"), tooltip: reason },
  };
}

function withoutServer(state: "starting" | "stopped"): Shown {
  const starting = state === "starting";
  return {
    text: starting ? vscode.l10n.t("Design Docs is starting") : vscode.l10n.t("Design Docs is not running"),
    detail: "",
    severity: starting ? vscode.LanguageStatusSeverity.Information : vscode.LanguageStatusSeverity.Error,
    busy: starting,
    command: starting
      ? undefined
      : { command: "designDocs.restartServer", title: vscode.l10n.t("Restart Server") },
  };
}

/** Whether a document lies where design documents are looked for; the server knows better once it answers. */
function isLikely(document: vscode.TextDocument): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  if (folder === undefined) return false;
  const include: unknown = vscode.workspace.getConfiguration("designDocs", folder).get("include");
  const globs = Array.isArray(include) ? include.filter((glob) => typeof glob === "string") : [];
  const filters = globs.map((glob) => ({ pattern: new vscode.RelativePattern(folder, glob) }));
  return filters.some((filter) => vscode.languages.match(filter, document) > 0);
}
