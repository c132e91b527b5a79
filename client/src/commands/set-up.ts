import * as vscode from "vscode";
import type { PresetInfo, PresetsResult } from "../../../server/src/protocol/protocol.ts";
import { applyChange } from "../apply-change.ts";
import { ask } from "../requests.ts";
import type { Session } from "../session.ts";
import { targetFolder } from "./target-folder.ts";

/** Answers that whoever runs the command has given already, so that they are not asked for. */
export interface GivenSetUp {
  readonly preset?: string;
  readonly designFolder?: string;
}

/**
 * Asks for a ready template and the folder for design documents, and writes both into the workspace: the
 * configuration, and the template, which is opened to be edited. All of it is one edit, and nothing is overwritten.
 */
export async function setUp(
  session: Session,
  clicked: vscode.Uri | undefined,
  given: GivenSetUp = {},
): Promise<void> {
  const place = await targetFolder(clicked);
  if (place === undefined) return;
  const workspaceFolder = vscode.workspace.getWorkspaceFolder(place.uri)?.uri ?? place.uri;
  const presets = await session.ask(ask.presets, {});
  const preset =
    given.preset === undefined ? await askPreset(presets) : presets.find(({ name }) => name === given.preset);
  if (preset === undefined) return;
  const designFolder = given.designFolder ?? (await askFolder(preset));
  if (designFolder === undefined) return;

  const result = await session.ask(ask.setUp, {
    folder: workspaceFolder.toString(),
    preset: preset.name,
    designFolder,
  });
  await applyChange(result);
  if (result.open !== null) {
    await vscode.window.showTextDocument(vscode.Uri.parse(result.open), { preview: false });
  }
  const message = [
    vscode.l10n.t("Design documents are set up in “{0}”.", designFolder === "" ? "." : designFolder),
    ...result.notes,
  ].join(" ");
  const create = vscode.l10n.t("New Design Doc");
  const configuration = vscode.l10n.t("Open Configuration");
  void vscode.window.showInformationMessage(message, create, configuration).then(async (chosen) => {
    if (chosen === create) {
      await vscode.commands.executeCommand(
        "designDocs.newDesignDoc",
        vscode.Uri.joinPath(workspaceFolder, designFolder),
      );
    }
    if (chosen === configuration) await vscode.commands.executeCommand("designDocs.openConfiguration");
  });
}

async function askPreset(presets: PresetsResult): Promise<PresetInfo | undefined> {
  const lines = presets.map((preset) => ({
    label: preset.title,
    description: preset.folder,
    detail: preset.summary,
    preset,
  }));
  const chosen = await vscode.window.showQuickPick(lines, {
    title: vscode.l10n.t("Set Up Design Docs: Template"),
    placeHolder: vscode.l10n.t("The template to begin with; it is yours to edit"),
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  return chosen?.preset;
}

/** Asks for the folder, relative to the workspace folder; the preset's own is there already. */
async function askFolder({ folder }: PresetInfo): Promise<string | undefined> {
  const answer = await vscode.window.showInputBox({
    title: vscode.l10n.t("Set Up Design Docs: Folder"),
    prompt: vscode.l10n.t(
      "The folder for these documents, in the workspace folder. It is made where it is not there.",
    ),
    value: folder,
    ignoreFocusOut: true,
    validateInput: (value) =>
      isFolder(value)
        ? undefined
        : vscode.l10n.t("A folder within the workspace folder, such as docs/designs."),
  });
  return answer === undefined ? undefined : plainFolder(answer);
}

/** A folder as the server takes it: forward slashes, none of them at the ends. */
const plainFolder = (value: string): string =>
  value
    .trim()
    .replaceAll("\\", "/")
    .replace(/^(?:\.?\/)+|\/+$/g, "");

const isFolder = (value: string): boolean =>
  !/^[a-z]:/i.test(value.trim()) && !plainFolder(value).split("/").includes("..");
