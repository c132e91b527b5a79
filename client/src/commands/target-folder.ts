import * as vscode from "vscode";

/** Where a new document is to go. */
export interface TargetFolder {
  readonly uri: vscode.Uri;
  /** Whether the user chose this very folder; else it is a workspace folder, and the server finds the place in it. */
  readonly chosen: boolean;
}

/**
 * The folder that was clicked, else the workspace folder, which is asked for where there are several. Where
 * none is open it says so and offers to open one. Undefined where the user leaves it at that.
 */
export async function targetFolder(clicked: vscode.Uri | undefined): Promise<TargetFolder | undefined> {
  const target = clicked === undefined ? await askWorkspaceFolder() : await folderOf(clicked);
  if (target === undefined) return undefined;
  if (vscode.workspace.fs.isWritableFileSystem(target.uri.scheme) === false) {
    throw new Error(
      vscode.l10n.t("{0} is read-only here, so no design document can be created in it.", target.uri.path),
    );
  }
  return target;
}

/** A file that was clicked stands for its folder. */
async function folderOf(clicked: vscode.Uri): Promise<TargetFolder> {
  const { type } = await vscode.workspace.fs.stat(clicked);
  const isFolder = (type & vscode.FileType.Directory) !== 0;
  return { uri: isFolder ? clicked : vscode.Uri.joinPath(clicked, ".."), chosen: true };
}

async function askWorkspaceFolder(): Promise<TargetFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const [first] = folders;
  if (first === undefined) {
    await offerToOpenFolder();
    return undefined;
  }
  if (folders.length === 1) return { uri: first.uri, chosen: false };
  const placeHolder = vscode.l10n.t("The folder that the design document is for");
  const folder = await vscode.window.showWorkspaceFolderPick({ placeHolder, ignoreFocusOut: true });
  return folder === undefined ? undefined : { uri: folder.uri, chosen: false };
}

async function offerToOpenFolder(): Promise<void> {
  const open = vscode.l10n.t("Open Folder");
  const message = vscode.l10n.t("A design document is created in a folder, and no folder is open.");
  const chosen = await vscode.window.showInformationMessage(message, open);
  if (chosen === open) await vscode.commands.executeCommand("vscode.openFolder");
}
