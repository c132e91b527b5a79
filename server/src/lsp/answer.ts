import {
  ErrorCodes,
  ResponseError,
  type CodeAction,
  type CompletionList,
  type CompletionParams,
  type Connection,
  type Hover,
  type HoverParams,
} from "vscode-languageserver";
import { hover } from "../features/hover.ts";
import * as protocol from "../protocol/protocol.ts";
import * as configuration from "./configuration.ts";
import { codeActions } from "./code-actions.ts";
import { completions } from "./completions.ts";
import type { Diagnostics } from "./diagnostics.ts";
import { message, type MessageId } from "../messages/message.ts";
import { toOffset } from "./from-proto.ts";
import { createGuard } from "./guard.ts";
import { render } from "./messages.ts";
import { documentKinds, newFileName, newText } from "./new-documents.ts";
import { resolveRename } from "./rename-edits.ts";
import * as requests from "./requests.ts";
import type { Session } from "./session.ts";
import { listPresets, setUp } from "./set-up.ts";
import { documentSymbols } from "./symbols.ts";
import { toHover } from "./to-proto.ts";

/** Answers the requests of the protocol and our own, each behind the guard. */
export function answerRequests(connection: Connection, session: Session, diagnostics: Diagnostics): void {
  const guard = createGuard(connection.console, () => {
    session.turns.touched();
    return session.host.nextTurn();
  });
  const nothing = (): null => null;
  const none = (): [] => [];

  connection.languages.diagnostics.on(
    guard(
      "diagnostics",
      (params) => diagnostics.lastGood(params),
      (params, token) => diagnostics.report(params, token),
    ),
  );
  connection.onCompletion(
    guard<CompletionParams, CompletionList | null>("completion", nothing, (params, token) =>
      completions(session, params, token),
    ),
  );
  connection.onHover(
    guard<HoverParams, Hover | null>("hover", nothing, async ({ textDocument, position }, token) => {
      const opened = await session.opened(textDocument.uri, token);
      const found = opened && hover(opened.analysis, toOffset(opened.document, position));
      return found ? toHover(opened.document, found, session.client) : null;
    }),
  );
  connection.onDocumentSymbol(
    guard("symbols", none, ({ textDocument }, token) => documentSymbols(session, textDocument.uri, token)),
  );
  connection.onCodeAction(
    guard("code actions", none, (params, token) => codeActions(session, params, token)),
  );
  connection.onCodeActionResolve(
    guard<CodeAction, CodeAction>(
      "resolving a code action",
      (action) => action,
      (action, token) => resolveRename(session, action, token),
    ),
  );

  const answer = <P, R>(
    method: string,
    fallback: (params: P) => R | ResponseError<never>,
    run: (session: Session, params: P) => Promise<R>,
  ): void => {
    connection.onRequest<unknown, never>(
      method,
      guard<P, unknown>(method, fallback, (params) => run(session, params)),
    );
  };
  answer(protocol.Status, nothing, (one, params: protocol.StatusParams) =>
    requests.status(one, diagnostics, params),
  );
  answer(protocol.Suggestion, nothing, configuration.suggestion);
  answer(protocol.TemplateChoices, unchanged, configuration.templateChoices);
  answer(protocol.ChangeConfiguration, unchanged, configuration.changeConfiguration);
  answer(protocol.ConfigurationOf, nothing, configuration.configurationOf);
  answer(protocol.KnownHandles, none, requests.knownHandles);
  answer(protocol.InsertMissing, nothing, requests.insertMissingEdits);
  answer(protocol.NextIncomplete, nothing, requests.nextIncompletePlace);
  answer(protocol.DocumentKinds, failed, documentKinds);
  answer(protocol.NewFileName, failed, newFileName);
  answer(protocol.NewDocument, failed, newText);
  answer(protocol.Presets, failed, listPresets);
  answer(protocol.SetUp, failed, setUp);
}

const refusal = (id: MessageId): ResponseError<never> =>
  new ResponseError<never>(ErrorCodes.InternalError, render(message(id)));

// No document is better than a wrong one: the person is told, and the log says why.
const failed = (): ResponseError<never> => refusal("server.not-made");

const unchanged = (): ResponseError<never> => refusal("server.config-unread");
