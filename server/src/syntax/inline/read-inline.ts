import type { Span } from "../../text/span.ts";
import type { Node } from "../node.ts";
import { build } from "./build.ts";
import { contentOf, endIn, startIn, type Content, type Line } from "./content.ts";
import { resolveRuns } from "./delimiters.ts";
import { reader } from "./reader.ts";
import type { References } from "./references.ts";
import { isPlain, scan } from "./scan.ts";

/** What the caller knows of the leaf. What would depend on something that is absent is not read here. */
export interface Leaf {
  /** Where the node of the leaf stands in the source: bare addresses that GFM finds late get that as their place. */
  readonly around?: Span;
  /** Whether it is a table cell, in whose code `\|` is a pipe. */
  readonly cell?: boolean;
}

/**
 * The nodes that remark makes of the inside of a paragraph, heading or table cell, or undefined where that is not
 * sure. `source` is the text that the positions are offsets in, and `lines` are the pieces of it that are read.
 */
export function readInline(
  source: string,
  lines: readonly Line[],
  references: References,
  leaf: Leaf = {},
): readonly Node[] | undefined {
  const content = contentOf(source, lines);
  // micromark puts another character in the place of these.
  if (content.text.includes("\0")) return undefined;
  if (isPlain(content.text)) return plainText(content);
  const state = reader(content, references, leaf.cell);
  scan(state);
  if (!state.sure) return undefined;
  resolveRuns(state, state.firstMarker === "~");
  const nodes = state.sure ? build(state, state.items, leaf.around, 0) : [];
  return state.sure ? nodes : undefined;
}

function plainText(content: Content): readonly Node[] {
  const { text } = content;
  if (text === "") return [];
  return [{ kind: "text", start: startIn(content, 0), end: endIn(content, text.length), value: text }];
}
