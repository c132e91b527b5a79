import * as vscode from "vscode";
import type { KnownHandlesResult } from "../../../server/src/protocol/protocol.ts";
import { addHandles, handlesToAdd, reviewerChoices } from "../reviewers.ts";

interface Line extends vscode.QuickPickItem {
  readonly handle: string;
}

/**
 * Asks who is to review: the known handles to tick, and any other to type. Enter adds what is typed, and goes
 * on where nothing is; none at all is an answer too. Undefined where the user leaves with Escape.
 */
export function askReviewers(handles: Promise<KnownHandlesResult>): Promise<readonly string[] | undefined> {
  const pick = vscode.window.createQuickPick<Line>();
  pick.title = vscode.l10n.t("New Design Doc: Reviewers");
  pick.step = 2;
  pick.totalSteps = 2;
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  pick.ignoreFocusOut = true;
  pick.placeholder = vscode.l10n.t("Tick or type @handles, or none; Enter goes on");

  let known: KnownHandlesResult = [];
  let picked: readonly string[] = [];
  // Setting the lines unticks them all, which is not the user's doing.
  let drawing = false;
  const draw = (): void => {
    drawing = true;
    const lines = reviewerChoices(known, picked).map(({ handle, detail, picked: ticked }) => ({
      handle,
      ticked,
      label: handle,
      ...(detail === undefined ? {} : { description: detail }),
    }));
    pick.items = lines;
    pick.selectedItems = lines.filter(({ ticked }) => ticked);
    drawing = false;
  };

  const add = (): void => {
    const more = handlesToAdd(pick.value, known);
    if (more === undefined) {
      // The box for picking has no place for a message but its title.
      pick.title = vscode.l10n.t(
        "“{0}” is no handle. Wanted: @name or @organization/team",
        pick.value.trim(),
      );
      return;
    }
    picked = addHandles(picked, more);
    pick.value = "";
    draw();
  };

  return new Promise((done) => {
    pick.onDidChangeSelection((lines) => {
      if (!drawing) picked = lines.map(({ handle }) => handle);
    });
    pick.onDidAccept(() => {
      if (pick.value.trim() !== "") {
        add();
        return;
      }
      done(picked);
      pick.hide();
    });
    pick.onDidHide(() => {
      done(undefined);
      pick.dispose();
    });
    pick.busy = true;
    pick.show();
    void handles
      // Without the known handles the author still types those that they know.
      .catch((): KnownHandlesResult => [])
      .then((all) => {
        known = all;
        pick.busy = false;
        draw();
      });
  });
}
