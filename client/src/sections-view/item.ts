import * as vscode from "vscode";
import type { SectionNode } from "../../../server/src/protocol/sections.ts";
import type { Shown } from "./tree.ts";

/** What the view shows of a section. */
export function itemOf(shown: Shown): vscode.TreeItem {
  const { node, children } = shown;
  const state = wordFor(node);
  const item = new vscode.TreeItem(
    node.name,
    children.length > 0 ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.None,
  );
  // The icon says it of most sections, whose names need the room.
  item.description = node.state === "written" && !node.own ? "" : state;
  item.tooltip = tooltipFor(node);
  item.iconPath = iconFor(node);
  item.contextValue = contextFor(node);
  item.accessibilityInformation = { label: `${node.name}, ${state}` };
  item.command = {
    command: "designDocs.goToSection",
    title: node.place ? vscode.l10n.t("Go to Section") : vscode.l10n.t("Insert Section"),
    arguments: [shown],
  };
  return item;
}

function contextFor({ place }: SectionNode): string {
  if (!place) return "section-missing";
  return place.movable ? "section-movable" : "section";
}

function wordFor({ state, own, required }: SectionNode): string {
  switch (state) {
    case "written":
      return own ? vscode.l10n.t("written, your own") : vscode.l10n.t("written");
    case "empty":
      return own ? vscode.l10n.t("empty, your own") : vscode.l10n.t("empty");
    case "placeholder":
      return vscode.l10n.t("placeholder");
    case "missing":
      return required ? vscode.l10n.t("missing") : vscode.l10n.t("optional, not there");
  }
}

function tooltipFor({ name, state, required }: SectionNode): string {
  switch (state) {
    case "written":
      return vscode.l10n.t("{0} is written.", name);
    case "empty":
      return vscode.l10n.t("{0} is empty.", name);
    case "placeholder":
      return vscode.l10n.t("{0} still has text of the template.", name);
    case "missing":
      return required
        ? vscode.l10n.t("{0} is missing. A click inserts it.", name)
        : vscode.l10n.t("{0} is optional and not there. A click inserts it.", name);
  }
}

function iconFor({ state, required }: SectionNode): vscode.ThemeIcon {
  const icon = (id: string, colour?: string): vscode.ThemeIcon =>
    new vscode.ThemeIcon(id, colour === undefined ? undefined : new vscode.ThemeColor(colour));
  switch (state) {
    case "written":
      // The green of passed tests is hard to see on a light side bar.
      return icon("pass", "charts.green");
    case "empty":
      return icon("circle-large-outline", "descriptionForeground");
    case "placeholder":
      return icon("edit", "editorWarning.foreground");
    case "missing":
      return required ? icon("add", "editorError.foreground") : icon("add", "descriptionForeground");
  }
}
