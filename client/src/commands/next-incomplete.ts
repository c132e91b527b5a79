import * as vscode from "vscode";
import type { NextIncompleteResult } from "../../../server/src/protocol/protocol.ts";
import { ask } from "../requests.ts";
import type { Session } from "../session.ts";
import { rangeOf } from "../range.ts";
import { targetEditor } from "../target.ts";

/**
 * Selects what is to be written next after the caret: a field or section that is empty or still holds its
 * placeholder. For a missing section the caret goes behind the heading that it should follow. After the last
 * it begins again.
 */
export async function nextIncomplete(session: Session): Promise<void> {
  const editor = await targetEditor(undefined);
  if (editor === undefined) return;
  const next = await goToIncomplete(session, editor, editor.selection.active);
  if (next === null && (await session.ask(ask.status, { uri: editor.document.uri.toString() })) === null) {
    void vscode.window.showInformationMessage(vscode.l10n.t("This is no design document."));
    return;
  }
  const message =
    next === null
      ? vscode.l10n.t("Nothing is left to write: every section is complete.")
      : describe(next.title, next.state);
  vscode.window.setStatusBarMessage(message, 5000);
}

/** Selects and answers what is to be written next after a place; null where nothing is, and nothing is selected. */
export async function goToIncomplete(
  session: Session,
  editor: vscode.TextEditor,
  { line, character }: vscode.Position,
): Promise<NextIncompleteResult | null> {
  const uri = editor.document.uri.toString();
  const next = await session.ask(ask.nextIncomplete, { uri, position: { line, character } });
  if (next === null) return null;
  const range = rangeOf(next.range);
  // A heading that a missing section should follow is finished: it is not to be written over.
  const start = next.state === "missing" ? range.end : range.start;
  editor.selection = new vscode.Selection(start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return next;
}

function describe(title: string, state: NextIncompleteResult["state"]): string {
  switch (state) {
    case "empty":
      return vscode.l10n.t("{0} is empty", title);
    case "placeholder":
      return vscode.l10n.t("{0} still holds its guidance", title);
    case "missing":
      return vscode.l10n.t("{0} is missing here; Insert Missing Sections adds it", title);
    case "unfilled":
      return vscode.l10n.t("{0} is not filled in yet", title);
  }
}
