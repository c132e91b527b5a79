import * as vscode from "vscode";
import type {
  EntriesOfParams,
  EntriesOfResult,
  FindFilesParams,
  FindFilesResult,
  KindOfParams,
  KindOfResult,
  ListFolderParams,
  ListFolderResult,
  ReadFileParams,
  ReadFileResult,
} from "../../server/src/protocol/protocol.ts";
import { expandBraces, joinGlobs } from "./globs.ts";

/**
 * The text of a file, wherever the workspace lies, or null where it cannot be read: a file that is absent and
 * one that may not be read mean the same to the server.
 */
export async function readFile({ uri }: ReadFileParams): Promise<ReadFileResult> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri)));
  } catch {
    return null;
  }
}

/** The names of the files directly in a folder, also of those that are linked there. */
export async function listFolder({ uri }: ListFolderParams): Promise<ListFolderResult> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.parse(uri));
    return entries.filter(([, type]) => (type & vscode.FileType.File) !== 0).map(([name]) => name);
  } catch {
    return [];
  }
}

/** The files and folders directly in a folder. A link counts as what it leads to; one that leads nowhere is left out. */
export async function entriesOf({ uri }: EntriesOfParams): Promise<EntriesOfResult> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.parse(uri));
    return entries.flatMap(([name, type]) => {
      const kind = kindOfType(type);
      return kind === null ? [] : [{ name, kind }];
    });
  } catch {
    return [];
  }
}

/** What stands at a URI, or null where nothing does or it may not be looked at. */
export async function kindOf({ uri }: KindOfParams): Promise<KindOfResult> {
  try {
    return kindOfType((await vscode.workspace.fs.stat(vscode.Uri.parse(uri))).type);
  } catch {
    return null;
  }
}

function kindOfType(type: vscode.FileType): KindOfResult {
  if ((type & vscode.FileType.Directory) !== 0) return "folder";
  return (type & vscode.FileType.File) !== 0 ? "file" : null;
}

/** The URIs of the workspace's files that match, at most `limit`, without those that the user hides. */
export async function findFiles(
  { include, exclude, limit }: FindFilesParams,
  token: vscode.CancellationToken,
): Promise<FindFilesResult> {
  const hidden = joinGlobs(exclude);
  const found = new Set<string>();
  for (const glob of include.flatMap(expandBraces)) {
    const files = await vscode.workspace.findFiles(glob, hidden, limit, token);
    for (const file of files) if (found.size < limit) found.add(file.toString());
  }
  return [...found];
}
