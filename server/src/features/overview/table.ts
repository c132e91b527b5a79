import { asInline } from "../markdown-text.ts";
import { plainLine } from "./plain-text.ts";

// Longer than any title that somebody reads in a table.
const longest = 200;

/** A text as the content of a table's cell, which reads as just that text. A bare address is one still, for readers to follow. */
export const cell = (text: string): string =>
  asInline(plainLine(text, longest)).replace(/[|$]/g, String.raw`\$&`);

/** A link in a cell. The destination is one that {@link destination} made. */
export const link = (text: string, to: string): string => `[${cell(text) || "…"}](${to})`;

/** A path with forward slashes as the destination of a link. */
export const destination = (path: string): string =>
  path
    .split("/")
    .map((segment) =>
      encodeURIComponent(segment.replace(/\p{Surrogate}/gu, "\uFFFD")).replace(
        /[()'!*]/g,
        (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
      ),
    )
    .join("/");

/** A table of cells that are Markdown already, one line a row. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)];
}
