import * as vscode from "vscode";
import type { InsertMissingParams } from "../../../server/src/protocol/protocol.ts";
import { rangeOf } from "../range.ts";
import { ask } from "../requests.ts";
import type { Session } from "../session.ts";
import { targetEditor } from "../target.ts";
import { goToIncomplete } from "./next-incomplete.ts";

/**
 * Inserts every section that the template requires and the document lacks, or one that it names, each in its place
 * and with its guidance, as one step to undo, and selects the first to be written.
 */
export async function insertMissing(
  session: Session,
  named?: vscode.TextEditor,
  only?: InsertMissingParams["only"],
): Promise<void> {
  const editor = named ?? (await targetEditor(undefined));
  if (editor === undefined) return;
  const { document } = editor;
  const { version } = document;
  const uri = document.uri.toString();
  const result = await session.ask(ask.insertMissing, { uri, ...(only && { only }) });
  if (result === null) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t("This is no design document, so no section is missing from it."),
    );
    return;
  }
  const [first] = result.edits;
  if (first === undefined) {
    void vscode.window.showInformationMessage(
      only === undefined
        ? vscode.l10n.t("No section is missing.")
        : vscode.l10n.t(
            "{0} was not inserted: it is there already, or something that is not closed would take it along.",
            only.title,
          ),
    );
    return;
  }
  if (document.version !== version) {
    throw new Error(vscode.l10n.t("The document was changed in the meantime. Run the command again."));
  }
  const done = await editor.edit((edit) => {
    for (const { range, newText } of result.edits) edit.replace(rangeOf(range), newText);
  });
  if (!done) throw new Error(vscode.l10n.t("VS Code did not change the document. Is it read-only?"));
  const inserted = vscode.l10n.t("Inserted: {0}", result.titles.join(", "));
  vscode.window.setStatusBarMessage(inserted, 5000);
  await goToIncomplete(session, editor, rangeOf(first.range).start);
}
