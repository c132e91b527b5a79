import * as vscode from "vscode";
import { registerGuarded, type Command } from "../commands/guarded.ts";
import type { DocumentTracker } from "../document-tracker.ts";
import type { Session } from "../session.ts";
import { checkReadiness } from "./readiness.ts";
import { supersede } from "./supersede.ts";
import { takeStep, type GivenStep } from "./take-step.ts";
import { uriIn } from "../target.ts";

/**
 * Registers the commands for the steps of a design, each for a URI or the active document, and keeps the context key
 * `designDocs.stage`: the stage of the active design document by its own status.
 */
export function registerLifecycle(
  session: Session,
  documents: DocumentTracker,
  output: vscode.LogOutputChannel,
): vscode.Disposable {
  const commands: Readonly<Record<string, Command>> = {
    requestReview: (uri, given) => takeStep(session, "requestReview", uriIn(uri), readGiven(given)),
    approve: (uri, given) => takeStep(session, "approve", uriIn(uri), readGiven(given)),
    markImplemented: (uri, given) => takeStep(session, "markImplemented", uriIn(uri), readGiven(given)),
    reject: (uri, given) => takeStep(session, "reject", uriIn(uri), readGiven(given)),
    withdraw: (uri, given) => takeStep(session, "withdraw", uriIn(uri), readGiven(given)),
    supersede: (uri, given) => supersede(session, uriIn(uri), readGiven(given)),
    checkReadiness: (uri) => checkReadiness(session, uriIn(uri)),
  };
  const tellStage = (): void => {
    const stage = documents.active()?.status?.stage;
    void vscode.commands.executeCommand("setContext", "designDocs.stage", stage);
  };
  tellStage();
  return vscode.Disposable.from(registerGuarded(commands, output), documents.onDidChangeActive(tellStage));
}

/** What a key binding or another extension passed along; a view passes its selected items here. */
function readGiven(given: unknown): GivenStep {
  if (typeof given !== "object" || given === null || Array.isArray(given)) return {};
  const successor = uriIn(Reflect.get(given, "successor"))?.toString();
  return {
    goOn: Reflect.get(given, "goOn") === true,
    ...(successor === undefined ? {} : { successor }),
  };
}
