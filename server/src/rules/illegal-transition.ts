import { message } from "../messages/message.ts";
import { stages, type Stage } from "../template/status.ts";
import { defineRule, type Problem } from "./rule.ts";
import { decisionsOf } from "./support/decisions.ts";
import { shownValue } from "./support/header.ts";
import { levels } from "./support/levels.ts";
import { asksForDecisions, baseOf, hasNewDecision, historyWith, statusIn } from "./support/since-base.ts";

const template =
  "# Design\n\nStatus: DRAFT | IN REVIEW | APPROVED | IMPLEMENTED | REJECTED\n\n## Goals\n\nWhat it is for.\n\n## Decision Log\n\n<!-- design-docs: expect: decisions -->\n\nWhat was decided.\n";
const goals = "\n\n## Goals\n\nPhones work offline.\n\n## Decision Log\n\n";
const rejected = "- 2026-02-01, @grace: rejected, since no customer asks for it.\n";

export default defineRule<Problem>({
  id: "illegal-transition",
  summary: "The status has changed in a way that needs a decision, and none is recorded.",
  why: [
    "The status is compared with the one on the branch that the work will be merged into, as far as Git knows it.",
    "",
    "| From | To | What is asked |",
    "| --- | --- | --- |",
    "| draft, in review | in review, approved, draft | nothing |",
    "| draft, in review | implemented | an approval in the decision log; information at most |",
    "| approved, implemented | approved, implemented | nothing |",
    "| approved, implemented | draft, in review | a new entry in the decision log; information at most |",
    "| closed | draft, in review | a new entry in the decision log; information at most |",
    "| closed | approved, implemented | a new entry in the decision log |",
    "| any | closed | nothing |",
    "",
    "Where the template has no section of which it expects `decisions`, nothing is told, and neither where one of the two statuses cannot be read.",
  ].join("\n"),
  severity: levels("information", "information", "warning"),
  needs: ["history"],
  waitsFor: "section",
  examples: [
    {
      title: "rejected, and approved without a word",
      template,
      stage: "approved",
      given: {
        say: "On the default branch, the status is REJECTED.",
        facts: {
          get history() {
            return historyWith(`# Sync engine\n\nStatus: REJECTED${goals}${rejected}`, template);
          },
        },
      },
      text: `# Sync engine\n\nStatus: ⟦APPROVED⟧${goals}${rejected}`,
    },
    {
      title: "the decision is recorded",
      template,
      stage: "approved",
      given: {
        say: "On the default branch, the status is REJECTED.",
        facts: {
          get history() {
            return historyWith(`# Sync engine\n\nStatus: REJECTED${goals}${rejected}`, template);
          },
        },
      },
      text: `# Sync engine\n\nStatus: APPROVED${goals}${rejected}- 2026-03-01, @grace: approved after all, since three customers asked.\n`,
    },
  ],

  *check(context) {
    const base = baseOf(context);
    const before = base && statusIn(base);
    const after = statusIn(context);
    const field = context.alignment.fields.find(({ wanted }) => wanted.shape === "status")?.field;
    if (!base || !before || !after || !field || !asksForDecisions(context)) return;
    const asked = askedBy(before.stage, after.stage);
    if (asked === undefined || hasNewDecision(context, base)) return;
    if (asked === "approval" && decisionsOf(context).some(({ isApproval }) => isApproval)) return;
    const isTurn = before.stage === "closed" && isInForce(after.stage);
    yield {
      span: shownValue(context.doc, field),
      message: message(asked === "approval" ? "illegal-transition.skipped" : "illegal-transition.reopened", {
        before: before.name,
        after: after.name,
      }),
      ...(!isTurn && { atMost: "information" }),
    };
  },
});

const isInForce = (stage: Stage): boolean => stage === "approved" || stage === "implemented";

/** What has to be recorded for a change of stage, as the table above says. */
function askedBy(before: Stage, after: Stage): "decision" | "approval" | undefined {
  if (before === after || after === "closed") return undefined;
  if (before === "closed") return "decision";
  if (isInForce(before)) return isInForce(after) ? undefined : "decision";
  return stages.indexOf(after) > stages.indexOf("approved") ? "approval" : undefined;
}
