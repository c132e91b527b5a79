/** What people are told of each preset: its title, and in one sentence what it is for. */
export const presetMessages = {
  "preset.design-doc": "Design document",
  "preset.design-doc.summary":
    "A whole design, from goals to rollout: for work of weeks that several people review.",
  "preset.short-note": "Short design note",
  "preset.short-note.summary":
    "Problem, proposal and alternatives on a page: for a change that a few people agree on in a day.",
  "preset.adr": "Architecture decision record",
  "preset.adr.summary":
    "One decision with its context and its consequences, in the sections of Michael Nygard.",
  "preset.decision-record": "Decision record with options",
  "preset.decision-record.summary":
    "One decision with the options that were compared, and what speaks for and against each.",
  "preset.rfc": "Request for comments",
  "preset.rfc.summary":
    "A proposal that many people discuss before it is decided, explained twice: to users and to builders.",
  "preset.enhancement": "Enhancement proposal",
  "preset.enhancement.summary":
    "A feature of a product with releases, from motivation to graduation and production readiness.",
} as const;
