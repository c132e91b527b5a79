import { newDocument } from "../features/new-document.ts";
import { insertMissing } from "../features/insert-missing.ts";
import { nextIncomplete } from "../features/next-incomplete.ts";
import type * as protocol from "../protocol/protocol.ts";
import { builtInTemplate } from "../template/built-in.ts";
import type { Handle } from "../workspace/handles.ts";
import { folderForNew } from "../workspace/new-file.ts";
import { customaryPattern, nameForNew } from "../workspace/new-name.ts";
import { folderOf, pathWithin, under } from "../workspace/uris.ts";
import type { Diagnostics } from "./diagnostics.ts";
import { toOffset } from "./from-proto.ts";
import { render } from "./messages.ts";
import type { Session } from "./session.ts";
import { statusOf } from "./status.ts";
import { toRange, toTextEdit } from "./to-proto.ts";

/** Answers {@link protocol.Status}. */
export async function status(
  session: Session,
  diagnostics: Diagnostics,
  { uri }: protocol.StatusParams,
): Promise<protocol.StatusResult> {
  const shown = await diagnostics.current(uri);
  const opened = await session.opened(uri);
  return opened ? statusOf(opened, shown) : null;
}

/** Answers {@link protocol.NewFileName}. */
export async function newFileName(
  session: Session,
  { title, folder, chosen }: protocol.NewFileNameParams,
): Promise<protocol.NewFileNameResult> {
  const { settings, rule } = await session.settings.of(folder);
  const workspaceFolder = folderOf(folder, session.folders()) ?? folder;
  const place = folderForNew(chosen ? folder : undefined, workspaceFolder, settings, rule);
  const named = (name: string): { uri: string; path: string } => {
    const uri = under(place, ...name.split("/"));
    return { uri, path: pathWithin(workspaceFolder, uri) ?? name };
  };
  const template = (await session.governing(under(place, "x.md")))?.template ?? builtInTemplate();
  const pattern = customaryPattern(template, await session.files.listFolder(place));
  const date = session.host.today();
  const { name, free } = await nameForNew(pattern, { title, date }, place, session.files);
  return free === undefined
    ? { ...named(name), exists: false }
    : { ...named(name), exists: true, free: named(free) };
}

/** Answers {@link protocol.NewDocument}. */
export async function newText(
  session: Session,
  { uri, title, author, reviewers }: protocol.NewDocumentParams,
): Promise<protocol.NewDocumentResult> {
  const template = (await session.governing(uri))?.template ?? builtInTemplate();
  const date = session.host.today();
  return newDocument(template, { title, date, reviewers, ...(author === undefined ? {} : { author }) });
}

/** Answers {@link protocol.KnownHandles}, when the files have been read. */
export async function knownHandles(
  session: Session,
  { folder }: protocol.KnownHandlesParams,
): Promise<protocol.KnownHandlesResult> {
  const handles = await session.handles.all(folderOf(folder, session.folders()) ?? folder);
  return handles.map(toKnownHandle);
}

/** The handle as people are shown it. */
export const toKnownHandle = ({ handle, seen }: Handle): protocol.KnownHandle => ({
  handle,
  detail: seen.map(render).join(" · "),
});

/** Answers {@link protocol.InsertMissing}. */
export async function insertMissingEdits(
  session: Session,
  { uri }: protocol.InsertMissingParams,
): Promise<protocol.InsertMissingResult | null> {
  const opened = await session.opened(uri);
  if (!opened) return null;
  const { titles, edits } = insertMissing(opened.analysis);
  return { titles, edits: edits.map((edit) => toTextEdit(opened.document, edit)) };
}

/** Answers {@link protocol.NextIncomplete}. */
export async function nextIncompletePlace(
  session: Session,
  { uri, position }: protocol.NextIncompleteParams,
): Promise<protocol.NextIncompleteResult | null> {
  const opened = await session.opened(uri);
  const next = opened && nextIncomplete(opened.analysis, toOffset(opened.document, position));
  return next ? { range: toRange(opened.document, next.span), title: next.title, state: next.state } : null;
}
