import { FileChangeType, type Connection } from "vscode-languageserver";
import { DidChangeAuthor, DidChangeHistory, type DidChangeAuthorParams } from "../protocol/protocol.ts";
import { isConfigName } from "../workspace/config-file.ts";
import { nameOf } from "../workspace/uris.ts";
import type { Diagnostics } from "./diagnostics.ts";
import type { HeadWatch } from "./head-watch.ts";
import type { Publisher } from "./publisher.ts";
import type { Session } from "./session.ts";
import { filesChanged } from "./watch.ts";

/** Follows what happens to documents, files and settings, and has it published. */
export function followChanges(
  connection: Connection,
  session: Session,
  diagnostics: Diagnostics,
  publisher: Publisher,
  heads: HeadWatch,
): void {
  const { documents } = session;
  documents.onDidOpen(({ document: { uri } }) => {
    session.saved(uri);
    session.facts.renew(uri);
    session.configs.renew();
    session.renew();
    if (isConfigName(nameOf(uri))) publisher.findings();
  });
  documents.onDidChangeContent(({ document }) => {
    const { uri } = document;
    session.turns.touched();
    // What is typed in a template or a configuration counts at once, before it is saved.
    if (session.isTemplate(uri) || isConfigName(nameOf(uri))) {
      session.renew();
      publisher.findings();
    } else publisher.changed(uri);
    // Other documents look at the head alone, and few keystrokes fall there.
    if (heads.differs(document)) session.facts.headChanged(uri);
  });
  documents.onDidSave(({ document: { uri } }) => {
    session.saved(uri);
    session.facts.renew(uri);
    session.configs.renew();
    session.renew();
    publisher.saved(uri);
    if (session.watched(uri)) return;
    if (filesChanged(session, [{ uri, type: FileChangeType.Changed }])) publisher.everything();
  });
  documents.onDidClose(({ document: { uri } }) => {
    session.closed(uri);
    session.renew();
    heads.closed(uri);
    diagnostics.closed(uri);
    publisher.closed(uri);
    // Its unsaved text counts no longer.
    if (session.isTemplate(uri) || isConfigName(nameOf(uri))) publisher.everything();
  });
  documents.listen(connection);

  connection.onNotification(DidChangeAuthor, ({ author }: DidChangeAuthorParams) =>
    session.authorTold(author),
  );
  connection.onNotification(DidChangeHistory, () => session.facts.historyChanged());
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (filesChanged(session, changes)) publisher.everything();
    // A configuration says which of the files are documents, and is told where none is.
    else for (const uri of documents.keys()) if (isConfigName(nameOf(uri))) publisher.refreshed(uri);
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    session.settings.changed(settings);
    session.renew();
    session.facts.everythingChanged();
    publisher.everything();
  });
}
