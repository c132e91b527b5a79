import * as vscode from "vscode";
import { RevealOutputChannelOn, type LanguageClientOptions } from "vscode-languageclient";
import type { InitializationOptions } from "../../server/src/protocol/protocol.ts";
import { rulePage } from "./pages.ts";
import { documentSelector } from "./selector.ts";

/** How the client serves the workspace that is open now. */
export function clientOptions(output: vscode.LogOutputChannel): LanguageClientOptions {
  const { bundle } = vscode.l10n;
  const initialization: InitializationOptions = {
    servesFiles: true,
    rulePage: rulePage("{rule}"),
    // A plain copy: the configuration has methods, which a worker cannot be sent.
    settings: JSON.parse(JSON.stringify(vscode.workspace.getConfiguration("designDocs"))),
    ...(bundle === undefined ? {} : { l10n: bundle }),
  };
  return {
    documentSelector: documentSelector(openSchemes()),
    initializationOptions: initialization,
    // A tab that was never shown has no text here yet; its findings come when it is opened.
    diagnosticPullOptions: { onChange: true, onTabs: false },
    markdown: { isTrusted: false, supportHtml: false },
    outputChannel: output,
    // A request that fails is logged. A message for each would bury the author's work.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    // The library tells a failed start by itself; with no handler it would tell it twice.
    initializationFailedHandler: () => false,
  };
}

/** The schemes of the workspace folders that are open. */
export const openSchemes = (): readonly string[] =>
  (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
