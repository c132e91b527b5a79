import * as vscode from "vscode";
import { registerGuarded, type Command } from "../commands/guarded.ts";
import type { History } from "../history.ts";
import type { Session } from "../session.ts";
import type { Base } from "./bases.ts";
import { createComparisons } from "./comparisons.ts";
import { goToChange, whatChanged, type Given, type Parts } from "./what-changed.ts";

/** Registers what shows a reviewer what changed. */
export function registerChanges(
  session: Session,
  history: History,
  output: vscode.LogOutputChannel,
): vscode.Disposable {
  const comparisons = createComparisons();
  const bases = new Map<string, Base>();
  const parts: Parts = { session, history, comparisons, bases };
  const commands: Readonly<Record<string, Command>> = {
    whatChanged: (clicked, given) => whatChanged(parts, clicked, readGiven(given)),
    nextChange: () => goToChange(parts, "next"),
    previousChange: () => goToChange(parts, "previous"),
  };
  return vscode.Disposable.from(
    comparisons,
    registerGuarded(commands, output),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => void bases.delete(uri.toString())),
  );
}

/** What a key binding or another extension passed along: `{ ref }`, `{ base: "saved" }` or `{ base: "branch" }`, and `show`. */
function readGiven(given: unknown): Given {
  if (typeof given !== "object" || given === null || Array.isArray(given)) return {};
  const [ref, kind, show] = ["ref", "base", "show"].map((key): unknown => Reflect.get(given, key));
  const base: Base | undefined =
    typeof ref === "string" && ref.trim() !== ""
      ? { kind: "commit", ref: ref.trim() }
      : kind === "saved" || kind === "branch"
        ? { kind }
        : undefined;
  return { ...(base ? { base } : {}), ...(typeof show === "boolean" ? { show } : {}) };
}
