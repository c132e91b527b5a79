// Generated from the files of this folder by `npm run generate`.
import approvalWithoutDecision from "./approval-without-decision.ts";
import dateMismatch from "./date-mismatch.ts";
import duplicateField from "./duplicate-field.ts";
import duplicateSection from "./duplicate-section.ts";
import emptySection from "./empty-section.ts";
import fileName from "./file-name.ts";
import futureDate from "./future-date.ts";
import implementationLinkMissing from "./implementation-link-missing.ts";
import invalidAuthor from "./invalid-author.ts";
import invalidDate from "./invalid-date.ts";
import invalidReviewers from "./invalid-reviewers.ts";
import invalidStatus from "./invalid-status.ts";
import missingField from "./missing-field.ts";
import missingSection from "./missing-section.ts";
import misspelledSection from "./misspelled-section.ts";
import openQuestionAtApproval from "./open-question-at-approval.ts";
import placeholderText from "./placeholder-text.ts";
import reviewerMissing from "./reviewer-missing.ts";
import sectionLevel from "./section-level.ts";
import sectionOrder from "./section-order.ts";
import selfReview from "./self-review.ts";
import slugDrift from "./slug-drift.ts";
import templateInstructions from "./template-instructions.ts";
import unfilledField from "./unfilled-field.ts";
import unknownReviewer from "./unknown-reviewer.ts";
import unusedSuppression from "./unused-suppression.ts";
import type { Rule } from "./rule.ts";

/** All rules, by name. */
export const rules: readonly Rule[] = [
  approvalWithoutDecision,
  dateMismatch,
  duplicateField,
  duplicateSection,
  emptySection,
  fileName,
  futureDate,
  implementationLinkMissing,
  invalidAuthor,
  invalidDate,
  invalidReviewers,
  invalidStatus,
  missingField,
  missingSection,
  misspelledSection,
  openQuestionAtApproval,
  placeholderText,
  reviewerMissing,
  sectionLevel,
  sectionOrder,
  selfReview,
  slugDrift,
  templateInstructions,
  unfilledField,
  unknownReviewer,
  unusedSuppression,
];
