import * as vscode from "vscode";
import type { DocumentTracker } from "../document-tracker.ts";
import { later } from "../later.ts";
import { rangeOf } from "../range.ts";
import { askSections } from "../sections-view/requests.ts";
import type { Session } from "../session.ts";
import { apartFrom } from "./apart.ts";

/** How long a document is left alone behind a keystroke, in milliseconds. */
const pause = 400;

/**
 * Dims what the template says in a design document, in the editors that show one. What a finding dims already is left
 * to it, since both together would be hard to read.
 */
export function dimGuidance(
  session: Session,
  documents: DocumentTracker,
  output: vscode.LogOutputChannel,
): vscode.Disposable {
  const dim = vscode.window.createTextEditorDecorationType({
    color: new vscode.ThemeColor("designDocs.guidanceForeground"),
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  /** What was told of each document, at its version. */
  const known = new Map<string, { readonly version: number; readonly ranges: readonly vscode.Range[] }>();

  const draw = (editor: vscode.TextEditor): void => {
    const { uri, version } = editor.document;
    const told = known.get(uri.toString());
    // Between a keystroke and the next answer, the editor moves what it has.
    if (told && told.version !== version) return;
    const isOn = vscode.workspace.getConfiguration("designDocs", uri).get("dimGuidance") !== false;
    const ranges = told && isOn ? told.ranges.filter((range) => !isEmptyIn(editor.document, range)) : [];
    editor.setDecorations(dim, [...apartFrom(ranges, fadedIn(uri))].map(rangeOf));
  };

  const look = async (): Promise<void> => {
    if (session.state() !== "running") return;
    for (const editor of markdownEditors()) {
      const { document } = editor;
      const uri = document.uri.toString();
      if (known.get(uri)?.version !== document.version) {
        const told = await session.ask(askSections.guidance, { uri });
        if (told === null) known.delete(uri);
        else known.set(uri, { version: told.version, ranges: told.ranges.map(rangeOf) });
      }
      draw(editor);
    }
  };

  const failed = (error: unknown): void => output.warn(`Guidance was not dimmed: ${String(error)}`);
  const again = later(pause, () => look().catch(failed));
  const forget = (): void => {
    known.clear();
    again.soon();
  };
  look().catch(failed);
  return vscode.Disposable.from(
    dim,
    again,
    vscode.window.onDidChangeVisibleTextEditors(again.soon),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && isMarkdown(document)) again.soon();
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => known.delete(uri.toString())),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const changed = new Set(uris.map(String));
      for (const editor of markdownEditors()) if (changed.has(editor.document.uri.toString())) draw(editor);
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("designDocs")) forget();
    }),
    // Another template, or none, may govern a document whose text is the same.
    session.onDidChangeStatus(forget),
    session.onDidChangeState(forget),
    documents.onDidChangeActive(again.soon),
  );
}

const isMarkdown = ({ languageId }: vscode.TextDocument): boolean => languageId === "markdown";

const markdownEditors = (): readonly vscode.TextEditor[] =>
  vscode.window.visibleTextEditors.filter(({ document }) => isMarkdown(document));

const isEmptyIn = (document: vscode.TextDocument, range: vscode.Range): boolean =>
  document.getText(range).trim() === "";

/** What our findings fade in a document. */
const fadedIn = (uri: vscode.Uri): readonly vscode.Range[] =>
  vscode.languages
    .getDiagnostics(uri)
    .filter(
      ({ source, tags }) => source === "design-docs" && tags?.includes(vscode.DiagnosticTag.Unnecessary),
    )
    .map(({ range }) => range);
