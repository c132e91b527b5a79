import { MarkupKind, ResourceOperationKind, type ClientCapabilities } from "vscode-languageserver";

/** A client that can do all that the server asks about, as VS Code does. */
export const fullClient: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, resourceOperations: [ResourceOperationKind.Rename] },
  },
  textDocument: {
    diagnostic: { codeDescriptionSupport: true, dataSupport: true, tagSupport: { valueSet: [1, 2] } },
    completion: {
      completionItem: {
        snippetSupport: true,
        labelDetailsSupport: true,
        preselectSupport: true,
        documentationFormat: [MarkupKind.Markdown],
      },
    },
    inlayHint: {},
    hover: { contentFormat: [MarkupKind.Markdown] },
    documentSymbol: {
      dynamicRegistration: true,
      hierarchicalDocumentSymbolSupport: true,
      labelSupport: true,
    },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "source"] } },
      isPreferredSupport: true,
      dataSupport: true,
      resolveSupport: { properties: ["edit"] },
    },
  },
};

/** A client that can do nothing but what every client has to. */
export const plainClient: ClientCapabilities = {};
