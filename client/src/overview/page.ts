import * as vscode from "vscode";
import { ask } from "../requests.ts";
import type { Session } from "../session.ts";

const scheme = "design-docs-overview";

/** The page that says how all designs stand, in VS Code's own preview. */
export interface OverviewPage extends vscode.Disposable {
  readonly show: () => Promise<void>;
}

/**
 * Nothing is asked before the page is shown. While it is to be seen, it follows the documents; hidden, it waits until it
 * is seen again.
 */
export function createOverviewPage(session: Session, output: vscode.LogOutputChannel): OverviewPage {
  // It is no file: the path is the name of the tab, and tells the preview that it is Markdown.
  const uri = vscode.Uri.from({ scheme, path: "/Design Overview.md" });
  const changes = new vscode.EventEmitter<vscode.Uri>();
  let isStale = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const refresh = async (): Promise<void> => {
    timer = undefined;
    if (!isStale || !isShown()) return;
    isStale = false;
    // A document that no editor holds is closed after a while, and is told of no change then.
    await vscode.workspace.openTextDocument(uri);
    changes.fire(uri);
  };
  const stale = (): void => {
    isStale = true;
    if (!isOpen() || timer !== undefined) return;
    timer = setTimeout(() => {
      refresh().catch((error: unknown) => output.warn(`The overview was not made again: ${String(error)}`));
    }, together);
  };

  const registered = vscode.Disposable.from(
    changes,
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changes.event,
      async provideTextDocumentContent(_, token) {
        return (await session.ask(ask.overview, {}, token)).markdown;
      },
    }),
    session.onDidChangeDocuments(stale),
    session.onDidChangeState((state) => {
      if (state === "running") stale();
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(stale),
    vscode.window.tabGroups.onDidChangeTabs(() => {
      if (isStale) stale();
    }),
  );
  return {
    async show() {
      // What was shown before may be of yesterday.
      await vscode.workspace.openTextDocument(uri);
      changes.fire(uri);
      isStale = false;
      await vscode.commands.executeCommand("markdown.showPreview", uri);
    },
    dispose() {
      clearTimeout(timer);
      registered.dispose();
    },
  };
}

// The server tells several times a second, and a drawing takes about that long.
const together = 500;

/** The tabs of VS Code's previews that show the page. A preview does not say which document it is of but by its name. */
const tabs = (): readonly vscode.Tab[] =>
  vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(
      ({ input, label }) =>
        input instanceof vscode.TabInputWebview &&
        input.viewType.includes("markdown.preview") &&
        label.includes("Design Overview"),
    );
const isOpen = (): boolean => tabs().length > 0;
const isShown = (): boolean => tabs().some(({ isActive }) => isActive);
