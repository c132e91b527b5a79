import {
  ErrorCodes,
  ResponseError,
  type CancellationToken,
  type CodeAction,
  type CompletionList,
  type CompletionParams,
  type Connection,
  type Definition,
  type DefinitionParams,
  type DocumentLink,
  type DocumentLinkParams,
  type Hover,
  type HoverParams,
  type InlayHint,
  type InlayHintParams,
  type Location,
  type LocationLink,
  type ReferenceParams,
} from "vscode-languageserver";
import * as documents from "../protocol/documents.ts";
import * as lifecycleProtocol from "../protocol/lifecycle.ts";
import * as overview from "../protocol/overview.ts";
import * as changed from "../protocol/changes.ts";
import * as protocol from "../protocol/protocol.ts";
import * as pullRequests from "../protocol/pull-request.ts";
import * as tools from "../protocol/tools.ts";
import * as sectionProtocol from "../protocol/sections.ts";
import * as configuration from "./configuration.ts";
import { changes, reviewLine } from "./changes.ts";
import { codeActions } from "./code-actions.ts";
import type { CodeLenses } from "./code-lenses.ts";
import { completions } from "./completions.ts";
import { describeDocument } from "./describe-document.ts";
import type { Diagnostics } from "./diagnostics.ts";
import type { DocumentLists } from "./document-lists.ts";
import { createGuard } from "./guard.ts";
import * as mentions from "./mentions.ts";
import * as lifecycle from "./lifecycle.ts";
import { message, type MessageId } from "../messages/message.ts";
import { render } from "./messages.ts";
import { documentKinds, newFileName, newText } from "./new-documents.ts";
import { linkImplementationEdits, pullRequest } from "./pull-request.ts";
import { createOverview, indexEdits } from "./overview.ts";
import { createProgressOf } from "./progress-of.ts";
import { resolveRename } from "./rename-edits.ts";
import * as requests from "./requests.ts";
import * as sections from "./sections.ts";
import type { Session } from "./session.ts";
import { listPresets, setUp } from "./set-up.ts";
import { documentSymbols } from "./symbols.ts";
import { workspaceSymbols } from "./workspace-symbols.ts";

/** Answers the requests of the protocol and our own, each behind the guard. */
export function answerRequests(
  connection: Connection,
  session: Session,
  diagnostics: Diagnostics,
  lists: DocumentLists,
  lenses: CodeLenses,
): void {
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
    guard<HoverParams, Hover | null>("hover", nothing, (params, token) =>
      mentions.hoverAt(session, params, token),
    ),
  );
  connection.onDefinition(
    guard<DefinitionParams, Definition | LocationLink[] | null>("definition", nothing, (params, token) =>
      mentions.definitionAt(session, params, token),
    ),
  );
  connection.onReferences(
    guard<ReferenceParams, Location[]>("references", none, (params, token) =>
      mentions.referencesAt(session, params, token),
    ),
  );
  connection.onDocumentLinks(
    guard<DocumentLinkParams, DocumentLink[]>("document links", none, (params, token) =>
      mentions.documentLinks(session, params, token),
    ),
  );
  connection.onDocumentSymbol(
    guard("symbols", none, ({ textDocument }, token) => documentSymbols(session, textDocument.uri, token)),
  );
  connection.languages.inlayHint.on(
    guard<InlayHintParams, InlayHint[]>("inlay hints", none, (params, token) =>
      sections.inlayHintsIn(session, params, token),
    ),
  );
  connection.onCodeAction(
    guard("code actions", none, (params, token) => codeActions(session, params, token)),
  );
  connection.onCodeLens(
    guard("code lenses", none, ({ textDocument }, token) => lenses.of(textDocument.uri, token)),
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
    run: (session: Session, params: P, token: CancellationToken) => Promise<R>,
  ): void => {
    connection.onRequest<unknown, never>(
      method,
      guard<P, unknown>(method, fallback, (params, token) => run(session, params, token)),
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
  answer(sectionProtocol.Sections, nothing, sections.sections);
  answer(sectionProtocol.MoveSection, nothing, sections.moveSectionEdits);
  answer(sectionProtocol.Guidance, nothing, sections.guidance);
  answer(protocol.DocumentKinds, failed, documentKinds);
  answer(protocol.NewFileName, failed, newFileName);
  answer(protocol.NewDocument, failed, newText);
  answer(protocol.Presets, failed, listPresets);
  answer(protocol.SetUp, failed, setUp);
  answer(pullRequests.PullRequest, nothing, pullRequest);
  answer(changed.Changes, nothing, changes);
  answer(changed.ReviewLine, nothing, reviewLine);
  answer(pullRequests.LinkImplementation, nothing, linkImplementationEdits);
  answer(documents.Documents, unlisted, async (one, { again }: documents.DocumentsParams) => {
    if (again === true) one.facts.everythingChanged();
    return lists.all();
  });
  const makeOverview = createOverview();
  answer(overview.Overview, unlisted, (one, params: overview.OverviewParams, token) => {
    lists.follow();
    return makeOverview(one, params, token);
  });
  answer(tools.DescribeDocument, nothing, describeDocument);
  answer(overview.IndexEdits, unlisted, indexEdits);
  answer(documents.ProgressOf, none, createProgressOf(session, diagnostics));
  connection.onWorkspaceSymbol(
    guard("workspace symbols", none, ({ query }) => workspaceSymbols(session, query)),
  );
  answer(lifecycleProtocol.LifecycleSteps, nothing, lifecycle.lifecycleSteps);
  answer(lifecycleProtocol.TakeStep, failed, lifecycle.stepEdits);
  answer(lifecycleProtocol.CheckReadiness, nothing, lifecycle.checkReadiness);
  answer(lifecycleProtocol.SuccessorChoices, none, lifecycle.successorChoices);
}

const refusal = (id: MessageId): ResponseError<never> =>
  new ResponseError<never>(ErrorCodes.InternalError, render(message(id)));

// No document is better than a wrong one: the person is told, and the log says why.
const failed = (): ResponseError<never> => refusal("server.not-made");

const unchanged = (): ResponseError<never> => refusal("server.config-unread");

const unlisted = (): ResponseError<never> => refusal("server.not-listed");
