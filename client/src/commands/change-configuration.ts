import * as vscode from "vscode";
import type { ChangeConfigurationParams } from "../../../server/src/protocol/protocol.ts";
import { applyChange, showBeside } from "../apply-change.ts";
import { rangeOf } from "../range.ts";
import { ask } from "../requests.ts";
import type { Session } from "../session.ts";

/** What was written, for saying how to take it back. */
export interface Written {
  /** The file, or nothing where it was a setting. */
  readonly file: vscode.Uri | undefined;
  /** The glob by which documents were left out, where some were. */
  readonly glob: string | undefined;
  /** Takes it back, unless it was changed since. */
  readonly undo: () => Promise<void>;
}

/**
 * Does what somebody wants of the configuration, and shows the file where it was written. Nothing where there was
 * nothing to do or it could not be done, which people are told.
 */
export async function changeConfiguration(
  session: Session,
  document: vscode.Uri,
  wish: ChangeConfigurationParams["wish"],
): Promise<Written | undefined> {
  const result = await session.ask(ask.changeConfiguration, { uri: document.toString(), wish });
  if (result.kind === "refused") {
    await tellRefused(result.uri);
    return undefined;
  }
  if (result.kind === "setting") {
    const { glob } = result;
    await addExclude(document, glob);
    return { file: undefined, glob, undo: () => removeExclude(document, glob) };
  }
  const undo = await applyChange(result);
  const file = vscode.Uri.parse(result.uri);
  await showBeside(file, rangeOf(result.range));
  return { file, glob: result.glob, undo };
}

async function tellRefused(uri: string | undefined): Promise<void> {
  if (uri === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t("There is nothing to change."));
    return;
  }
  const open = vscode.l10n.t("Open It");
  const path = vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
  const message = vscode.l10n.t("{0} has a fault, so nothing was written into it. Mend it first.", path);
  void vscode.window.showWarningMessage(message, open).then(async (chosen) => {
    if (chosen === open) await vscode.window.showTextDocument(vscode.Uri.parse(uri), { preview: false });
  });
}

/** Adds a glob to what the settings of a workspace folder leave out. */
async function addExclude(document: vscode.Uri, glob: string): Promise<void> {
  const settings = excludeSetting(document);
  if (!settings.globs.includes(glob)) await settings.set([...settings.globs, glob]);
}

/** Takes a glob out of what the settings of a workspace folder leave out. */
async function removeExclude(document: vscode.Uri, glob: string): Promise<void> {
  const settings = excludeSetting(document);
  await settings.set(settings.globs.filter((one) => one !== glob));
}

function excludeSetting(document: vscode.Uri): {
  readonly globs: readonly string[];
  readonly set: (globs: readonly string[]) => Promise<void>;
} {
  const configuration = vscode.workspace.getConfiguration("designDocs", document);
  const found = configuration.inspect<unknown>("exclude");
  const value = configuration.get<unknown>("exclude");
  const globs = Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
  const several = (vscode.workspace.workspaceFolders ?? []).length > 1;
  const target = several ? vscode.ConfigurationTarget.WorkspaceFolder : vscode.ConfigurationTarget.Workspace;
  const isDefault = (next: readonly string[]): boolean =>
    JSON.stringify(next) === JSON.stringify(found?.globalValue ?? found?.defaultValue);
  return {
    globs,
    // What would hold anyway is not written.
    set: async (next) => configuration.update("exclude", isDefault(next) ? undefined : next, target),
  };
}
