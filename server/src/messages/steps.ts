/** The names of the steps that a design takes, and the sentences about them. */
export const stepMessages = {
  "step.requestReview": "Request Review",
  "step.approve": "Approve",
  "step.markImplemented": "Mark Implemented",
  "step.reject": "Reject",
  "step.withdraw": "Withdraw",
  "step.supersede": "Supersede…",

  "step.action.requestReview": "Request a review: set the status to “{status}”",
  "step.action.approve": "Approve this design",
  "step.action.markImplemented": "Mark this design as implemented",
  "step.action.reject": "Reject this design",
  "step.action.withdraw": "Withdraw this design",
  "step.action.supersede": "Mark this design as superseded",

  "step.no-document": "This is no design document, so it takes no step.",
  "step.no-status": "The document has no status that could change. Add a “Status” to its header.",
  "step.no-word":
    "The template has no status for “{step}”. Its statuses are {statuses}; add one to the template, or choose another step.",
  "step.not-now": "The status is “{status}”, and “{step}” does not follow it.",
  "step.swallowed":
    "The entry in the decision log would stand inside a code block or a comment that is not closed. Close it, and run the command again.",
  "step.overlapping":
    "The status and the entry in the decision log would be written in the same place. Set the status to “{status}” by hand, and add the entry below it.",
  "step.unread":
    "The status is written in a form that cannot be changed here without damage to what is around it. Set it to “{status}” by hand.",
  "step.side-unread": "The status stands in {file}, in a form that is not edited here. Change it there.",

  "lens.readiness": "Ready for Review?",
  "lens.progress": "{written} of {total} sections written",
} as const;
