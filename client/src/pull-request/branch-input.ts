import * as vscode from "vscode";
import { freeBranch, hasBranch, isBranchName, type WorkingRepository } from "./git-repository.ts";

/**
 * Asks for the name of a new branch, with a free one for a suggestion. A name that cannot be, or that is taken, is told
 * while it is typed, the latter with one that is free. Undefined where the user leaves with Escape.
 */
export async function askBranch(
  repository: WorkingRepository,
  suggested: string,
  remote: string | undefined,
  steps: number,
): Promise<string | undefined> {
  const box = vscode.window.createInputBox();
  box.title = vscode.l10n.t("Open Design Pull Request: Branch");
  box.step = 1;
  box.totalSteps = steps;
  box.prompt = vscode.l10n.t("The branch is made from where you are.");
  box.value = await freeBranch(repository, suggested, remote);
  box.ignoreFocusOut = true;
  let asked = 0;
  const problemOf = async (name: string): Promise<string | undefined> => {
    if (!isBranchName(name)) return vscode.l10n.t("Git takes no branch of this name.");
    if (!(await hasBranch(repository, name, remote))) return undefined;
    const free = await freeBranch(repository, name, remote);
    return vscode.l10n.t("There is a branch of this name already. Free is: {0}", free);
  };
  return new Promise((done) => {
    box.onDidChangeValue(async (value) => {
      const mine = ++asked;
      const problem = await problemOf(value.trim());
      if (mine === asked) box.validationMessage = problem;
    });
    box.onDidAccept(async () => {
      const name = box.value.trim();
      const problem = await problemOf(name);
      box.validationMessage = problem;
      if (problem !== undefined) return;
      done(name);
      box.hide();
    });
    box.onDidHide(() => {
      done(undefined);
      box.dispose();
    });
    box.show();
  });
}
