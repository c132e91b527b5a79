import {
  CodeActionKind,
  type CancellationToken,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { suppress } from "../features/suppress.ts";
import { asksForStep } from "../features/lifecycle/status-word.ts";
import { offeredSteps, type Step } from "../features/lifecycle/steps.ts";
import { takeStep } from "../features/lifecycle/take-step.ts";
import { insertMissing } from "../features/insert-missing.ts";
import { upgrade } from "../features/upgrade.ts";
import { safeEdits, type Terms } from "../fix-all.ts";
import { message, type MessageId } from "../messages/message.ts";
import { fixesOf, type Finding } from "../service.ts";
import type { Edit } from "../text/edit.ts";
import { meets } from "../text/span.ts";
import { acceptingEdit } from "./accept.ts";
import { fixAllKind, upgradeKind } from "./capabilities.ts";
import { toSpan } from "./from-proto.ts";
import { render } from "./messages.ts";
import { renameEffect, renames } from "./rename-edits.ts";
import { sameRange } from "./same-diagnostic.ts";
import type { Opened, Session } from "./session.ts";
import { source, toDocumentEdit, toRange, toTextEdit } from "./to-proto.ts";

/** The actions for the diagnostics at hand, the steps of the design, and where they are asked for those for the whole file. */
export async function codeActions(
  session: Session,
  params: CodeActionParams,
  token?: CancellationToken,
): Promise<CodeAction[]> {
  const inConfig = await configActions(session, params);
  if (inConfig) return inConfig;
  const { uri } = params.textDocument;
  const own = await session.opened(uri, token);
  const opened = own ?? (await session.openedTemplate(uri, token));
  if (!opened) return [];
  const { version } = opened.document;
  const { only } = params.context;
  const actions: CodeAction[] = [];
  if (accepts(only, CodeActionKind.QuickFix))
    actions.push(...(await quickFixes(session, opened, params, token)));
  if (own && accepts(only, CodeActionKind.RefactorRewrite))
    actions.push(...stepActions(session, opened, params));
  // Actions on the whole file come when they are asked for, as on save, and not at every light bulb.
  if (own && only !== undefined && accepts(only, fixAllKind)) actions.push(...fixAll(session, opened));
  if (own && only !== undefined && accepts(only, upgradeKind)) actions.push(...upgrading(session, opened));
  // Where somebody typed while files were read, the places are of a text that is gone.
  return opened.document.version === version ? actions : [];
}

/** True where an action of `kind` is among those that the client asks for. */
const accepts = (only: readonly string[] | undefined, kind: string): boolean =>
  only === undefined ||
  only.some((wanted) => wanted === "" || kind === wanted || kind.startsWith(`${wanted}.`));

async function quickFixes(
  session: Session,
  opened: Opened,
  params: CodeActionParams,
  token: CancellationToken | undefined,
): Promise<CodeAction[]> {
  const { analysis } = opened;
  const asked = findingsFor(opened, params);
  const actions: CodeAction[] = [];
  for (const { finding, diagnostic } of asked) {
    const offered: CodeAction[] = [];
    for (const fix of fixesOf(analysis, finding)) {
      const effect = renames(fix)
        ? await renameEffect(session, opened, fix, token)
        : { edit: textChange(session, opened, fix.edits) };
      if (effect) offered.push({ ...quickFix(render(fix.title), undefined, diagnostic), ...effect });
    }
    const [best] = offered;
    if (best && session.client.preferredActions) best.isPreferred = true;
    for (const action of offered) add(actions, action);
  }
  const suppressing = asked.flatMap(({ finding: { rule, problem }, diagnostic }) =>
    suppress(analysis.doc, rule.id, problem.span.start).map(({ title, edits }) =>
      quickFix(render(title), textChange(session, opened, edits), diagnostic),
    ),
  );
  const lacks = (id: string): boolean => asked.some(({ finding }) => finding.rule.id === id);
  const all = lacks("missing-section") ? insertAll(session, opened) : undefined;
  if (all && !actions.some(({ title }) => title === all.title)) actions.push(all);
  if (lacks("missing-section") || lacks("missing-field"))
    for (const action of upgrading(session, opened))
      if (!actions.some(({ edit }) => JSON.stringify(edit) === JSON.stringify(action.edit)))
        actions.push({ ...action, kind: CodeActionKind.QuickFix });
  for (const { finding, diagnostic } of asked) {
    const edit = acceptingEdit(session, opened, finding);
    const title = render(message("baseline.accept", { rule: finding.rule.id }));
    if (edit) add(actions, quickFix(title, edit, diagnostic));
  }
  // Hiding a finding is the last resort, so it comes last.
  for (const action of suppressing) add(actions, action);
  return actions;
}

/** Adds an action, or its diagnostics where several findings offer the very same one. */
function add(actions: CodeAction[], action: CodeAction): void {
  const edit = JSON.stringify(action.edit);
  const same = actions.find(
    ({ title, edit: other }) => title === action.title && JSON.stringify(other) === edit,
  );
  if (same) same.diagnostics = [...(same.diagnostics ?? []), ...(action.diagnostics ?? [])];
  else actions.push(action);
}

function insertAll(session: Session, opened: Opened): CodeAction | undefined {
  const { titles, edits } = insertMissing(opened.analysis);
  if (titles.length < 2) return undefined;
  return quickFix(render(message("missing-section.fix-all")), textChange(session, opened, edits), undefined);
}

const quickFix = (
  title: string,
  edit: WorkspaceEdit | undefined,
  diagnostic: Diagnostic | undefined,
): CodeAction => ({
  title,
  kind: CodeActionKind.QuickFix,
  ...(edit ? { edit } : {}),
  ...(diagnostic ? { diagnostics: [diagnostic] } : {}),
});

interface Asked {
  readonly finding: Finding;
  readonly diagnostic: Diagnostic | undefined;
}

/**
 * The findings, of the text as it is now, that the client asks about. A diagnostic of an older text whose
 * finding is no longer there gives none: its edits would hit the wrong place.
 */
function findingsFor(opened: Opened, { context, range }: CodeActionParams): readonly Asked[] {
  const { document, analysis } = opened;
  if (context.diagnostics.length === 0) {
    const span = toSpan(document, range);
    return analysis.findings
      .filter(({ problem }) => meets(problem.span, span))
      .map((finding) => ({ finding, diagnostic: undefined }));
  }
  return context.diagnostics.flatMap((diagnostic) => {
    const finding = diagnostic.source === source ? findingOf(opened, diagnostic) : undefined;
    return finding ? [{ finding, diagnostic }] : [];
  });
}

/** The finding that a diagnostic tells. Two of one rule in one place are told apart by their words. */
function findingOf({ document, analysis }: Opened, diagnostic: Diagnostic): Finding | undefined {
  const there = analysis.findings.filter(
    ({ rule, problem }) =>
      rule.id === diagnostic.code && sameRange(toRange(document, problem.span), diagnostic.range),
  );
  return there.find((finding) => render(finding.message) === diagnostic.message) ?? there[0];
}

const stepTitles: Readonly<Record<Step, MessageId>> = {
  requestReview: "step.action.requestReview",
  approve: "step.action.approve",
  markImplemented: "step.action.markImplemented",
  reject: "step.action.reject",
  withdraw: "step.action.withdraw",
  supersede: "step.action.supersede",
};

/** The steps that the design may take, where the range is on its status. */
function stepActions(session: Session, opened: Opened, { range }: CodeActionParams): readonly CodeAction[] {
  const { document, analysis } = opened;
  if (analysis.ignored || !asksForStep(analysis, toSpan(document, range))) return [];
  return offeredSteps(analysis).flatMap(({ step, status }): readonly CodeAction[] => {
    const edits = takeStep(analysis, step, { today: analysis.facts.today })?.edits ?? [];
    if (edits.length === 0) return [];
    return [
      {
        title: render(message(stepTitles[step], { status: status.name })),
        kind: CodeActionKind.RefactorRewrite,
        edit: textChange(session, opened, edits),
      },
    ];
  });
}

/** By what the document is judged besides its text, its template and facts. */
const termsOf = ({ scope: { settings }, governing, baseline }: Opened): Terms => ({
  settings,
  since: governing.collection?.since,
  accepted: baseline?.accepted,
});

function fixAll(session: Session, opened: Opened): readonly CodeAction[] {
  const edits = safeEdits(opened.analysis, termsOf(opened));
  if (edits.length === 0) return [];
  return [
    {
      title: render(message("server.fix-safe")),
      kind: fixAllKind,
      edit: textChange(session, opened, edits),
    },
  ];
}

/** The fixes in a configuration file, also of what another diagnostic tells; nothing where the file is none. */
async function configActions(session: Session, params: CodeActionParams): Promise<CodeAction[] | undefined> {
  const document = session.documents.get(params.textDocument.uri);
  const problems = document && (await session.configChecks.checked(document));
  if (!document || !problems) return undefined;
  if (!accepts(params.context.only, CodeActionKind.QuickFix)) return [];
  const asked = toSpan(document, params.range);
  return problems.flatMap(({ span, fix }) => {
    if (!fix || !meets(span, asked)) return [];
    const range = toRange(document, span);
    const about = params.context.diagnostics.filter((one) => sameRange(one.range, range));
    const action = quickFix(render(fix.title), textChange(session, { document }, fix.edits), undefined);
    return [
      {
        ...action,
        ...(about.length > 0 && { diagnostics: about }),
        ...(session.client.preferredActions && { isPreferred: true }),
      },
    ];
  });
}

// So many names are told in a title; more would not be read.
const named = 4;

/** What brings the document up to its template, for the whole file. */
function upgrading(session: Session, opened: Opened): readonly CodeAction[] {
  const found = upgrade(opened.analysis);
  if (!found) return [];
  const names = found.added.slice(0, named).join(", ");
  const more = found.added.length - named;
  const title =
    more > 0 ? message("upgrade.many", { names, count: more }) : message("upgrade.title", { names });
  return [{ title: render(title), kind: upgradeKind, edit: textChange(session, opened, found.edits) }];
}

function textChange(
  session: Session,
  { document }: Pick<Opened, "document">,
  edits: readonly Edit[],
): WorkspaceEdit {
  if (session.client.versionedEdits) return { documentChanges: [toDocumentEdit(document, edits)] };
  return { changes: { [document.uri]: edits.map((edit) => toTextEdit(document, edit)) } };
}
