/** The sentences of the rules about what a design has to think of. */
export const practiceMessages = {
  // alternative-without-reason
  "alternative-without-reason.bare":
    "“{name}” does not say why it was not chosen. Without a reason the question comes up again; name what speaks against it.",
  "alternative-without-reason.all":
    "None of the {count} alternatives says why it was not chosen. Without a reason the question comes up again; name what speaks against each.",
  "alternative-without-reason.none":
    "This says that there were no alternatives, but not why. Readers will think of some; say in a sentence why none would do.",

  // decision-log-entry
  "decision-log-entry.found":
    "This decision does not say {missing}. Whoever asks about it later has only this entry; add it.",
  "decision-log-entry.all":
    "None of the {count} decisions says {missing}. Whoever asks about them later has only this log; add it to each.",
  "decision-log-entry.two": "{first} or {second}",
  "decision-log-entry.three": "{first}, {second} or {third}",
  "decision-log-entry.when": "when it was made",
  "decision-log-entry.who": "who made it",
  "decision-log-entry.why": "why it was made",

  // milestone-date
  "milestone-date.one":
    "“{name}” has no date. Others plan by it; give a day, a month, a sprint, or how long it takes.",
  "milestone-date.all":
    "Section “{title}” gives no date. Others plan by it; give each milestone a day, a month, a sprint, or how long it takes.",
  "milestone-date.passed":
    "{day} has passed, and the design is still a draft. Readers cannot tell whether the plan still holds; move the date, or mark the milestone as done.",
  "milestone-date.passed-more":
    "{day} has passed, as have the dates of {count} more milestones, and the design is still a draft. Readers cannot tell whether the plan still holds; move the dates, or mark the milestones as done.",

  // rollback-expected
  "rollback-expected.found":
    "Section “{title}” does not say how to go back. When a release goes wrong there is no time to work it out; say how it is undone, or that it cannot be.",

  // metric-expected
  "metric-expected.found":
    "Section “{title}” names no log, metric or alert. Without one nobody notices that the feature fails; name what will be watched.",

  // diagram-expected
  "diagram-expected.found":
    "Section “{title}” has {count} words and no diagram. A picture shows at a glance which components there are and how they interact; draw one, for example with Mermaid.",

  // example-expected
  "example-expected.found":
    "Section “{title}” shows no example. People who call the interface start from an example; show a request with its response, or a signature.",

  // flow-expected
  "flow-expected.found":
    "Section “{title}” does not say what comes in and what goes out. Readers come here to follow the data; name its inputs and outputs.",

  // migration-unmentioned
  "migration-unmentioned.found":
    "This changes how data is stored, but nothing says what happens to the data that exists. The new code may fail on it; say how it is migrated, or that there is nothing to migrate.",

  // success-measure
  "success-measure.found":
    "Section “{title}” does not say what shows success. Tests show that the code works, not that the feature reaches its goal; name a metric or an observation, and the value that counts as success.",

  // dependency-owner
  "dependency-owner.found":
    "“{name}” does not say who owns it. When it fails or has to change, somebody must be asked; name the team or a person.",
} as const;
