// Generated from the files of this folder by `npm run generate`.
import brokenAnchor from "./broken-anchor.ts";
import brokenLink from "./broken-link.ts";
import duplicateField from "./duplicate-field.ts";
import duplicateSection from "./duplicate-section.ts";
import emptySection from "./empty-section.ts";
import fileName from "./file-name.ts";
import imageWithoutAlt from "./image-without-alt.ts";
import invalidAuthor from "./invalid-author.ts";
import invalidDate from "./invalid-date.ts";
import invalidReviewers from "./invalid-reviewers.ts";
import invalidStatus from "./invalid-status.ts";
import mermaidSyntax from "./mermaid-syntax.ts";
import missingField from "./missing-field.ts";
import missingImage from "./missing-image.ts";
import missingSection from "./missing-section.ts";
import misspelledSection from "./misspelled-section.ts";
import placeholderText from "./placeholder-text.ts";
import referenceUndefined from "./reference-undefined.ts";
import sectionLevel from "./section-level.ts";
import sectionOrder from "./section-order.ts";
import templateInstructions from "./template-instructions.ts";
import unfilledField from "./unfilled-field.ts";
import unusedSuppression from "./unused-suppression.ts";
import type { Rule } from "./rule.ts";

/** All rules, by name. */
export const rules: readonly Rule[] = [
  brokenAnchor,
  brokenLink,
  duplicateField,
  duplicateSection,
  emptySection,
  fileName,
  imageWithoutAlt,
  invalidAuthor,
  invalidDate,
  invalidReviewers,
  invalidStatus,
  mermaidSyntax,
  missingField,
  missingImage,
  missingSection,
  misspelledSection,
  placeholderText,
  referenceUndefined,
  sectionLevel,
  sectionOrder,
  templateInstructions,
  unfilledField,
  unusedSuppression,
];
