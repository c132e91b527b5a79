// What the tests do with documents, by the API that every extension has.
import * as vscode from "vscode";
import { eventually, ok } from "./expect.ts";
import { workspaceFolder } from "./harness.ts";

/** A file of the suite's workspace. */
export const file = (path: string): vscode.Uri => vscode.Uri.joinPath(workspaceFolder(), ...path.split("/"));

/** Writes a file, with the folders above it, as somebody in this window does. */
export async function write(path: string, text: string): Promise<vscode.Uri> {
  const uri = file(path);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { overwrite: true, contents: new TextEncoder().encode(text) });
  ok(await vscode.workspace.applyEdit(edit), `${path} was not written`);
  return uri;
}

/** The text of a file as it is on disk, or nothing if there is none. */
export async function read(path: string): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file(path)));
  } catch {
    return undefined;
  }
}

/** Writes a document and shows it alone, with the caret behind the first occurrence of `caret`. */
export async function show(path: string, text: string, caret = ""): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  const document = await vscode.workspace.openTextDocument(await write(path, text));
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  moveCaret(editor, caret);
  return editor;
}

/** Puts the caret behind the first occurrence of `text`. */
export function moveCaret(editor: vscode.TextEditor, text: string): void {
  const offset = editor.document.getText().indexOf(text);
  ok(offset >= 0, `“${text}” is not in the document`);
  const place = editor.document.positionAt(offset + text.length);
  editor.selection = new vscode.Selection(place, place);
  editor.revealRange(new vscode.Range(place, place));
}

/** The rules that find something in a document now, in the order of their places. */
export const rulesOf = (uri: vscode.Uri): readonly string[] => findings(uri).map(ruleOf);

/** Our findings in a document now. */
export const findings = (uri: vscode.Uri): readonly vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "design-docs");

/** The rule of a finding. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}

/** Waits until a rule finds something in a document, and answers what. */
export const finds = (uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic> =>
  eventually(`a finding of ${rule}`, () => findings(uri).find((finding) => ruleOf(finding) === rule), {
    seen: () => rulesOf(uri),
  });

/** Waits until a rule finds nothing in a document any more. */
export const findsNo = async (uri: vscode.Uri, rule: string): Promise<void> => {
  await eventually(`no finding of ${rule}`, () => !rulesOf(uri).includes(rule), { seen: () => rulesOf(uri) });
};
