import { groupBy } from "../../text/group.ts";
import { isDay } from "../../template/dates.ts";
import { byDate, titleOf, type Designed } from "./designed.ts";
import { diagram } from "./diagram.ts";
import { mermaidText } from "./mermaid-text.ts";

// More columns are too narrow to read, and more boxes too high to see at once.
const mostQuarters = 6;
const mostTitles = 5;

/**
 * The designs that were begun in each of the last quarters, as a timeline; nothing where fewer than two have a day.
 * `more` says how many are not shown.
 */
export function timelineLines(
  documents: readonly Designed[],
  more: (count: number) => string,
): readonly string[] {
  const dated = documents.filter(({ date }) => date !== undefined && isDay(date));
  if (dated.length < 2) return [];
  const quarters = Array.from(groupBy(dated, ({ date = "" }) => quarterOf(date)))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .slice(-mostQuarters);
  const lines = quarters.map(([quarter, found]) => {
    const shown = found.toSorted(byDate).slice(0, found.length > mostTitles ? mostTitles - 1 : mostTitles);
    const texts = shown.map((one) => mermaidText(titleOf(one), 40));
    if (shown.length < found.length) texts.push(mermaidText(more(found.length - shown.length)));
    return `  ${quarter}${texts.map((text) => ` : ${text}`).join("")}`;
  });
  return diagram(["timeline", ...lines]);
}

/** `2026 Q1`, of `YYYY-MM-DD`. */
const quarterOf = (day: string): string =>
  `${day.slice(0, 4)} Q${Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1}`;
