import * as vscode from "vscode";
import type { Session } from "../session.ts";
import { openFindings } from "./findings.ts";
import { askLifecycle } from "./requests.ts";
import { standing, verdict } from "./sentences.ts";
import { targetEditor } from "../target.ts";

/**
 * Judges the document that is named, or the active one, as at its next stage until the next edit, and says what stands
 * against that: the verdict of `design-docs check --stage`.
 */
export async function checkReadiness(session: Session, named: vscode.Uri | undefined): Promise<void> {
  const editor = await targetEditor(named);
  if (editor === undefined) return;
  const { uri } = editor.document;
  const found = await session.ask(askLifecycle.checkReadiness, { uri: uri.toString() });
  if (found === null) {
    void vscode.window.showInformationMessage(vscode.l10n.t("This is no design document."));
    return;
  }
  const show = vscode.l10n.t("Show Problems");
  const { next } = found;
  const isReady = standing(found) === 0;
  const button = isReady ? next?.title : show;
  const message = verdict(found, vscode.l10n.t);
  // The command has ended when the message is there, not when it is closed.
  void vscode.window
    .showInformationMessage(message, ...(button === undefined ? [] : [button]))
    .then(async (chosen) => {
      if (chosen === undefined) return;
      if (!isReady) await openFindings(session, uri, found);
      else if (next) await vscode.commands.executeCommand(`designDocs.${next.step}`, uri);
    });
}
