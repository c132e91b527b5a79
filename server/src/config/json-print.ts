/** How a JSON text is laid out, so that what is added to it looks like the rest. */
export interface Layout {
  /** What one level is indented by. */
  readonly unit: string;
  readonly lineEnd: "\n" | "\r\n";
}

/** The layout of a text: its first indented line and its first line ending tell; two spaces where none does. */
export function layoutOf(text: string): Layout {
  const unit = /\n([ \t]+)["[{/]/.exec(text)?.[1] ?? "  ";
  return { unit: unit.startsWith("\t") ? "\t" : unit, lineEnd: text.includes("\r\n") ? "\r\n" : "\n" };
}

/** What still fits on a line of its own. */
const longest = 80;

/**
 * A JSON value as people write it: lists and small objects on one line where they fit, else an item a line.
 * `indent` is what the line begins with on which the value stands; `open` asks for an item a line at the top.
 */
export function printJson(value: unknown, layout: Layout, indent: string, open = false): string {
  const flat = printFlat(value);
  if (!isHolder(value) || (!open && indent.length + flat.length <= longest)) return flat;
  const inner = indent + layout.unit;
  const items = Array.isArray(value)
    ? value.map((item) => printJson(item, layout, inner))
    : membersOf(value).map(([key, item]) => `${JSON.stringify(key)}: ${printJson(item, layout, inner)}`);
  if (items.length === 0) return flat;
  const [start, end] = Array.isArray(value) ? "[]" : "{}";
  const lines = items.map((item) => inner + item).join(`,${layout.lineEnd}`);
  return `${start}${layout.lineEnd}${lines}${layout.lineEnd}${indent}${end}`;
}

function printFlat(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(printFlat).join(", ")}]`;
  if (!isHolder(value)) return JSON.stringify(value) ?? "null";
  const members = membersOf(value).map(([key, item]) => `${JSON.stringify(key)}: ${printFlat(item)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

// As in `JSON.stringify`: what is absent is not written.
const membersOf = (value: object): readonly (readonly [string, unknown])[] =>
  Object.entries(value).filter(([, item]) => item !== undefined);

const isHolder = (value: unknown): value is object => typeof value === "object" && value !== null;
