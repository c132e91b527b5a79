import * as vscode from "vscode";
import type { DocumentTracker } from "../document-tracker.ts";
import type { Session } from "../session.ts";
import { changeConfiguration } from "./change-configuration.ts";

/** Sets up what the status item suggests for the active file: at once where a template was found, else with questions. */
export async function useSuggestion(session: Session, documents: DocumentTracker): Promise<void> {
  const active = documents.active();
  const suggestion = active?.suggestion;
  if (active === undefined || suggestion === undefined || suggestion === null) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        "Nothing is suggested here: open a document that follows a template, or run Set Up Design Docs.",
      ),
    );
    return;
  }
  if (suggestion.template === undefined) {
    const folder = vscode.workspace.getWorkspaceFolder(active.document.uri)?.uri;
    await vscode.commands.executeCommand("designDocs.setUp", folder, { designFolder: suggestion.folder });
    return;
  }
  await changeConfiguration(session, active.document.uri, { kind: "adopt" });
}
