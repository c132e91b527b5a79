import * as vscode from "vscode";
import type { MoveSectionParams } from "../../../server/src/protocol/sections.ts";
import { rangeOf } from "../range.ts";
import type { Session } from "../session.ts";
import { askSections } from "./requests.ts";

/**
 * Moves the section around a place with all that stands below it, as one step to undo; carets in it go along. Rejects
 * with a sentence for people where nothing can be moved.
 */
export async function moveSection(
  session: Session,
  editor: vscode.TextEditor,
  { line, character }: MoveSectionParams["position"],
  to: MoveSectionParams["to"],
): Promise<void> {
  const { document } = editor;
  const uri = document.uri.toString();
  const result = await session.ask(askSections.moveSection, { uri, position: { line, character }, to });
  if (result === null) throw new Error(vscode.l10n.t("This is no design document, so nothing was moved."));
  if (result.kind === "refused") {
    vscode.window.setStatusBarMessage(result.reason, 8000);
    return;
  }
  if (result.edits.length === 0) return;
  if (document.version !== result.version)
    throw new Error(vscode.l10n.t("The document was changed in the meantime. Run the command again."));
  const { active, anchor } = editor.selection;
  const { start, end } = rangeOf(result.from);
  const by = result.at.line - start.line;
  const isLast = document.offsetAt(end) === document.getText().length;
  const isIn = (place: vscode.Position): boolean =>
    place.line >= start.line && (place.line < end.line || (isLast && place.line === end.line));
  const done = await editor.edit((edit) => {
    for (const { range, newText } of result.edits) edit.replace(rangeOf(range), newText);
  });
  if (!done) throw new Error(vscode.l10n.t("VS Code did not change the document. Is it read-only?"));
  const place =
    isIn(active) && isIn(anchor)
      ? new vscode.Selection(anchor.translate(by), active.translate(by))
      : new vscode.Selection(result.at.line, 0, result.at.line, 0);
  editor.selection = place;
  editor.revealRange(
    new vscode.Range(result.at.line, 0, result.at.line, 0),
    vscode.TextEditorRevealType.InCenterIfOutsideViewport,
  );
  if (result.note !== "") vscode.window.setStatusBarMessage(result.note, 8000);
}
