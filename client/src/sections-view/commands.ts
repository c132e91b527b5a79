import * as vscode from "vscode";
import { registerGuarded, type Command } from "../commands/guarded.ts";
import { insertMissing } from "../commands/insert-missing.ts";
import type { SectionNode } from "../../../server/src/protocol/sections.ts";
import type { Session } from "../session.ts";
import { targetEditor } from "../target.ts";
import { moveSection } from "./move.ts";
import { askSections } from "./requests.ts";
import { linkTo, shownAt, shownOf, type Shown } from "./tree.ts";

/** What the commands want to know of the view. */
export interface SectionPlaces {
  /** What is selected in the view. */
  readonly selected: () => Shown | undefined;
  /** The editor that shows the document of a section; nothing for what is no section of the view’s any more. */
  readonly editorOf: (shown: Shown) => vscode.TextEditor | undefined;
  /** Brings the view up to date, and where it has the `focus`, moves that to the section under the caret. */
  readonly refresh: (focus: boolean) => Promise<void>;
}

/** A section in the editor in which something is done to it. */
interface Meant {
  readonly editor: vscode.TextEditor;
  readonly shown: Shown;
}

// A second click within this time is a double click, in milliseconds.
const doubleClick = 500;

/**
 * Registers the commands about one section. They take a section of the view, or `{ "view": true }` for the one that
 * is selected there; else they mean the section under the caret.
 */
export function sectionCommands(
  session: Session,
  places: SectionPlaces,
  output: vscode.LogOutputChannel,
): vscode.Disposable {
  let clicked: { readonly shown: Shown; readonly at: number } | undefined;
  // One move after the other: each has to know where the one before it has put things.
  let moving: Promise<void> = Promise.resolve();

  const inView = (given: unknown): Meant | undefined => {
    const shown = isSelected(given) ? places.selected() : (given as Shown | undefined);
    const editor = shown && places.editorOf(shown);
    return shown && editor && { editor, shown };
  };

  const move = async (given: unknown, to: "up" | "down"): Promise<void> => {
    const meant = inView(given);
    const editor = meant?.editor ?? (await targetEditor(undefined));
    const at = meant ? meant.shown.node.place?.heading.start : editor?.selection.active;
    if (!editor || !at) return;
    await moveSection(session, editor, at, to);
    await places.refresh(isSelected(given));
  };
  const moveInTurn = (given: unknown, to: "up" | "down"): Promise<void> =>
    (moving = moving.catch(() => undefined).then(() => move(given, to)));

  const underCaret = async (): Promise<Meant | undefined> => {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return undefined;
    const told = await session.ask(askSections.sections, { uri: editor.document.uri.toString() });
    const shown = shownAt(shownOf(told?.sections ?? []), editor.selection.active);
    return shown && { editor, shown };
  };

  const goTo = async ({ editor, shown }: Meant): Promise<void> => {
    const now = Date.now();
    const isSecond = clicked?.shown === shown && now - clicked.at < doubleClick;
    clicked = { shown, at: now };
    if (shown.node.place) {
      await select(editor, shown.node.place.heading, !isSecond);
      return;
    }
    await insert({ editor, shown });
  };

  const insert = async ({ editor, shown }: Meant): Promise<void> => {
    if (!shown.node.wanted) return;
    const { document, viewColumn } = editor;
    const shownEditor = await vscode.window.showTextDocument(document, viewColumn);
    await insertMissing(session, shownEditor, shown.node.wanted);
    await places.refresh(false);
  };

  const commands: Readonly<Record<string, Command>> = {
    goToSection: async (given) => {
      const meant = inView(given);
      if (!meant) throw new Error(notChosen());
      await goTo(meant);
    },
    insertSection: async (given) => {
      const meant = inView(given);
      if (!meant) throw new Error(notChosen());
      await insert(meant);
    },
    moveSectionUp: (given) => moveInTurn(given, "up"),
    moveSectionDown: (given) => moveInTurn(given, "down"),
    copySectionLink: async (given) => {
      const meant = inView(given) ?? (await underCaret());
      if (!meant) throw new Error(vscode.l10n.t("There is no section here to link to."));
      const path = vscode.workspace.asRelativePath(meant.editor.document.uri, false);
      await vscode.env.clipboard.writeText(linkTo(meant.shown.node, path));
      vscode.window.setStatusBarMessage(vscode.l10n.t("Copied a link to {0}", meant.shown.node.name), 5000);
    },
  };
  return registerGuarded(commands, output);
}

const notChosen = (): string => vscode.l10n.t("Choose a section in the view “Sections” first.");

/** Whether what is selected in the view is meant, as the keys that hold there say. */
const isSelected = (given: unknown): boolean =>
  typeof given === "object" && given !== null && Reflect.get(given, "view") === true;

/** Puts the caret behind a heading, in the editor or, where the focus stays, from the view. */
async function select(
  { document, viewColumn }: vscode.TextEditor,
  { start }: NonNullable<SectionNode["place"]>["heading"],
  preserveFocus: boolean,
): Promise<void> {
  const editor = await vscode.window.showTextDocument(document, {
    preserveFocus,
    ...(viewColumn === undefined ? {} : { viewColumn }),
  });
  const { range } = document.lineAt(Math.min(start.line, document.lineCount - 1));
  editor.selection = new vscode.Selection(range.end, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
