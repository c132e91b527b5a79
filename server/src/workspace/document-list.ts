import type { Stage } from "../template/status.ts";
import { groupBy } from "../text/group.ts";
import { byName } from "../text/by-name.ts";

// The order of their life. The words of the engine are more than a list in a client wants to load.
const stages: readonly Stage[] = ["draft", "review", "approved", "implemented", "closed"];

/** What a list shows of a document, and looks for. */
export interface Listed {
  readonly uri: string;
  /** The path within its workspace folder. */
  readonly path: string;
  /** Or what stands for it where there is none. */
  readonly title: string;
  readonly status: string;
  readonly statusWord?: string;
  readonly stage: Stage;
  readonly author?: string;
  readonly date?: string;
  readonly updated?: string;
  readonly reviewers?: readonly string[];
}

/** By what a list may be sorted; `progress` is known to whoever asked for it, and last where it is not. */
export const sortKeys = ["date", "title", "status", "progress"] as const;
export type SortKey = (typeof sortKeys)[number];

/** The status in a word, as far as the template knows it. */
export const listedStatus = ({ status, statusWord }: Pick<Listed, "status" | "statusWord">): string =>
  statusWord ?? status;

/**
 * Whether a document has all words of a filter in its title, path, word of status, author or reviewers, whatever their
 * case.
 * Everything matches a filter without words.
 */
export function matching(filter: string): (one: Listed) => boolean {
  const words = filter
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return () => true;
  return (one) => {
    const { title, path, author = "", reviewers = [] } = one;
    const text = [title, path, listedStatus(one), author, ...reviewers].join("\n").toLowerCase();
    return words.every((word) => text.includes(word));
  };
}

/** Whether a document is in review and names the handle, with or without `@`, among those who review it. */
export function waitingFor(handle: string): (one: Pick<Listed, "stage" | "reviewers">) => boolean {
  const wanted = handle.trim().replace(/^@/, "").toLowerCase();
  return ({ stage, reviewers = [] }) =>
    wanted !== "" &&
    stage === "review" &&
    reviewers.some((one) => one.replace(/^@/, "").toLowerCase() === wanted);
}

/**
 * Documents in an order: the newest first, by title, in the order of their life, or those first that lack least.
 * What is equal in that is in the order of titles and then of paths.
 */
export function sortedBy<One extends Listed>(
  key: SortKey,
  documents: readonly One[],
  progressOf: (one: One) => number | undefined = () => undefined,
): readonly One[] {
  const keyed = documents.map((one) => ({ one, rank: rankOf(key, one, progressOf) }));
  return keyed
    .toSorted(
      (a, b) =>
        (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0) ||
        byName(a.one.title, b.one.title) ||
        (a.one.path < b.one.path ? -1 : 1),
    )
    .map(({ one }) => one);
}

/** A number, the smallest of which comes first. */
function rankOf<One extends Listed>(
  key: SortKey,
  one: One,
  progressOf: (one: One) => number | undefined,
): number {
  switch (key) {
    case "date":
      return one.date === undefined ? Infinity : -Number(one.date.replaceAll("-", ""));
    case "status":
      return stages.indexOf(one.stage);
    case "progress":
      return -(progressOf(one) ?? -1);
    default:
      return 0;
  }
}

/** A part of a list. */
export interface Group<One extends Listed> {
  /** A stage, or the path of a folder; empty for the workspace folder itself. */
  readonly key: string;
  readonly documents: readonly One[];
}

/** The documents at each stage, in the order of their life, without stages that have none. */
export function byStage<One extends Listed>(documents: readonly One[]): readonly Group<One>[] {
  const groups = groupBy(documents, ({ stage }) => stage);
  return stages.flatMap((stage) => {
    const found = groups.get(stage);
    return found ? [{ key: stage, documents: found }] : [];
  });
}

/** The documents of each folder, in the order of the folders' paths; what `rootOf` tells apart is not mixed. */
export function byFolder<One extends Listed>(
  documents: readonly One[],
  rootOf: (one: One) => string = () => "",
): readonly Group<One>[] {
  const groups = groupBy(documents, (one) => {
    // A document that has a folder to itself is listed with its neighbours.
    const segments = one.path.split("/").slice(0, /\/(?:readme|index)\.[^/]*$/i.test(one.path) ? -2 : -1);
    return [rootOf(one), ...segments].filter((name) => name !== "").join("/");
  });
  return Array.from(groups, ([key, found]) => ({ key, documents: found })).toSorted((a, b) =>
    byName(a.key, b.key),
  );
}
