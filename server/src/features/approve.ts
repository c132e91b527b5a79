import { inText, type Field } from "../syntax/document.ts";
import { keyOf } from "../template/names.ts";
import { enumeration, readStatus } from "../template/status.ts";
import type { RuleContext } from "../rules/rule.ts";
import { approverOf } from "../rules/support/approval.ts";
import { setValue } from "../rules/support/header.ts";
import { insertField } from "../rules/support/insert-field.ts";
import { implementationField, implementationFields } from "../rules/support/implementation.ts";
import { logEntry, logOf } from "../rules/support/log-entry.ts";
import { literally } from "../text/pattern.ts";
import type { Edit } from "../text/edit.ts";
import { meets, type Span } from "../text/span.ts";

/** Who approves, and when. */
export interface Approving {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** `Name <email>` or a handle of the person who acts, where it is not the author of the facts. */
  readonly approver?: string;
}

/**
 * The edits that approve a design that is a draft or in review, in the order of the text: its status, an
 * entry in the decision log of its template, and a line for the links to the implementation. They only
 * write over the status, filler and the template's own guidance. Nothing where the document has no status
 * field, the template no status for approved designs, or an open fence would swallow the entry.
 */
export function approve(context: RuleContext, { today, approver }: Approving): readonly Edit[] | undefined {
  const { doc, stage, template } = context;
  const field = statusField(context);
  const wanted = template.statuses.find((status) => status.stage === "approved")?.name;
  if (!field || wanted === undefined || (stage !== "draft" && stage !== "review")) return undefined;
  const edits = [setValue(doc, field, approvedValue(context, field, wanted, today))];
  // Before the log: where both are put at the end of a text, the header comes first.
  const links = implementationField(context);
  if (links && !links.field && implementationFields(context).length === 0)
    edits.push(insertField(context, links.wanted, ""));
  const log = logOf(context);
  if (log) {
    const entry = logEntry(context, log, { day: today, who: approverOf(context, approver) });
    if (!entry) return undefined;
    edits.push(entry);
  }
  return edits.toSorted((a, b) => a.span.start - b.span.start);
}

/** Whether a span of the text touches the status field, where approving is offered. */
export function asksToApprove(context: RuleContext, { start, end }: Span): boolean {
  const field = statusField(context);
  if (!field) return false;
  const whole = inText(context.doc, field.block, field.whole);
  return meets(whole, { start, end });
}

const statusField = ({ alignment }: RuleContext): Field | undefined =>
  alignment.fields.find(({ wanted }) => wanted.shape === "status")?.field;

/** The status field's value with the word for approved in place of the present status; what stands beside it stays. */
function approvedValue(context: RuleContext, field: Field, wanted: string, today: string): string {
  const { statuses } = context.template;
  const { value } = field;
  const present = enumeration(value).length > 1 ? undefined : readStatus(value, statuses)?.name;
  const place = present === undefined ? undefined : placeOf(value, present);
  if (!place) return wanted;
  const rest = value.slice(place.end);
  // A day behind the status is the one since which it holds.
  return (
    value.slice(0, place.start) +
    spelt(wanted, value.slice(place.start, place.end)) +
    rest.replace(/\b\d{4}-\d{2}-\d{2}\b/, today)
  );
}

/** Where a status stands in a value, spelt with any marks between its words. Text that is struck out is passed over. */
function placeOf(value: string, status: string): Span | undefined {
  const plain = value.replace(/~~[^~]*~~|<!--[^>]*-->/g, (struck) => " ".repeat(struck.length));
  const words = status.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const pattern = words.map(literally).join(String.raw`[^\p{L}\p{N}]*`);
  const match = new RegExp(pattern, "iu").exec(plain.slice(0, 300));
  return match ? { start: match.index, end: match.index + match[0].length } : undefined;
}

/** A word in the case of another one: all capitals, none, or at the beginning of each word. */
function spelt(word: string, like: string): string {
  if (like === like.toLowerCase()) return word.toLowerCase();
  if (like === like.toUpperCase()) return word.toUpperCase();
  return keyOf(like) === ""
    ? word
    : word.toLowerCase().replace(/^\p{L}|(?<=\s)\p{L}/gu, (letter) => letter.toUpperCase());
}
