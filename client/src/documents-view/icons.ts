import * as vscode from "vscode";
import type { DocumentSummary } from "../../../server/src/protocol/documents.ts";
import { listedStatus } from "../../../server/src/workspace/document-list.ts";

type Stage = DocumentSummary["stage"];

const icons: Readonly<Record<Stage, readonly [icon: string, color: string]>> = {
  draft: ["edit", "descriptionForeground"],
  review: ["comment-discussion", "charts.yellow"],
  approved: ["pass", "charts.blue"],
  implemented: ["pass-filled", "charts.green"],
  closed: ["circle-slash", "descriptionForeground"],
};

/** The icon of a stage. */
export function stageIcon(stage: Stage): vscode.ThemeIcon {
  const [icon, color] = icons[stage];
  return new vscode.ThemeIcon(icon, new vscode.ThemeColor(color));
}

/** The icon of a document: that of its stage, where a closed one whose place another took is put away. */
export function documentIcon(document: DocumentSummary): vscode.ThemeIcon {
  const isReplaced = /supersed|replac|obsolet|deprecat/i.test(listedStatus(document));
  return document.stage === "closed" && isReplaced
    ? new vscode.ThemeIcon("archive", new vscode.ThemeColor("descriptionForeground"))
    : stageIcon(document.stage);
}

/** What people call a stage. */
export function stageName(stage: string): string {
  switch (stage) {
    case "review":
      return vscode.l10n.t("In Review");
    case "approved":
      return vscode.l10n.t("Approved");
    case "implemented":
      return vscode.l10n.t("Implemented");
    case "closed":
      return vscode.l10n.t("Closed");
    default:
      return vscode.l10n.t("Draft");
  }
}

/** The stage that a group's key is, where it is one. */
export const stageOfKey = (key: string): Stage | undefined =>
  (Object.keys(icons) as readonly Stage[]).find((stage) => stage === key);
