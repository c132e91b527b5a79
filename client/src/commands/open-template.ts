import * as vscode from "vscode";
import type { DocumentTracker } from "../document-tracker.ts";
import { openPage, templatePage } from "../pages.ts";

/** Opens the template that governs the active document: the team's to edit, a ready one to read. */
export async function openTemplate(documents: DocumentTracker): Promise<void> {
  const status = documents.active()?.status;
  if (status === undefined || status === null) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t("This is no design document, so no template governs it."),
    );
    return;
  }
  const { uri, preset } = status.template;
  if (uri === undefined) await openPage(templatePage(preset ?? "design-doc"));
  else await vscode.window.showTextDocument(vscode.Uri.parse(uri), { preview: false });
}
