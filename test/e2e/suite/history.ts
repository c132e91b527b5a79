// What is told of a design from its history in Git.
import * as vscode from "vscode";
import { design } from "../kit/documents.ts";
import { file, finds, findsNo, moveCaret, rulesOf, write } from "../kit/editor.ts";
import { eventually, ok } from "../kit/expect.ts";
import { screenshot, type } from "../kit/harness.ts";
import { describe, it } from "../kit/runner.ts";

/** What is used here of the interface of VS Code's own Git extension. */
interface GitExtension {
  getAPI(version: 1): {
    readonly state: string;
    init(root: vscode.Uri): Promise<Repository | null>;
  };
}

interface Repository {
  setConfig(key: string, value: string): Promise<string>;
  add(paths: readonly string[]): Promise<void>;
  commit(message: string): Promise<void>;
}

// VS Code's Git extension runs in Node alone. In a web worker there is no history for anybody, and nothing to test.
if ("process" in globalThis)
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

/** A repository in a folder of the workspace that takes nothing from the settings of the machine's user. */
async function makeRepository(folder: string): Promise<Repository> {
  await write(`${folder}/README.md`, "# Kept\n");
  const git = (await vscode.extensions.getExtension<GitExtension>("vscode.git")?.activate())?.getAPI(1);
  ok(git, "VS Code has no Git extension here");
  await eventually("Git is ready", () => git.state === "initialized", { seen: () => git.state });
  const repository = await git.init(file(folder));
  ok(repository, "Git made no repository");
  const settings = {
    "user.name": "Ada Example",
    "user.email": "ada@example.com",
    "commit.gpgSign": "false",
    "core.hooksPath": "no-hooks",
  };
  for (const [key, value] of Object.entries(settings)) await repository.setConfig(key, value);
  return repository;
}
