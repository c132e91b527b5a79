import * as vscode from "vscode";
import { DidChangeWatchedFilesNotification, FileChangeType, type FileEvent } from "vscode-languageclient";
import { isWatched, mayHoldWatched } from "./watched-files.ts";
import type { Session } from "./session.ts";

/**
 * Tells the server of files that are saved, created, renamed or deleted in this window. The watchers that the
 * server asks for tell most of it too, but they see nothing on some network drives, with some remote servers,
 * or where the system's limit on watches is reached; hearing of a change twice does no harm.
 */
export function tellFileEvents(session: Session): vscode.Disposable {
  const tell = (type: FileChangeType, uris: readonly vscode.Uri[]): void => {
    // Of a folder that goes, nobody tells the files: watchers put them together, and know patterns of files only.
    const matters = type === FileChangeType.Deleted ? mayHoldWatched : isWatched;
    const changes: FileEvent[] = uris
      .filter(({ path }) => matters(path))
      .map((uri) => ({ uri: uri.toString(), type }));
    if (changes.length > 0) session.tell(DidChangeWatchedFilesNotification.type, { changes });
  };
  return vscode.Disposable.from(
    vscode.workspace.onDidSaveTextDocument(({ uri }) => tell(FileChangeType.Changed, [uri])),
    vscode.workspace.onDidCreateFiles(({ files }) => tell(FileChangeType.Created, files)),
    vscode.workspace.onDidDeleteFiles(({ files }) => tell(FileChangeType.Deleted, files)),
    vscode.workspace.onDidRenameFiles(({ files }) => {
      const moved = files.map(({ oldUri }) => oldUri);
      const arrived = files.map(({ newUri }) => newUri);
      tell(FileChangeType.Deleted, moved);
      tell(FileChangeType.Created, arrived);
    }),
  );
}
