// What the light bulb offers, for tests that choose from it.
import * as vscode from "vscode";
import { eventually, ok } from "./expect.ts";

/** More than are ever offered in one place: each is asked for its edit, as it is when somebody chooses it. */
const all = 50;

/** The actions that are offered on a range, with their edits. */
export async function actionsOn(
  document: vscode.TextDocument,
  range: vscode.Range,
): Promise<readonly vscode.CodeAction[]> {
  try {
    return await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      range,
      undefined,
      all,
    );
  } catch (error) {
    // VS Code gives up the question when somebody who answers comes meanwhile: the server may just be starting.
    if (error instanceof Error && error.name === "Canceled") return [];
    throw error;
  }
}

/** The first action on a range whose title contains a text, as soon as it is offered. */
export function offered(
  document: vscode.TextDocument,
  range: vscode.Range,
  title: string,
): Promise<vscode.CodeAction> {
  let seen: readonly string[] = [];
  return eventually(
    `the action “${title}”`,
    async () => {
      const actions = await actionsOn(document, range);
      seen = actions.map((one) => one.title);
      return actions.find((one) => one.title.includes(title));
    },
    { seen: () => seen },
  );
}

/** Applies the first action on a range whose title contains a text. */
export async function apply(
  document: vscode.TextDocument,
  range: vscode.Range,
  title: string,
): Promise<void> {
  const { edit } = await offered(document, range, title);
  ok(edit, `“${title}” has no edit`);
  ok(await vscode.workspace.applyEdit(edit), `“${title}” was not applied`);
}
