import type { Span } from "../../text/span.ts";
import type { Node } from "../node.ts";
import type { References } from "./references.ts";

/** A line of a paragraph, heading or cell, without what stands before it and without its line ending. */
export interface Line extends Span {
  /**
   * Where the line begins behind the marks of the quotes and items around it and before its leading white space.
   * micromark lets a text or a hard break at the end of the line before reach up to there. Where it is absent and
   * white space stands before `start`, what would depend on it is not read here.
   */
  readonly from?: number;
}

const special = /[^\w ,()'"/=?+;%^|{}#$-]/;

/**
 * The nodes that remark makes of the inside of a paragraph, heading or table cell, or undefined where that is not
 * sure. Positions are offsets in `source`.
 */
export function readInline(
  source: string,
  lines: readonly Line[],
  _references: References,
): readonly Node[] | undefined {
  const [line] = lines;
  if (!line) return [];
  if (lines.length > 1) return undefined;
  const value = source.slice(line.start, line.end);
  if (special.test(value) || value.includes("www.")) return undefined;
  return [{ kind: "text", start: line.start, end: line.end, value }];
}
