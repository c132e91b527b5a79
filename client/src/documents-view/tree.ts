import * as vscode from "vscode";
import { today } from "../today.ts";
import { documentIcon, stageIcon, stageName, stageOfKey } from "./icons.ts";
import type { Model, Node } from "./model.ts";
import { documentText, documentTooltip } from "./text.ts";

/** The documents as a tree of the editor. */
export interface Tree extends vscode.TreeDataProvider<Node>, vscode.Disposable {
  /** What is shown is another list now; with `nodes`, only what stands in their lines. */
  readonly changed: (nodes?: readonly Node[]) => void;
}

/** What a tree has done by others. */
export interface TreeParts {
  /** The editor has asked for these documents. */
  readonly opened: (uris: readonly string[]) => void;
  /** Finds out how far a document has come on which somebody rests. */
  readonly look: (uri: string, token: vscode.CancellationToken) => Promise<void>;
}

/** A tree over a model. */
export function createTree(model: Model, { opened, look }: TreeParts): Tree {
  const changes = new vscode.EventEmitter<Node | Node[] | undefined>();
  return {
    onDidChangeTreeData: changes.event,
    changed: (nodes) => changes.fire(nodes === undefined ? undefined : [...nodes]),
    getChildren(node) {
      if (node === undefined) return [...model.groups()];
      if (node.kind !== "group") return [];
      const children = model.childrenOf(node);
      opened(children.flatMap((one) => (one.kind === "document" ? [one.uri] : [])));
      return [...children];
    },
    getParent(node) {
      return node.kind === "document" ? model.groupOf(node.uri) : undefined;
    },
    getTreeItem(node) {
      switch (node.kind) {
        case "group":
          return groupItem(node.key, model);
        case "more":
          return moreItem(node, model);
        case "document":
          return documentItem(node.uri, model);
      }
    },
    async resolveTreeItem(item, node, token) {
      const document = node.kind === "document" ? model.document(node.uri) : undefined;
      if (!document) return item;
      if (model.isProgressOld(document.uri)) await look(document.uri, token);
      const text = documentTooltip(document, model.progress(document.uri), today(), vscode.l10n.t);
      item.tooltip = new vscode.MarkdownString(text);
      return item;
    },
    dispose: () => changes.dispose(),
  };
}

function groupItem(key: string, model: Model): vscode.TreeItem {
  const stage = model.arrangement().grouping === "status" ? stageOfKey(key) : undefined;
  const name = stage ? stageName(stage) : key === "" ? vscode.l10n.t("Workspace folder") : key;
  // What is finished is looked for less often, unless there is nothing else.
  const isDone = (stage === "closed" || stage === "implemented") && model.groups().length > 1;
  const isFound = model.count().shown < model.count().all;
  const item = new vscode.TreeItem(
    name,
    isDone && !isFound ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.Expanded,
  );
  const size = model.sizeOf(key);
  // What a filter leaves is another list, which opens by itself.
  item.id = `${isFound ? "found" : "group"}:${key}`;
  item.description = String(size);
  item.iconPath = stage ? stageIcon(stage) : vscode.ThemeIcon.Folder;
  item.contextValue = "designDocumentGroup";
  item.tooltip = name;
  item.accessibilityInformation = {
    label:
      size === 1 ? vscode.l10n.t("{0}, 1 document", name) : vscode.l10n.t("{0}, {1} documents", name, size),
  };
  return item;
}

function moreItem(node: Node & { readonly kind: "more" }, model: Model): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t("Show more…"));
  item.id = `more:${node.group}`;
  item.description = vscode.l10n.t("{0} not shown", model.left(node.group));
  item.iconPath = new vscode.ThemeIcon("ellipsis");
  item.command = {
    command: "designDocs.showMoreDocuments",
    title: vscode.l10n.t("Show more…"),
    arguments: [node],
  };
  return item;
}

function documentItem(uri: string, model: Model): vscode.TreeItem {
  const document = model.document(uri);
  // It has gone since the editor asked for its group, and the next look will not find it.
  if (!document) return new vscode.TreeItem("");
  const { label, description, spoken } = documentText(document, model.progress(uri), today(), vscode.l10n.t);
  const item = new vscode.TreeItem(label);
  item.id = `document:${uri}`;
  item.description = description;
  // Below its status the icon would say the same again, and take the room of what follows the title.
  if (model.arrangement().grouping === "folder") item.iconPath = documentIcon(document);
  item.contextValue = `designDocument.${document.stage}`;
  item.accessibilityInformation = { label: spoken };
  item.command = {
    command: "vscode.open",
    title: vscode.l10n.t("Open"),
    arguments: [vscode.Uri.parse(uri)],
  };
  return item;
}
