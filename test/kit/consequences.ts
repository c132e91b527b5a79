/** Findings that follow a fix of necessity. They are few, and each has its reason. */
export interface Consequence {
  /** The rules whose fixes they follow. */
  readonly of: readonly string[];
  /** The rules that may tell more than before. */
  readonly are: readonly string[] | "any";
}

/** The rules that judge what a section says, which wait for what is told of the section itself. */
const aboutContent = [
  "alternative-without-reason",
  "decision-log-entry",
  "dependency-owner",
  "diagram-expected",
  "evidence-expected",
  "example-expected",
  "flow-expected",
  "list-expected",
  "metric-expected",
  "migration-unmentioned",
  "milestone-date",
  "open-marker",
  "requirements-split",
  "rollback-expected",
  "success-measure",
  "summary-length",
  "title-length",
];

/** The rules about what a field says, each silent while the field stands twice. */
const aboutFields = [
  "unfilled-field",
  "date-mismatch",
  "future-date",
  "invalid-date",
  "invalid-author",
  "invalid-reviewers",
  "invalid-status",
  "reviewer-missing",
  "implementation-link-missing",
  "successor-missing",
];

/** The rules about a section as such, each silent while one before it tells the same section. */
const aboutPlace = ["duplicate-section", "section-level", "section-order"];

export const consequences: readonly Consequence[] = [
  // What is inserted has the template's words, for the author to write over.
  { of: ["missing-section", "empty-section"], are: ["placeholder-text"] },
  { of: ["missing-field"], are: ["unfilled-field"] },
  { of: ["implementation-link-missing"], are: ["implementation-link-missing"] },
  // Sections below one that is missing belong nowhere, so their place is told when it is there.
  { of: ["missing-section"], are: ["section-order"] },
  // A document may come to have enough words to tell that it is in English.
  { of: ["missing-section"], are: ["slug-drift", ...aboutContent] },
  // Without its guidance, a section is empty, or what the author wrote in it is judged. What stood on the lines
  // beside guidance may turn out to be the template's as well.
  {
    of: ["placeholder-text"],
    are: ["placeholder-text", "template-instructions", "empty-section", ...aboutContent],
  },
  // A comment that nobody closed hides whatever stands behind it.
  { of: ["unclosed-comment"], are: "any" },
  // Instructions may be left in several places, which are told one by one, and no section goes on behind them.
  {
    of: ["template-instructions"],
    are: ["template-instructions", "placeholder-text", "empty-section", ...aboutContent],
  },
  // Of a section, its name is told first, then that it is a second one, its level, and last its place. What is
  // below a section goes with it, and what does not belong there is told then.
  { of: ["misspelled-section", ...aboutPlace], are: aboutPlace },
  // Of a short form at a wrong level, the level is told; the sections below a second one become the first’s.
  { of: ["section-level", "duplicate-section"], are: ["misspelled-section"] },
  // What a second section says is judged as a part of the first.
  { of: ["duplicate-section"], are: ["placeholder-text", ...aboutContent] },
  // A section among the template's closing instructions is taken for one of them.
  { of: ["section-order"], are: aboutContent },
  // Where nobody can be named, the entry that is added asks for a name.
  { of: ["approval-without-decision"], are: ["decision-log-entry"] },
  // What this header says now of another design, that one may not say of this.
  {
    of: ["successor-missing", "successor-not-reciprocal", "links-to-superseded"],
    are: ["successor-not-reciprocal", "successor-missing"],
  },
  // A day that can be read is compared with the others.
  { of: ["invalid-date"], are: ["date-mismatch", "future-date"] },
  // Of several reviewers that are no handles, the first is told.
  { of: ["invalid-reviewers"], are: ["invalid-reviewers"] },
  // The status that is chosen may be one that asks for more.
  {
    of: ["invalid-status", "unfilled-field", "missing-field"],
    are: [
      "successor-missing",
      "implementation-link-missing",
      "approval-without-decision",
      "reviewer-missing",
    ],
  },
  // A field is judged once it stands there once.
  { of: ["duplicate-field"], are: aboutFields },
  // In a text without a title, fields are looked for up to its first heading, which may be a new one; behind
  // that, no H1 is the title.
  {
    of: ["missing-section", "misspelled-section"],
    are: ["missing-field", "section-level", ...aboutFields],
  },
  // A new line may be what makes a header of the lines below it.
  { of: ["missing-field"], are: ["duplicate-field", ...aboutFields] },
  // What stood below the section before an inserted one was its only text, or what it lacked was told there.
  { of: ["missing-section", "empty-section"], are: ["empty-section"] },
];
