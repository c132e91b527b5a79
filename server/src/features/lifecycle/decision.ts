import type { RuleContext } from "../../rules/rule.ts";
import { approverOf, type Approval, type Said } from "../../rules/support/approval.ts";
import { personOf } from "../../rules/support/people.ts";
import { markdownLink } from "../../rules/support/relatives.ts";
import type { Linked } from "../../rules/support/relative-field.ts";
import type { Step } from "./steps.ts";

/** Who takes a step, and when. */
export interface Taking {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** `Name <email>` or a handle of the person who acts, where it is not the author of the facts. */
  readonly approver?: string | undefined;
  /** The design that takes the place of this one. */
  readonly successor?: Linked | undefined;
}

/**
 * What a decision log says of a step; nothing of one that decides nothing: asking for a review, and that a design was
 * built. The reason is one that holds whatever the author writes over it.
 */
export function decisionOf(context: RuleContext, step: Step, taking: Taking): Approval | undefined {
  const { today: day, approver } = taking;
  switch (step) {
    case "approve":
      return { day, who: approverOf(context, approver) };
    case "reject":
      return { day, who: approverOf(context, approver), said: rejected };
    case "withdraw":
      return { day, who: actorOf(context, approver), said: withdrawn };
    case "supersede":
      return { day, who: actorOf(context, approver), said: superseded(context, taking.successor) };
    default:
      return undefined;
  }
}

const rejected: Said = { what: "Rejected", why: "for the reasons given in the review", word: "Rejected" };
const withdrawn: Said = { what: "Withdrawn", why: "because it is not pursued further", word: "Withdrawn" };

function superseded({ facts }: RuleContext, successor: Linked | undefined): Said {
  if (!successor || facts.uri === undefined)
    return { what: "Superseded", why: "because another design takes its place", word: "Superseded" };
  const link = markdownLink(facts.uri, successor);
  return {
    what: `Superseded in favour of ${link}`,
    why: "because of what is said there",
    word: "Superseded",
  };
}

/**
 * Who acts, as a handle or a name: here authors decide on what is theirs. Nothing where nobody knows, since reviewers
 * have no part in it.
 */
function actorOf(context: RuleContext, acting = context.facts.author): string | undefined {
  if (acting === undefined) return undefined;
  const name = acting.replace(/\s*<[^<>]*>\s*$/, "").trim();
  return personOf(acting, context).handle ?? (name === "" ? undefined : name);
}
