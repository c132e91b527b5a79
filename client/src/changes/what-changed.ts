import * as vscode from "vscode";
import type { ChangesResult } from "../../../server/src/protocol/changes.ts";
import type { History } from "../history.ts";
import { documentFor, tellNone } from "../pull-request/document.ts";
import { rangeOf } from "../range.ts";
import type { Session } from "../session.ts";
import { targetEditor } from "../target.ts";
import { chooseBase, hasBase, readBase, type Base, type ReadBase } from "./bases.ts";
import type { Comparisons } from "./comparisons.ts";
import { figuresIn } from "./figures.ts";
import { placeBeside } from "./next-place.ts";
import { ask } from "./requests.ts";

/** What the commands need. */
export interface Parts {
  readonly session: Session;
  readonly history: History;
  readonly comparisons: Comparisons;
  /** What documents were compared with last, by their URIs. A branch may have moved since, so it is read again. */
  readonly bases: Map<string, Base>;
}

/** What whoever runs the command may say beforehand. */
export interface Given {
  readonly base?: Base;
  /** Whether the sections are shown; they are, unless it is false. */
  readonly show?: boolean;
}

/** Shows what changed in a document, section by section. What comes back is what was found. */
export async function whatChanged(
  parts: Parts,
  clicked: unknown,
  given: Given,
): Promise<NonNullable<ChangesResult> | undefined> {
  const document = await documentFor(clicked);
  if (document === undefined) return undefined;
  const chosen = await baseFor(parts, document, given.base);
  if (chosen === undefined) return undefined;
  const base = await readBase(parts.history, document, chosen);
  const found = await changesSince(parts.session, document, base);
  if (found === null) {
    tellNone();
    return undefined;
  }
  parts.bases.set(document.uri.toString(), chosen);
  if (given.show === false) return found;
  if (found.sections.length === 0) {
    const sentence = vscode.l10n.t("Nothing that a reader sees has changed since {0}.", base.since);
    void vscode.window.showInformationMessage(sentence);
    return found;
  }
  const name = document.uri.path.slice(document.uri.path.lastIndexOf("/") + 1);
  const kept = parts.comparisons.add({ uri: document.uri, since: base.since, ...found });
  const title = vscode.l10n.t("{0}: changed since {1}", name, base.since);
  await vscode.commands.executeCommand("vscode.changes", title, kept.sections);
  tellFigures(figuresIn(found.summary) || title, kept.summary);
  return found;
}

/**
 * Says in figures what changed, with a button for the summary. Among the sections it would look like a text that was
 * added, and hide the first of them.
 */
function tellFigures(figures: string, summary: vscode.Uri): void {
  const show = vscode.l10n.t("Show Summary");
  // The command has ended when the message is there, not when it is closed.
  void vscode.window.showInformationMessage(figures, show).then(async (chosen) => {
    if (chosen !== show) return;
    await vscode.window.showTextDocument(summary, { viewColumn: vscode.ViewColumn.Beside, preview: true });
  });
}

/** Puts the caret at the heading of the next changed section, or the one before; around the ends of the document. */
export async function goToChange(parts: Parts, direction: "next" | "previous"): Promise<void> {
  const editor = await targetEditor(undefined);
  if (editor === undefined) return;
  const { document } = editor;
  const chosen = await baseFor(parts, document, parts.bases.get(document.uri.toString()));
  if (chosen === undefined) return;
  const base = await readBase(parts.history, document, chosen);
  const found = await changesSince(parts.session, document, base);
  if (found === null) {
    tellNone();
    return;
  }
  parts.bases.set(document.uri.toString(), chosen);
  const places = found.sections.flatMap(({ range, title, detail }) =>
    range === undefined ? [] : [{ range, title, detail }],
  );
  const next = placeBeside(places, editor.selection.active.line, direction);
  const sentence =
    next === undefined
      ? vscode.l10n.t("Nothing that a reader sees has changed since {0}.", base.since)
      : `${next.title}: ${next.detail}`;
  vscode.window.setStatusBarMessage(sentence, 5000);
  if (next === undefined) return;
  const range = rangeOf(next.range);
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

const changesSince = (
  session: Session,
  { uri }: vscode.TextDocument,
  { since, text }: ReadBase,
): Promise<ChangesResult> =>
  session.ask(ask.changes, { uri: uri.toString(), since, ...(text === undefined ? {} : { base: text }) });

/** What a document is compared with, as it was said or chosen; nothing where there is nothing, which is told, or nobody chose. */
async function baseFor(
  { session, history }: Parts,
  document: vscode.TextDocument,
  given: Base | undefined,
): Promise<Base | undefined> {
  if (given === undefined && !(await hasBase(document))) {
    const sentence = vscode.l10n.t(
      "There is nothing to compare the document with: it is saved, and in no Git repository that is open.",
    );
    void vscode.window.showInformationMessage(sentence);
    return undefined;
  }
  return given ?? chooseBase(session, history, document);
}
