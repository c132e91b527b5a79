import * as vscode from "vscode";
import type {
  DocumentKind,
  DocumentKindsResult,
  NewDocumentResult,
  NewFileNameResult,
} from "../../../server/src/protocol/protocol.ts";
import { ask } from "../requests.ts";
import type { Session } from "../session.ts";
import { gitAuthor } from "./git-author.ts";
import { askKind, isOpen } from "./kind-input.ts";
import { askReviewers } from "./reviewers-input.ts";
import { targetFolder } from "./target-folder.ts";
import { askTitle } from "./title-input.ts";

/** Answers that whoever runs the command has given already, so that they are not asked for. */
export interface GivenAnswers {
  readonly title?: string;
  /** The title of a kind of document; the first kind where it is absent and a title is given. */
  readonly kind?: string;
  readonly reviewers?: readonly string[];
}

/**
 * Asks for the kind of document where there are several, for a title and the reviewers, and creates a design
 * document from the template of that kind: in the folder that was clicked, or where the workspace keeps its design
 * documents. Nothing is created where one of the questions is left with Escape, and nothing is ever overwritten. Answers
 * with the document that is open then, if one is.
 */
export async function newDesignDoc(
  session: Session,
  clicked: vscode.Uri | undefined,
  given: GivenAnswers = {},
): Promise<vscode.Uri | undefined> {
  const place = await targetFolder(clicked);
  if (place === undefined) return undefined;
  // Asked while the user types; by the time it is needed Git has answered.
  const author = authorFor(place.uri);
  const folder = place.uri.toString();

  const kinds = await session.ask(ask.documentKinds, { folder, chosen: place.chosen });
  const asks = given.kind === undefined && given.title === undefined && isOpen(kinds);
  const kind = asks ? await askKind(kinds) : (given.kind && kindNamed(kinds, given.kind)) || kinds.kinds[0];
  if (kind === undefined && asks) return undefined;
  const ofKind = kind === undefined ? {} : { kind: kind.id };

  const nameOf = (title: string, token?: vscode.CancellationToken): Promise<NewFileNameResult> =>
    session.ask(ask.newFileName, { title, folder, chosen: place.chosen, ...ofKind }, token);
  const answer =
    given.title === undefined
      ? await askTitle(nameOf, kind?.title)
      : { title: given.title, name: await nameOf(given.title) };
  if (answer === undefined) return undefined;
  const { title } = answer;
  const decision = await decideName(answer.name);
  if (decision === undefined) return undefined;
  const uri = vscode.Uri.parse(decision.uri);
  if (decision.open) {
    await vscode.window.showTextDocument(uri, { preview: false });
    return uri;
  }

  const reviewers = given.reviewers ?? (await askReviewers(session.ask(ask.knownHandles, { folder })));
  if (reviewers === undefined) return undefined;
  const known = await author;
  const text = await session.ask(ask.newDocument, {
    uri: uri.toString(),
    title,
    reviewers,
    ...ofKind,
    ...(known === undefined ? {} : { author: known }),
  });
  await create(uri, decision.path, text);
  return uri;
}

const kindNamed = ({ kinds }: DocumentKindsResult, wanted: string): DocumentKind | undefined =>
  kinds.find(({ id, title }) => id === wanted || title === wanted);

interface Decision {
  readonly uri: string;
  readonly path: string;
  /** The document is there already and is to be opened. */
  readonly open: boolean;
}

/** Lets the user choose where the name is taken. Undefined if that is left with Escape. */
async function decideName({ uri, path, exists, free }: NewFileNameResult): Promise<Decision | undefined> {
  if (!exists) return { uri, path, open: false };
  const items = [
    { label: vscode.l10n.t("$(go-to-file) Open It"), description: path, decision: { uri, path, open: true } },
    ...(free === undefined
      ? []
      : [
          {
            label: vscode.l10n.t("$(new-file) Create Another"),
            description: free.path,
            decision: { ...free, open: false },
          },
        ]),
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t("New Design Doc"),
    placeHolder: vscode.l10n.t("A document of this name exists already."),
    ignoreFocusOut: true,
  });
  return chosen?.decision;
}

/** Writes the document, opens it with its tab stops and leaves it saved. */
async function create(uri: vscode.Uri, path: string, { text, snippet }: NewDocumentResult): Promise<void> {
  if (await exists(uri)) {
    throw new Error(
      vscode.l10n.t("{0} was created by somebody else in the meantime. Run New Design Doc again.", path),
    );
  }
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const whole = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
  // The same text once more, now with the places to write as tab stops.
  await editor.insertSnippet(new vscode.SnippetString(snippet), whole);
  await document.save();
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/** The author that the settings name, else the one that Git knows. */
export async function authorFor(folder: vscode.Uri): Promise<string | undefined> {
  const setting: unknown = vscode.workspace.getConfiguration("designDocs", folder).get("author");
  return typeof setting === "string" && setting.trim() !== "" ? setting.trim() : gitAuthor(folder);
}
