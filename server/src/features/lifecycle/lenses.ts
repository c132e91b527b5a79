import type { RuleContext } from "../../rules/rule.ts";
import { partHeading } from "../../template/parts.ts";
import type { Span } from "../../text/span.ts";
import { progress } from "../progress.ts";
import { offeredSteps, standingOf, type Step } from "./steps.ts";
import { statusSpan } from "./status-word.ts";

/** What stands above the status in an editor: a step, the question whether all is ready, or how much is written. */
export type Lens =
  | { readonly kind: "step"; readonly step: Step }
  | { readonly kind: "readiness" }
  | { readonly kind: "progress"; readonly written: number; readonly total: number };

// What people do next besides the step that leads on.
const beside: Readonly<Partial<Record<string, Step>>> = {
  review: "reject",
  approved: "supersede",
  implemented: "supersede",
};

/**
 * What to offer above the status, three things at most: the step that leads on, what is done otherwise at this stage,
 * and while a design is written, how much of it is. Nothing where a document has no status or is closed.
 */
export function lenses(context: RuleContext): readonly Lens[] {
  const standing = standingOf(context);
  if (!standing || standing.stage === "closed") return [];
  const { stage } = standing;
  const offered = offeredSteps(context);
  const next = offered.find(({ recommended }) => recommended)?.step;
  const other = offered.find(({ step }) => step === beside[stage])?.step;
  const { written, total } = progress(context);
  const isBeingWritten = (stage === "draft" || stage === "review") && written < total;
  return [
    ...(next ? [{ kind: "step", step: next } as const] : []),
    ...(stage === "draft" && next === "requestReview" ? [{ kind: "readiness" } as const] : []),
    ...(other ? [{ kind: "step", step: other } as const] : []),
    ...(isBeingWritten ? [{ kind: "progress", written, total } as const] : []),
  ];
}

/** Where they stand: at the status, else at the title, where the status stands in another file. */
export function lensSpan(context: RuleContext): Span {
  const { doc, alignment } = context;
  return statusSpan(context) ?? (alignment.title ? partHeading(doc, alignment.title) : { start: 0, end: 0 });
}
