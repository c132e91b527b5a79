/** Sentences about templates that change, and about what was accepted. */
export const changeMessages = {
  "baseline.not-json":
    "The baseline “{name}” is no JSON, so none of its findings count as accepted. Mend it, or write it anew with “design-docs check --update-baseline”.",
  "baseline.not-baseline":
    "The baseline “{name}” has not the form that we write, so none of its findings count as accepted. Write it anew with “design-docs check --update-baseline”.",
  "baseline.accept": "Accept in the baseline “{name}”",
} as const;
