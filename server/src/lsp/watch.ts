import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type Connection,
  type FileEvent,
} from "vscode-languageserver";
import { isTemplateName } from "../workspace/template-names.ts";
import { nameOf } from "../workspace/uris.ts";
import type { Client } from "./capabilities.ts";
import type { Session } from "./session.ts";

/** Asks the client to tell of changes to the files and settings that answers hang on. */
export async function registerWatchers(connection: Connection, client: Client): Promise<void> {
  if (client.registersWatchers)
    await connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [{ globPattern: "**/*.{md,MD}" }, { globPattern: "**/{CODEOWNERS,OWNERS}" }],
    });
  if (client.registersSettings)
    await connection.client.register(DidChangeConfigurationNotification.type, {
      section: client.ours ? ["designDocs", "markdown.validate"] : "designDocs",
    });
}

/** Takes in what happened to files. True where open documents have to be looked at again. */
export function filesChanged(session: Session, changes: readonly FileEvent[]): boolean {
  for (const { uri } of changes) session.files.forget(uri);
  // Every Markdown file may be a design document whose header names people.
  session.handles.stale();
  return changes.some(({ uri }) => !isOrdinaryDocument(nameOf(uri)));
}

const isOrdinaryDocument = (name: string): boolean => /\.md$/i.test(name) && !isTemplateName(name);
