import type { Span } from "../text/span.ts";
import type { Block } from "./document.ts";
import { htmlNodes } from "./html-nodes.ts";
import { matchesOf } from "../text/matches.ts";

/** A picture that is written as an `<img>` tag. */
export interface HtmlImage {
  /** The tag, in the block. */
  readonly span: Span;
  /** Its `src`, with character references left as they are; absent where it has none. */
  readonly url: string | undefined;
  /** Where that stands in the block, without its quotes. */
  readonly urlSpan: Span | undefined;
  /** Its `alt`; empty where the author says that it needs no words, absent where nothing is said. */
  readonly alt: string | undefined;
}

// A tag is never looked for further than this, so that one without an end does not take long.
const tag = /<img\b(?:[^<>"']|"[^"<]{0,2000}"|'[^'<]{0,2000}'){0,1000}>/gi;

/** The `<img>` tags of a block in the order of its source, at offsets in it, without those in comments and in code. */
export function htmlImages(block: Block, source: string): readonly HtmlImage[] {
  if (!source.includes("<") || !/<img\b/i.test(source)) return [];
  return htmlNodes(block, source).flatMap(({ start, end, value }) => {
    if (!/<img\b/i.test(value)) return [];
    // Positions are those of the source: in a quote or a list the value lacks the marks of its lines.
    const own = source
      .slice(start, end)
      .replace(/<!--[^]*?(?:-->|$)/g, (hidden) => " ".repeat(hidden.length));
    return Array.from(matchesOf(own, tag), (match) => imageAt(start + match.index, match[0]));
  });
}

function imageAt(start: number, source: string): HtmlImage {
  const url = attribute(source, "src");
  return {
    span: { start, end: start + source.length },
    url: url?.value,
    urlSpan: url && { start: start + url.start, end: start + url.start + url.value.length },
    alt: attribute(source, "alt")?.value,
  };
}

// An attribute with its value, or one that stands alone.
const attributes =
  /(?<=[\s"'])([a-z][\w:.-]{0,50})(?:(\s{0,9}=\s{0,9})(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?(?=[\s/>])/gi;

function attribute(
  source: string,
  name: string,
): { readonly value: string; readonly start: number } | undefined {
  for (const { 0: whole, 1: found = "", 2: equals, 3: double, 4: single, 5: bare, index } of matchesOf(
    source,
    attributes,
  )) {
    if (found.toLowerCase() !== name) continue;
    const value = double ?? single ?? bare ?? "";
    const isQuoted = double !== undefined || single !== undefined;
    const start = index + found.length + (equals?.length ?? 0) + (isQuoted ? 1 : 0);
    return { value, start: Math.min(start, index + whole.length) };
  }
  return undefined;
}
