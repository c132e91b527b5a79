import * as vscode from "vscode";
import type { SetUpResult } from "../../server/src/protocol/protocol.ts";
import { rangeOf } from "./range.ts";

/** Texts to write, as the server made them: files that do not exist yet, and edits of those that do. */
export type Change = Pick<SetUpResult, "files" | "edits">;

/**
 * Applies a change as one edit that can be undone, and saves what it touched. Rejects with a sentence for people
 * where a document was changed since the server made the edits, and where VS Code does not write. What comes back
 * gives the files that were edited their texts again, unless they were changed since.
 */
export async function applyChange({ files, edits }: Change): Promise<() => Promise<void>> {
  const change = new vscode.WorkspaceEdit();
  const before: { readonly document: vscode.TextDocument; readonly text: string }[] = [];
  for (const { uri, version, edits: own } of edits) {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    if (version !== null && document.version !== version) {
      throw new Error(vscode.l10n.t("The file was changed in the meantime. Run the command again."));
    }
    before.push({ document, text: document.getText() });
    for (const { range, newText } of own) change.replace(document.uri, rangeOf(range), newText);
  }
  for (const { uri, text } of files) {
    // The text is an edit of its own, so that undoing it in the editor takes the file back as well.
    change.createFile(vscode.Uri.parse(uri), { ignoreIfExists: false, overwrite: false });
    change.insert(vscode.Uri.parse(uri), new vscode.Position(0, 0), text);
  }
  if (!(await vscode.workspace.applyEdit(change))) {
    throw new Error(vscode.l10n.t("VS Code did not write the files. Is the folder read-only?"));
  }
  for (const { uri } of [...files, ...edits]) {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    await document.save();
  }
  const written = before.map(({ document }) => document.getText());
  return async () => {
    const back = new vscode.WorkspaceEdit();
    for (const [index, { document, text }] of before.entries()) {
      const now = document.getText();
      if (now !== written[index]) continue;
      back.replace(
        document.uri,
        new vscode.Range(new vscode.Position(0, 0), document.positionAt(now.length)),
        text,
      );
    }
    await vscode.workspace.applyEdit(back);
    for (const { document } of before) await document.save();
  };
}

/**
 * Shows a place in a file beside what somebody works on, who goes on working there; in the editor that shows the
 * file already, where one does.
 */
export async function showBeside(uri: vscode.Uri, range: vscode.Range): Promise<void> {
  const open = vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === uri.toString(),
  );
  const editor = await vscode.window.showTextDocument(uri, {
    viewColumn: open?.viewColumn ?? vscode.ViewColumn.Beside,
    preserveFocus: true,
    preview: false,
  });
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
