import * as vscode from "vscode";
import type { DocumentsView } from "./view.ts";

/**
 * Asks for the words that documents must have, and shows those that have them while somebody types. Settles when the
 * question is closed; Escape leaves the list as it was before.
 */
export function askFilter(view: DocumentsView): Promise<void> {
  const before = view.model.arrangement().filter;
  const input = vscode.window.createInputBox();
  input.title = vscode.l10n.t("Filter Design Documents");
  input.placeholder = vscode.l10n.t("Words of the title, path, status, author or reviewers");
  input.prompt = vscode.l10n.t("The view follows what you type; Escape takes it back.");
  input.value = before;
  let isAccepted = false;
  return new Promise((resolve) => {
    input.onDidChangeValue((text) => {
      view.arrange({ filter: text.trim() });
      input.prompt = vscode.l10n.t("{0} of {1}", view.model.count().shown, view.model.count().all);
    });
    input.onDidAccept(() => {
      isAccepted = true;
      input.hide();
    });
    input.onDidHide(() => {
      if (!isAccepted) view.arrange({ filter: before });
      input.dispose();
      resolve();
    });
    input.show();
  });
}
