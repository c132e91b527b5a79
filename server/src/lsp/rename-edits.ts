import type {
  CancellationToken,
  CodeAction,
  RenameFile,
  TextDocumentEdit,
  WorkspaceEdit,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { mayName, relink } from "../features/relink.ts";
import type { Fix } from "../rules/rule.ts";
import { fixesOf } from "../service.ts";
import { parseDocument } from "../syntax/parse-document.ts";
import type { Edit } from "../text/edit.ts";
import { meets } from "../text/span.ts";
import { freeName } from "../workspace/free-name.ts";
import { leadsTo } from "../workspace/leads-to.ts";
import { canonical, nameOf, parentOf, under } from "../workspace/uris.ts";
import { stopIfCancelled } from "./guard.ts";
import type { Opened, Session } from "./session.ts";
import { toDocumentEdit } from "./to-proto.ts";

/** What an action that renames its file carries until its edit is asked for. */
export interface RenameData {
  readonly uri: string;
  /** The name that the fix wants. */
  readonly rename: string;
}

/** A fix that gives the file another name. */
type RenamingFix = Fix & { readonly rename: string };

/** Whether a fix gives the file another name. */
export const renames = (fix: Fix): fix is RenamingFix => fix.rename !== undefined;

/**
 * What is to be put into an action that renames a document: its edit, or, for a client that asks for that when
 * the action is chosen, the data to make it from, since all design documents are read for it. Nothing where the
 * client cannot rename files.
 */
export async function renameEffect(
  session: Session,
  opened: Opened,
  fix: RenamingFix,
  token?: CancellationToken,
): Promise<Pick<CodeAction, "edit" | "data"> | undefined> {
  if (!session.client.renamesFiles) return undefined;
  if (!session.client.resolvesEdits) return { edit: await renameEdit(session, opened, fix, token) };
  const data: RenameData = { uri: opened.document.uri, rename: fix.rename };
  return { data };
}

/**
 * The action with its edit. It is as it came where it has no data of ours, or where the document, as it is now, no
 * longer asks for that name.
 */
export async function resolveRename(
  session: Session,
  action: CodeAction,
  token?: CancellationToken,
): Promise<CodeAction> {
  const data = dataOf(action);
  const opened = data && session.client.renamesFiles ? await session.opened(data.uri, token) : undefined;
  if (!data || !opened) return action;
  const { analysis } = opened;
  const fix = analysis.findings
    .flatMap((finding) => fixesOf(analysis, finding))
    .filter(renames)
    .find(({ rename }) => rename === data.rename);
  if (!fix) return action;
  const { version } = opened.document;
  const edit = await renameEdit(session, opened, fix, token);
  return opened.document.version === version ? { ...action, edit } : action;
}

// A client may send anything.
function dataOf({ data }: CodeAction): RenameData | undefined {
  const said = data as Partial<RenameData> | null | undefined;
  return typeof said?.uri === "string" && typeof said.rename === "string"
    ? { uri: said.uri, rename: said.rename }
    : undefined;
}

/** The renaming to the first free name, behind the fix's own edits and those of the links that lead to the document. */
async function renameEdit(
  session: Session,
  { document }: Opened,
  fix: RenamingFix,
  token: CancellationToken | undefined,
): Promise<WorkspaceEdit> {
  const { uri } = document;
  const folder = parentOf(uri);
  const from = nameOf(uri);
  const siblings = await session.files.listFolder(folder);
  const taken = siblings.filter((name) => name.toLowerCase() !== from.toLowerCase());
  const to = freeName(fix.rename, taken);
  const rename: RenameFile = {
    kind: "rename",
    oldUri: uri,
    newUri: under(folder, to),
    options: { overwrite: false },
  };
  const links = await linkEdits(session, { document, own: fix.edits, siblings, to }, token);
  return { documentChanges: [...links, rename] };
}

// As many as a large team has; what is behind them keeps its links, and is told of those that lead nowhere.
const mostDocuments = 2000;
// Enough at once that a slow file system does not add up, and few enough for any.
const atOnce = 20;

interface Move {
  /** The document that is renamed, and what else is changed in it. */
  readonly document: TextDocument;
  readonly own: readonly Edit[];
  /** The names of the files in its folder. */
  readonly siblings: readonly string[];
  readonly to: string;
}

async function linkEdits(
  session: Session,
  { document: renamed, own, siblings, to }: Move,
  token: CancellationToken | undefined,
): Promise<readonly TextDocumentEdit[]> {
  const target = renamed.uri;
  const from = nameOf(target);
  const folders = session.folders();
  const uris = await mayLink(session, target, siblings);
  const known = new Set([...uris, ...siblings.map((name) => canonical(under(parentOf(target), name)))]);
  const open = new Map(session.documents.all().map((document) => [canonical(document.uri), document]));
  const edits: TextDocumentEdit[] = [];
  for (let first = 0; first < uris.length; first += atOnce) {
    const documents = await Promise.all(
      uris
        .slice(first, first + atOnce)
        .map(async (uri) => open.get(uri) ?? (await closedDocument(session, uri))),
    );
    stopIfCancelled(token);
    for (const document of documents) {
      if (!document) continue;
      const mine = document === renamed ? own : [];
      if (mine.length === 0 && !mayName(document.getText(), from)) continue;
      // Reading Markdown takes its time; what is typed meanwhile must not wait for all of it.
      await session.host.nextTurn();
      stopIfCancelled(token);
      const leadsThere = leadsTo(target, { document: document.uri, folders, known });
      const links = relink(parseDocument(document.getText()), { from, to, leadsThere });
      const changes = [...mine, ...links.filter(({ span }) => !mine.some((one) => meets(one.span, span)))];
      const version = open.has(canonical(document.uri)) ? document.version : null;
      if (changes.length > 0) edits.push(toDocumentEdit(document, changes, version));
    }
  }
  return edits;
}

/**
 * Canonical URIs of what may have links to a document: the design documents of all workspace folders and what
 * else of Markdown lies beside it, since that is where teams keep the list of their designs.
 */
async function mayLink(
  session: Session,
  target: string,
  siblings: readonly string[],
): Promise<readonly string[]> {
  const found = new Set([canonical(target)]);
  const markdown = siblings.filter((name) => /\.(?:md|markdown)$/i.test(name));
  for (const name of markdown) found.add(canonical(under(parentOf(target), name)));
  for (const folder of session.folders())
    for (const uri of (await session.candidates(folder)).slice(0, mostDocuments)) found.add(uri);
  // Those that are in no workspace folder, or were never saved, are in no listing.
  for (const { uri } of session.documents.all())
    if ((await session.placed(uri)).isDocument) found.add(canonical(uri));
  return [...found];
}

/** A file that is not open as a document; nothing where it cannot be read. Editors show no byte order mark, and count none. */
async function closedDocument(session: Session, uri: string): Promise<TextDocument | undefined> {
  const text = await session.files.readFile(uri);
  return text === undefined
    ? undefined
    : TextDocument.create(uri, "markdown", 0, text.replace(/^\uFEFF/, ""));
}
