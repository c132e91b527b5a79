import * as vscode from "vscode";
import { rangeOf } from "../range.ts";
import { ask } from "../requests.ts";
import type { Session } from "../session.ts";

/**
 * Opens the configuration that holds for the active document, where it speaks of it; without a document, that of
 * the workspace folder. Where there is none it offers to set one up.
 */
export async function openConfiguration(session: Session): Promise<void> {
  const uri = vscode.window.activeTextEditor?.document.uri ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  const found = uri && (await session.ask(ask.configurationOf, { uri: uri.toString() }));
  if (found) {
    const editor = await vscode.window.showTextDocument(vscode.Uri.parse(found.uri), { preview: false });
    const range = rangeOf(found.range);
    editor.selection = new vscode.Selection(range.start, range.start);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    return;
  }
  const setUp = vscode.l10n.t("Set Up Design Docs");
  const settings = vscode.l10n.t("Open Settings");
  const message = vscode.l10n.t(
    "There is no .design-docs.json here: the settings say what is a design document.",
  );
  // The command has ended when the message is there, not when it is closed.
  void vscode.window.showInformationMessage(message, setUp, settings).then(async (chosen) => {
    if (chosen === setUp) await vscode.commands.executeCommand("designDocs.setUp");
    if (chosen === settings) await openSettings();
  });
}

/** Opens the settings of the extension. */
export const openSettings = async (): Promise<void> => {
  await vscode.commands.executeCommand("workbench.action.openSettings", "designDocs.");
};
