import { stages, type Stage } from "../../template/status.ts";
import { groupBy } from "../../text/group.ts";
import { statusOf, type Designed } from "./designed.ts";

/** The documents of each stage that has some, in the order of their life. */
export function byStage(
  documents: readonly Designed[],
): readonly { readonly key: Stage; readonly documents: readonly Designed[] }[] {
  const groups = groupBy(documents, ({ stage }) => stage);
  return stages.flatMap((key) => {
    const found = groups.get(key);
    return found ? [{ key, documents: found }] : [];
  });
}

/** How many documents say a status. */
export interface Count {
  /** As most of them write it, empty for those that say none. */
  readonly status: string;
  readonly stage: Stage;
  readonly documents: readonly Designed[];
}

/** The documents of each status, whatever its case, in the order of the documents' life; those of a stage by number. */
export function countsOf(documents: readonly Designed[]): readonly Count[] {
  const groups = groupBy(documents, (one) => `${one.stage} ${statusOf(one).toLowerCase()}`);
  const counts = Array.from(groups.values(), (found): Count => {
    const spelt = groupBy(found, statusOf);
    const [most] = Array.from(spelt).toSorted(([a, one], [b, other]) =>
      other.length === one.length ? (a < b ? -1 : 1) : other.length - one.length,
    );
    return { status: most?.[0] ?? "", stage: found[0]?.stage ?? "draft", documents: found };
  });
  return counts.toSorted(
    (one, other) =>
      stages.indexOf(one.stage) - stages.indexOf(other.stage) ||
      other.documents.length - one.documents.length ||
      (one.status < other.status ? -1 : 1),
  );
}
