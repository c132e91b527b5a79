import { insertMissing } from "../features/insert-missing.ts";
import { nextIncomplete } from "../features/next-incomplete.ts";
import type * as protocol from "../protocol/protocol.ts";
import type { Handle } from "../workspace/handles.ts";
import { folderOf } from "../workspace/uris.ts";
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
  { uri, only }: protocol.InsertMissingParams,
): Promise<protocol.InsertMissingResult | null> {
  const opened = await session.opened(uri);
  if (!opened) return null;
  const { titles, edits } = insertMissing(opened.analysis, only);
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
