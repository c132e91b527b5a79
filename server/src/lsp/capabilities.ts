import type {
  InitializeParams,
  InitializeResult,
  MarkupKind,
  ResourceOperationKind,
  ServerCapabilities,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import type { InitializationOptions } from "../protocol/protocol.ts";

// Types alone: what answers first in Node is this file without the library, which takes longer to load.
const markdown: MarkupKind = "markdown";
const create: ResourceOperationKind = "create";
const rename: ResourceOperationKind = "rename";
const incremental: TextDocumentSyncKind = 2;

/** What the client can do, as far as it changes what we say. */
export interface Client {
  /** Our own client, which answers and understands the messages of `protocol/`. */
  readonly ours: boolean;
  readonly options: InitializationOptions;
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly diagnosticTags: boolean;
  readonly diagnosticPages: boolean;
  readonly pullsSettings: boolean;
  readonly registersSettings: boolean;
  readonly workspaceFolders: boolean;
  readonly registersWatchers: boolean;
  readonly registersSymbols: boolean;
  readonly refreshesLenses: boolean;
  readonly nestedSymbols: boolean;
  readonly symbolLabel: boolean;
  readonly snippets: boolean;
  readonly labelDetails: boolean;
  readonly preselect: boolean;
  readonly markdownItems: boolean;
  readonly markdownHovers: boolean;
  readonly inlayHints: boolean;
  readonly codeActionLiterals: boolean;
  readonly preferredActions: boolean;
  readonly versionedEdits: boolean;
  readonly renamesFiles: boolean;
  readonly createsFiles: boolean;
  /** Asks for the edit of an action when it is chosen, and sends its data along. */
  readonly resolvesEdits: boolean;
}

/** The client of an `initialize` request. What it does not mention it cannot do. */
export function readClient({ capabilities, initializationOptions }: InitializeParams): Client {
  const options = readOptions(initializationOptions);
  const { workspace = {}, textDocument = {} } = capabilities;
  const { completion, documentSymbol, codeAction, hover } = textDocument;
  const item = completion?.completionItem;
  // A client that pulls says what its diagnostics can hold there; older ones say it of those pushed.
  const diagnostics = textDocument.diagnostic ?? textDocument.publishDiagnostics;
  const edits = workspace.workspaceEdit;
  return {
    ours: options.servesFiles === true,
    options,
    pullsDiagnostics: textDocument.diagnostic !== undefined,
    refreshesDiagnostics: workspace.diagnostics?.refreshSupport === true,
    diagnosticTags:
      (diagnostics?.tagSupport ?? textDocument.publishDiagnostics?.tagSupport)?.valueSet !== undefined,
    diagnosticPages:
      (diagnostics?.codeDescriptionSupport ?? textDocument.publishDiagnostics?.codeDescriptionSupport) ===
      true,
    pullsSettings: workspace.configuration === true,
    registersSettings: workspace.didChangeConfiguration?.dynamicRegistration === true,
    workspaceFolders: workspace.workspaceFolders === true,
    registersWatchers: workspace.didChangeWatchedFiles?.dynamicRegistration === true,
    refreshesLenses: workspace.codeLens?.refreshSupport === true,
    registersSymbols: documentSymbol?.dynamicRegistration === true,
    nestedSymbols: documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    symbolLabel: documentSymbol?.labelSupport === true,
    snippets: item?.snippetSupport === true,
    labelDetails: item?.labelDetailsSupport === true,
    preselect: item?.preselectSupport === true,
    markdownItems: item?.documentationFormat?.includes(markdown) === true,
    markdownHovers: hover?.contentFormat?.includes(markdown) === true,
    inlayHints: textDocument.inlayHint !== undefined,
    codeActionLiterals: codeAction?.codeActionLiteralSupport !== undefined,
    preferredActions: codeAction?.isPreferredSupport === true,
    versionedEdits: edits?.documentChanges === true,
    renamesFiles: edits?.documentChanges === true && edits.resourceOperations?.includes(rename) === true,
    createsFiles: edits?.documentChanges === true && edits.resourceOperations?.includes(create) === true,
    resolvesEdits:
      codeAction?.dataSupport === true && codeAction.resolveSupport?.properties.includes("edit") === true,
  };
}

// The options come from a program that we do not know, so nothing of their shape is taken on trust.
function readOptions(given: unknown): InitializationOptions {
  if (typeof given !== "object" || given === null) return {};
  const { servesFiles, rulePage, diagrams, cacheFolder, l10n, settings } = given as Readonly<
    Record<string, unknown>
  >;
  return {
    servesFiles: servesFiles === true,
    ...(typeof rulePage === "string" ? { rulePage } : {}),
    ...(typeof diagrams === "string" ? { diagrams } : {}),
    ...(typeof cacheFolder === "string" ? { cacheFolder } : {}),
    ...(typeof l10n === "object" && l10n !== null ? { l10n: l10n as Readonly<Record<string, string>> } : {}),
    ...(settings === undefined ? {} : { settings }),
  };
}

/** The kind of the action that applies all safe fixes, on save if the person wants it. */
export const fixAllKind = "source.fixAll.designDocs";

/** The kind of the action that adds what a document's template has gained; it writes what is to be written over. */
export const upgradeKind = "source.designDocs.upgrade";

/** What our symbols are called beside those of others. */
export const symbolLabel = "Design Docs";

/** The answer to `initialize`. */
export const initializeResult = (client: Client): InitializeResult => ({
  capabilities: serverCapabilities(client),
  serverInfo: { name: "Design Docs" },
});

/** What the server offers this client. What it registers later is not among it. */
export function serverCapabilities(client: Client): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: incremental, save: true },
    ...(client.pullsDiagnostics
      ? {
          diagnosticProvider: {
            identifier: "design-docs",
            // An edited template changes the findings of other files. Clients that can be told to pull again are told.
            interFileDependencies: !client.refreshesDiagnostics,
            workspaceDiagnostics: false,
          },
        }
      : {}),
    completionProvider: {
      triggerCharacters: ["#", " ", ":", "@", ","],
      ...(client.labelDetails ? { completionItem: { labelDetailsSupport: true } } : {}),
    },
    hoverProvider: true,
    workspaceSymbolProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentLinkProvider: {},
    ...(client.inlayHints ? { inlayHintProvider: true } : {}),
    // Their commands are those of our own client.
    ...(client.ours ? { codeLensProvider: {} } : {}),
    ...(client.registersSymbols
      ? {}
      : { documentSymbolProvider: client.symbolLabel ? { label: symbolLabel } : true }),
    codeActionProvider: client.codeActionLiterals
      ? {
          codeActionKinds: ["quickfix", "refactor.rewrite", fixAllKind, upgradeKind],
          ...(client.resolvesEdits ? { resolveProvider: true } : {}),
        }
      : false,
    ...(client.workspaceFolders
      ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }
      : {}),
  };
}
