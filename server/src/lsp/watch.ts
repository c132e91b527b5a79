import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type Connection,
  type FileEvent,
} from "vscode-languageserver";
import { nameOf } from "../workspace/uris.ts";
import type { Client } from "./capabilities.ts";
import type { Session } from "./session.ts";
import { isDocumentName, watchedGlobs } from "./watched-names.ts";

/** Asks the client to tell of changes to the files and settings that answers hang on. */
export async function registerWatchers(connection: Connection, client: Client): Promise<void> {
  if (client.registersWatchers)
    await connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: watchedGlobs.map((globPattern) => ({ globPattern })),
    });
  if (client.registersSettings)
    await connection.client.register(DidChangeConfigurationNotification.type, {
      section: client.ours ? ["designDocs", "markdown.validate"] : "designDocs",
    });
}

/** Takes in what happened to files. True where open documents have to be looked at again. */
export function filesChanged(session: Session, changes: readonly FileEvent[]): boolean {
  session.configChecks.filesChanged();
  session.renew();
  for (const { uri, type } of changes) {
    session.files.forget(uri);
    if (session.configs.changed(uri)) session.facts.everythingChanged();
    // What hangs on a template is read anew, as if it had come or gone. Where a document comes or goes, no other does.
    else
      session.facts.fileChanged(
        uri,
        (type === FileChangeType.Changed || isDocumentName(nameOf(uri))) && !session.isTemplate(uri),
      );
  }
  return changes.some(({ uri }) => !isOrdinary(nameOf(uri)) || session.isTemplate(uri));
}

/** A document or a picture: what hangs on it is asked anew by itself. */
const isOrdinary = (name: string): boolean => /\.(?:md|markdown|mdx|png|jpe?g|gif|svg|webp)$/i.test(name);
