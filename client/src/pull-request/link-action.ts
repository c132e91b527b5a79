import * as vscode from "vscode";

/** Offers, where an implementation is not linked, the command that does it: our server cannot ask for the links. */
export function offerLinking(): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    { language: "markdown" },
    {
      provideCodeActions({ uri }, _, { diagnostics }) {
        const told = diagnostics.filter(
          ({ source, code }) =>
            source === "design-docs" &&
            (typeof code === "object" ? code.value : code) === "implementation-link-missing",
        );
        if (told.length === 0) return [];
        const title = vscode.l10n.t("Link implementation pull requests…");
        const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
        action.diagnostics = told;
        action.command = { title, command: "designDocs.linkImplementation", arguments: [uri] };
        return [action];
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}
