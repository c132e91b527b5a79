import * as vscode from "vscode";
import { registerGuarded, type Command } from "../commands/guarded.ts";
import { askSections } from "../sections-view/requests.ts";
import type { Session } from "../session.ts";
import { targetEditor } from "../target.ts";
import { writtenLines } from "./written-lines.ts";

/** Registers the command that folds what is done, so that what is left to write stands out. */
export function foldWritten(session: Session, output: vscode.LogOutputChannel): vscode.Disposable {
  const commands: Readonly<Record<string, Command>> = {
    foldWritten: async () => {
      const editor = await targetEditor(undefined);
      if (!editor) return;
      const told = await session.ask(askSections.sections, { uri: editor.document.uri.toString() });
      if (told === null) {
        void vscode.window.showInformationMessage(vscode.l10n.t("This is no design document."));
        return;
      }
      const lines = writtenLines(told.sections);
      if (lines.length === 0) {
        vscode.window.setStatusBarMessage(vscode.l10n.t("No section is written yet."), 5000);
        return;
      }
      // The built-in Markdown support says where headings fold.
      await vscode.commands.executeCommand("editor.fold", { selectionLines: lines });
    },
  };
  return registerGuarded(commands, output);
}
