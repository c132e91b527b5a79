import type { Analysed } from "../template/analysed.ts";
import type { Span } from "../text/span.ts";

/**
 * The text of the template that is still in the document to tell its author what belongs there: guidance, comments,
 * and instructions about the template itself. Placeholders are none, since they stand for text. In the order of the
 * text, without overlaps.
 */
export function guidanceIn({ states, instructions, lead }: Analysed): readonly Span[] {
  const spans = [
    ...states.leftovers.flatMap(({ kind, span }) => (kind === "token" ? [] : [span])),
    ...lead.map(({ span }) => span),
    ...(instructions ? [instructions.span] : []),
  ].toSorted((a, b) => a.start - b.start || b.end - a.end);
  const apart: Span[] = [];
  for (const span of spans) {
    const last = apart.at(-1);
    if (last && span.start < last.end)
      apart[apart.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    else if (span.end > span.start) apart.push(span);
  }
  return apart;
}
