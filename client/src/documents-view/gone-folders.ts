import * as vscode from "vscode";
import { DidChangeWatchedFilesNotification, FileChangeType } from "vscode-languageclient";
import type { Session } from "../session.ts";

/**
 * Tells the server of folders that are gone with documents in them. Watchers put the files of such a folder together,
 * and those of the server know patterns of files only. Other folders, such as those of a build, are nothing to it.
 */
export function tellGoneFolders(
  session: Pick<Session, "tell">,
  known: () => Iterable<string>,
): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher("**", true, true, false);
  return vscode.Disposable.from(
    watcher,
    watcher.onDidDelete((gone) => {
      const uri = gone.toString();
      for (const one of known())
        if (one.startsWith(`${uri}/`)) {
          const changes = [{ uri, type: FileChangeType.Deleted }];
          session.tell(DidChangeWatchedFilesNotification.type, { changes });
          return;
        }
    }),
  );
}
