import { inEnglish, message } from "../../messages/message.ts";
import { stages } from "../../template/status.ts";
import { groupBy } from "../../text/group.ts";
import { countsOf } from "./counts.ts";
import { byDate, byTitle, statusOf, titleOf, type Designed } from "./designed.ts";
import type { IndexOptions } from "./index-options.ts";
import { cell, link, table } from "./table.ts";

/** A document with the destination of a link to it. */
export interface Linked extends Designed {
  readonly to: string;
  /** The folder that it is listed under, relative to that of the index; empty for that one itself. */
  readonly below: string;
}

/** The text between the marks of an index, in lines, the first and last of which are blank. In English, as files are. */
export function indexLines(documents: readonly Linked[], options: IndexOptions): readonly string[] {
  return ["", `<!-- ${english("index.made")} -->`, "", summary(documents), "", ...parts(documents, options)];
}

const english = (...said: Parameters<typeof message>): string => inEnglish(message(...said));

function summary(documents: readonly Designed[]): string {
  const [first, ...more] = documents;
  if (!first) return english("index.none");
  const counts = countsOf(documents)
    .map(({ status, documents: { length } }) => `${length} ${cell(status) || english("index.no-status")}`)
    .join(", ");
  return more.length === 0
    ? english("index.one", { counts })
    : english("index.many", { count: documents.length, counts });
}

function parts(documents: readonly Linked[], { sort, group }: IndexOptions): readonly string[] {
  if (documents.length === 0) return [];
  const sorted = documents.toSorted(orders[sort]);
  if (group === "folder") {
    const folders = Array.from(groupBy(sorted, ({ below }) => below)).toSorted(([a], [b]) =>
      a < b ? -1 : 1,
    );
    return folders.flatMap(([folder, found]) => part(folder === "" ? english("index.here") : folder, found));
  }
  if (group === "none") return [...rows(sorted), ""];
  return countsOf(sorted).flatMap(({ status, documents: found }) => {
    const wanted = new Set<Designed>(found);
    return part(
      status || english("index.no-status"),
      sorted.filter((one) => wanted.has(one)),
    );
  });
}

const part = (title: string, documents: readonly Linked[]): readonly string[] => [
  `**${cell(title)}** (${documents.length})`,
  "",
  ...rows(documents),
  "",
];

/** The table of documents in the order given. */
export const rows = (
  documents: readonly (Designed & Pick<Linked, "to">)[],
  head: readonly string[] = heads(english),
): readonly string[] =>
  table(
    head,
    documents.map((one) => [
      link(titleOf(one), one.to),
      cell(statusOf(one)),
      cell(one.author ?? ""),
      one.date ?? "",
      cell((one.reviewers ?? []).join(", ")),
    ]),
  );

/** The heads of {@link rows} in the words of a language. */
export const heads = (words: typeof english): readonly string[] =>
  (["index.title", "index.status", "index.author", "index.date", "index.reviewers"] as const).map((id) =>
    words(id),
  );

const orders: Readonly<Record<IndexOptions["sort"], (one: Designed, other: Designed) => number>> = {
  date: byDate,
  title: byTitle,
  status: (one, other) => stages.indexOf(one.stage) - stages.indexOf(other.stage) || byDate(one, other),
  number: (one, other) => (one.number ?? last) - (other.number ?? last) || byTitle(one, other),
};

// Behind all numbers; the difference of two infinities would be none.
const last = Number.MAX_SAFE_INTEGER;
