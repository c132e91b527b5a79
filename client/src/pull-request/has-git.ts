import * as vscode from "vscode";
import { askGit } from "../git.ts";

/**
 * Keeps the context key `designDocs.hasGit`, by which commands that need a repository are offered only where VS Code’s
 * Git extension has one open.
 */
export function followGit(): vscode.Disposable {
  const subscriptions: vscode.Disposable[] = [];
  let isFollowing = false;
  const follow = async (): Promise<void> => {
    const git = await askGit();
    if (git === undefined || isFollowing) return;
    isFollowing = true;
    const tell = (): void =>
      void vscode.commands.executeCommand("setContext", "designDocs.hasGit", git.repositories.length > 0);
    subscriptions.push(git.onDidOpenRepository(tell), git.onDidCloseRepository(tell));
    tell();
  };
  void follow();
  subscriptions.push(vscode.workspace.onDidGrantWorkspaceTrust(() => void follow()));
  return { dispose: () => vscode.Disposable.from(...subscriptions).dispose() };
}
