import * as vscode from "vscode";

/**
 * The files of this workspace that a model may mean by `named`: a URI, a path of the file system, or a path within one
 * of the workspace folders, with or without the folder's name before it. Those that are open come first. Rejects with a
 * sentence where none can be meant: files elsewhere are none of its business.
 */
export function filesAt(named: string): readonly [vscode.Uri, ...vscode.Uri[]] {
  if (named === "") throw new Error(vscode.l10n.t("Name the path of a design document."));
  const known = meant(named).filter((uri) => vscode.workspace.getWorkspaceFolder(uri) !== undefined);
  const open = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
  const [first, ...others] = known.toSorted(
    (a, b) => Number(open.has(b.toString())) - Number(open.has(a.toString())),
  );
  if (!first) throw new Error(vscode.l10n.t("“{0}” is not in this workspace.", named));
  return [first, ...others];
}

function meant(named: string): readonly vscode.Uri[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  // A scheme has two characters at least: `c:/` is a drive.
  if (/^[a-z][\w+.-]+:\//i.test(named)) return [settled(vscode.Uri.parse(named))];
  if (/^(?:[/\\]|[a-z]:[/\\])/i.test(named)) {
    const { path } = vscode.Uri.file(named);
    return folders.map(({ uri }) => settled(uri.with({ path })));
  }
  const segments = named.split(/[/\\]/);
  const [name, ...rest] = segments;
  const within = (uri: vscode.Uri, path: readonly string[]) => vscode.Uri.joinPath(uri, ...path);
  const byName = folders.filter((one) => one.name === name && folders.length > 1 && rest.length > 0);
  return [...byName.map(({ uri }) => within(uri, rest)), ...folders.map(({ uri }) => within(uri, segments))];
}

/**
 * The same with every `..` taken: whether a file is in a folder is told by the beginning of its path, which one that
 * climbs out again has as well.
 */
const settled = (uri: vscode.Uri): vscode.Uri => (uri.path === "" ? uri : vscode.Uri.joinPath(uri, "."));
