import * as vscode from "vscode";
import { gitAuthor } from "./commands/git-author.ts";
import { tell } from "./requests.ts";
import type { Session } from "./session.ts";

/**
 * Tells each server who writes, as Git knows them, so that completions and quick fixes can name them: as soon as a
 * design document is open, so that Git is not woken for other Markdown. Once more when the workspace becomes
 * trusted, since Git is not asked before.
 */
export function tellAuthor(session: Session): vscode.Disposable {
  let isWanted = false;
  const tellIt = async (): Promise<void> => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const author = folder && (await gitAuthor(folder));
    if (author !== undefined) session.tell(tell.didChangeAuthor, { author });
  };
  return vscode.Disposable.from(
    session.onDidChangeState(() => {
      isWanted = false;
    }),
    session.onDidChangeStatus(({ status }) => {
      if (status === null || isWanted) return;
      isWanted = true;
      void tellIt();
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      if (isWanted) void tellIt();
    }),
  );
}
