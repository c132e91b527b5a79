import { message, type Message } from "../messages/message.ts";
import { defineRule, type Problem } from "./rule.ts";
import { decisionsIn, type Decision } from "./support/decisions.ts";
import { levels } from "./support/levels.ts";
import { speaksEnglish } from "./support/said.ts";
import { whileNotDue, writtenSections } from "./support/section.ts";

const template =
  "# Design\n\n## Goals\n\nWhat it is for.\n\n## Decision Log\n\n<!-- design-docs: expect: decisions -->\n\nWhat was decided, by whom, and why.\n";

const goals = "# Sync engine\n\n## Goals\n\nPhones work in the field without a network.\n\n";

export default defineRule<Problem>({
  id: "decision-log-entry",
  summary: "An entry of the decision log does not say when, by whom or why it was decided.",
  why: "The log is read years later, by people who were not there. Each entry has its date, who decided, and a reason, in a list, a table, sections or lines with a date. A date alone that is missing is information at most; nothing offers to put one in, since today is seldom the day of the decision. An entry that is still open is not told. It is asked for in the section of which the template expects `decisions`. Only English texts are looked at.",
  severity: levels("off", "information", "warning"),
  waitsFor: "section",
  examples: [
    {
      title: "an entry that says only what",
      template,
      stage: "approved",
      text: `${goals}## Decision Log\n\n- 2026-02-24, @grace: merge by paragraph, since merging by note loses text.\n- ⟦Keep versions for 14 days.⟧\n`,
    },
    {
      title: "a table with a gap",
      template,
      stage: "approved",
      text: `${goals}## Decision Log\n\n| Date | Decision | Who | Why |\n| --- | --- | --- | --- |\n⟦| 2026-02-24 | Merge by paragraph | @grace |  |⟧\n| 2026-02-25 | Keep versions | @ada | People asked for it |\n`,
    },
    {
      title: "sections with a line for each",
      template,
      stage: "approved",
      text: `${goals}## Decision Log\n\n### 2026-02-24: Merge by paragraph\n\nDecided by: the mobile team\n\nRationale: merging by note loses text.\n`,
    },
    {
      title: "not decided yet",
      template,
      stage: "approved",
      text: `${goals}## Decision Log\n\n- Open: how long versions are kept.\n`,
    },
  ],

  *check(context) {
    for (const written of writtenSections(context, "decisions")) {
      const lacking = decisionsIn(context, written).flatMap((decision) => {
        const missing = decision.isOpen ? [] : missingIn(decision);
        return missing.length > 0 ? [{ decision, missing }] : [];
      });
      if (lacking.length === 0 || !speaksEnglish(context, written.whole)) continue;
      const due = whileNotDue(written.answer, context);
      for (const { decision, missing } of lacking) {
        const isDateAlone = decision.who !== undefined && decision.hasRationale;
        yield {
          span: decision.name,
          message: message("decision-log-entry.found", { missing: listed(missing) }),
          ...(isDateAlone && { atMost: "information" }),
          ...due,
        };
      }
    }
  },
});

const missingIn = ({ isDated, who, hasRationale }: Decision): readonly Message[] => [
  ...(isDated ? [] : [message("decision-log-entry.when")]),
  ...(who === undefined ? [message("decision-log-entry.who")] : []),
  ...(hasRationale ? [] : [message("decision-log-entry.why")]),
];

function listed(parts: readonly Message[]): Message {
  const [first, second, third] = parts;
  if (first && second && third) return message("decision-log-entry.three", { first, second, third });
  if (first && second) return message("decision-log-entry.two", { first, second });
  return first ?? message("decision-log-entry.when");
}
