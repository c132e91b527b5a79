import { isDay } from "../../template/dates.ts";
import type { Stage } from "../../template/status.ts";
import { byStage } from "./counts.ts";
import { byDate, titleOf, type Designed } from "./designed.ts";
import { gantt, type GanttRow } from "./gantt.ts";
import { mermaidLine } from "./mermaid-text.ts";

// More rows are too high to see at once.
const most = 30;

/** The newest designs over time, and how many of those that have a day are shown. */
export interface Timeline {
  readonly lines: readonly string[];
  readonly shown: number;
  readonly dated: number;
}

/**
 * The designs by stage, each from the day on which it was begun: up to today while it is written or reviewed, else up
 * to the day on which it was changed last, where it says one.
 */
export function timelineOf(
  documents: readonly Designed[],
  today: string,
  nameOf: (stage: Stage) => string,
): Timeline {
  const dated = documents.filter(({ date }) => date !== undefined && isDay(date)).toSorted(byDate);
  const shown = dated.slice(0, most);
  const sections = byStage(shown).map(({ key, documents: found }) => ({
    title: mermaidLine(nameOf(key), 26),
    rows: found.map((one) => rowOf(one, today)),
  }));
  return { lines: gantt(sections, today), shown: shown.length, dated: dated.length };
}

function rowOf(one: Designed, today: string): GanttRow {
  const { stage, date: from = today, updated } = one;
  const isOpen = stage === "draft" || stage === "review";
  const end = isOpen ? today : updated;
  return {
    name: mermaidLine(titleOf(one), 40),
    from,
    // What is “active” has no line around it in VS Code’s themes, and is not to be seen.
    ...((stage === "implemented" || stage === "closed") && { isDone: true }),
    ...(end !== undefined && isDay(end) && end > from && { to: end }),
  };
}
