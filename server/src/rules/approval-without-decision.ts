import { message } from "../messages/message.ts";
import { shownValue } from "./support/header.ts";
import { defineRule, type Problem } from "./rule.ts";
import { approverOf } from "./support/approval.ts";
import { levels } from "./support/levels.ts";
import { logEntry, logOf } from "./support/log-entry.ts";
import { unrecordedApproval } from "./support/unrecorded-approval.ts";

const template =
  "# Design\n\nStatus: DRAFT\nReviewers: @owner1, @owner2\n\n## Goals\n\nWhat it is for.\n\n## Decision Log\n\n<!-- design-docs: due: approved; expect: decisions -->\n\nWhat was decided, who approved it, and why.\n";
const head =
  "Reviewers: @grace\n\n## Goals\n\nPhones work offline.\n\n## Decision Log\n\n- 2026-02-20: we keep a log on the phone, since it is small.\n";

export default defineRule<Problem>({
  id: "approval-without-decision",
  summary: "The design is approved, and the decision log does not say by whom and when.",
  why: "A status can be typed by anybody. What makes a design binding is that somebody agreed to it on a day, and the decision log is where later readers look for that. An entry that says that something was approved counts, and so does any decision with a day and a person. Where no entry has both, that is one fault and told here, on the status, since it is the graver: [decision-log-entry](decision-log-entry.md) then asks its entries for reasons only. A log that is missing or empty is told as that.",
  severity: levels("off", "off", "error"),
  reads: ["decisions"],
  waitsFor: "section",
  examples: [
    {
      title: "decisions, but no approval",
      template,
      stage: "approved",
      text: `# Sync engine\n\nStatus: ⟦APPROVED⟧\n${head}`,
      fixed: `# Sync engine\n\nStatus: APPROVED\n${head}- 2026-03-02: Approved by @grace as proposed, for the reasons given in this document.\n`,
    },
    {
      title: "an approval with its day and who gave it",
      template,
      stage: "approved",
      text: `# Sync engine\n\nStatus: APPROVED\n${head}- 2026-03-01: approved by @grace, since two phones agreed in every run.\n`,
    },
  ],

  *check(context) {
    const unrecorded = unrecordedApproval(context);
    if (!unrecorded) return;
    yield {
      span: shownValue(context.doc, unrecorded.status),
      message: message("approval-without-decision.found"),
      ...(!unrecorded.hasLog && { atMost: "information" }),
    };
  },

  fixes(_, context) {
    const log = logOf(context);
    const edit = log && logEntry(context, log, { day: context.facts.today, who: approverOf(context) });
    return edit ? [{ title: message("approval-without-decision.fix"), edits: [edit] }] : [];
  },
});
