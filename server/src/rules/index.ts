// Generated from the files of this folder by `npm run generate`.
import alternativeWithoutReason from "./alternative-without-reason.ts";
import approvalWithoutDecision from "./approval-without-decision.ts";
import brokenAnchor from "./broken-anchor.ts";
import brokenLink from "./broken-link.ts";
import changedAfterApproval from "./changed-after-approval.ts";
import dateMismatch from "./date-mismatch.ts";
import decisionLogEntry from "./decision-log-entry.ts";
import dependencyOwner from "./dependency-owner.ts";
import diagramExpected from "./diagram-expected.ts";
import duplicateDocument from "./duplicate-document.ts";
import duplicateField from "./duplicate-field.ts";
import duplicateSection from "./duplicate-section.ts";
import emptySection from "./empty-section.ts";
import evidenceExpected from "./evidence-expected.ts";
import exampleExpected from "./example-expected.ts";
import fileName from "./file-name.ts";
import flowExpected from "./flow-expected.ts";
import frontMatterSyntax from "./front-matter-syntax.ts";
import futureDate from "./future-date.ts";
import illegalTransition from "./illegal-transition.ts";
import imageWithoutAlt from "./image-without-alt.ts";
import implementationLinkMissing from "./implementation-link-missing.ts";
import invalidAuthor from "./invalid-author.ts";
import invalidDate from "./invalid-date.ts";
import invalidReviewers from "./invalid-reviewers.ts";
import invalidStatus from "./invalid-status.ts";
import invalidValue from "./invalid-value.ts";
import linksToSuperseded from "./links-to-superseded.ts";
import listExpected from "./list-expected.ts";
import mermaidSyntax from "./mermaid-syntax.ts";
import metricExpected from "./metric-expected.ts";
import migrationUnmentioned from "./migration-unmentioned.ts";
import milestoneDate from "./milestone-date.ts";
import missingField from "./missing-field.ts";
import missingImage from "./missing-image.ts";
import missingSection from "./missing-section.ts";
import misspelledSection from "./misspelled-section.ts";
import openMarker from "./open-marker.ts";
import openQuestionAtApproval from "./open-question-at-approval.ts";
import placeholderText from "./placeholder-text.ts";
import referenceUndefined from "./reference-undefined.ts";
import requirementsSplit from "./requirements-split.ts";
import reviewerMissing from "./reviewer-missing.ts";
import rollbackExpected from "./rollback-expected.ts";
import sectionLevel from "./section-level.ts";
import sectionOrder from "./section-order.ts";
import selfReview from "./self-review.ts";
import slugDrift from "./slug-drift.ts";
import staleReview from "./stale-review.ts";
import successMeasure from "./success-measure.ts";
import successorMissing from "./successor-missing.ts";
import successorNotReciprocal from "./successor-not-reciprocal.ts";
import summaryLength from "./summary-length.ts";
import templateAnnotation from "./template-annotation.ts";
import templateDuplicateSection from "./template-duplicate-section.ts";
import templateEmpty from "./template-empty.ts";
import templateInstructions from "./template-instructions.ts";
import templatePlaceholderHeading from "./template-placeholder-heading.ts";
import templateStatus from "./template-status.ts";
import templateUnknownMarker from "./template-unknown-marker.ts";
import titleLength from "./title-length.ts";
import unclosedComment from "./unclosed-comment.ts";
import unfilledField from "./unfilled-field.ts";
import unknownReviewer from "./unknown-reviewer.ts";
import unusedSuppression from "./unused-suppression.ts";
import type { Rule } from "./rule.ts";

/** All rules, by name. */
export const rules: readonly Rule[] = [
  alternativeWithoutReason,
  approvalWithoutDecision,
  brokenAnchor,
  brokenLink,
  changedAfterApproval,
  dateMismatch,
  decisionLogEntry,
  dependencyOwner,
  diagramExpected,
  duplicateDocument,
  duplicateField,
  duplicateSection,
  emptySection,
  evidenceExpected,
  exampleExpected,
  fileName,
  flowExpected,
  frontMatterSyntax,
  futureDate,
  illegalTransition,
  imageWithoutAlt,
  implementationLinkMissing,
  invalidAuthor,
  invalidDate,
  invalidReviewers,
  invalidStatus,
  invalidValue,
  linksToSuperseded,
  listExpected,
  mermaidSyntax,
  metricExpected,
  migrationUnmentioned,
  milestoneDate,
  missingField,
  missingImage,
  missingSection,
  misspelledSection,
  openMarker,
  openQuestionAtApproval,
  placeholderText,
  referenceUndefined,
  requirementsSplit,
  reviewerMissing,
  rollbackExpected,
  sectionLevel,
  sectionOrder,
  selfReview,
  slugDrift,
  staleReview,
  successMeasure,
  successorMissing,
  successorNotReciprocal,
  summaryLength,
  templateAnnotation,
  templateDuplicateSection,
  templateEmpty,
  templateInstructions,
  templatePlaceholderHeading,
  templateStatus,
  templateUnknownMarker,
  titleLength,
  unclosedComment,
  unfilledField,
  unknownReviewer,
  unusedSuppression,
];
