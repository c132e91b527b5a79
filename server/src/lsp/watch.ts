import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
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
      // Documents, what they mostly show, and owners. What else they link to is asked again when they are saved.
      watchers: [
        { globPattern: "**/*.{md,MD,png,jpg,jpeg,gif,svg,webp}" },
        { globPattern: "**/{CODEOWNERS,OWNERS}" },
      ],
    });
  if (client.registersSettings)
    await connection.client.register(DidChangeConfigurationNotification.type, {
      section: client.ours ? ["designDocs", "markdown.validate"] : "designDocs",
    });
}

/** Takes in what happened to files. True where open documents have to be looked at again. */
export function filesChanged(session: Session, changes: readonly FileEvent[]): boolean {
  for (const { uri, type } of changes) {
    session.files.forget(uri);
    session.facts.fileChanged(uri, type === FileChangeType.Changed);
  }
  return changes.some(({ uri }) => !isOrdinary(nameOf(uri)));
}

/** A document or a picture: what hangs on it is asked anew by itself. */
const isOrdinary = (name: string): boolean =>
  /\.(?:md|png|jpe?g|gif|svg|webp)$/i.test(name) && !isTemplateName(name);
