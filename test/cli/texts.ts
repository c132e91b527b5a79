/** A small template and documents that follow it, for what the command line does with them. */
export const template =
  "# Design\n\nStatus: DRAFT | IN REVIEW | APPROVED\n\n## Goals\n\nWhat it is for.\n\n## Risks\n\nWhat may go wrong.\n";

/** Nothing is wrong with it. */
export const good =
  "# Sync engine\n\nStatus: IN REVIEW\n\n## Goals\n\nPhones work offline.\n\n## Risks\n\nTwo phones edit the same note.\n";

/** In review: a warning for the empty section, on line 9. */
export const warned = good.replace("engine", "of notes").replace("\n\nTwo phones edit the same note.", "");

/** An error for the status, on line 3. */
export const wrong = good.replace("engine", "of photos").replace("IN REVIEW", "SOON");

/** A draft: a hint for the empty section. */
export const hinted = warned.replace("IN REVIEW", "DRAFT");

/** A template whose header has fields that can be mended. */
export const datedTemplate = template.replace(
  "APPROVED\n",
  "APPROVED\nReview by: YYYY-MM-DD\nReviewers: @owner1\n",
);

/** Two fixes make {@link mended} of it. */
export const mendable = good.replace("REVIEW\n", "REVIEW\nReview by: 2026/1/5\nReviewers: ada, @bob\n");

export const mended = good.replace("REVIEW\n", "REVIEW\nReview by: 2026-01-05\nReviewers: @ada, @bob\n");
