import { saysSuperseded } from "../../facts/succession.ts";
import type { RuleContext } from "../../rules/rule.ts";
import { insertField } from "../../rules/support/insert-field.ts";
import {
  hasImplementationLink,
  implementationField,
  implementationFields,
} from "../../rules/support/implementation.ts";
import { logEntry, logOf } from "../../rules/support/log-entry.ts";
import { readStatus, type Status } from "../../template/status.ts";
import { parseDocument } from "../../syntax/parse-document.ts";
import { readBeside, withMore } from "../../template/analysed.ts";
import { applyEdits, type Edit } from "../../text/edit.ts";
import { meets, type Span } from "../../text/span.ts";
import { cursorAfter } from "./cursor.ts";
import { datedFields } from "./dated-fields.ts";
import { decisionOf, type Taking } from "./decision.ts";
import { offeredSteps, standingOf, wordFor, type Step } from "./steps.ts";
import { statusEdit, statusField } from "./status-word.ts";
import { supersededBy } from "./succession.ts";

/** What a step does to a document. */
export interface Taken {
  readonly status: Status;
  /** In the order of the text. None where the document says it all already. */
  readonly edits: readonly Edit[];
  /** Where the author writes next, in the text after the edits: what is to be written over, or a place. */
  readonly cursor: Span;
}

/**
 * Why a step that is offered is not taken: an open fence would swallow the entry that an approval needs, the entry
 * and the header would be written in one place, or the text would not say the status after the edits.
 */
export type StepFault = "swallowed" | "overlapping" | "unread";

/** What {@link attemptStep} does; nothing where it cannot. */
export function takeStep(context: RuleContext, step: Step, taking: Taking): Taken | undefined {
  const taken = attemptStep(context, step, taking);
  return typeof taken === "string" ? undefined : taken;
}

/**
 * The edits that take a step: the status, an entry in the decision log of the template where something was decided,
 * the day in fields that are named for the step, and where they belong a line for the links to the implementation and
 * one for the successor. They only write over the status, days of the last change, filler and the template's own
 * guidance. Nothing where the step is not offered, or the status stands in another file.
 */
export function attemptStep(context: RuleContext, step: Step, taking: Taking): Taken | StepFault | undefined {
  const field = statusField(context);
  const status = offeredSteps(context).find((one) => one.step === step)?.status;
  if (!field || !status) return undefined;
  const succession = step === "supersede" ? supersededBy(context, status.name, taking.successor) : {};
  const isThere = step === "supersede" && isSuperseded(context, status);
  const edits: Edit[] = [];
  const { tail } = succession;
  if (!isThere || tail !== undefined) edits.push(statusEdit(context, field, status, taking.today, tail));
  if (succession.edit && !edits.some(({ span }) => overlaps(span, succession.edit?.span)))
    edits.push(succession.edit);
  let entry: Edit | undefined;
  if (!isThere) {
    // The rows of a table across the page are edited one by one, so that no field can be added beside another edit.
    if (field.style !== "columns")
      edits.push(...linkPlace(context, step).filter((edit) => isFree(edit, edits)));
    edits.push(...datedFields(context, step, taking.today).filter((edit) => isFree(edit, edits)));
    // Behind the header: where both are put at the end of a text, the header comes first.
    entry = entryOf(context, step, taking);
    if (entry && !isFree(entry, edits)) return "overlapping";
    if (entry) edits.push(entry);
    else if (step === "approve" && logOf(context)) return "swallowed";
  }
  const ordered = edits.toSorted((a, b) => a.span.start - b.span.start);
  const text = applyEdits(context.doc.text, ordered);
  const after = withMore(context, readBeside(parseDocument(text, context.doc), context.template));
  // What looks like a status may hold the text together, such as the first line of a fence.
  if (readStatus(standingOf(after)?.value ?? "", context.template.statuses)?.stage !== status.stage)
    return "unread";
  const decision = decisionOf(context, step, taking);
  const cursor = cursorAfter(after, ordered, { step, entry, decision, successor: taking.successor });
  return { status, edits: ordered, cursor };
}

/** The statuses of a design that was superseded before, so that another successor may come. */
function isSuperseded(context: RuleContext, status: Status): boolean {
  const { value = "", stage } = standingOf(context) ?? {};
  if (stage !== "closed") return false;
  return saysSuperseded(value) || readStatus(value, context.template.statuses)?.name === status.name;
}

/** The line for links to the implementation, where a step leads on to it and the document has none. */
function linkPlace(context: RuleContext, step: Step): readonly Edit[] {
  if (step !== "approve" && step !== "markImplemented") return [];
  if (step === "markImplemented" && hasImplementationLink(context)) return [];
  // Nobody builds what a record decides, where its template has no word for that.
  if (!wordFor("markImplemented", context.template.statuses)) return [];
  const links = implementationField(context);
  if (!links || links.field || implementationFields(context).length > 0) return [];
  return [insertField(context, links.wanted, "")];
}

function entryOf(context: RuleContext, step: Step, taking: Taking): Edit | undefined {
  const decision = decisionOf(context, step, taking);
  const log = decision && logOf(context);
  return log && logEntry(context, log, decision);
}

// Insertions at one place stand behind each other; all else must not touch.
const isFree = ({ span }: Edit, others: readonly Edit[]): boolean =>
  others.every((other) => !overlaps(span, other.span));

const overlaps = (a: Span, b: Span | undefined): boolean =>
  b !== undefined && meets(a, b) && a.start < b.end && b.start < a.end;
