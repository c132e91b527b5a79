import {
  MessageType,
  ShowMessageNotification,
  TextDocuments,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type TextDocumentsConfiguration,
} from "vscode-languageserver";
import type { Message } from "../messages/message.ts";
import { DidChangeDocuments } from "../protocol/documents.ts";
import { rules } from "../rules/index.ts";
import { answerRequests } from "./answer.ts";
import { initializeResult, readClient, type Client } from "./capabilities.ts";
import { createCodeLenses } from "./code-lenses.ts";
import { createDiagnostics } from "./diagnostics.ts";
import { createDocumentLists } from "./document-lists.ts";
import { followChanges } from "./follow.ts";
import { described } from "./guard.ts";
import { createHeadWatch, type HeadWatch } from "./head-watch.ts";
import type { Host } from "./host.ts";
import { render, translateWith } from "./messages.ts";
import { openText, type OpenText } from "./open-text.ts";
import { createPublisher } from "./publisher.ts";
import { createQuiet, type Quiet } from "./quiet.ts";
import { createSession } from "./session.ts";
import { createSettingsStore, type SettingsStore } from "./settings-store.ts";
import { symbolRegistration } from "./symbols.ts";
import { warmUp } from "./warm-up.ts";
import { registerWatchers } from "./watch.ts";

/** Joins a connection to the engine. Translates and routes; decides nothing. Returns at once. */
export function startServer(connection: Connection, host: Host): void {
  connection.onInitialize((params) => initialize(connection, host, params));
  connection.listen();
}

function initialize(connection: Connection, host: Host, params: InitializeParams): InitializeResult {
  const client = readClient(params);
  if (client.options.l10n) translateWith(client.options.l10n);
  const folders = new Set(foldersOf(params));
  const workspaceFolders = (): readonly string[] => Array.from(folders);
  const quiet = createQuiet(
    (milliseconds, run) => host.later(milliseconds, run),
    (uri) => publisher.refreshed(uri),
  );
  const heads = createHeadWatch();
  const warn = warner(connection);
  const session = createSession({
    client,
    host,
    log: connection.console,
    documents: new TextDocuments(followed(heads, canBeToldLater(client) ? quiet : undefined)),
    settings: settingsOf(connection, client, workspaceFolders, warn),
    folders: workspaceFolders,
    factsChanged: (uri) => publisher.refreshed(uri),
    cardsChanged: () => lists.changed(),
    documentsStale: (uri) => lists.stale(uri),
    warn,
  });
  const lists = createDocumentLists({
    index: session.index,
    folders: workspaceFolders,
    later: (milliseconds, run) => host.later(milliseconds, run),
    tell: (params) => void connection.sendNotification(DidChangeDocuments, params),
  });
  const symbols = symbolRegistration(connection, client);
  const diagnostics = createDiagnostics(session, pageOf(client, host), quiet);
  const lenses = createCodeLenses(connection, session, (milliseconds, run) => host.later(milliseconds, run));
  const publisher = createPublisher(connection, session, diagnostics, symbols, lenses);
  answerRequests(connection, session, diagnostics, lists, lenses);
  followChanges(connection, session, diagnostics, publisher, heads);

  connection.onShutdown(() => session.index.keep());
  let isInitialized = false;
  connection.onInitialized(() => {
    isInitialized = true;
    const register = async (): Promise<void> => {
      await symbols.renew();
      await registerWatchers(connection, client);
    };
    register().catch((error: unknown) => connection.console.error(`registering failed: ${described(error)}`));
    if (!client.workspaceFolders) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const { uri } of removed) folders.delete(uri);
      for (const { uri } of added) folders.add(uri);
      session.settings.changed(undefined);
      session.configs.everythingChanged();
      session.renew();
      session.facts.everythingChanged();
      publisher.everything();
    });
  });
  warmUp({
    host,
    capabilities: params.capabilities,
    start: startServer,
    async prepare() {
      if (!isInitialized) return;
      for (const folder of folders) await session.governing(`${folder}/docs/designs/design.md`);
    },
    isBusy: () => session.documents.keys().length > 0,
  }).catch((error: unknown) => {
    connection.console.error(`warming up failed: ${described(error)}`);
  });
  return initializeResult(client);
}

/** Documents as they are, with each change told. There is a `quiet` where findings that it keeps back can be told later. */
const followed = (heads: HeadWatch, quiet?: Quiet): TextDocumentsConfiguration<OpenText> => ({
  create: openText,
  update(document, changes, version) {
    heads.through(document, changes, () => {
      document.change(changes, version);
      return document;
    });
    quiet?.changed(document, changes);
    return document;
  },
});

const canBeToldLater = ({ pullsDiagnostics, refreshesDiagnostics }: Client): boolean =>
  !pullsDiagnostics || refreshesDiagnostics;

/** Says what is wrong with a setting or a file once, however many folders and documents it touches. */
function warner(connection: Connection): (problem: Message) => void {
  const shown = new Set<string>();
  return (problem) => {
    const text = render(problem);
    if (shown.has(text)) return;
    shown.add(text);
    connection.console.warn(text);
    void connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Warning,
      message: text,
    });
  };
}

function settingsOf(
  connection: Connection,
  client: Client,
  folders: () => readonly string[],
  warn: (problem: Message) => void,
): SettingsStore {
  const puller =
    (section: string) =>
    (folder: string | undefined): Promise<unknown> =>
      connection.workspace.getConfiguration({
        section,
        ...(folder === undefined ? {} : { scopeUri: folder }),
      }) as Promise<unknown>;
  return createSettingsStore({
    ...(client.pullsSettings ? { pull: puller("designDocs") } : {}),
    // Other editors have no such support, and may answer for a section that means something else.
    ...(client.pullsSettings && client.ours ? { pullMarkdown: puller("markdown.validate") } : {}),
    initial: client.options.settings,
    ruleIds: rules.map(({ id }) => id),
    folders,
    report: warn,
    failed: (error) => connection.console.error(`reading settings failed: ${described(error)}`),
  });
}

/** Where rules are explained. Looked for once: a host has to ask its disk. */
function pageOf({ options: { rulePage } }: Client, host: Host): (rule: string) => string | undefined {
  const pages = new Map<string, string | undefined>();
  return (rule) => {
    if (rulePage !== undefined) return rulePage.replaceAll("{rule}", rule);
    if (!pages.has(rule)) pages.set(rule, host.rulePage?.(rule));
    return pages.get(rule);
  };
}

// `rootUri` and `rootPath` are what older clients send.
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return typeof rootUri === "string" ? [rootUri] : [];
}
