import * as vscode from "vscode";
import type { DocumentTracker } from "../document-tracker.ts";
import { ciPage, openPage } from "../pages.ts";
import type { Session } from "../session.ts";
import { chooseTemplate, type GivenTemplate } from "./choose-template.ts";
import { explainRule } from "./explain-rule.ts";
import { registerGuarded, type Command } from "./guarded.ts";
import { insertMissing } from "./insert-missing.ts";
import { newDesignDoc, type GivenAnswers } from "./new-design-doc.ts";
import { nextIncomplete } from "./next-incomplete.ts";
import { openConfiguration } from "./open-configuration.ts";
import { openTemplate } from "./open-template.ts";
import { setUp, type GivenSetUp } from "./set-up.ts";
import { offScopes, switchOff } from "./switch-off.ts";
import { useSuggestion } from "./use-suggestion.ts";

/** Registers the commands that the manifest names. One that fails says so to the user and in the log. */
export function registerCommands(
  context: vscode.ExtensionContext,
  session: Session,
  documents: DocumentTracker,
  output: vscode.LogOutputChannel,
): vscode.Disposable {
  const commands: Readonly<Record<string, Command>> = {
    newDesignDoc: async (clicked, given) => {
      await newDesignDoc(session, clicked instanceof vscode.Uri ? clicked : undefined, readGiven(given));
    },
    insertMissingSections: () => insertMissing(session),
    goToNextIncompleteSection: () => nextIncomplete(session),
    openTemplate: () => openTemplate(documents),
    chooseTemplate: (given) => chooseTemplate(session, documents, readTemplate(given)),
    switchOff: (scope) =>
      switchOff(
        session,
        offScopes.find((one) => one === scope),
      ),
    openConfiguration: () => openConfiguration(session),
    useSuggestion: () => useSuggestion(session, documents),
    setUp: (clicked, given) =>
      setUp(session, clicked instanceof vscode.Uri ? clicked : undefined, readSetUp(given)),
    explainRule: (rule) => explainRule(context, typeof rule === "string" ? rule : undefined),
    openCiGuide: () => openPage(ciPage),
    openWalkthrough: async () => {
      const walkthrough = `${context.extension.id}#getStarted`;
      await vscode.commands.executeCommand("workbench.action.openWalkthrough", walkthrough, false);
    },
    restartServer: () => session.restart(),
    showOutput: async () => output.show(),
  };
  return registerGuarded(commands, output);
}

/** What a key binding or another extension passed along; see {@link readGiven}. */
function readTemplate(given: unknown): GivenTemplate {
  const template = textIn(given, "template");
  return template === undefined ? {} : { template: template === "" ? null : template };
}

function readSetUp(given: unknown): GivenSetUp {
  const [preset, designFolder] = [textIn(given, "preset"), textIn(given, "designFolder")];
  return {
    ...(preset === undefined ? {} : { preset }),
    ...(designFolder === undefined ? {} : { designFolder }),
  };
}

function textIn(given: unknown, key: string): string | undefined {
  if (typeof given !== "object" || given === null) return undefined;
  const value: unknown = Reflect.get(given, key);
  return typeof value === "string" ? value.trim() : undefined;
}

/** What a key binding or another extension passed along; the Explorer passes the selected resources here. */
function readGiven(given: unknown): GivenAnswers {
  if (typeof given !== "object" || given === null || Array.isArray(given)) return {};
  const title: unknown = Reflect.get(given, "title");
  const kind: unknown = Reflect.get(given, "kind");
  const reviewers: unknown = Reflect.get(given, "reviewers");
  return {
    ...(typeof title === "string" && title.trim() !== "" ? { title: title.trim() } : {}),
    ...(typeof kind === "string" && kind.trim() !== "" ? { kind: kind.trim() } : {}),
    ...(Array.isArray(reviewers) ? { reviewers: reviewers.filter((one) => typeof one === "string") } : {}),
  };
}
