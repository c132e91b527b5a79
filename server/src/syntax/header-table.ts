import { lineStarts } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import type { Field } from "./document.ts";

// A longer row is no field. Patterns are tried on short texts only, so that none can take long.
const longestRow = 2000;

/**
 * The fields of a table with a key and its value in each row, as many headers are written; none of a table with
 * more columns, or of a row whose key reads as no key. `source` is the table's, and offsets are in it. The row
 * above the rule may be one of them, unless it only names the columns.
 */
export function fieldsOfTable(source: string, block: number): readonly Field[] {
  const starts = lineStarts(source);
  return starts.flatMap((start, index) => {
    const row = source.slice(start, starts[index + 1] ?? source.length).trimEnd();
    const field = row.length > longestRow ? undefined : fieldOfRow(row, start, block);
    return field && !(index === 0 && columnName.test(field.key)) ? [field] : [];
  });
}

const columnName = /^(?:fields?|keys?|meta ?data|meta|property|properties|names?|items?|attributes?)$/i;

const keyCell =
  /^(?:\*\*|__|\*|_)?(\p{L}[\p{L}\p{N} /&().'’_-]{0,40}?)(?:\*\*|__|\*|_)?:?(?:\*\*|__|\*|_)?$/u;

function fieldOfRow(row: string, start: number, block: number): Field | undefined {
  const first = /^[ \t]*\|/.exec(row)?.[0].length ?? 0;
  const bar = row.indexOf("|", first);
  if (bar < 0) return undefined;
  const last = row.endsWith("|") && row.length - 1 > bar ? row.length - 1 : row.length;
  // A further bar is a further column, or one that is escaped, which nothing here could write back.
  if (row.slice(bar + 1, last).includes("|")) return undefined;
  const keySource = cellIn(row, first, bar);
  const key = keyCell.exec(row.slice(keySource.start, keySource.end))?.[1]?.trim();
  if (key === undefined) return undefined;
  const keyStart = row.indexOf(key, keySource.start);
  const value = withoutMarks(row, cellIn(row, bar + 1, last));
  return {
    key,
    value: row.slice(value.start, value.end),
    style: "table",
    block,
    whole: { start, end: start + row.length },
    keySpan: { start: start + keyStart, end: start + keyStart + key.length },
    valueSpan: { start: start + value.start, end: start + value.end },
  };
}

/** What a cell says, without the blanks round it; of an empty one the place behind its first blank. */
function cellIn(row: string, from: number, to: number): Span {
  const cell = row.slice(from, to);
  const text = cell.trim();
  const start = text === "" ? from + Math.min(1, cell.length) : from + cell.indexOf(text);
  return { start, end: start + text.length };
}

function withoutMarks(row: string, { start, end }: Span): Span {
  const mark = /^(\*\*|__|\*|_|`)[^*_`]+\1$/.exec(row.slice(start, end))?.[1]?.length ?? 0;
  return { start: start + mark, end: end - mark };
}
