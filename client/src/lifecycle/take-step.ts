import * as vscode from "vscode";
import type { LifecycleStep, TakeStepResult } from "../../../server/src/protocol/lifecycle.ts";
import { authorFor } from "../commands/new-design-doc.ts";
import { rangeOf } from "../range.ts";
import type { Session } from "../session.ts";
import { openFindings } from "./findings.ts";
import { askLifecycle } from "./requests.ts";
import { standing, verdict } from "./sentences.ts";
import { showDocument, targetEditor } from "../target.ts";

/** Answers that whoever runs the command has given already, so that they are not asked for. */
export interface GivenStep {
  /** Takes the step whatever stands against it. */
  readonly goOn?: boolean;
  /** The URI of the design that takes the place of this one, for `supersede`. */
  readonly successor?: string;
}

type Edits = Extract<TakeStepResult, { readonly kind: "edits" }>;

/**
 * Takes a step with the document that is named, or the active one, as one edit that can be undone, and leaves the caret
 * where the author writes next. What stands against it is told first. Nothing is saved.
 */
export async function takeStep(
  session: Session,
  step: LifecycleStep,
  named: vscode.Uri | undefined,
  given: GivenStep,
): Promise<void> {
  const editor = await targetEditor(named);
  if (editor === undefined) return;
  const { document } = editor;
  const { uri } = document;
  const author = await authorFor(uri);
  const { version } = document;
  const result = await session.ask(askLifecycle.takeStep, {
    uri: uri.toString(),
    step,
    ...(author === undefined ? {} : { author }),
    ...(given.successor === undefined ? {} : { successor: given.successor }),
  });
  if (result.kind === "refused") {
    void vscode.window.showInformationMessage(result.reason);
    return;
  }
  if (standing(result.against) > 0 && given.goOn !== true) {
    const answer = await askToGoOn(result);
    if (answer === "open") await openFindings(session, uri, result.against);
    if (answer !== "goOn") return;
  }
  if (document.version !== version) throw new Error(changed());
  await apply(result);
  const after = await showDocument(vscode.Uri.parse(result.cursor.uri));
  const place = rangeOf(result.cursor.range);
  after.selection = new vscode.Selection(place.start, place.end);
  after.revealRange(place, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

const changed = (): string =>
  vscode.l10n.t("The document was changed in the meantime. Run the command again.");

/** Tells what stands against a step, and lets the person choose. Undefined if that is left with Escape. */
async function askToGoOn({ title, against }: Edits): Promise<"open" | "goOn" | undefined> {
  const items = [
    {
      label: vscode.l10n.t("$(list-flat) Open Findings"),
      description: vscode.l10n.t("Shows them in Problems, and goes to the first"),
      answer: "open",
    },
    {
      label: vscode.l10n.t("$(arrow-right) Go On Anyway"),
      description: vscode.l10n.t("Takes the step; the findings stay"),
      answer: "goOn",
    },
  ] as const;
  const chosen = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: verdict(against, vscode.l10n.t),
    ignoreFocusOut: true,
  });
  return chosen?.answer;
}

async function apply({ title, edits }: Edits): Promise<void> {
  const change = new vscode.WorkspaceEdit();
  for (const { uri, version, edits: own } of edits) {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    // A file that was not open where the edits were made has to be as it is on the disk.
    const isSame = version === null ? !document.isDirty : document.version === version;
    if (!isSame) throw new Error(changed());
    for (const { range, newText } of own)
      change.replace(document.uri, rangeOf(range), newText, { label: title, needsConfirmation: false });
  }
  if (change.size > 0 && !(await vscode.workspace.applyEdit(change)))
    throw new Error(vscode.l10n.t("VS Code did not change the document. Is it read-only?"));
}
