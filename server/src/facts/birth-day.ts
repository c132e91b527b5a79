import { asDay, isDay } from "../template/dates.ts";
import type { Analysed } from "../template/analysed.ts";
import type { Facts } from "./facts.ts";
import type { Headed } from "./succession.ts";
import { matchesOf } from "../text/matches.ts";

// Dates of something else than the beginning of the document.
const other =
  /updat|modif|chang|revis|review|approv|accept|decid|decision|due|target|deadline|release|implement|expir|until|last|end|deliver|merge|ship|launch/i;

/** Whether a field of days speaks of the day on which the document was begun, by its key. */
export const isOfBeginning = (key: string): boolean => !other.test(key);

const beginning = /\b(?:date|created|creation|start(?:ed)?|begun|began|proposed|written|opened)\b/i;

/**
 * The day on which a document was begun, as it says itself: in its file name, or in its folder's where the file is
 * named `README` or `index`, else in its header. `YYYY-MM-DD`; nothing where neither has a day of the calendar.
 */
export function saidBirthDay(
  { doc, alignment }: Headed,
  { fileName, uri }: Pick<Facts, "fileName" | "uri">,
): string | undefined {
  const folder = uri?.split("/").at(-2) ?? "";
  const named = dayInName(/^(?:readme|index)\./i.test(fileName) ? folder : fileName);
  return named ?? headerBirthDay({ doc, alignment });
}

/** The day on which a document was begun, as its header says, `YYYY-MM-DD`; nothing where it has no day of the calendar. */
export function headerBirthDay({ doc, alignment }: Headed): string | undefined {
  const dates = alignment.fields.flatMap(({ wanted, field }) =>
    field && wanted.shape === "date" ? [field] : [],
  );
  const others = doc.header.fields.filter(({ key }) => beginning.test(key));
  for (const { key, value } of [...dates, ...others]) {
    const day = isOfBeginning(key) ? asDay(value.replace(/^["'`*_]+|["'`*_]+$/g, "")) : undefined;
    if (day !== undefined) return day;
  }
  return undefined;
}

/** The first day of the calendar in a name: `2026-03-01-sync.md`, `20260301-sync.md`, `sync_2026_03_01.md`. */
export function dayInName(name: string): string | undefined {
  const found = matchesOf(
    name,
    /(?<!\d)(?<year>\d{4})(?<gap>[-_]?)(?<month>\d{2})\k<gap>(?<day>\d{2})(?!\d)/g,
  );
  return Array.from(found, ({ groups }) =>
    [groups?.["year"], groups?.["month"], groups?.["day"]].join("-"),
  ).find(isDay);
}

/**
 * Whether a document was begun before `since` (`YYYY-MM-DD`), by the day that it says itself, else by its first
 * commit. Until the first commit was asked for, a document that says no day counts as older, since a false alarm
 * is worse than a late one. What was never committed is new, and what lies beyond the end of a shallow clone is old.
 */
export function isOlder(analysed: Pick<Analysed, "doc" | "alignment">, facts: Facts, since: string): boolean {
  const said = saidBirthDay(analysed, facts);
  if (said !== undefined) return said < since;
  const { begun } = facts;
  if (begun === undefined || begun.beyond === true) return true;
  return begun.day !== undefined && begun.day < since;
}
