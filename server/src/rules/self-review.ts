import { message } from "../messages/message.ts";
import { defineRule, type Problem } from "./rule.ts";
import { levels } from "./support/levels.ts";
import { authorsIn, reviewersIn } from "./support/people.ts";

const template =
  "# Design\n\nStatus: DRAFT\nAuthor: YOUR NAME <you@example.com>\nReviewers: @owner1, @owner2\n\n## Goals\n\nWhat it is for.\n";
const given = {
  say: 'The setting `designDocs.people` has `"Ada Lovelace": "@ada"`.',
  options: { people: { "ada lovelace": "@ada" } },
};

export default defineRule<Problem>({
  id: "self-review",
  summary: "The author is the only reviewer.",
  why: "Nobody sees the gaps in their own design: to its author all of it is plain. Handles are compared with the authors by the setting `designDocs.people`; where it does not know an author, nothing is told.",
  severity: levels("off", "warning", "warning"),
  reads: [],
  examples: [
    {
      title: "the author by name, the reviewer by handle",
      template,
      given,
      stage: "review",
      text: "# Sync engine\n\nStatus: IN REVIEW\nAuthor: Ada Lovelace <ada@lovelace.dev>\nReviewers: ⟦@Ada⟧\n\n## Goals\n\nPhones work offline.\n",
    },
    {
      title: "somebody else reviews as well",
      template,
      given,
      stage: "review",
      text: "# Sync engine\n\nStatus: IN REVIEW\nAuthor: Ada Lovelace <ada@lovelace.dev>\nReviewers: @ada, @grace\n\n## Goals\n\nPhones work offline.\n",
    },
  ],

  *check(context) {
    const reviewers = reviewersIn(context);
    const [first] = reviewers;
    if (!first) return;
    const handle = first.handle.toLowerCase();
    if (reviewers.some((other) => other.handle.toLowerCase() !== handle)) return;
    const isAuthor = authorsIn(context).some((author) => author.handle?.toLowerCase() === handle);
    if (isAuthor) yield { span: first.span, message: message("self-review.found", { handle: first.handle }) };
  },
});
