import { groupBy } from "../../text/group.ts";
import { byTitle, daysBetween, type Designed } from "./designed.ts";

/** For what a document waits. */
export type Reason = "review" | "implementation" | "draft";

/** Somebody, and the documents that wait for them for one reason: the longest first. */
export interface Waiting {
  /** A handle, the names of authors, or empty where a document names nobody. */
  readonly who: string;
  readonly reason: Reason;
  readonly documents: readonly { readonly one: Designed; readonly days: number | undefined }[];
}

const reasons: readonly Reason[] = ["review", "implementation", "draft"];

/**
 * What waits for whom: documents in review for their reviewers, approved ones that link no implementation for their
 * authors, and drafts in which nothing has happened for more than `staleDays` days by what they say themselves.
 */
export function waitingOf(
  documents: readonly Designed[],
  today: string,
  staleDays: number,
): readonly Waiting[] {
  const found = documents.flatMap((one) => {
    const days = daysBetween(one.updated ?? one.date, today);
    return waits(one, days, staleDays).map((wait) => ({ ...wait, one, days }));
  });
  // Handles are the same in any case; people are told by the first spelling.
  const groups = groupBy(found, ({ who, reason }) => JSON.stringify([reason, who.toLowerCase()]));
  return Array.from(groups.values(), (all): Waiting => {
    const { who = "", reason = "draft" } = all[0] ?? {};
    const sorted = all.toSorted((a, b) => (b.days ?? -1) - (a.days ?? -1) || byTitle(a.one, b.one));
    return { who, reason, documents: sorted };
  }).toSorted(
    (a, b) =>
      reasons.indexOf(a.reason) - reasons.indexOf(b.reason) ||
      b.documents.length - a.documents.length ||
      (a.who.toLowerCase() < b.who.toLowerCase() ? -1 : 1),
  );
}

function waits(
  { stage, reviewers = [], author = "", implementation = [] }: Designed,
  days: number | undefined,
  staleDays: number,
): readonly { readonly who: string; readonly reason: Reason }[] {
  if (stage === "review")
    return (reviewers.length > 0 ? reviewers : [""]).map((who) => ({ who, reason: "review" }));
  if (stage === "approved" && implementation.length === 0) return [{ who: author, reason: "implementation" }];
  if (stage === "draft" && days !== undefined && days > staleDays) return [{ who: author, reason: "draft" }];
  return [];
}
