import type { Field } from "../../syntax/document.ts";
import type { RuleContext } from "../rule.ts";
import { claimedStatus } from "./claimed-status.ts";
import { decisionsIn, type Decision } from "./decisions.ts";
import { proseBeginning } from "./prose.ts";
import { writtenSections } from "./section.ts";

/** An approval that nobody recorded. */
export interface Unrecorded {
  /** The field that says that the design is approved. */
  readonly status: Field;
  /** False where no section is a log: one named “Decision” that tells of one decision may be approved as it is. */
  readonly hasLog: boolean;
}

/**
 * The approval of a design that says that it is approved although its decision log says neither that it was nor
 * who decided anything on which day. Nothing where there is no log that can be judged, which is told as that.
 */
export function unrecordedApproval(context: RuleContext): Unrecorded | undefined {
  const status = claimedStatus(context);
  const logs = status ? [...writtenSections(context, "decisions")] : [];
  if (!status || logs.length === 0) return undefined;
  const decisions = logs.flatMap((log) => decisionsIn(context, log));
  if (decisions.some((decision) => isBinding(decision, context))) return undefined;
  return { status, hasLog: decisions.length > 0 || logs.some(({ answer }) => answer.by !== "short") };
}

/** Whether an entry records an approval, or a decision with the person and the day. */
function isBinding(decision: Decision, { doc }: RuleContext): boolean {
  const { isOpen, isApproval, isDated, who, text } = decision;
  if (isOpen) return false;
  if (isApproval) return true;
  if (!isDated) return false;
  // “Date/Author: 2026-03-01 / Ada” names a person, although nobody can tell which word it is.
  if (who !== undefined || /\b(?:authors?|owners?)\b/i.test(text.slice(0, 4000))) return true;
  // Words for people and approvals are known in English only.
  return !proseBeginning(doc).isEnglish;
}
