import * as vscode from "vscode";
import { rangeOf } from "../range.ts";
import type { Session } from "../session.ts";
import { documentFor, hosted, pathIn, repositoryOf, tellNone } from "./document.ts";
import { remoteFor, type WorkingRepository } from "./git-repository.ts";
import { commitAt, type Repository } from "./hosts.ts";
import { namesDocument, readReferences, referenceOf, type Reference } from "./references.ts";
import { ask } from "./requests.ts";

/** Answers that whoever runs the command has given already. */
export interface GivenLinks {
  /** What would be typed: addresses, `#12`, `!45`. */
  readonly links?: readonly string[];
}

interface Line extends vscode.QuickPickItem {
  readonly reference: Reference;
}

/**
 * Links pull requests, commits or issues that implement a design, in the place that its template has for them: those
 * that somebody types or pastes, and those among the commits that name the document. Nothing is written twice.
 * Comes back with what was linked.
 */
export async function linkImplementation(
  session: Session,
  clicked: unknown,
  { links }: GivenLinks = {},
): Promise<readonly string[] | undefined> {
  const document = await documentFor(clicked);
  if (document === undefined) return undefined;
  const uri = document.uri.toString();
  const found = await repositoryOf(document.uri);
  const repository = typeof found === "object" ? found : undefined;
  const remote = repository && (await remoteFor(repository));
  const host = hosted([remote?.fetchUrl, remote?.pushUrl], document.uri);
  const lines =
    links === undefined ? commitLines(session, document.uri, repository, host) : Promise.resolve([]);
  const chosen = links === undefined ? await askLinks(lines, host) : readReferences(links.join(" "), host);
  if (chosen === undefined || chosen.length === 0) return undefined;
  const result = await session.ask(ask.linkImplementation, { uri, links: chosen });
  if (result === null) {
    tellNone();
    return undefined;
  }
  if (result.added.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t("The document has these links already: {0}", result.known.join(", ")),
    );
    return [];
  }
  if (document.version !== result.version)
    throw new Error(vscode.l10n.t("The document was changed in the meantime. Run the command again."));
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of result.edits) edit.replace(document.uri, rangeOf(range), newText);
  if (!(await vscode.workspace.applyEdit(edit)))
    throw new Error(vscode.l10n.t("VS Code did not change the document. Is it read-only?"));
  await showEdit(document, result.edits);
  vscode.window.setStatusBarMessage(vscode.l10n.t("Linked: {0}", result.added.join(", ")), 5000);
  return result.added;
}

/** Shows the document where the first edit was made. */
async function showEdit(
  document: vscode.TextDocument,
  edits: readonly { readonly range: Parameters<typeof rangeOf>[0]; readonly newText: string }[],
): Promise<void> {
  const [first] = edits;
  if (first === undefined) return;
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const { start } = rangeOf(first.range);
  const end = document.positionAt(document.offsetAt(start) + first.newText.replace(/\s+$/, "").length);
  editor.selection = new vscode.Selection(end, end);
  editor.revealRange(new vscode.Range(start, end), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

// A year of a large team, and no more than Git lists at once.
const mostCommits = 2000;

/** A line for each commit that names the document, those that came as a pull request once for all their commits. */
async function commitLines(
  session: Session,
  document: vscode.Uri,
  repository: WorkingRepository | undefined,
  host: Repository | undefined,
): Promise<readonly Line[]> {
  if (repository === undefined) return [];
  const path = pathIn(repository, document);
  const [text, commits] = await Promise.all([
    session.ask(ask.pullRequest, { uri: document.toString(), path }),
    repository.log({ maxEntries: mostCommits }).catch(() => []),
  ]);
  if (text === null) return [];
  const lines = new Map<string, Line>();
  for (const commit of commits) {
    if (!namesDocument(commit.message, [...text.names, text.title])) continue;
    const { isRequest, ...reference } = referenceOf(commit, host);
    const url = reference.url ?? (isRequest || host === undefined ? undefined : commitAt(host, commit.hash));
    const [subject = ""] = commit.message.split(/\r?\n/, 1);
    // What brought the document itself implements nothing.
    if (lines.has(reference.text) || subject.startsWith(text.title)) continue;
    lines.set(reference.text, {
      label: `${isRequest ? "$(git-pull-request)" : "$(git-commit)"} ${reference.text}`,
      description: subject,
      reference: { text: reference.text, ...(url === undefined ? {} : { url }) },
    });
  }
  return [...lines.values()];
}

/** Asks for links: ticked among the commits, or typed. Undefined where the user leaves with Escape. */
function askLinks(
  commits: Promise<readonly Line[]>,
  host: Repository | undefined,
): Promise<readonly Reference[] | undefined> {
  const pick = vscode.window.createQuickPick<Line>();
  pick.title = vscode.l10n.t("Link Implementation Pull Requests");
  pick.placeholder = vscode.l10n.t("Paste addresses, type #12 or !45, or tick commits");
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  pick.ignoreFocusOut = true;
  pick.busy = true;
  let known: readonly Line[] = [];
  let typed: readonly Line[] = [];
  let ticked: readonly Line[] = [];
  // Setting the lines unticks them all, which is not the user's doing.
  let drawing = false;
  const draw = (): void => {
    drawing = true;
    pick.items = [
      ...typed,
      ...known.filter(({ reference }) => !typed.some((one) => one.reference.text === reference.text)),
    ];
    pick.selectedItems = pick.items.filter(({ reference }) =>
      [...typed, ...ticked].some((one) => one.reference.text === reference.text),
    );
    drawing = false;
  };
  return new Promise((done) => {
    pick.onDidChangeSelection((lines) => {
      if (!drawing) ticked = lines.filter((line) => !typed.includes(line));
    });
    pick.onDidChangeValue((value) => {
      typed = readReferences(value, host).map((reference) => ({
        reference,
        label: `$(link) ${reference.text}`,
        alwaysShow: true,
        ...(reference.url === undefined || reference.url === reference.text
          ? {}
          : { description: reference.url }),
      }));
      draw();
    });
    pick.onDidAccept(() => {
      done(pick.selectedItems.map(({ reference }) => reference));
      pick.hide();
    });
    pick.onDidHide(() => {
      done(undefined);
      pick.dispose();
    });
    pick.show();
    void commits
      .catch((): readonly Line[] => [])
      .then((lines) => {
        known = lines;
        pick.busy = false;
        draw();
      });
  });
}
