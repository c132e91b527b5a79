import { message } from "../messages/message.ts";
import { defineRule, type Problem } from "./rule.ts";
import { entriesOf, filledFields, shownValue } from "./support/header.ts";
import { levels } from "./support/levels.ts";
import { saysNobody } from "./support/people.ts";

const template = "# Design\n\nStatus: DRAFT\nReviewers: @owner1, @owner2\n\n## Goals\n\nWhat it is for.\n";

export default defineRule<Problem>({
  id: "reviewer-missing",
  summary: "The header says in words that there is no reviewer yet.",
  why: "A document in review that asks nobody waits for nobody. An empty field, a bare `TBD` and the template’s own handles are told by [unfilled-field](unfilled-field.md); this rule knows longer ways of saying so. It is silent where the template has no field with handles.",
  severity: levels("off", "warning", "error"),
  reads: [],
  examples: [
    {
      title: "nobody is asked",
      template,
      stage: "review",
      text: "# Sync engine\n\nStatus: IN REVIEW\nReviewers: ⟦none yet⟧\n\n## Goals\n\nPhones work offline.\n",
    },
    {
      title: "somebody is asked",
      template,
      stage: "review",
      text: "# Sync engine\n\nStatus: IN REVIEW\nReviewers: @grace, TBD (storage)\n\n## Goals\n\nPhones work offline.\n",
    },
  ],

  *check(context) {
    for (const { wanted, field } of filledFields(context, "handles")) {
      const entries = entriesOf(context.doc, field);
      if (wanted.mayBeNone && /^none$/i.test(field.value)) continue;
      if (entries.length === 0 || !entries.every(({ text }) => saysNobody(text))) continue;
      yield {
        span: shownValue(context.doc, field),
        message: message("reviewer-missing.found", { key: wanted.key, value: field.value }),
      };
    }
  },
});
