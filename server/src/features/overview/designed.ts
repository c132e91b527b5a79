import type { Card } from "../../facts/facts.ts";
import { tellingName, titleFromFileName } from "../../template/file-name.ts";
import { plainWords } from "../../text/plain-words.ts";
import { isDay } from "../../template/dates.ts";
import { byName } from "../../text/by-name.ts";

/** What overviews and indexes show of a design document. */
export type Designed = Omit<Card, "fileName" | "vague">;

/** The title; where a document has none, the words of its file's name. Never empty. */
export const titleOf = ({ title, path }: Pick<Designed, "title" | "path">): string =>
  title.trim() || titleFromFileName(tellingName(path)) || tellingName(path) || path;

/** The status in a word, as far as the template knows it; empty where the document says none. */
export const statusOf = ({ status, statusWord }: Pick<Designed, "status" | "statusWord">): string =>
  plainWords(statusWord ?? status);

/** From one day to another, `YYYY-MM-DD`; nothing where one of them is none, or the second is before the first. */
export function daysBetween(from: string | undefined, to: string): number | undefined {
  if (from === undefined || !isDay(from) || !isDay(to)) return undefined;
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
  return days < 0 ? undefined : days;
}

/** By title and then by path, so that no order is left to chance. */
export const byTitle = (one: Designed, other: Designed): number =>
  byName(titleOf(one), titleOf(other)) || (one.path < other.path ? -1 : one.path > other.path ? 1 : 0);

/** The newest first, and those without a day last. */
export const byDate = (one: Designed, other: Designed): number => {
  const [first, second] = [one.date ?? "", other.date ?? ""];
  return first === second ? byTitle(one, other) : first > second ? -1 : 1;
};
