import type { CompletionList, CompletionParams } from "vscode-languageserver";
import { completion, type Suggestions } from "../features/completion.ts";
import { toOffset } from "./from-proto.ts";
import { toKnownHandle } from "./requests.ts";
import type { Session } from "./session.ts";
import { toCompletionItem } from "./to-completion.ts";

/** What can be written at the position. The list is to be asked for again while handles are still being read. */
export async function completions(
  session: Session,
  { textDocument, position, context }: CompletionParams,
): Promise<CompletionList | null> {
  const opened = await session.opened(textDocument.uri);
  if (!opened) return null;
  const { document, analysis, scope } = opened;
  const author = session.author(scope);
  const known = scope.folder === undefined ? [] : session.handles.now(scope.folder);
  const suggestions: Suggestions = {
    handles: known.map(toKnownHandle),
    today: session.host.today(),
    ...(author === "" ? {} : { author }),
  };
  const found = completion(analysis, toOffset(document, position), context?.triggerCharacter, suggestions);
  const reading = scope.folder !== undefined && !session.handles.ready(scope.folder);
  return {
    isIncomplete: reading && found.every(({ kind }) => kind === "person"),
    items: found.map((item) => toCompletionItem(document, item, session.client)),
  };
}
