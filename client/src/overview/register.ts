import * as vscode from "vscode";
import { registerGuarded, type Command } from "../commands/guarded.ts";
import type { Session } from "../session.ts";
import { createOverviewPage } from "./page.ts";
import { updateIndex, type GivenIndex } from "./update-index.ts";

/** Registers the overview of all designs and the command that writes their indexes. */
export function registerOverview(session: Session, output: vscode.LogOutputChannel): vscode.Disposable {
  const page = createOverviewPage(session, output);
  const commands: Readonly<Record<string, Command>> = {
    showOverview: () => page.show(),
    updateIndex: (given) => updateIndex(session, folderIn(given)),
  };
  return vscode.Disposable.from(page, registerGuarded(commands, output));
}

/** What a key binding or another extension passed along: `{ "folder": URI }`, or `{}` so that nothing is asked. */
function folderIn(given: unknown): GivenIndex | undefined {
  if (typeof given !== "object" || given === null || Array.isArray(given)) return undefined;
  const folder: unknown = Reflect.get(given, "folder");
  return typeof folder === "string" ? { folder } : {};
}
