import {
  CompletionTriggerKind,
  type CancellationToken,
  type CompletionList,
  type CompletionParams,
} from "vscode-languageserver";
import { completion, type Suggestions } from "../features/completion.ts";
import { typing } from "../features/place.ts";
import { toOffset } from "./from-proto.ts";
import { toKnownHandle } from "./requests.ts";
import type { Session } from "./session.ts";
import { toCompletionItem } from "./to-completion.ts";

/** What can be written at the position. The list is to be asked for again while handles are still being read. */
export async function completions(
  session: Session,
  { textDocument, position, context }: CompletionParams,
  token?: CancellationToken,
): Promise<CompletionList | null> {
  const opened = await session.opened(textDocument.uri, token);
  if (!opened) return null;
  const { document, analysis, scope } = opened;
  const author = session.author(scope);
  const known = scope.folder === undefined ? [] : session.handles.now(scope.folder);
  const suggestions: Suggestions = {
    handles: known.map(toKnownHandle),
    today: session.host.today(),
    ...(author === "" ? {} : { author }),
  };
  const isTyping = context?.triggerKind === CompletionTriggerKind.TriggerForIncompleteCompletions;
  const trigger = isTyping ? typing : context?.triggerCharacter;
  const found = completion(analysis, toOffset(document, position), trigger, suggestions);
  const reading = scope.folder !== undefined && !session.handles.ready(scope.folder);
  return {
    // Asked again at each letter, so that nothing stays in the list that a person does not want any more.
    isIncomplete:
      found.some(({ kind }) => kind !== "field") || (reading && found.every(({ kind }) => kind === "person")),
    items: found.map((item) => toCompletionItem(document, item, session.client)),
  };
}
