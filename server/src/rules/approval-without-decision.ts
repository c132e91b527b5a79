import { message } from "../messages/message.ts";
import { shownValue } from "./support/header.ts";
import { defineRule, type Problem, type RuleContext } from "./rule.ts";
import { approverOf } from "./support/approval.ts";
import { claimedStatus } from "./support/claimed-status.ts";
import { decisionsIn, type Decision } from "./support/decisions.ts";
import { isEnglish } from "./support/english.ts";
import { levels } from "./support/levels.ts";
import { logEntry, logOf } from "./support/log-entry.ts";
import { proseText } from "./support/prose.ts";
import { writtenSections } from "./support/section.ts";

const template =
  "# Design\n\nStatus: DRAFT\nReviewers: @owner1, @owner2\n\n## Goals\n\nWhat it is for.\n\n## Decision Log\n\n<!-- design-docs: due: approved; expect: decisions -->\n\nWhat was decided, who approved it, and why.\n";
const head =
  "Reviewers: @grace\n\n## Goals\n\nPhones work offline.\n\n## Decision Log\n\n- 2026-02-20: we keep a log on the phone, since it is small.\n";

export default defineRule<Problem>({
  id: "approval-without-decision",
  summary: "The design is approved, and the decision log does not say by whom and when.",
  why: "A status can be typed by anybody. What makes a design binding is that somebody agreed to it on a day, and the decision log is where later readers look for that. An entry that says that something was approved counts, and so does any decision with a day and a person; what such an entry lacks is told on it. A log that is missing or empty is told as that.",
  severity: levels("off", "off", "error"),
  waitsFor: "section",
  examples: [
    {
      title: "decisions, but no approval",
      template,
      stage: "approved",
      text: `# Sync engine\n\nStatus: ⟦APPROVED⟧\n${head}`,
      fixed: `# Sync engine\n\nStatus: APPROVED\n${head}- 2026-03-02: Approved as proposed by @grace, for the reasons given in this document.\n`,
    },
    {
      title: "an approval with its day and who gave it",
      template,
      stage: "approved",
      text: `# Sync engine\n\nStatus: APPROVED\n${head}- 2026-03-01: approved by @grace, since two phones agreed in every run.\n`,
    },
  ],

  *check(context) {
    const logs = [...writtenSections(context, "decisions")];
    const status = claimedStatus(context);
    if (!status || logs.length === 0) return;
    const decisions = logs.flatMap((log) => decisionsIn(context, log));
    if (decisions.some((decision) => isBinding(decision, context))) return;
    const told = message("approval-without-decision.found");
    // A section named “Decision” that tells of one decision is no log, and may be approved as it is.
    const isLog = decisions.length > 0 || logs.some(({ answer }) => answer.by !== "short");
    yield {
      span: shownValue(context.doc, status),
      message: told,
      ...(!isLog && { atMost: "information" }),
    };
  },

  fixes(_, context) {
    const log = logOf(context);
    const edit = log && logEntry(context, log, { day: context.facts.today, who: approverOf(context) });
    return edit ? [{ title: message("approval-without-decision.fix"), edits: [edit] }] : [];
  },
});

/** Whether an entry records an approval, or a decision with the person and the day. */
function isBinding(decision: Decision, { doc }: RuleContext): boolean {
  const { isOpen, isApproval, isDated, who, text } = decision;
  if (isOpen) return false;
  if (isApproval) return true;
  if (!isDated) return false;
  // “Date/Author: 2026-03-01 / Ada” names a person, although nobody can tell which word it is.
  if (who !== undefined || /\b(?:authors?|owners?)\b/i.test(text.slice(0, 4000))) return true;
  // Words for people and approvals are known in English only.
  return !isEnglish(proseText(doc, { start: 0, end: doc.text.length }));
}
