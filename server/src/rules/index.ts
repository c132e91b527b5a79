// Generated from the files of this folder by `npm run generate`.
import changedAfterApproval from "./changed-after-approval.ts";
import duplicateField from "./duplicate-field.ts";
import duplicateSection from "./duplicate-section.ts";
import emptySection from "./empty-section.ts";
import fileName from "./file-name.ts";
import illegalTransition from "./illegal-transition.ts";
import invalidAuthor from "./invalid-author.ts";
import invalidDate from "./invalid-date.ts";
import invalidReviewers from "./invalid-reviewers.ts";
import invalidStatus from "./invalid-status.ts";
import missingField from "./missing-field.ts";
import missingSection from "./missing-section.ts";
import misspelledSection from "./misspelled-section.ts";
import placeholderText from "./placeholder-text.ts";
import sectionLevel from "./section-level.ts";
import sectionOrder from "./section-order.ts";
import staleReview from "./stale-review.ts";
import templateInstructions from "./template-instructions.ts";
import unfilledField from "./unfilled-field.ts";
import unusedSuppression from "./unused-suppression.ts";
import type { Rule } from "./rule.ts";

/** All rules, by name. */
export const rules: readonly Rule[] = [
  changedAfterApproval,
  duplicateField,
  duplicateSection,
  emptySection,
  fileName,
  illegalTransition,
  invalidAuthor,
  invalidDate,
  invalidReviewers,
  invalidStatus,
  missingField,
  missingSection,
  misspelledSection,
  placeholderText,
  sectionLevel,
  sectionOrder,
  staleReview,
  templateInstructions,
  unfilledField,
  unusedSuppression,
];
