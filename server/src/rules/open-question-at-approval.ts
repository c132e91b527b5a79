import { message } from "../messages/message.ts";
import { slice } from "../text/span.ts";
import { defineRule, type Problem } from "./rule.ts";
import { levels } from "./support/levels.ts";
import { openQuestionsOf, partsAsking } from "./support/open-questions.ts";

const template =
  "# Design\n\nStatus: DRAFT\n\n## Drawbacks and Open Questions\n\n<!-- design-docs: expect: questions -->\n\nWhat is wrong with it, and what is not known yet.\n";
const head = "# Sync engine\n\nStatus: APPROVED\n\n## Drawbacks and Open Questions\n\n";

export default defineRule<Problem>({
  id: "open-question-at-approval",
  summary: "An approved design still has an open question.",
  why: "What is open when the design is approved is decided by whoever comes to it first, and nobody hears of it. An item, a row or a heading of the section that ends in a question is open, until something stands behind or below it that is no question, or it is ticked or struck out; so is an item that begins with TBD or TODO. Running text about drawbacks asks nothing, but a paragraph that is only a question does, where a heading speaks of open questions.",
  severity: levels("off", "off", "warning"),
  reads: (context) => partsAsking(context),
  waitsFor: "section",
  examples: [
    {
      title: "a question without an answer",
      template,
      stage: "approved",
      text: `${head}- The log grows with every edit.\n- ⟦Who pays for the storage?⟧\n- ⟦Is a day enough? TBD⟧\n`,
    },
    {
      title: "answers, in some of their forms",
      template,
      stage: "approved",
      text: `${head}- Who pays for the storage? The platform team.\n- Is a day enough?\n  - Yes: nobody was offline for longer.\n- ~~Which database?~~\n- [x] How large may it grow?\n`,
    },
  ],

  *check(context) {
    for (const { span } of openQuestionsOf(context)) {
      // What says so much more plainly that it is open is an error of `open-marker`.
      if (slice(context.doc.text, span).includes("[NEEDS CLARIFICATION")) continue;
      yield { span, message: message("open-question-at-approval.found") };
    }
  },
});
