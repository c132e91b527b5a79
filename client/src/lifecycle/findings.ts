import * as vscode from "vscode";
import type { StandingAgainst } from "../../../server/src/protocol/lifecycle.ts";
import { rangeOf } from "../range.ts";
import type { Session } from "../session.ts";
import { askLifecycle } from "./requests.ts";
import { showDocument } from "../target.ts";

/**
 * Shows what stands against a step: the document is judged as at its stage until the next edit, Problems come up, and
 * the caret goes to the first finding.
 */
export async function openFindings(
  session: Session,
  uri: vscode.Uri,
  { stage }: Pick<StandingAgainst, "stage">,
): Promise<void> {
  const found = await session.ask(askLifecycle.checkReadiness, { uri: uri.toString(), stage });
  await vscode.commands.executeCommand("workbench.actions.view.problems");
  const editor = await showDocument(uri);
  if (found === null || found.first === null) return;
  const range = rangeOf(found.first);
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
