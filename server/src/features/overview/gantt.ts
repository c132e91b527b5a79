import { diagram } from "./diagram.ts";

/** Rows of a chart over days, under a heading. */
export interface GanttSection {
  /** Safe for Mermaid, as are the rows. */
  readonly title: string;
  readonly rows: readonly GanttRow[];
}

export interface GanttRow {
  readonly name: string;
  readonly isDone?: boolean;
  /** `YYYY-MM-DD`. */
  readonly from: string;
  /** A bar up to this day; a mark of one day where it is absent. */
  readonly to?: string;
}

/** A chart of rows, with a line for today where it lies among their days; nothing where there is no row. */
export function gantt(sections: readonly GanttSection[], today: string): readonly string[] {
  const rows = sections.flatMap((section) => section.rows);
  if (rows.length === 0) return [];
  const days = rows.flatMap(({ from, to = from }) => [from, to]).toSorted();
  const [first = today] = days;
  const last = days.at(-1) ?? today;
  const span = (Date.parse(last) - Date.parse(first)) / 86_400_000;
  const [format, tick] = ticks(span);
  return diagram([
    // Room for the names of sections, so that they lie beside the chart and not in it.
    '%%{init: {"gantt": {"leftPadding": 190}}}%%',
    "gantt",
    "  dateFormat YYYY-MM-DD",
    `  axisFormat ${format}`,
    `  tickInterval ${tick}`,
    // The axis is as long as the rows, and the line for a day outside of it would lie across the names.
    ...(today < first || today > last ? ["  todayMarker off"] : []),
    ...sections.flatMap(({ title, rows: own }) =>
      own.length === 0 ? [] : [`  section ${title}`, ...own.map(lineOf)],
    ),
  ]);
}

function lineOf({ name, isDone = false, from, to }: GanttRow): string {
  const tags = [...(to === undefined ? ["milestone"] : []), ...(isDone ? ["done"] : [])];
  return `    ${name} :${[...tags, from, to ?? "0d"].join(", ")}`;
}

/** The form and distance of days at the axis, so that a dozen of them have room. */
function ticks(days: number): readonly [format: string, tick: string] {
  if (days <= 80) return ["%m-%d", "1week"];
  const months = [1, 2, 3, 6].find((one) => days / (one * 30) <= 14) ?? 12;
  return ["%Y-%m", `${months}month`];
}
