import type { Span } from "../text/span.ts";
import type { Field } from "./document.ts";
import { isKnownKey } from "./header-keys.ts";
import { linesOf, unwrap, withoutTail, type Line } from "./header-lines.ts";
import { matchesOf } from "../text/matches.ts";

// A longer row is no field. Patterns are tried on short texts only, so that none can take long.
const longestRow = 2000;

interface Row {
  readonly line: Line;
  /** Where each cell's text stands in the line, without the blanks round it. */
  readonly cells: readonly Span[];
}

/**
 * The fields of a table: with a key and its value in each row, as many headers are written, or with keys in the
 * row above the rule and one row of values below it. `source` is the table's, and offsets are in it. In the
 * first kind, the row above the rule may be one of them, unless it only names the columns.
 */
export function fieldsOfTable(source: string, block: number): readonly Field[] {
  const rows = linesOf(source).flatMap((line): readonly Row[] =>
    line.text.length > longestRow ? [] : [{ line, cells: cellsOf(line.text) }],
  );
  const [head, , first, ...others] = rows;
  if (head && first && others.length === 0 && isAcross(head, first)) return fieldsAcross(head, first, block);
  const isRemarked = head !== undefined && head.cells.length > 2 && namesValues(head);
  return rows.flatMap((row, index) => {
    // A further cell is a further column, where the table does not say which one has the values.
    if (row.cells.length !== 2 && !(isRemarked && row.cells.length === head.cells.length)) return [];
    const field = fieldOfRow(row, block);
    return field && !(index === 0 && (isRemarked || columnName.test(field.key))) ? [field] : [];
  });
}

const columnName = /^(?:fields?|keys?|meta ?data|meta|property|properties|names?|items?|attributes?)$/i;

/** Whether the columns of a table are a key, its value and remarks. */
function namesValues({ line, cells: [key, value] }: Row): boolean {
  const name = key ? line.text.slice(key.start, key.end) : "";
  const what = value ? line.text.slice(value.start, value.end) : "";
  return (name === "" || columnName.test(name)) && /^(?:values?|contents?|data)$/i.test(what);
}

/** Whether the keys stand side by side: names that headers have, and no change of a document that begins with its number. */
function isAcross(head: Row, row: Row): boolean {
  const keys = head.cells.map((cell) => keyIn(head, cell)?.text);
  if (keys.length !== row.cells.length || keys.some((key) => key === undefined)) return false;
  if (/^(?:rev|version|change|edition|no$|#)/i.test(keys[0] ?? "")) return false;
  const known = keys.filter((key) => key !== undefined && isKnownKey(key)).length;
  return keys.length > 2 ? known > 1 : known === 2;
}

const fieldsAcross = (head: Row, row: Row, block: number): readonly Field[] =>
  head.cells.flatMap((cell, index): readonly Field[] => {
    const key = keyIn(head, cell);
    const at = row.cells[index];
    if (!key || !at) return [];
    const value = valueIn(row, at);
    return [
      {
        key: key.text,
        value: value.text,
        style: "columns",
        form: "bare",
        block,
        whole: { start: head.line.start, end: row.line.start + row.line.text.trimEnd().length },
        keySpan: key.span,
        valueSpan: value.span,
      },
    ];
  });

function fieldOfRow(row: Row, block: number): Field | undefined {
  const [first, second] = row.cells;
  const key = first && keyIn(row, first);
  if (!key || !second) return undefined;
  const value = valueIn(row, second);
  return {
    key: key.text,
    value: value.text,
    style: "table",
    form: "bare",
    block,
    whole: { start: row.line.start, end: row.line.start + row.line.text.trimEnd().length },
    keySpan: key.span,
    valueSpan: value.span,
  };
}

/** The cells of a row. A bar behind a backslash separates none. */
function cellsOf(text: string): readonly Span[] {
  const row = text.trimEnd();
  const bars = Array.from(matchesOf(row, /\\.|\|/g), ({ 0: found, index }) =>
    found === "|" ? [index] : [],
  ).flat();
  const lead = /^[ \t]*\|/.test(row) ? 1 : 0;
  const edges = [lead === 1 ? (bars[0] ?? 0) : -1, ...bars.slice(lead)];
  const last = bars.at(-1);
  if (last === undefined || last !== row.length - 1 || bars.length === lead) edges.push(row.length);
  return edges.slice(1).map((end, index) => cellIn(row, (edges[index] ?? -1) + 1, end));
}

/** What a cell says, without the blanks round it; of an empty one the place behind its first blank. */
function cellIn(row: string, from: number, to: number): Span {
  const cell = row.slice(from, to);
  const text = cell.trim();
  const start = text === "" ? from + Math.min(1, cell.length) : from + cell.indexOf(text);
  return { start, end: start + text.length };
}

const keyCell =
  /^(?<lead>\*\*\*|\*\*|__|\*|_|`|)(?<key>\p{L}[\p{L}\p{N} \u00A0/&().'’_-]{0,40}?)(?:\*\*\*|\*\*|__|\*|_|`|):?(?:\*\*|__|\*|_|)$/u;

interface Said {
  readonly text: string;
  /** In the table. */
  readonly span: Span;
}

function keyIn({ line, cells }: Row, cell: Span): Said | undefined {
  const { lead, key } = keyCell.exec(line.text.slice(cell.start, cell.end).slice(0, 60))?.groups ?? {};
  if (lead === undefined || key === undefined || cells.length < 2) return undefined;
  const start = line.start + cell.start + lead.length;
  return { text: key.trim(), span: { start, end: start + key.trim().length } };
}

function valueIn({ line }: Row, cell: Span): Said {
  const { text, span } = unwrap(withoutTail(line.text.slice(cell.start, cell.end)));
  const start = line.start + cell.start;
  return {
    text: text.replaceAll("\\|", "|"),
    span: { start: start + span.start, end: start + span.end },
  };
}
