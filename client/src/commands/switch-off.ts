import * as vscode from "vscode";
import type { Session } from "../session.ts";
import { changeConfiguration } from "./change-configuration.ts";
import { openSettings } from "./open-configuration.ts";

/** For which files Design Docs is to be switched off. */
export const offScopes = ["document", "folder", "workspace"] as const;
export type OffScope = (typeof offScopes)[number];

/** A line of a list of choices. */
interface OffChoice extends vscode.QuickPickItem {
  readonly scope: OffScope;
}

/** The choices for a file: it alone, its folder, or all that its configuration or workspace folder has. */
function offChoices(document: vscode.Uri): readonly OffChoice[] {
  const path = vscode.workspace.asRelativePath(document, false);
  const folder = path.split("/").slice(0, -1).join("/");
  const root = vscode.workspace.getWorkspaceFolder(document)?.name ?? "";
  const line = (scope: OffScope, label: string, description: string): OffChoice => ({
    scope,
    label,
    description,
    iconPath: new vscode.ThemeIcon("circle-slash"),
  });
  return [
    line("document", vscode.l10n.t("Switch Off for This File"), path),
    ...(folder === "" ? [] : [line("folder", vscode.l10n.t("Switch Off for This Folder"), folder)]),
    line("workspace", vscode.l10n.t("Switch Off for the Workspace"), root),
  ];
}

/** Asks for which files Design Docs is to be off, and switches it off there. */
export async function switchOff(session: Session, given: OffScope | undefined): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId !== "markdown") {
    void vscode.window.showInformationMessage(
      vscode.l10n.t("Open the document that is to be left alone first."),
    );
    return;
  }
  const scope = given ?? (await askScope(document.uri));
  if (scope !== undefined) await switchOffFor(session, document.uri, scope);
}

async function askScope(document: vscode.Uri): Promise<OffScope | undefined> {
  const chosen = await vscode.window.showQuickPick([...offChoices(document)], {
    title: vscode.l10n.t("Switch Off Design Docs"),
    placeHolder: vscode.l10n.t("What is to be left alone?"),
    matchOnDescription: true,
  });
  return chosen?.scope;
}

/** Leaves a document, its folder, or everything out, and says how to take that back. */
async function switchOffFor(session: Session, document: vscode.Uri, scope: OffScope): Promise<void> {
  const written = await changeConfiguration(session, document, { kind: "switchOff", scope });
  if (written === undefined) return;
  const { file, glob = "" } = written;
  const undo = vscode.l10n.t("Undo");
  const settings = vscode.l10n.t("Open Settings");
  const message =
    file === undefined
      ? vscode.l10n.t(
          "Design Docs is off for “{0}”. To switch it on again, take that out of the setting “designDocs.exclude”.",
          glob,
        )
      : vscode.l10n.t(
          "Design Docs is off for “{0}”. To switch it on again, take that out of “exclude” in {1}.",
          glob,
          vscode.workspace.asRelativePath(file),
        );
  const offers = file === undefined ? [undo, settings] : [undo];
  void vscode.window.showInformationMessage(message, ...offers).then(async (chosen) => {
    if (chosen === undo) await written.undo();
    if (chosen === settings) await openSettings();
  });
}
