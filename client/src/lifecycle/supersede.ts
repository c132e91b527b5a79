import * as vscode from "vscode";
import { newDesignDoc } from "../commands/new-design-doc.ts";
import { ask } from "../requests.ts";
import type { Session } from "../session.ts";
import { askLifecycle } from "./requests.ts";
import { takeStep, type GivenStep } from "./take-step.ts";
import { targetEditor } from "../target.ts";

/**
 * Asks which design takes the place of the document that is named, or the active one, among those of the workspace and
 * a new one, and links both. Nothing is changed where the question is left with Escape.
 */
export async function supersede(
  session: Session,
  named: vscode.Uri | undefined,
  given: GivenStep,
): Promise<void> {
  const editor = await targetEditor(named);
  if (editor === undefined) return;
  const { uri } = editor.document;
  // Nobody is to choose a successor of what has none.
  if ((await session.ask(ask.status, { uri: uri.toString() })) === null) {
    void vscode.window.showInformationMessage(vscode.l10n.t("This is no design document."));
    return;
  }
  const successor = given.successor ?? (await askSuccessor(session, uri));
  if (successor === undefined) return;
  await takeStep(session, "supersede", uri, { ...given, successor });
}

interface Choice extends vscode.QuickPickItem {
  readonly uri?: string;
}

async function askSuccessor(session: Session, uri: vscode.Uri): Promise<string | undefined> {
  const choices = session.ask(askLifecycle.successorChoices, { uri: uri.toString() });
  const items = choices.then((known): readonly Choice[] => [
    { label: vscode.l10n.t("$(new-file) New Design Doc…"), alwaysShow: true },
    ...known.map((one) => ({
      label: one.title === "" ? (one.path.split("/").at(-1) ?? one.path) : one.title,
      description: one.status,
      detail: one.path,
      uri: one.uri,
    })),
  ]);
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t("Supersede"),
    placeHolder: vscode.l10n.t("The design that takes the place of this one"),
    matchOnDescription: true,
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  if (chosen === undefined) return undefined;
  return chosen.uri ?? (await newDesignDoc(session, vscode.Uri.joinPath(uri, "..")))?.toString();
}
