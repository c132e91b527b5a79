import * as vscode from "vscode";

/** What a command was called with as the document: a view passes a URI, a code lens a text, others nothing. */
export function uriIn(given: unknown): vscode.Uri | undefined {
  if (given instanceof vscode.Uri) return given;
  if (typeof given === "string" && given !== "") return vscode.Uri.parse(given);
  // A view that passes its own item along has the URI in it.
  const own: unknown =
    typeof given === "object" && given !== null ? Reflect.get(given, "resourceUri") : undefined;
  return own instanceof vscode.Uri ? own : undefined;
}

/**
 * The document that a command is about, in an editor: the one that was named, which is opened where it is not, else
 * that of the active editor. Where there is neither it says so.
 */
export async function targetEditor(named: vscode.Uri | undefined): Promise<vscode.TextEditor | undefined> {
  if (named !== undefined) return showDocument(named);
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined)
    void vscode.window.showInformationMessage(vscode.l10n.t("Open a design document first."));
  return editor;
}

/** Shows a document where it is shown already, else in the active group. */
export function showDocument(uri: vscode.Uri): Thenable<vscode.TextEditor> {
  const shown = vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === uri.toString(),
  );
  return vscode.window.showTextDocument(uri, {
    preview: false,
    ...(shown?.viewColumn === undefined ? {} : { viewColumn: shown.viewColumn }),
  });
}
