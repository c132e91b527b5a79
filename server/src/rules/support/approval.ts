import type { RuleContext } from "../rule.ts";
import { authorsIn, isSamePerson, personOf, reviewersIn } from "./people.ts";

/** An approval as it is recorded. */
export interface Approval {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Who approved, as handles or a name; absent where nobody can be named. */
  readonly who: string | undefined;
  /** What was decided, where it is no approval. */
  readonly said?: Said;
}

/** A decision on a whole design in words that stand in a log. */
export interface Said {
  /** What “by …” may follow: `Approved`. */
  readonly what: string;
  /** What stands behind “by …”, so that it is not taken for what that person did: `as proposed`. */
  readonly how?: string;
  /** The reason, as the end of a sentence. */
  readonly why: string;
  /** The decision in a word: `Approved`. */
  readonly word: string;
}

/**
 * Who approves the design: the person who acts (`acting`, or the author of the facts), by handle where it is
 * known, unless that is its only author; else the reviewers of the header. Nothing where nobody is left:
 * a name that might be wrong is worse than none.
 */
export function approverOf(context: RuleContext, acting = context.facts.author): string | undefined {
  const authors = authorsIn(context);
  const [only, ...others] = authors;
  const sole = others.length === 0 ? only : undefined;
  const person = acting === undefined ? undefined : personOf(acting, context);
  if (acting !== undefined && person && !(sole && isSamePerson(sole, person)))
    return person.handle ?? acting.replace(/\s*<[^<>]*>\s*$/, "").trim();
  const reviewers = reviewersIn(context)
    .map(({ handle }) => handle)
    .filter((handle) => !sole?.names.has(handle.toLowerCase()));
  return reviewers.length > 0 ? [...new Set(reviewers)].join(", ") : undefined;
}

// What an approval says by itself; whoever knows more writes it over.
const asProposed: Said = {
  what: "Approved",
  how: "as proposed",
  why: "for the reasons given in this document",
  word: "Approved",
};

/** The words for what was decided. */
export const saidIn = ({ said }: Pick<Approval, "said">): Said => said ?? asProposed;

/** The parts of an entry, each of which may have a place of its own in the log. */
export interface Told {
  readonly date: boolean;
  readonly who: boolean;
  readonly why: boolean;
}

/** An approval as a sentence, without what is told elsewhere and without a full stop. */
export function approvalText(approval: Approval, elsewhere: Partial<Told> = {}): string {
  const { day, who } = approval;
  const { what, how, why } = saidIn(approval);
  const as = how === undefined ? "" : ` ${how}`;
  const by = who !== undefined && elsewhere.who !== true ? ` by ${who}` : "";
  const because = elsewhere.why === true ? "" : `, ${why}`;
  return `${elsewhere.date === true ? "" : `${day}: `}${what}${by}${as}${because}`;
}

/** The reason of an approval where it has a place of its own. */
export function approvalReason(approval: Approval): string {
  const { why } = saidIn(approval);
  return why.charAt(0).toUpperCase() + why.slice(1);
}
