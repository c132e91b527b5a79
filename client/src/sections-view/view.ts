import * as vscode from "vscode";
import type { DocumentTracker } from "../document-tracker.ts";
import { later } from "../later.ts";
import type { Session } from "../session.ts";
import { sectionCommands } from "./commands.ts";
import { itemOf } from "./item.ts";
import { moveSection } from "./move.ts";
import { askSections } from "./requests.ts";
import { dropTarget, moveTo, shownAt, shownOf, type Shown } from "./tree.ts";

const viewId = "designDocs.sections";
/** What is dragged within the view, and nowhere else. */
const dragged = "application/vnd.code.tree.designdocs.sections";

/** How long a document is left alone behind a keystroke, and a caret behind a step, in milliseconds. */
const pause = { edit: 400, caret: 100 } as const;

/** What the view shows: the sections of one document. */
interface Content {
  readonly uri: string;
  readonly roots: readonly Shown[];
}

/** Shows the sections of the design document in the active editor, while somebody looks at the view. */
export function showSections(
  session: Session,
  documents: DocumentTracker,
  output: vscode.LogOutputChannel,
): vscode.Disposable {
  const changes = new vscode.EventEmitter<void>();
  let content: Content | undefined;

  const editorOf = (uri: string): vscode.TextEditor | undefined => {
    const active = vscode.window.activeTextEditor;
    if (active?.document.uri.toString() === uri) return active;
    return vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
  };

  const view = vscode.window.createTreeView<Shown>(viewId, {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changes.event,
      getChildren: (shown) => [...(shown ? shown.children : (content?.roots ?? []))],
      getParent: (shown) => shown.parent,
      getTreeItem: itemOf,
    },
    dragAndDropController: {
      dragMimeTypes: [dragged],
      dropMimeTypes: [dragged],
      handleDrag([first], data) {
        if (first?.node.place?.movable === true) data.set(dragged, new vscode.DataTransferItem(first));
      },
      async handleDrop(target, data) {
        const from: unknown = data.get(dragged)?.value;
        const one = all(content?.roots ?? []).find((shown) => shown === from);
        const editor = content && editorOf(content.uri);
        if (!one?.node.place || !content || !editor) return;
        const to = dropTarget(content.roots, one, target);
        if (to === undefined) return;
        try {
          await moveSection(session, editor, one.node.place.heading.start, to);
          await look();
        } catch (error) {
          void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
        }
      },
    },
  });

  const empty = (): void => {
    if (content === undefined) return;
    content = undefined;
    view.description = "";
    changes.fire();
  };

  const look = async (): Promise<void> => {
    if (!view.visible) return;
    const active = documents.active();
    // Where another view or panel has the focus, what was shown stays.
    if (
      active === undefined &&
      vscode.window.activeTextEditor === undefined &&
      content &&
      editorOf(content.uri)
    )
      return;
    if (!active?.status) {
      empty();
      return;
    }
    const uri = active.document.uri.toString();
    const told = await session.ask(askSections.sections, { uri });
    if (documents.active()?.document.uri.toString() !== uri) return;
    if (told === null) {
      empty();
      return;
    }
    // What was typed meanwhile is asked about again.
    if (told.version !== active.document.version) ask.soon();
    view.description = vscode.l10n.t("{0} of {1}", told.written, told.total);
    if (content?.uri === uri && moveTo(content.roots, told.sections)) return;
    content = { uri, roots: shownOf(told.sections) };
    changes.fire();
    follow.soon();
  };

  /** Selects the section under the caret; behind a move by keys in the view, those go on from there. */
  const reveal = async (focus = false): Promise<void> => {
    const editor = vscode.window.activeTextEditor;
    if (!view.visible || !content || editor?.document.uri.toString() !== content.uri) return;
    const shown = shownAt(content.roots, editor.selection.active);
    if (!shown || (view.selection[0] === shown && !focus)) return;
    await view.reveal(shown, { select: true, focus });
  };

  const failed = (error: unknown): void => output.warn(`The sections were not shown: ${String(error)}`);
  const ask = later(pause.edit, () => look().catch(failed));
  const follow = later(pause.caret, () => reveal().catch(failed));
  const isShown = (uri: vscode.Uri): boolean =>
    uri.toString() === documents.active()?.document.uri.toString();

  const shownIn = (shown: Shown): vscode.TextEditor | undefined =>
    content && all(content.roots).includes(shown) ? editorOf(content.uri) : undefined;
  const commands = sectionCommands(
    session,
    {
      selected: () => view.selection[0],
      editorOf: shownIn,
      refresh: async (focus) => {
        await look();
        // The section was moved, whether or not the tree that is drawn meanwhile still shows it.
        if (focus) await reveal(true).catch(failed);
      },
    },
    output,
  );

  look().catch(failed);
  return vscode.Disposable.from(
    view,
    changes,
    ask,
    follow,
    commands,
    view.onDidChangeVisibility(() =>
      look()
        .then(() => reveal())
        .catch(failed),
    ),
    documents.onDidChangeActive(() => look().catch(failed)),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (view.visible && contentChanges.length > 0 && isShown(document.uri)) ask.soon();
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (view.visible && textEditor === vscode.window.activeTextEditor) follow.soon();
    }),
  );
}

const all = (roots: readonly Shown[]): readonly Shown[] =>
  roots.flatMap((shown) => [shown, ...all(shown.children)]);
