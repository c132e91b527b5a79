import * as vscode from "vscode";
import { sortKeys, type SortKey } from "../../../server/src/workspace/document-list.ts";
import { registerGuarded, type Command } from "../commands/guarded.ts";
import type { ShownDocuments } from "../exports.ts";
import type { Session } from "../session.ts";
import { askFilter } from "./ask-filter.ts";
import { followHandle } from "./handle.ts";
import { shownIn } from "./shown.ts";
import { createDocumentsView, type DocumentsView } from "./view.ts";

/** The view with its commands. */
export interface RegisteredView extends vscode.Disposable {
  /** What it shows now, for tests. */
  readonly shown: () => Promise<ShownDocuments>;
}

const groupingKey = "documents.grouping";
const sortKey = "documents.sort";

/** Registers the view of design documents and its commands. How it is sorted and grouped is kept for the workspace. */
export function showDocuments(
  context: vscode.ExtensionContext,
  session: Session,
  output: vscode.LogOutputChannel,
): RegisteredView {
  const { workspaceState } = context;
  const handle = followHandle();
  const sort = sortKeys.find((key) => key === workspaceState.get(sortKey)) ?? "date";
  const grouping = workspaceState.get(groupingKey) === "folder" ? "folder" : "status";
  const view = createDocumentsView(session, handle, { sort, grouping }, output);

  const group = async (by: "status" | "folder"): Promise<void> => {
    view.arrange({ grouping: by });
    await workspaceState.update(groupingKey, by);
  };
  const commands: Readonly<Record<string, Command>> = {
    refreshDocuments: () => view.refresh(),
    groupDocumentsByFolder: () => group("folder"),
    groupDocumentsByStatus: () => group("status"),
    sortDocuments: async (given) => {
      const key = sortKeys.find((one) => one === given) ?? (await askSort(view.model.arrangement().sort));
      if (key === undefined) return;
      view.arrange({ sort: key });
      await workspaceState.update(sortKey, key);
    },
    filterDocuments: async (given) => {
      if (typeof given === "string") view.arrange({ filter: given.trim() });
      else await askFilter(view);
    },
    clearDocumentFilter: async () => view.arrange({ filter: "", onlyWaiting: false }),
    showWaitingDocuments: async () => {
      if (handle.current() === "")
        throw new Error(
          vscode.l10n.t("Who you are is not known. Write your handle into the setting “designDocs.handle”."),
        );
      view.arrange({ onlyWaiting: !view.model.arrangement().onlyWaiting });
    },
    showMoreDocuments: async (node) => {
      const group_ = fieldOf(node, "group");
      if (group_ === undefined)
        throw new Error(vscode.l10n.t("Choose “Show more…” in the view “Documents” first."));
      view.showMore(group_);
    },
    openDocument: async (node) => {
      const uri = uriOf(node, view);
      await vscode.commands.executeCommand("vscode.open", uri, { preview: false });
    },
    openDocumentToSide: async (node) => {
      const uri = uriOf(node, view);
      await vscode.commands.executeCommand("vscode.open", uri, vscode.ViewColumn.Beside);
    },
    copyDocumentPath: async (node) => {
      const uri = uriOf(node, view);
      await vscode.env.clipboard.writeText(vscode.workspace.asRelativePath(uri, false));
    },
    revealDocument: async (node) => {
      const uri = uriOf(node, view);
      await vscode.commands.executeCommand("revealInExplorer", uri);
    },
  };
  const registered = vscode.Disposable.from(handle, view, registerGuarded(commands, output));
  return { shown: () => shownIn(view), dispose: () => registered.dispose() };
}

/** The document of a line, else of the line that is selected, since keys name none. Where there is neither, it throws a sentence. */
function uriOf(node: unknown, view: DocumentsView): vscode.Uri {
  const selected = view.selected();
  const uri = fieldOf(node, "uri") ?? (selected?.kind === "document" ? selected.uri : undefined);
  if (uri === undefined)
    throw new Error(vscode.l10n.t("Choose a design document in the view “Documents” first."));
  return vscode.Uri.parse(uri);
}

function fieldOf(node: unknown, name: string): string | undefined {
  if (typeof node !== "object" || node === null) return undefined;
  const value: unknown = Reflect.get(node, name);
  return typeof value === "string" ? value : undefined;
}

async function askSort(current: SortKey): Promise<SortKey | undefined> {
  const names: Readonly<Record<SortKey, string>> = {
    date: vscode.l10n.t("Newest first"),
    title: vscode.l10n.t("Title"),
    status: vscode.l10n.t("Status"),
    progress: vscode.l10n.t("Most complete first"),
  };
  const choices = sortKeys.map((key) => ({
    key,
    label: names[key],
    ...(key === current && { description: vscode.l10n.t("now") }),
  }));
  const chosen = await vscode.window.showQuickPick(choices, {
    title: vscode.l10n.t("Sort Design Documents"),
    placeHolder: vscode.l10n.t("The order within each group"),
    matchOnDescription: true,
  });
  return chosen?.key;
}
