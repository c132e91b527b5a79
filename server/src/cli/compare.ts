import { withFingerprints } from "../config/baseline.ts";
import { fingerprintsOf, splitAccepted } from "../rules/support/fingerprint.ts";
import type { Analysis, Finding } from "../service.ts";

/** What is told of a document by one template and not by another. */
export interface Difference {
  readonly added: readonly Finding[];
  readonly gone: readonly Finding[];
}

/**
 * How the findings of one text differ between two judgments of it. A finding that has become more or less severe is
 * gone and added.
 */
export const compare = (before: Analysis, after: Analysis): Difference => ({
  added: beyond(after, before),
  gone: beyond(before, after),
});

/** The findings of one analysis that the other one has not. */
function beyond(one: Analysis, other: Analysis): readonly Finding[] {
  const known = graded(other).flatMap(({ rule, problem }) => fingerprintsOf(rule.id, problem, other));
  const { told } = splitAccepted(graded(one), withFingerprints([], known), one);
  return told.map(({ finding }) => finding);
}

/** Findings with their severity as a part of what they are known by. */
const graded = ({
  findings,
}: Analysis): readonly (Pick<Finding, "problem"> & {
  readonly rule: { readonly id: string };
  readonly finding: Finding;
})[] =>
  findings.map((finding) => ({
    rule: { id: `${finding.severity} ${finding.rule.id}` },
    problem: finding.problem,
    finding,
  }));
