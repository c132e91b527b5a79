import * as vscode from "vscode";
import type { SuggestionResult } from "../../server/src/protocol/protocol.ts";
import type { ActiveDocument, DocumentTracker } from "./document-tracker.ts";
import type { ServerState } from "./exports.ts";
import type { Session } from "./session.ts";
import { isIncluded } from "./start-when-needed.ts";
import { statusText } from "./status-text.ts";

/**
 * Keeps the language status items: how far the design document in the active editor is, and which template governs
 * it and why, with one click to change that or to switch it off. For other Markdown there is one where something
 * can be suggested. While no server answers, the include setting tells.
 */
export function showStatus(session: Session, documents: DocumentTracker): vscode.Disposable {
  const items = new Map<string, vscode.LanguageStatusItem>();

  const show = (): void => {
    const active = documents.active();
    const shown = active === undefined ? {} : describe(active, session.state());
    for (const [id, name] of names) {
      const what = shown[id];
      if (what === undefined) {
        items.get(id)?.dispose();
        items.delete(id);
        continue;
      }
      const item =
        items.get(id) ??
        vscode.languages.createLanguageStatusItem(`designDocs.${id}`, { language: "markdown" });
      items.set(id, item);
      item.name = name();
      Object.assign(item, what);
    }
  };

  const subscriptions = [documents.onDidChangeActive(show), session.onDidChangeState(show)];
  show();
  return vscode.Disposable.from(...subscriptions, {
    dispose: () => {
      for (const item of items.values()) item.dispose();
    },
  });
}

/** The items, by what follows `designDocs.` in their ids, in their order, with what people see them called. */
const names = new Map<keyof Items, () => string>([
  ["status", () => vscode.l10n.t("Design Docs")],
  ["template", () => vscode.l10n.t("Design Docs: Template")],
]);

interface Items {
  readonly status?: Shown;
  readonly template?: Shown;
}

type Shown = Pick<vscode.LanguageStatusItem, "text" | "severity" | "busy" | "command"> & {
  detail: string;
  /** What is heard in the place of the text, its icon and its colour. */
  accessibilityInformation: vscode.AccessibilityInformation;
};

/** Nothing where there is nothing to show: the document is no design document, or is not known as one. */
function describe({ document, status, suggestion }: ActiveDocument, state: ServerState): Items {
  if (state === "idle") return {};
  if (state !== "running") return isLikely(document) ? { status: withoutServer(state) } : {};
  if (status === undefined) return {};
  if (status === null) return suggestion ? { template: suggested(suggestion) } : {};
  const { text, detail, template, why, reason, attention, spoken } = statusText(status, vscode.l10n.t);
  return {
    status: {
      text,
      detail,
      accessibilityInformation: { label: spoken.status },
      severity: attention ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information,
      busy: false,
      command: { command: "designDocs.openTemplate", title: vscode.l10n.t("Open Template") },
    },
    template: {
      text: template,
      // The line does not wrap, and what is too long hides the command behind it.
      detail: why,
      accessibilityInformation: { label: spoken.template },
      severity: vscode.LanguageStatusSeverity.Information,
      busy: false,
      command: {
        command: "designDocs.chooseTemplate",
        title: vscode.l10n.t("Change"),
        tooltip: vscode.l10n.t(
          "{0} Choose another template, edit the configuration, or switch Design Docs off here.",
          reason,
        ),
      },
    },
  };
}

function suggested({ text, short, template }: NonNullable<SuggestionResult>): Shown {
  return {
    text: `$(lightbulb) ${short}`,
    detail: "",
    accessibilityInformation: { label: text },
    severity: vscode.LanguageStatusSeverity.Information,
    busy: false,
    command: {
      command: "designDocs.useSuggestion",
      title: template === undefined ? vscode.l10n.t("Set Up") : vscode.l10n.t("Use It"),
      tooltip: vscode.l10n.t("{0} This writes .design-docs.json and changes nothing else.", text),
    },
  };
}

/** Whether a document lies where design documents are looked for; the server knows better once it answers. */
function isLikely(document: vscode.TextDocument): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  return folder !== undefined && isIncluded(document, folder);
}

function withoutServer(state: "starting" | "stopped"): Shown {
  const starting = state === "starting";
  const text = starting
    ? vscode.l10n.t("Design Docs is starting")
    : vscode.l10n.t("Design Docs is not running");
  return {
    text,
    detail: "",
    accessibilityInformation: { label: text },
    severity: starting ? vscode.LanguageStatusSeverity.Information : vscode.LanguageStatusSeverity.Error,
    busy: starting,
    command: starting
      ? undefined
      : { command: "designDocs.restartServer", title: vscode.l10n.t("Restart Server") },
  };
}
