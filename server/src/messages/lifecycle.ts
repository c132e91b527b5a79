/** The sentences of the rules about the way from draft to implemented, and of approving. */
export const lifecycleMessages = {
  // approval-without-decision
  "approval-without-decision.found":
    "The decision log has no entry that says who approved the design and when. Later readers cannot tell whether it was agreed on; add the entry.",
  "approval-without-decision.fix": "Add an approval to the decision log",

  // implementation-link-missing
  "implementation-link-missing.field":
    "“{key}” has no link yet. Readers cannot get from the design to the code; link the pull requests, commits or issues.",
  "implementation-link-missing.status":
    "Nothing links to the implementation. Readers cannot get from the design to the code; add “{key}” to the header with the pull requests, commits or issues.",
  "implementation-link-missing.fix": "Add “{key}” to the header",

  // open-question-at-approval
  "open-question-at-approval.found":
    "This question is still open, and in an approved design whoever builds it has to guess. Write the answer below it, or strike it out and link the issue where it is settled.",

  // reviewer-missing
  "reviewer-missing.found":
    "“{key}” says only “{value}”, so nobody is asked to review the design. Name at least one handle.",

  // self-review
  "self-review.found":
    "{handle} is the author and the only reviewer. Authors overlook the gaps in their own designs; ask somebody else as well.",

  // unknown-reviewer
  "unknown-reviewer.found":
    "No CODEOWNERS or OWNERS file names {handle}. A mistyped handle notifies nobody; check its spelling.",
  "unknown-reviewer.meant":
    "No CODEOWNERS or OWNERS file names {handle}. A mistyped handle notifies nobody; did you mean {meant}?",
  "unknown-reviewer.fix": "Write {handle}",

  // date-mismatch
  "date-mismatch.found":
    "“{key}” is {value}, and the file’s name says {named}. Lists sort by one of them; make them the same.",
  "date-mismatch.fix-header": "Set “{key}” to {date}, as in the file’s name",
  "date-mismatch.fix-file": "Rename the file to “{name}”",

  // future-date
  "future-date.found":
    "{value} is in the future, but “{key}” says when the design was begun. Check the year and the month.",
  "future-date.fix": "Set “{key}” to {date}",

  // slug-drift
  "slug-drift.found":
    "The file’s name says “{slug}”, which has no word in common with the title “{title}”. Whoever looks for the design in a list of files passes over it; rename the file, or change the title.",
  "slug-drift.fix": "Rename the file to “{name}”",
} as const;
