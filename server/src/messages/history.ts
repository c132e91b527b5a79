/** The sentences of the rules that look at other documents and at Git. */
export const historyMessages = {
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
    "“{title}” is superseded. Readers who follow the link may take for valid what is not; link what took its place, or say why the old design is meant.",
  "links-to-superseded.known":
    "“{title}” is superseded by “{successor}”. Readers who follow the link may take for valid what is not; link the successor, or say why the old design is meant.",
  "links-to-superseded.fix": "Link “{successor}” instead",

  // duplicate-document
  "duplicate-document.name":
    "{path} has the same short title in its name. Two designs of one subject drift apart; go on with that one, choose another name, or say which supersedes the other.",
  "duplicate-document.title":
    "{path} has the same title. Two designs of one subject drift apart; go on with that one, choose another title, or say which supersedes the other.",

  // stale-review
  "stale-review.found":
    "In review since {since}, for {days} days. Nobody may be waiting for it any more; ask the reviewers, approve it, or withdraw it.",

  // illegal-transition
  "illegal-transition.reopened":
    "“{before}” has become “{after}”, and the decision log has no new entry. Later readers cannot tell why the decision was turned round; record it there.",
  "illegal-transition.skipped":
    "“{before}” has become “{after}” without an approval. Record in the decision log who agreed, or set the status to the one for approval first.",

  // changed-after-approval
  "changed-after-approval.one":
    "Section “{titles}” has changed since the design was approved, and the decision log has no new entry. What was approved is no longer what stands here; record who agreed to the change, and why.",
  "changed-after-approval.many":
    "{titles} have changed since the design was approved, and the decision log has no new entry. What was approved is no longer what stands here; record who agreed to the changes, and why.",
  "changed-after-approval.more": "{titles} and {count} more",
} as const;
