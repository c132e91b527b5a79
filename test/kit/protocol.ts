import { PassThrough } from "node:stream";
import {
  createConnection,
  createProtocolConnection,
  ConfigurationRequest,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  DocumentDiagnosticRequest,
  FileChangeType,
  InitializedNotification,
  InitializeRequest,
  LogMessageNotification,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShowMessageNotification,
  StreamMessageReader,
  StreamMessageWriter,
  UnregistrationRequest,
  type ClientCapabilities,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Registration,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { DiagramFact } from "../../server/src/facts/diagram.ts";
import { clientFiles } from "../../server/src/hosts/client-files.ts";
import { clientHistory } from "../../server/src/hosts/client-history.ts";
import { startServer } from "../../server/src/lsp/server.ts";
import {
  DidChangeStatus,
  EntriesOf,
  FindFiles,
  KindOf,
  ListFolder,
  ReadFile,
  type DidChangeStatusParams,
  type EntriesOfParams,
  type FindFilesParams,
  type InitializationOptions,
  type KindOfParams,
  type KindOfResult,
  type ListFolderParams,
  type ReadFileParams,
} from "../../server/src/protocol/protocol.ts";
import { noHistory } from "../../server/src/workspace/history.ts";
import { fullClient } from "./clients.ts";
import { manualClock } from "./manual-clock.ts";
import { mark, unmark } from "./markers.ts";
import { memoryFiles, type MemoryFiles } from "./memory-files.ts";
import { createMailbox, type Mailbox } from "./mailbox.ts";

/** What a test may set about the server that it starts. */
export interface ServerOptions {
  readonly capabilities?: ClientCapabilities;
  readonly options?: InitializationOptions;
  /** By URI. */
  readonly files?: Readonly<Record<string, string>>;
  readonly folders?: readonly string[] | null;
  /** The section `designDocs`, for a folder; or a promise of it. */
  readonly settings?: (folder: string | undefined) => unknown;
  /** The section `markdown.validate`, of VS Code's own Markdown support. */
  readonly markdown?: () => unknown;
  /** What Mermaid's parser says of a source; it knows nothing where it is absent. */
  readonly diagram?: (source: string) => DiagramFact;
  /** Milliseconds, for how long work takes; it takes none where it is absent. */
  readonly now?: () => number;
  /** Called for today's date; may throw, as a broken host would. */
  readonly today?: () => string;
}

/** A client in a test, joined to a server in the same process. */
export interface TestClient {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  readonly files: MemoryFiles;
  readonly registrations: readonly Registration[];
  readonly logged: readonly string[];
  readonly shown: readonly string[];
  readonly refreshes: Mailbox<null>;
  readonly pushed: Mailbox<PublishDiagnosticsParams>;
  readonly statuses: Mailbox<DidChangeStatusParams>;
  /** Opens a document and gives it back; a `▮` in the text is where {@link TestClient.caret} is. */
  open(uri: string, text: string): Promise<TextDocument>;
  /** Sends the whole new text, or one incremental change where `span` is given. */
  change(
    uri: string,
    text: string,
    span?: { readonly start: number; readonly end: number },
  ): Promise<TextDocument>;
  close(uri: string): Promise<void>;
  caret(uri: string): { readonly textDocument: { readonly uri: string }; readonly position: Position };
  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport>;
  /** Lets time pass for the server's timers. */
  pass(milliseconds: number): void;
  save(uri: string): Promise<void>;
  /** The diagnostics of a full report. */
  diagnostics(uri: string): Promise<readonly Diagnostic[]>;
  /** The text with `⟦…⟧` round the diagnostics of one rule. */
  marked(uri: string, rule: string): Promise<string>;
  /** A file of the workspace is another now; undefined deletes it. */
  changeFile(uri: string, text: string | undefined): Promise<void>;
}

export const root = "file:///w";

/**
 * Starts a server with a client that has sent `initialized`. Its files are in memory, its day is 2026-01-05.
 * Neither has to be stopped: two streams in memory keep no process alive.
 */
export async function startTestClient(given: ServerOptions = {}): Promise<TestClient> {
  const { capabilities = fullClient, options = { servesFiles: true }, folders = [root] } = given;
  const up = new PassThrough();
  const down = new PassThrough();
  const files = memoryFiles(given.files);
  const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
  const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  const registrations: Registration[] = [];
  const logged: string[] = [];
  const shown: string[] = [];
  const refreshes = createMailbox<null>();
  const pushed = createMailbox<PublishDiagnosticsParams>();
  const statuses = createMailbox<DidChangeStatusParams>();
  const clock = manualClock();
  const documents = new Map<string, TextDocument>();
  const carets = new Map<string, number>();

  connection.onRequest(ConfigurationRequest.type, ({ items }) =>
    Promise.all(
      items.map(async ({ section, scopeUri }) => {
        const own = section === "markdown.validate" ? given.markdown?.() : given.settings?.(scopeUri);
        return (await own) ?? null;
      }),
    ),
  );
  connection.onRequest(
    RegistrationRequest.type,
    ({ registrations: added }) => void registrations.push(...added),
  );
  connection.onRequest(UnregistrationRequest.type, ({ unregisterations }) => {
    for (const { id } of unregisterations)
      registrations.splice(
        registrations.findIndex((one) => one.id === id),
        1,
      );
  });
  connection.onRequest(DiagnosticRefreshRequest.type, () => refreshes.put(null));
  connection.onNotification(LogMessageNotification.type, ({ message }) => void logged.push(message));
  connection.onNotification(ShowMessageNotification.type, ({ message }) => void shown.push(message));
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => pushed.put(params));
  connection.onNotification(DidChangeStatus, (params: DidChangeStatusParams) => statuses.put(params));
  connection.onRequest(ReadFile, async ({ uri }: ReadFileParams) => (await files.readFile(uri)) ?? null);
  connection.onRequest(ListFolder, ({ uri }: ListFolderParams) => files.listFolder(uri));
  connection.onRequest(EntriesOf, ({ uri }: EntriesOfParams) => files.entriesOf(uri));
  connection.onRequest<KindOfResult, void>(
    KindOf,
    async ({ uri }: KindOfParams) => (await files.kindOf(uri)) ?? null,
  );
  connection.onRequest(FindFiles, (query: FindFilesParams) => files.findFiles(query, folders ?? []));

  startServer(server, {
    files: (servedByClient) => (servedByClient ? clientFiles(server) : files),
    history: (servedByClient) => (servedByClient ? clientHistory(server) : noHistory),
    diagrams: () => ({
      check: (source) => Promise.resolve(given.diagram?.(source) ?? { kind: "unknown" }),
    }),
    nextTurn: () => new Promise((resolve) => setImmediate(resolve)),
    // No test waits for work that takes its time, unless it says so.
    now: given.now ?? (() => 0),
    later: clock.later,
    today: given.today ?? (() => "2026-01-05"),
    rulePage: (rule) => `file:///pages/${rule}.md`,
  });
  connection.listen();
  const initialized = await connection.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: null,
    capabilities,
    initializationOptions: options,
    workspaceFolders: folders && folders.map((uri) => ({ uri, name: uri.split("/").at(-1) ?? "" })),
  });
  await connection.sendNotification(InitializedNotification.type, {});

  const documentOf = (uri: string): TextDocument => {
    const document = documents.get(uri);
    if (!document) throw new Error(`${uri} is not open.`);
    return document;
  };
  const pull = (uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> =>
    connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  const diagnostics = async (uri: string): Promise<readonly Diagnostic[]> => {
    const report = await pull(uri);
    if (report.kind !== "full") throw new Error("The report is not full.");
    return report.items;
  };

  return {
    connection,
    initialized,
    files,
    registrations,
    logged,
    shown,
    refreshes,
    pushed,
    statuses,
    async open(uri, marked) {
      const { text, carets: places } = unmark(marked);
      const document = TextDocument.create(uri, "markdown", 1, text);
      documents.set(uri, document);
      carets.set(uri, places[0] ?? 0);
      const textDocument = { uri, languageId: "markdown", version: 1, text };
      await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
      return document;
    },
    async change(uri, text, span) {
      const document = documentOf(uri);
      const change = span
        ? { range: { start: document.positionAt(span.start), end: document.positionAt(span.end) }, text }
        : { text };
      const version = document.version + 1;
      const changed = TextDocument.update(document, [change], version);
      const textDocument = { uri, version };
      await connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument,
        contentChanges: [change],
      });
      return changed;
    },
    async close(uri) {
      documents.delete(uri);
      await connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
    },
    caret: (uri) => ({
      textDocument: { uri },
      position: documentOf(uri).positionAt(carets.get(uri) ?? 0),
    }),
    pull,
    pass: (milliseconds) => clock.pass(milliseconds),
    async save(uri) {
      await connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri } });
    },
    diagnostics,
    async marked(uri, rule) {
      const found = (await diagnostics(uri)).filter(({ code }) => code === rule);
      const document = documentOf(uri);
      const spans = found.map(({ range }) => ({
        start: document.offsetAt(range.start),
        end: document.offsetAt(range.end),
      }));
      return mark(document.getText(), spans);
    },
    async changeFile(uri, text) {
      if (text === undefined) files.delete(uri);
      else files.set(uri, text);
      const type = text === undefined ? FileChangeType.Deleted : FileChangeType.Changed;
      await connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri, type }] });
    },
  };
}
