// What the editor shows above the status, after edits that nobody types.
import * as vscode from "vscode";
import { design } from "../kit/documents.ts";
import { file } from "../kit/editor.ts";
import { eventually, ok } from "../kit/expect.ts";
import { screenshot, see } from "../kit/harness.ts";
import { describe, it } from "../kit/runner.ts";

const lens = ".codelens-decoration a";

describe("code lenses", () => {
  it("count anew what an edit of the whole text has written, though the editor loses the focus", async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await vscode.commands.executeCommand("designDocs.newDesignDoc", file("docs/designs"), {
      title: "Lenses of a Queue",
      reviewers: ["@grace"],
    });
    const document = await eventually("the new design is open", () => {
      const shown = vscode.window.activeTextEditor?.document;
      return shown?.getText().startsWith("# Lenses of a Queue\n") === true && shown;
    });
    await see(lens, "0 of 19 sections written");
    const good = design({ title: "Lenses of a Queue", bodies: { Goals: "TBD" } });
    const text = document.getText();
    const edit = new vscode.WorkspaceEdit();
    const all = new vscode.Range(document.positionAt(0), document.positionAt(text.length));
    edit.replace(document.uri, all, text.slice(0, text.indexOf("\n## ")) + good.slice(good.indexOf("\n## ")));
    ok(await vscode.workspace.applyEdit(edit), "the design was not written");
    // VS Code gives up asking for lenses when the text loses the focus soon after an edit.
    await vscode.commands.executeCommand("designDocs.sections.focus");
    await see(lens, "17 of 18 sections written");
    await screenshot("lenses-counted");
    ok(await document.save(), "the design was not saved");
    await vscode.commands.executeCommand("workbench.view.explorer");
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });
});
