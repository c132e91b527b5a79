/** The sentences of the rules that look at other documents and at Git. */
export const historyMessages = {
  // changed-after-approval
  "changed-after-approval.one":
    "Section “{title}” has changed since the design was approved, and the decision log has no new entry. Readers take it for what was agreed; record what was changed, who agreed, and why.",
  "changed-after-approval.many":
    "These sections have changed since the design was approved, and the decision log has no new entry: {titles}. Readers take them for what was agreed; record what was changed, who agreed, and why.",
  "changed-after-approval.more":
    "These sections and {count} more have changed since the design was approved, and the decision log has no new entry: {titles}. Readers take them for what was agreed; record what was changed, who agreed, and why.",

  // illegal-transition
  "illegal-transition.reopened":
    "The status was {from} and is now {to}, and the decision log has no new entry. Readers cannot tell who changed their mind; record the decision, or put it back into review.",
  "illegal-transition.taken-back":
    "The status was {from} and is now {to} again, and the decision log has no new entry. People may be building from the design already; record why it is open again.",
  "illegal-transition.skipped":
    "The status went from {from} to {to}, so nobody has approved the design. Let it be approved, or record in the decision log how it was decided.",
  "illegal-transition.fix": "Set the status to {status}",

  // stale-review
  "stale-review.found":
    "The status is {status} since {since}, for {days} days. Those who wait for the design do not know whether silence means consent; ask the reviewers for a decision, or withdraw it.",
} as const;
