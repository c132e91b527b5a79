import { plannedOn } from "./planned-on.ts";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Linked } from "../rules/support/relative-field.ts";
import { sideStep } from "../features/lifecycle/side-step.ts";
import {
  offeredSteps,
  standingOf,
  wordFor,
  type OfferedStep,
  type Step,
} from "../features/lifecycle/steps.ts";
import { supersedesEdit } from "../features/lifecycle/succession.ts";
import { attemptStep, type StepFault, type Taken } from "../features/lifecycle/take-step.ts";
import { message, type Message, type MessageId } from "../messages/message.ts";
import type * as protocol from "../protocol/lifecycle.ts";
import { judge, readText, type Analysis, type Finding } from "../service.ts";
import type { Stage } from "../template/status.ts";
import { applyEdits, type Edit } from "../text/edit.ts";
import { at } from "../text/span.ts";
import { canonical, folderOf, nameOf, parentOf, under } from "../workspace/uris.ts";
import { findingsAgainst, findingsAt } from "./against.ts";
import { behindAnswers } from "./host.ts";
import { render } from "./messages.ts";
import type { Opened, Session } from "./session.ts";
import { toRange, toTextEdit } from "./to-proto.ts";

const titles: Readonly<Record<Step, MessageId>> = {
  requestReview: "step.requestReview",
  approve: "step.approve",
  markImplemented: "step.markImplemented",
  reject: "step.reject",
  withdraw: "step.withdraw",
  supersede: "step.supersede",
};

const faults: Readonly<Record<StepFault, MessageId>> = {
  swallowed: "step.swallowed",
  overlapping: "step.overlapping",
  unread: "step.unread",
};

/** What people call a step. */
export const stepTitle = (step: Step): Message => message(titles[step]);

/** Answers {@link protocol.LifecycleSteps}. */
export async function lifecycleSteps(
  session: Session,
  { uri }: protocol.LifecycleStepsParams,
): Promise<protocol.LifecycleStepsResult> {
  const opened = await session.opened(uri);
  if (!opened) return null;
  return {
    stage: standingOf(opened.analysis)?.stage ?? "draft",
    steps: offeredSteps(opened.analysis).map(({ step, status, recommended }) => ({
      step,
      title: render(stepTitle(step)),
      status: status.name,
      recommended,
    })),
  };
}

// So long, in milliseconds, a person waits for what links lead to and what Git says; what comes later is told later.
const patience = 2000;

/** An open design document, judged with all that there is to know about it, as far as that comes in time. */
async function openedWhole(session: Session, uri: string): Promise<Opened | undefined> {
  const { host, facts } = session;
  if (!(await session.opened(uri))) return undefined;
  // What a document wants to know is asked behind the first answer about it.
  await behindAnswers(host);
  await session.opened(uri);
  await new Promise<void>((resolve) => {
    const stop = host.later(patience, resolve);
    void facts.settled(uri).finally(() => {
      stop();
      resolve();
    });
  });
  return session.opened(uri);
}

const refused = (reason: Message): protocol.TakeStepResult => ({ kind: "refused", reason: render(reason) });

/** Answers {@link protocol.TakeStep}. */
export async function stepEdits(
  session: Session,
  { uri, step, successor, author }: protocol.TakeStepParams,
): Promise<protocol.TakeStepResult> {
  const next = successor === undefined ? undefined : await readOther(session, successor);
  const opened = await openedWhole(session, uri);
  if (!opened) return refused(message("step.no-document"));
  const { analysis, document } = opened;
  const offered = offeredSteps(analysis).find((one) => one.step === step);
  if (!offered) return refused(whyNot(analysis, step));
  if (standingOf(analysis)?.isOwn === false) return besideEdits(session, opened, offered);
  const { today } = analysis.facts;
  const taken = attemptStep(analysis, step, { today, approver: author, successor: next?.linked });
  if (taken === undefined) return refused(whyNot(analysis, step));
  if (typeof taken === "string") return refused(message(faults[taken], { status: offered.status.name }));
  const { title, ...about } = stepAbout(opened, step, taken);
  const own = {
    uri,
    version: document.version,
    edits: taken.edits.map((edit) => toTextEdit(document, edit)),
  };
  const other = next && predecessorEdit(session, next, opened);
  return {
    kind: "edits",
    title,
    edits: [...(own.edits.length > 0 ? [own] : []), ...(other ? [other] : [])],
    ...about,
  };
}

type Edits = Extract<protocol.TakeStepResult, { readonly kind: "edits" }>;

function stepAbout(opened: Opened, step: Step, taken: Taken): Omit<Edits, "kind" | "edits"> {
  const { document } = opened;
  const { stage } = taken.status;
  const against = findingsAgainst(opened, step, stage, taken.edits);
  return {
    title: render(stepTitle(step)),
    cursor: { uri: document.uri, range: rangeAfter(document, taken.edits, taken.cursor) },
    against: summary(document, stage, against),
  };
}

/** A span of the text that edits lead to, as a range of it. */
function rangeAfter(
  document: TextDocument,
  edits: readonly Edit[],
  span: Taken["cursor"],
): Edits["cursor"]["range"] {
  const text = applyEdits(document.getText(), edits);
  return toRange(TextDocument.create(document.uri, document.languageId, 0, text), span);
}

function summary(
  document: TextDocument,
  stage: Stage,
  findings: readonly Finding[],
): protocol.StandingAgainst {
  const count = (severity: Finding["severity"]): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const [first] = findings;
  return {
    stage,
    errors: count("error"),
    warnings: count("warning"),
    first: first ? toRange(document, first.problem.span) : null,
  };
}

/** Why a step is not offered, in a sentence. */
function whyNot(analysis: Analysis, step: Step): Message {
  const standing = standingOf(analysis);
  if (!standing) return message("step.no-status");
  const { statuses } = analysis.template;
  const args = { step: stepTitle(step), status: standing.value.slice(0, 60) };
  if (wordFor(step, statuses)) return message("step.not-now", args);
  return message("step.no-word", { ...args, statuses: statuses.map(({ name }) => name).join(", ") });
}

/** The edits of the file beside a document that has its status. */
async function besideEdits(
  session: Session,
  opened: Opened,
  { step, status }: OfferedStep,
): Promise<protocol.TakeStepResult> {
  const { facts, template } = opened.analysis;
  const file = facts.side?.fileName ?? "";
  const uri = under(parentOf(opened.document.uri), file);
  const open = session.documents.get(uri);
  const text = open?.getText() ?? (await session.files.readFile(uri)) ?? "";
  // Editors show no byte order mark, and count none.
  const document = open ?? TextDocument.create(uri, "yaml", 0, text.replace(/^\uFEFF/, ""));
  const edits = sideStep(document.getText(), template.statuses, status, facts.today);
  const [first] = edits;
  if (!first) return refused(message("step.side-unread", { file }));
  const cursor = at(first.span.start + first.text.length);
  return {
    kind: "edits",
    title: render(stepTitle(step)),
    edits: [{ uri, version: open?.version ?? null, edits: edits.map((edit) => toTextEdit(document, edit)) }],
    cursor: { uri, range: rangeAfter(document, edits, cursor) },
    against: summary(opened.document, status.stage, findingsAgainst(opened, step, status.stage, [])),
  };
}

/** Another design document, open or not, as far as a link to and from it hangs on it. */
interface Other {
  readonly uri: string;
  /** What was read. */
  readonly text: string;
  readonly analysis: Analysis;
  readonly linked: Linked;
}

/** Nothing where there is no such file, or it is no design document. */
async function readOther(session: Session, uri: string): Promise<Other | undefined> {
  const governing = await session.governing(uri);
  const text = session.documents.get(uri) ? "" : await session.files.readFile(uri);
  const open = session.documents.get(uri);
  if (!governing || (text === undefined && !open)) return undefined;
  const read = open?.getText() ?? (text ?? "").replace(/^\uFEFF/, "");
  const own = canonical(uri);
  const fileName = nameOf(own);
  const { settings } = (await session.placed(uri)).scope;
  // No rule has to look at it.
  const analysis = judge(readText(read, governing.template), {
    settings,
    facts: { today: session.host.today(), fileName, uri: own },
    only: new Set(),
  });
  return { uri, text: read, analysis, linked: linkedOf(analysis, own) };
}

const linkedOf = ({ alignment }: Analysis, uri: string): Linked => ({
  uri,
  title: alignment.title?.title ?? "",
  fileName: nameOf(uri),
});

function predecessorEdit(
  session: Session,
  { uri: other, text, analysis }: Other,
  { analysis: old, document: { uri } }: Opened,
): Edits["edits"][number] | undefined {
  const edit = supersedesEdit(analysis, linkedOf(old, canonical(uri)));
  if (!edit) return undefined;
  const { document, ...about } = plannedOn(session.documents.get(other), {
    uri: other,
    languageId: "markdown",
    text,
  });
  return { ...about, edits: [toTextEdit(document, edit)] };
}

// A closed design has no way before it.
const following: Readonly<Record<Stage, Stage>> = {
  draft: "review",
  review: "approved",
  approved: "implemented",
  implemented: "implemented",
  closed: "closed",
};

/** Answers {@link protocol.CheckReadiness}. */
export async function checkReadiness(
  session: Session,
  { uri, stage: asked }: protocol.CheckReadinessParams,
): Promise<protocol.CheckReadinessResult> {
  const opened = await openedWhole(session, uri);
  if (!opened) return null;
  const { document, analysis } = opened;
  const offered = offeredSteps(analysis);
  const recommended = offered.find((one) => one.recommended);
  const own = standingOf(analysis)?.stage ?? "draft";
  const stage = asked ?? recommended?.status.stage ?? following[own];
  session.judgeAs(uri, document.version, stage);
  const next = offered.find(({ status }) => status.stage === stage && stage !== "closed");
  return {
    ...summary(document, stage, findingsAt(opened, stage)),
    ...(next && { next: { step: next.step, title: render(stepTitle(next.step)) } }),
  };
}

/** Answers {@link protocol.SuccessorChoices}, when the headers of all documents have been read. */
export async function successorChoices(
  session: Session,
  { uri }: protocol.SuccessorChoicesParams,
): Promise<protocol.SuccessorChoicesResult> {
  const own = canonical(uri);
  const folder = folderOf(uri, session.folders());
  const cards = folder === undefined ? [] : await session.index.cards.all(folder);
  return cards
    .filter((card) => card.uri !== own)
    .map(({ uri: other, title, status, path }) => ({ uri: other, title, status, path }));
}
