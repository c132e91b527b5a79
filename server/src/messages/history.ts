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

  // successor-missing
  "successor-missing.found":
    "The status is “{status}”, but nothing says which design holds instead. Whoever finds this one cannot get to it; write “{word} by” with a link.",
  "successor-missing.unlinked":
    "“{words}” is named without a link, so nobody gets there by a click. Link {path}.",
  "successor-missing.fix": "Name “{title}” as the successor",
  "successor-missing.link": "Link “{title}”",

  // successor-not-reciprocal
  "successor-not-reciprocal.not-said-there":
    "The header of {path} does not say that it supersedes this design, so its readers may miss what was there before. Add “Supersedes” to it, or correct this link.",
  "successor-not-reciprocal.not-said-here":
    "{path} says that this design supersedes it, and nothing here does. Readers of this design miss what was there before; add “Supersedes” to the header.",
  "successor-not-reciprocal.only-text":
    "{path} says that this design supersedes it, and the header does not say so, although the text links it. Lists and tools read headers; add “Supersedes”.",
  "successor-not-reciprocal.in-force":
    "{path} is superseded by this design, but its status is still “{status}”. Its readers build what no longer holds; set its status to SUPERSEDED with a link to this design.",
  "successor-not-reciprocal.no-status":
    "{path} is superseded by this design, and has no status that says so. Its readers build what no longer holds; set its status to SUPERSEDED with a link to this design.",
  "successor-not-reciprocal.itself":
    "The header names this design as its own predecessor or successor. Nobody can tell what holds; link the other design.",
  "successor-not-reciprocal.circle":
    "By way of {path}, this design supersedes itself. Nobody can tell which of them holds; correct the headers that make the circle.",
  "successor-not-reciprocal.fix": "Say that this design supersedes “{title}”",

  // links-to-superseded
  "links-to-superseded.found":
    "“{title}” is superseded. Readers who follow the link may think that it still holds; link what took its place, or say why the old design is meant.",
  "links-to-superseded.known":
    "“{title}” is superseded by “{successor}”. Readers who follow the link may think that it still holds; link the successor, or say why the old design is meant.",
  "links-to-superseded.fix": "Link “{successor}” instead",

  // duplicate-document
  "duplicate-document.name":
    "{path} has the same short title in its name. Two designs of one subject drift apart; go on with that one, choose another name, or say which supersedes the other.",
  "duplicate-document.title":
    "{path} has the same title. Two designs of one subject drift apart; go on with that one, choose another title, or say which supersedes the other.",
} as const;
