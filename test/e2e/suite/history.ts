// What is told of a design from its history in Git.
import * as vscode from "vscode";
import { design } from "../kit/documents.ts";
import { finds, findsNo, moveCaret, rulesOf, write } from "../kit/editor.ts";
import { eventually, ok } from "../kit/expect.ts";
import { screenshot, type } from "../kit/harness.ts";
import { hasGit, makeRepository } from "../kit/repository.ts";
import { describe, it } from "../kit/runner.ts";

// VS Code's Git extension runs in Node alone. In a web worker there is no history for anybody, and nothing to test.
if (hasGit)
  describe("history", () => {
    it("a change of what was approved is told until the decision log has it", async () => {
      const path = "kept/docs/designs/2026-01-05-kept-design.md";
      const repository = await makeRepository("kept");
      const uri = await write(path, design({ title: "Kept", status: "APPROVED" }));
      await repository.add([uri.fsPath]);
      await repository.commit("Approve the design");
      await vscode.commands.executeCommand("workbench.action.closeAllEditors");
      const document = await vscode.workspace.openTextDocument(uri);
      const editor = await vscode.window.showTextDocument(document, { preview: false });
      await eventually("the design is judged", () => rulesOf(uri).length > 0);

      moveCaret(editor, "writes to a queue");
      await type(" and, for a year, also to the nightly file that the warehouse keeps for audits");
      await finds(uri, "changed-after-approval");
      await screenshot("changed-after-approval");
      moveCaret(editor, "approved by Grace.");
      await type("\n- 2026-02-01: the file stays for a year for audits, approved by Grace.");
      await findsNo(uri, "changed-after-approval");
      await screenshot("changed-and-decided");

      // What is committed is the new measure.
      ok(await document.save(), "the design was not saved");
      await repository.add([uri.fsPath]);
      await repository.commit("Keep the file for a year");
      moveCaret(editor, "audits, approved by Grace.");
      await findsNo(uri, "changed-after-approval");
    });
  });
