import * as vscode from "vscode";
import type { TemplateChoice, TemplateChoicesResult } from "../../../server/src/protocol/protocol.ts";
import type { DocumentTracker } from "../document-tracker.ts";
import { ask } from "../requests.ts";
import type { Session } from "../session.ts";
import { changeConfiguration } from "./change-configuration.ts";
import { openConfiguration } from "./open-configuration.ts";
import { switchOff } from "./switch-off.ts";

interface Line extends vscode.QuickPickItem {
  /** Absent on the lines between the groups. */
  readonly run?: () => Promise<void>;
}

/** What whoever runs the command has chosen already. */
export interface GivenTemplate {
  /** As in {@link TemplateChoice}. */
  readonly template?: string | null;
}

/**
 * Shows which template governs the active document and why, and lets another one be chosen, the configuration be
 * edited, or the document be left alone. What is chosen is written into the configuration.
 */
export async function chooseTemplate(
  session: Session,
  documents: DocumentTracker,
  given: GivenTemplate = {},
): Promise<void> {
  const active = documents.active();
  if (active?.status === undefined || active.status === null) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t("This is no design document, so no template governs it."),
    );
    return;
  }
  const { uri } = active.document;
  const choose = async (template: string | null): Promise<void> => {
    await changeConfiguration(session, uri, { kind: "template", template });
  };
  if (given.template !== undefined) {
    await choose(given.template);
    return;
  }
  const found = await session.ask(ask.templateChoices, { uri: uri.toString() });
  const edit = (): Promise<void> => openConfiguration(session);
  const off = (): Promise<void> => switchOff(session, undefined);
  const more = [
    { label: vscode.l10n.t("Edit Configuration"), iconPath: new vscode.ThemeIcon("json"), run: edit },
    { label: vscode.l10n.t("Switch Off…"), iconPath: new vscode.ThemeIcon("circle-slash"), run: off },
  ];
  const lines = [
    ...templateLines(found, choose),
    { label: vscode.l10n.t("More"), kind: vscode.QuickPickItemKind.Separator },
    ...more,
  ];
  const buttons = more.map(({ label, iconPath, run: act }) => ({ iconPath, tooltip: label, run: act }));
  const run = await pick(lines, buttons, {
    title: vscode.l10n.t("Template for {0}", found.subject),
    placeholder: active.status.template.reason,
  });
  await run?.();
}

function templateLines(
  { choices }: TemplateChoicesResult,
  choose: (template: string | null) => Promise<void>,
): readonly Line[] {
  const group = (
    label: string,
    icon: string,
    ofGroup: (choice: TemplateChoice) => boolean,
  ): readonly Line[] => {
    const lines = choices.filter(ofGroup).map(({ template, title, detail, current }) => ({
      label: title,
      description: current ? vscode.l10n.t("{0} · in use", detail) : detail,
      iconPath: new vscode.ThemeIcon(current ? "check" : icon),
      run: () => choose(template),
    }));
    return lines.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...lines];
  };
  const isPreset = ({ template }: TemplateChoice): boolean => template?.startsWith("preset:") === true;
  return [
    ...group(
      vscode.l10n.t("Templates of the workspace"),
      "file",
      (one) => one.template !== null && !isPreset(one),
    ),
    ...group(vscode.l10n.t("By the folder"), "folder", ({ template }) => template === null),
    ...group(vscode.l10n.t("Ready templates"), "library", isPreset),
  ];
}

/** What the list can do besides, in its title where it is in sight however long the list is. */
interface Button extends vscode.QuickInputButton {
  readonly run: () => Promise<void>;
}

/** A list to choose from that begins on what is in use. Undefined where it is left with Escape. */
function pick(
  lines: readonly Line[],
  buttons: readonly Button[],
  { title, placeholder }: { readonly title: string; readonly placeholder: string },
): Promise<(() => Promise<void>) | undefined> {
  const list = vscode.window.createQuickPick<Line>();
  list.title = title;
  list.placeholder = placeholder;
  list.matchOnDescription = true;
  list.buttons = buttons;
  list.items = lines;
  list.activeItems = lines.filter(
    ({ iconPath }) => iconPath instanceof vscode.ThemeIcon && iconPath.id === "check",
  );
  return new Promise((done) => {
    list.onDidTriggerButton((pressed) => {
      done(buttons.find((button) => button === pressed)?.run);
      list.hide();
    });
    list.onDidAccept(() => {
      done(list.selectedItems[0]?.run);
      list.hide();
    });
    list.onDidHide(() => {
      done(undefined);
      list.dispose();
    });
    list.show();
  });
}
