import type * as vscode from "vscode";
import type { ShownDocuments } from "../exports.ts";
import type { DocumentsView } from "./view.ts";

/** What the tree of a view gives the editor, all groups opened. */
export async function shownIn({ model, tree }: DocumentsView): Promise<ShownDocuments> {
  const groups = await Promise.all(
    model.groups().map(async (group) => ({
      ...(await lineOf(tree.getTreeItem(group))),
      items: await Promise.all(model.childrenOf(group).map((node) => lineOf(tree.getTreeItem(node)))),
    })),
  );
  return { complete: model.complete(), waiting: model.waiting(), groups };
}

async function lineOf(
  given: vscode.TreeItem | Thenable<vscode.TreeItem>,
): Promise<ShownDocuments["groups"][number]["items"][number]> {
  const { label = "", description = "", contextValue = "" } = await given;
  return {
    label: typeof label === "string" ? label : label.label,
    description: String(description),
    context: contextValue,
  };
}
