import { sideStatus } from "../../facts/side.ts";
import { saysSuperseded } from "../../facts/succession.ts";
import type { RuleContext } from "../../rules/rule.ts";
import { keyOf } from "../../template/names.ts";
import { isFiller } from "../../template/fields.ts";
import { enumeration, isUnderway, readStatus, type Stage, type Status } from "../../template/status.ts";
import { closing } from "./closing-words.ts";
import { statusField } from "./status-word.ts";

/** What happens to a design on its way: each step gives it another status. */
export type Step = "requestReview" | "approve" | "markImplemented" | "reject" | "withdraw" | "supersede";

/** All steps, in the order in which they are offered. */
export const steps: readonly Step[] = [
  "requestReview",
  "approve",
  "markImplemented",
  "reject",
  "withdraw",
  "supersede",
];

/** A step that a document may take now, with the status that it would have then. */
export interface OfferedStep {
  readonly step: Step;
  readonly status: Status;
  /** It leads on from where the document stands. At most one step does. */
  readonly recommended: boolean;
}

/** Where a document stands: what its status says, in the header or in a file beside it. */
export interface Standing {
  readonly stage: Stage;
  readonly value: string;
  /** The status stands in the header, where it can be edited. */
  readonly isOwn: boolean;
}

/**
 * Where the document stands, whatever it is judged as; nothing where neither its header nor a file beside it has a
 * status.
 */
export function standingOf(context: RuleContext): Standing | undefined {
  const own = statusField(context);
  const value = (own ?? sideStatus(context.facts.side))?.value;
  if (value === undefined || (own?.style === "table" && saysSomethingElse(value, context))) return undefined;
  const stage = readStatus(value, context.template.statuses)?.stage ?? "draft";
  return { stage, value, isOwn: own !== undefined };
}

// Of a table with one row it is not certain which cells are keys: “Status | Owner” may be the heads of its columns.
const saysSomethingElse = (value: string, { template: { statuses } }: RuleContext): boolean =>
  value !== "" && !isFiller(value) && enumeration(value).length < 2 && !readStatus(value, statuses);

/**
 * The steps that are offered where a document stands, in the order of {@link steps}. A step for which its template has
 * no word is not: rejecting says that others decided, so its word never stands in for withdrawing, nor any other
 * word for another step. None where there is no status.
 */
export function offeredSteps(context: RuleContext): readonly OfferedStep[] {
  const standing = standingOf(context);
  if (!standing) return [];
  const { statuses } = context.template;
  const possible = steps.flatMap((step): readonly Omit<OfferedStep, "recommended">[] => {
    const status = wordFor(step, statuses);
    return status && isPossible(step, standing, statuses) ? [{ step, status }] : [];
  });
  const next = possible.find(({ step }) => isForward(step));
  return possible.map((one) => ({ ...one, recommended: one === next }));
}

const isForward = (step: Step): boolean =>
  step === "requestReview" || step === "approve" || step === "markImplemented";

function isPossible(step: Step, { stage, value }: Standing, statuses: readonly Status[]): boolean {
  switch (step) {
    case "requestReview":
      return stage === "draft";
    case "markImplemented":
      // Where designs are built without an approval, building begins behind the review.
      return stage === "approved" || (stage === "review" && !wordFor("approve", statuses));
    case "supersede":
      // Who was superseded once may be so by another one as well.
      return stage !== "closed" || saysSuperseded(value) || isWord(step, value, statuses);
    default:
      return stage === "draft" || stage === "review";
  }
}

const isWord = (step: Step, value: string, statuses: readonly Status[]): boolean => {
  const status = readStatus(value, statuses);
  return status !== undefined && status.name === wordFor(step, statuses)?.name;
};

/** The status that a step gives, in the template's own word; nothing where the template has none for it. */
export function wordFor(step: Step, statuses: readonly Status[]): Status | undefined {
  switch (step) {
    case "requestReview": {
      const open = statuses.filter(({ stage }) => stage === "review");
      return best(open, reviewing) ?? open[0];
    }
    case "approve":
      return statuses.find((status) => status.stage === "approved" && !isUnderway(status));
    case "markImplemented":
      return statuses.find(({ stage }) => stage === "implemented");
    default:
      return best(
        statuses.filter(({ stage }) => stage === "closed"),
        closing[step],
      );
  }
}

/** The status that is called by the first of the words that any is called by. */
function best(statuses: readonly Status[], words: readonly string[]): Status | undefined {
  for (const word of words) {
    const found = statuses.find(({ name }) => keyOf(name) === keyOf(word));
    if (found) return found;
  }
  return undefined;
}

// Of several words at the stage of review, these say best that it begins.
const reviewing: readonly string[] = ["in review", "under review", "review", "reviewing", "proposed"];
