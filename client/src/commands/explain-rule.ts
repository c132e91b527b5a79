import * as vscode from "vscode";
import { openPage, rulePage } from "../pages.ts";
import { rulesOf } from "../rule-list.ts";

/** Opens the packed page of a rule beside the document. Without a rule it asks which of them. */
export async function explainRule(
  context: vscode.ExtensionContext,
  wanted: string | undefined,
): Promise<void> {
  const rule = wanted ?? (await askRule(rulesOf(context.extension.packageJSON)));
  if (rule === undefined) return;
  await openPage(rulePage(rule));
}

async function askRule(rules: ReturnType<typeof rulesOf>): Promise<string | undefined> {
  const items = rules.map(({ id, description }) => ({ label: id, detail: description }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t("Explain Rule"),
    placeHolder: vscode.l10n.t("The rule to read about"),
    matchOnDetail: true,
  });
  return chosen?.label;
}
