import * as vscode from "vscode";
import type { DocumentKind, DocumentKindsResult } from "../../../server/src/protocol/protocol.ts";

interface Line extends vscode.QuickPickItem {
  /** Absent on the lines between the groups. */
  readonly documentKind?: DocumentKind;
}

/**
 * Which kind of document is to be made, asked where there are several and the folder does not decide it: those of
 * the team first, then the ready templates. Undefined where the user leaves with Escape.
 */
export async function askKind({ kinds }: DocumentKindsResult): Promise<DocumentKind | undefined> {
  const lineOf = (kind: DocumentKind): Line => ({
    label: kind.title,
    ...(kind.path === "" ? {} : { description: kind.path }),
    detail: kind.detail,
    iconPath: new vscode.ThemeIcon(kind.source === "preset" ? "library" : "file"),
    documentKind: kind,
  });
  const group = (label: string, ofGroup: (kind: DocumentKind) => boolean): readonly Line[] => {
    const lines = kinds.filter(ofGroup).map(lineOf);
    return lines.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...lines];
  };
  const chosen = await vscode.window.showQuickPick<Line>(
    [
      ...group(vscode.l10n.t("Of the workspace"), ({ source }) => source !== "preset"),
      ...group(vscode.l10n.t("Ready templates"), ({ source }) => source === "preset"),
    ],
    {
      title: vscode.l10n.t("New Design Doc: Kind"),
      placeHolder: vscode.l10n.t("The kind of document to write"),
      matchOnDescription: true,
      matchOnDetail: true,
      ignoreFocusOut: true,
    },
  );
  return chosen?.documentKind;
}

/** Whether there is anything to ask. */
export const isOpen = ({ kinds, decided }: DocumentKindsResult): boolean => !decided && kinds.length > 1;
