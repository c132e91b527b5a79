import { shift, type Span } from "../text/span.ts";
import { inText, type Document } from "./document.ts";
import { walk } from "./node.ts";
import { matchesOf } from "../text/matches.ts";

// A tag is never looked for further than this, so that one without an end does not take long.
const tag = /<[a-z][\w:-]{0,50}(?:[^<>"']|"[^"<]{0,2000}"|'[^'<]{0,2000}'){0,1000}>/gi;

// A quoted value is passed over whole, so that what looks like an attribute in one is none.
const attribute = /([^\s"'=<>/]{1,50})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))/g;

/**
 * Where the values of `href` and `src` of a document's tags stand in its text, without their quotes, in the order
 * of the text. Tags in comments and in code are none. Character references in a value are left as they are.
 */
export function htmlDestinationsOf(doc: Document): readonly Span[] {
  const found: Span[] = [];
  doc.blocks.forEach(({ node }, block) => {
    for (const inner of walk(node)) {
      if (inner.kind !== "html" || !/\b(?:href|src)\b/i.test(inner.value)) continue;
      const { start, end } = inText(doc, block, inner);
      // Positions are those of the source: in a quote or a list the value lacks the marks of its lines.
      const source = doc.text
        .slice(start, end)
        .replace(/<!--[^]*?(?:-->|$)/g, (hidden) => " ".repeat(hidden.length));
      for (const { 0: whole, index } of matchesOf(source, tag))
        found.push(...destinationsIn(whole).map((span) => shift(span, start + index)));
    }
  });
  return found;
}

function destinationsIn(source: string): readonly Span[] {
  return Array.from(matchesOf(source, attribute)).flatMap(
    ({ 0: whole, 1: name = "", 2: double, 3: single, 4: bare, index }) => {
      if (!/^(?:href|src)$/i.test(name)) return [];
      const end = index + whole.length - (bare === undefined ? 1 : 0);
      return [{ start: end - (double ?? single ?? bare ?? "").length, end }];
    },
  );
}
