import type { Document } from "../syntax/document.ts";
import { blockSpan } from "../syntax/document.ts";
import type { Span } from "../text/span.ts";
import { unitsIn } from "./units.ts";

/** Text about the template itself that stands at the end of a document. */
export interface Instructions {
  /** The text, without the rule before it. */
  readonly span: Span;
  /** The thematic break that sets it off, where there is one. */
  readonly rule: Span | undefined;
  readonly from: number;
  /** Index of the first block behind it. */
  readonly to: number;
}

// How such a text begins in the templates that we know.
const leadLine =
  /^(?:#+ )?[*_]*(?:how to (?:use|fill (?:in|out)) this (?:template|document)|(?:about|using) this template|template (?:instructions|usage|guidelines))\b/i;

/**
 * The closing instructions of a template: what follows the last thematic break, if that stands in the last
 * section and no heading follows. As normalised units.
 */
export function readInstructions(doc: Document): {
  readonly from: number;
  readonly units: readonly string[];
} {
  const last = doc.sections.at(-1);
  const rule = doc.blocks.findLastIndex(({ node }) => node.kind === "thematicBreak");
  if (!last || rule <= last.block || rule === doc.blocks.length - 1)
    return { from: doc.blocks.length, units: [] };
  const span = { start: blockSpan(doc, rule).end, end: doc.text.length };
  return { from: rule, units: unitsIn(doc, span).map((unit) => unit.text) };
}

/**
 * The closing instructions that are still in a document: blocks that repeat the template's, word for word,
 * or that begin with a well-known lead line behind the last rule.
 */
export function findInstructions(doc: Document, known: readonly string[]): Instructions | undefined {
  const units = new Set(known.filter((unit) => unit.split(" ").length > 2));
  // A section that an author appends comes behind them, so the template's own words are looked for everywhere.
  const first = (doc.sections.at(0)?.block ?? -1) + 1;
  const rule = doc.blocks.findLastIndex(({ node }) => node.kind === "thematicBreak");
  let from = -1;
  let to = -1;
  for (let index = first; index < doc.blocks.length; index++) {
    const lead = index === rule + 1 && rule >= first && isLead(doc, index);
    if (!lead && !repeats(doc, index, units)) {
      // Whatever follows them is the author's own.
      if (from >= 0 && index >= to) break;
      continue;
    }
    if (from < 0) from = index;
    // The list below a lead line belongs to it, whatever a team has written there.
    const isKnownLead = lead || (isLead(doc, index) && repeats(doc, index, units));
    to = isKnownLead && doc.blocks[index + 1]?.node.kind === "list" ? index + 2 : Math.max(to, index + 1);
  }
  if (from < 0) return undefined;
  return {
    span: { start: blockSpan(doc, from).start, end: blockSpan(doc, to - 1).end },
    rule: doc.blocks[from - 1]?.node.kind === "thematicBreak" ? blockSpan(doc, from - 1) : undefined,
    from,
    to,
  };
}

const isLead = (doc: Document, index: number): boolean =>
  doc.blocks[index]?.node.kind === "paragraph" && leadLine.test(doc.text.slice(blockSpan(doc, index).start));

function repeats(doc: Document, index: number, known: ReadonlySet<string>): boolean {
  const units = unitsIn(doc, blockSpan(doc, index));
  return units.length > 0 && units.every((unit) => known.has(unit.text));
}
