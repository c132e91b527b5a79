import * as vscode from "vscode";

/** What is asked before something is done. */
export interface Question {
  readonly title: string;
  readonly step: number;
  readonly steps: number;
  /** What goes on when it is chosen, with its icon. */
  readonly go: string;
  readonly detail?: string;
  /** What will happen, one line each: a label with its icon, and words behind it. */
  readonly lines: readonly (readonly [label: string, description: string])[];
}

/**
 * Shows what will happen, and comes back with whether somebody chose to go on. The lines below the first are there to be
 * read: choosing one does nothing.
 */
export function confirm({ title, step, steps, go, detail, lines }: Question): Promise<boolean> {
  const pick = vscode.window.createQuickPick();
  const first: vscode.QuickPickItem = {
    label: go,
    alwaysShow: true,
    ...(detail === undefined ? {} : { detail }),
  };
  pick.title = title;
  pick.step = step;
  pick.totalSteps = steps;
  pick.placeholder = vscode.l10n.t("Enter goes on, Escape stops here");
  pick.ignoreFocusOut = true;
  pick.items = [
    first,
    { label: vscode.l10n.t("What will happen"), kind: vscode.QuickPickItemKind.Separator },
    ...lines.map(([label, description]) => ({ label, description })),
  ];
  return new Promise((done) => {
    pick.onDidAccept(() => {
      if (pick.activeItems[0] !== first) return;
      done(true);
      pick.hide();
    });
    pick.onDidHide(() => {
      done(false);
      pick.dispose();
    });
    pick.show();
  });
}
