import type { RuleContext } from "../../rules/rule.ts";
import { saidIn, type Approval } from "../../rules/support/approval.ts";
import {
  hasImplementationLink,
  implementationField,
  implementationFields,
} from "../../rules/support/implementation.ts";
import type { Linked } from "../../rules/support/relative-field.ts";
import { successionIn } from "../../facts/succession.ts";
import { inText, type Field } from "../../syntax/document.ts";
import { unfilledIn } from "../../template/fields.ts";
import type { Edit } from "../../text/edit.ts";
import { at, slice, type Span } from "../../text/span.ts";
import type { Step } from "./steps.ts";
import { statusField } from "./status-word.ts";
import { fieldFor } from "./succession.ts";

/** What was done, as far as the cursor hangs on it. */
interface Done {
  readonly step: Step;
  /** The entry in the decision log, which is one of the edits. */
  readonly entry: Edit | undefined;
  readonly decision: Approval | undefined;
  readonly successor: Linked | undefined;
}

/**
 * Where the author writes next in a text that edits led to, which are in the order of the text before: the reason of a
 * decision, the link to the implementation or to the successor, reviewers that nobody has named; else behind the
 * status.
 */
export function cursorAfter(after: RuleContext, edits: readonly Edit[], done: Done): Span {
  const { text } = after.doc;
  const reason = done.decision && done.entry && reasonIn(text, edits, done.entry, done.decision);
  return (
    (done.step === "supersede" && !done.successor ? openSuccessor(after) : undefined) ??
    reason ??
    placeFor(after, done.step) ??
    behindStatus(after)
  );
}

/** The reason in an entry, which is to be written over; else the end of the entry. */
function reasonIn(text: string, edits: readonly Edit[], entry: Edit, decision: Approval): Span {
  const before = edits.slice(0, edits.indexOf(entry));
  const start =
    entry.span.start +
    before.reduce((by, edit) => by + edit.text.length - (edit.span.end - edit.span.start), 0);
  const written = { start, end: start + entry.text.length };
  const { why } = saidIn(decision);
  const index = slice(text, written).toLowerCase().lastIndexOf(why.toLowerCase());
  if (index >= 0) return { start: start + index, end: start + index + why.length };
  return at(start + entry.text.trimEnd().length);
}

function placeFor(after: RuleContext, step: Step): Span | undefined {
  if (step === "requestReview") return openReviewers(after);
  if (step === "supersede") return successorLink(after);
  if (step !== "markImplemented" && step !== "approve") return undefined;
  if (hasImplementationLink(after)) return undefined;
  const field = implementationField(after)?.field ?? implementationFields(after).at(0);
  return field && valueIn(after, field);
}

function openReviewers(after: RuleContext): Span | undefined {
  const open = after.alignment.fields.find(
    ({ wanted, field }) => wanted.shape === "handles" && field && unfilledIn(field.value, wanted).length > 0,
  )?.field;
  return open && valueIn(after, open);
}

function openSuccessor(after: RuleContext): Span | undefined {
  const field = fieldFor(after, "supersededBy");
  return field && field.value === "" ? valueIn(after, field) : undefined;
}

function successorLink(after: RuleContext): Span | undefined {
  const link = successionIn(after).findLast(({ relation }) => relation === "supersededBy")?.span;
  return link && at(link.end);
}

const valueIn = ({ doc }: RuleContext, field: Field): Span => inText(doc, field.block, field.valueSpan);

function behindStatus(after: RuleContext): Span {
  const field = statusField(after);
  return field ? at(valueIn(after, field).end) : at(0);
}
