import * as vscode from "vscode";
import { rangeOf } from "../range.ts";
import { ask } from "../requests.ts";
import type { Session } from "../session.ts";

/** Answers that whoever runs the command has given already. */
export interface GivenIndex {
  /** The URI of a workspace folder; all of them where it is absent. */
  readonly folder?: string;
}

/**
 * Brings the indexes of all folders with design documents up to date, in one edit. Files that are there are left to be
 * saved; others are created. One of them is shown, so that it can be looked at. Where it is several and nothing was given,
 * VS Code shows all of it first and asks.
 */
export async function updateIndex(session: Session, given?: GivenIndex): Promise<void> {
  const { files, edits, indexes } = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t("Reading design documents") },
    (_, token) =>
      session.ask(ask.indexEdits, given?.folder === undefined ? {} : { folder: given.folder }, token),
  );
  if (indexes.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t("This workspace has no design documents, so there is no index."),
    );
    return;
  }
  if (files.length + edits.length === 0) {
    void vscode.window.showInformationMessage(
      indexes.length === 1
        ? vscode.l10n.t("The index of designs is up to date.")
        : vscode.l10n.t("All {0} indexes of designs are up to date.", indexes.length),
    );
    return;
  }
  const change = new vscode.WorkspaceEdit();
  const isAsked = given === undefined && files.length + edits.length > 1;
  const told = isAsked ? { needsConfirmation: true, label: vscode.l10n.t("Update Design Index") } : undefined;
  for (const { uri, version, edits: own } of edits) {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    if (version !== null && document.version !== version) {
      throw new Error(vscode.l10n.t("The file was changed in the meantime. Run the command again."));
    }
    for (const { range, newText } of own) change.replace(document.uri, rangeOf(range), newText, told);
  }
  for (const { uri, text } of files) {
    const contents = new TextEncoder().encode(text);
    const target = vscode.Uri.parse(uri);
    change.createFile(target, { ignoreIfExists: false, overwrite: false, contents }, told);
  }
  if (!(await vscode.workspace.applyEdit(change))) {
    // Who was asked may have said no.
    if (isAsked) return;
    throw new Error(vscode.l10n.t("VS Code did not write the files. Is the folder read-only?"));
  }
  const [first] = [...edits, ...files];
  if (first) await vscode.window.showTextDocument(vscode.Uri.parse(first.uri), { preview: false });
  const more = files.length + edits.length - 1;
  if (more > 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t("{0} indexes of designs were brought up to date.", more + 1),
    );
  }
}
