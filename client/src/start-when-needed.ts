import * as vscode from "vscode";
import { placeOn } from "../../server/src/workspace/known-places.ts";
import { looksLikeTemplate, looksLikeTemplateFolder } from "../../server/src/workspace/template-names.ts";
import { openSchemes } from "./client-options.ts";
import { documentSelector } from "./selector.ts";

/**
 * Calls `start` when a file is open of which the server may have something to say: one that settings or a
 * configuration call a design document, a configuration, or one that looks as if it were a design document. Anything
 * else that is open costs a look at the folders around it, once, and no process.
 */
export function startWhenNeeded(start: () => void, output: vscode.LogOutputChannel): vscode.Disposable {
  const subscriptions: vscode.Disposable[] = [];
  let configured = new Map<string, Promise<boolean>>();
  let isStarted = false;

  const look = async (document: vscode.TextDocument): Promise<void> => {
    const isServed = vscode.languages.match(documentSelector(openSchemes()), document) > 0;
    if (isStarted || !isServed || !(await isWanted(document, configured)) || isDone()) return;
    isStarted = true;
    vscode.Disposable.from(...subscriptions).dispose();
    start();
  };
  // A function, since what was false before it waited may be true behind that.
  const isDone = (): boolean => isStarted;
  const lookAt = (document: vscode.TextDocument): void => {
    look(document).catch((error: unknown) => output.warn(`Looking at a document failed: ${String(error)}`));
  };
  const lookAgain = (): void => {
    configured = new Map();
    vscode.workspace.textDocuments.forEach(lookAt);
  };

  const watcher = vscode.workspace.createFileSystemWatcher("**/.design-docs.json", false, true, true);
  subscriptions.push(
    watcher,
    watcher.onDidCreate(lookAgain),
    vscode.workspace.onDidOpenTextDocument(lookAt),
    vscode.workspace.onDidSaveTextDocument(lookAgain),
    vscode.workspace.onDidChangeWorkspaceFolders(lookAgain),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("designDocs")) lookAgain();
    }),
  );
  lookAgain();
  return {
    dispose: () => {
      isStarted = true;
      vscode.Disposable.from(...subscriptions).dispose();
    },
  };
}

/** What is known of folders: whether a configuration governs them, by their URIs. */
type Configured = Map<string, Promise<boolean>>;

async function isWanted(document: vscode.TextDocument, configured: Configured): Promise<boolean> {
  if (document.languageId !== "markdown")
    return /\/\.design-docs[^/]*$/.test(document.uri.path) || document.getText().includes('"design-docs"');
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  if (folder === undefined) return false;
  if (isIncluded(document, folder)) return true;
  const around = parentOf(document.uri);
  const below = around.path
    .slice(folder.uri.path.length)
    .split("/")
    .filter((name) => name !== "");
  return (
    placeOn(below) !== undefined || (await isGoverned(around, configured)) || (await hasTemplate(around))
  );
}

/** Whether settings call a document a design document, as far as that can be told from its path alone. */
export function isIncluded(document: vscode.TextDocument, folder: vscode.WorkspaceFolder): boolean {
  const include: unknown = vscode.workspace.getConfiguration("designDocs", folder).get("include");
  const globs = Array.isArray(include) ? include.filter((glob) => typeof glob === "string") : [];
  const filters = globs.map((glob) => ({ pattern: new vscode.RelativePattern(folder, glob) }));
  return filters.some((filter) => vscode.languages.match(filter, document) > 0);
}

const parentOf = (uri: vscode.Uri): vscode.Uri => vscode.Uri.joinPath(uri, "..");

/** Whether a configuration lies in a folder or above it, up to the repository around it. */
function isGoverned(folder: vscode.Uri, configured: Configured): Promise<boolean> {
  const key = folder.toString();
  const known = configured.get(key);
  if (known) return known;
  const asked = (async () => {
    const at = (name: string): vscode.Uri => vscode.Uri.joinPath(folder, name);
    if ((await isThere(at(".design-docs.json"))) || (await mentions(at("package.json")))) return true;
    const above = parentOf(folder);
    return above.path !== folder.path && !(await isThere(at(".git"))) && isGoverned(above, configured);
  })();
  configured.set(key, asked);
  return asked;
}

const isThere = async (uri: vscode.Uri): Promise<boolean> => {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
};

async function mentions(uri: vscode.Uri): Promise<boolean> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)).includes('"design-docs"');
  } catch {
    return false;
  }
}

async function hasTemplate(folder: vscode.Uri): Promise<boolean> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.some(([name, kind]) =>
      kind === vscode.FileType.Directory ? looksLikeTemplateFolder(name) : looksLikeTemplate(name),
    );
  } catch {
    return false;
  }
}
