import * as vscode from "vscode";
import { mostProgress, type DocumentProgress } from "../../../server/src/protocol/documents.ts";
import { ask } from "../requests.ts";
import type { Session } from "../session.ts";
import { tellGoneFolders } from "./gone-folders.ts";
import type { Handle } from "./handle.ts";
import { createModel, type Arrangement, type Model, type Node } from "./model.ts";
import { createProgressQueue } from "./progress-queue.ts";
import { createTree, type Tree } from "./tree.ts";

/** The view of all design documents. */
export interface DocumentsView extends vscode.Disposable {
  readonly model: Model;
  readonly tree: Tree;
  readonly selected: () => Node | undefined;
  /** Shows the documents in another way. */
  readonly arrange: (change: Partial<Arrangement>) => void;
  readonly showMore: (group: string) => void;
  /** Asks the server for all of them again. */
  readonly refresh: () => Promise<void>;
}

export const viewId = "designDocs.documents";

/** What the view has to show, by which the manifest chooses its words for an empty one. */
type State = "reading" | "empty" | "filtered" | "some" | "stopped";

/**
 * Makes the view. Documents are asked for when it is shown for the first time, which starts the server; or when a
 * server runs and it is known whose reviews the badge counts.
 */
export function createDocumentsView(
  session: Session,
  handle: Handle,
  initial: Pick<Arrangement, "grouping" | "sort">,
  output: vscode.LogOutputChannel,
): DocumentsView {
  const model = createModel(
    { ...initial, filter: "", onlyWaiting: false, handle: handle.current() },
    (uri) => vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(uri))?.name ?? uri,
    (uri) => vscode.Uri.parse(uri),
  );
  const queue = createProgressQueue<DocumentProgress | null>({
    ask: (uris, isWanted) => askProgress(session, uris, isWanted),
    found(uris, progress) {
      uris.forEach((uri, index) => model.setProgress(uri, progress[index] ?? null));
      tree.changed(model.arrangement().sort === "progress" ? undefined : uris.map(model.nodeOf));
    },
    failed: (error) => output.warn(`How far documents have come was not told: ${String(error)}`),
  });
  const tree = createTree(model, {
    opened(uris) {
      const most = model.arrangement().sort === "progress" ? mostSorted : mostAsked;
      queue.want(uris.slice(0, most).filter(model.isProgressOld));
    },
    async look(uri, token) {
      try {
        const [found = null] = await session.ask(ask.progressOf, { uris: [uri] }, token);
        // A line that is drawn anew would close what is shown of it.
        model.setProgress(uri, found);
      } catch {
        // Who rests on a line sees what else is known, and the log says why.
      }
    },
  });
  const view = vscode.window.createTreeView(viewId, { treeDataProvider: tree, showCollapseAll: true });
  let isLoading = false;
  let read: (() => void) | undefined;

  /** Shows that documents are being read, until all of them are known. */
  const showReading = (): void => {
    const isReading = model.complete() === false;
    if (isReading && read === undefined)
      void vscode.window.withProgress(
        { location: { viewId } },
        () => new Promise<void>((resolve) => (read = resolve)),
      );
    if (isReading) return;
    read?.();
    read = undefined;
  };

  const show = (isStopped = false): void => {
    const { filter, onlyWaiting, grouping } = model.arrangement();
    const { all, shown } = model.count();
    const isFiltered = filter !== "" || onlyWaiting;
    setContext("documents", stateOf(model, all, shown, isStopped));
    setContext("documentsGrouping", grouping);
    setContext("documentsFiltered", isFiltered);
    setContext("knowsHandle", model.arrangement().handle !== "");
    view.description = isFiltered ? vscode.l10n.t("{0} of {1}", shown, all) : "";
    // Beside a message, VS Code leaves out what is said of an empty view.
    view.message = shown === 0 ? "" : filterText(model.arrangement());
    showBadge(view, model.waiting());
    showReading();
    tree.changed();
  };

  const load = async (again = false): Promise<void> => {
    if (isLoading) return;
    isLoading = true;
    try {
      if (model.complete() === undefined) setContext("documents", "reading");
      model.load(await session.ask(ask.documents, again ? { again } : {}));
      handle.look();
      show();
    } catch (error) {
      output.warn(`The design documents were not listed: ${String(error)}`);
      show(true);
    } finally {
      isLoading = false;
    }
  };

  const loadIfWanted = (): void => {
    if (model.complete() !== undefined || (vscode.workspace.workspaceFolders ?? []).length === 0) return;
    const isCounted = session.state() === "running" && handle.current() !== "";
    if (view.visible || isCounted) void load();
  };

  const subscriptions = [
    view,
    tree,
    view.onDidChangeVisibility(({ visible }) => {
      queue.rest(!visible);
      loadIfWanted();
    }),
    session.onDidChangeDocuments((params) => {
      if (model.complete() === undefined) return;
      const { all } = model.count();
      model.change(params);
      const { changed, removed, touched } = params;
      // The editor asks for what it shows, and so it is known how far which documents have come.
      if (changed.length + removed.length > 0 || all === 0 || touched.length > mostProgress) show();
      else queue.want(touched);
      showReading();
    }),
    session.onDidChangeStatus(({ uri, status }) => {
      const key = canonicalIn(model, uri);
      if (key === undefined || status === null) return;
      model.setProgress(key, status);
      tree.changed([model.nodeOf(key)]);
    }),
    session.onDidChangeState((state) => {
      if (state === "running") {
        // A server that was started anew has told nobody anything yet.
        model.clear();
        loadIfWanted();
      } else if (state === "stopped" && model.complete() !== undefined) {
        queue.clear();
        model.clear();
        show(true);
      }
    }),
    tellGoneFolders(session, () => model.uris()),
    handle.onDidChange(() => {
      const now = handle.current();
      // Nothing waits for nobody.
      model.arrange(now === "" ? { handle: now, onlyWaiting: false } : { handle: now });
      if (model.complete() === undefined) loadIfWanted();
      else show();
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(() => {
      if (model.complete() !== undefined) void load();
      else loadIfWanted();
    }),
  ];
  queue.rest(!view.visible);
  loadIfWanted();

  return {
    model,
    tree,
    selected: () => view.selection[0],
    arrange(change) {
      model.arrange(change);
      queue.clear();
      show();
    },
    showMore(group) {
      model.showMore(group);
      tree.changed();
    },
    refresh: () => load(true),
    dispose() {
      queue.clear();
      read?.();
      subscriptions.forEach((one) => one.dispose());
    },
  };
}

// So many of a group are read as a whole without anybody having asked: the editor does not say which lines are seen,
// and few people scroll further. Where they are sorted by it, more of them are wanted.
const mostAsked = 300;
const mostSorted = 2000;

async function askProgress(
  session: Session,
  uris: readonly string[],
  isWanted: AbortSignal,
): Promise<readonly (DocumentProgress | null)[]> {
  const source = new vscode.CancellationTokenSource();
  const stop = (): void => source.cancel();
  isWanted.addEventListener("abort", stop);
  try {
    return await session.ask(ask.progressOf, { uris: uris.slice(0, mostProgress) }, source.token);
  } finally {
    isWanted.removeEventListener("abort", stop);
    source.dispose();
  }
}

function stateOf(model: Model, all: number, shown: number, isStopped: boolean): State {
  if (isStopped) return "stopped";
  if (all === 0) return model.complete() === true ? "empty" : "reading";
  return shown === 0 ? "filtered" : "some";
}

function filterText({ filter, onlyWaiting, handle }: Arrangement): string {
  const parts = [
    filter === "" ? "" : vscode.l10n.t("Filter: {0}", filter),
    onlyWaiting ? vscode.l10n.t("Waiting for the review of @{0}", handle) : "",
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

function showBadge(view: vscode.TreeView<Node>, waiting: number): void {
  const tooltip =
    waiting === 1
      ? vscode.l10n.t("1 design waits for your review")
      : vscode.l10n.t("{0} designs wait for your review", waiting);
  view.badge = waiting === 0 ? undefined : { value: waiting, tooltip };
}

/** The spelling in which the model knows a URI of the server's. */
function canonicalIn(model: Model, uri: string): string | undefined {
  if (model.document(uri)) return uri;
  const other = vscode.Uri.parse(uri).toString();
  return model.document(other) ? other : undefined;
}

function setContext(key: string, value: string | boolean): void {
  void vscode.commands.executeCommand("setContext", `designDocs.${key}`, value);
}
