import * as vscode from "vscode";
import { gitAuthor } from "./commands/git-author.ts";
import { tell } from "./requests.ts";
import type { Session } from "./session.ts";

/**
 * Tells each server that starts who writes, as Git knows them, so that completions and quick fixes can name
 * them. Once more when the workspace becomes trusted, since Git is not asked before.
 */
export function tellAuthor(session: Session): vscode.Disposable {
  const tellIt = async (): Promise<void> => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const author = folder && (await gitAuthor(folder));
    if (author !== undefined) session.tell(tell.didChangeAuthor, { author });
  };
  return vscode.Disposable.from(
    session.onDidChangeState((state) => {
      if (state === "running") void tellIt();
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => void tellIt()),
  );
}
