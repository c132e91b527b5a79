import { inText, type Document } from "../../syntax/document.ts";
import { walk } from "../../syntax/node.ts";
import { lineAt, nextLine } from "../../text/lines.ts";
import type { Span } from "../../text/span.ts";

/** An HTML comment that hides more than was meant. */
export interface OpenComment {
  /** Its `<!--`. */
  readonly span: Span;
  /** A line that looks like a heading stands in it, behind the paragraph that was meant to be hidden. */
  readonly hidesHeading: boolean;
  /** `never` closed, or only by the end of `another` comment or an arrow in a diagram. */
  readonly closed: "never" | "another";
  /** Where `-->` was most likely forgotten: at the end of its paragraph. */
  readonly closeAt: number;
}

/**
 * The comments of a document that swallow what follows, in its order. In a list or a quote they reach to its
 * end, elsewhere to that of the text. A `<!--` in code, or in the midst of a paragraph, is text and no comment.
 */
export function openComments(doc: Document): readonly OpenComment[] {
  if (!doc.text.includes("<!--")) return [];
  const lastClose = doc.text.lastIndexOf("-->");
  return doc.blocks.flatMap(({ node }, block): readonly OpenComment[] => {
    const found: OpenComment[] = [];
    for (const inner of walk(node)) {
      if (inner.kind !== "html" || !inner.value.includes("<!--")) continue;
      const comment = openIn(doc.text, inText(doc, block, inner), lastClose);
      if (comment) found.push(comment);
    }
    return found;
  });
}

// In scripts and styles the mark means something else.
const foreign = /^\s*<(?:script|style|textarea|!\[|\?)/i;

function openIn(text: string, html: Span, lastClose: number): OpenComment | undefined {
  if (foreign.test(text.slice(html.start, html.start + 40))) return undefined;
  for (let start = text.indexOf("<!--", html.start); start >= 0 && start < html.end;) {
    const span = { start, end: start + 4 };
    // `<!-->` is closed.
    const close = text.slice(start + 2, html.end).indexOf("-->") + start + 2;
    const isFirst = text.slice(html.start, start).trim() === "";
    if (close < start + 2) {
      // Inside other HTML a blank line ends the block, and the comment may well go on and be closed behind it.
      if (!isFirst && lastClose > start) return undefined;
      const closeAt = isFirst ? paragraphEnd(text, start, html.end) : beforeTag(text, span.end);
      return { span, hidesHeading: hasHeading(text.slice(closeAt, html.end)), closed: "never", closeAt };
    }
    if (isFirst && swallows(text.slice(span.end, close), text.slice(close + 3, close + reach))) {
      const closeAt = paragraphEnd(text, start, close);
      return { span, hidesHeading: hasHeading(text.slice(closeAt, close)), closed: "another", closeAt };
    }
    start = text.indexOf("<!--", close + 3);
  }
  return undefined;
}

const hasHeading = (text: string): boolean => /[\r\n]#{1,6}[ \t]/.test(text);

// As far as it is looked for what closes a comment around another.
const reach = 20_000;

const blankLine = /(?:\r\n|\n|\r)[ \t>]*(?=[\r\n])/;
const opensInside = /[\r\n][ \t>]*(?:<!--|`{3,}[ \t]*mermaid\b)/;

/** Whether a closed comment has a paragraph and then what the end of it belongs to: another comment, or a diagram. */
function swallows(inside: string, behind: string): boolean {
  const blank = blankLine.exec(inside);
  if (!blank) return false;
  const opener = opensInside.exec(inside.slice(blank.index + 1));
  if (!opener) return false;
  // Whoever put a comment round a comment closed it; that its end comes too early is another matter.
  const closed = /-->[ \t]*(?:[\r\n]|$)/.exec(behind)?.index;
  const opened = behind.indexOf("<!--");
  return closed === undefined || (opened >= 0 && opened < closed);
}

// What begins a line that is hardly meant to be hidden.
const beginsBlock = /^[ \t>]*(?:#{1,6}[ \t]|<!--|`{3}|~{3})/;

/** The end of the written text before the first blank line, heading, code or other comment behind `start`. */
function paragraphEnd(text: string, start: number, limit: number): number {
  let end = start + 4;
  for (let from = start; from < limit;) {
    const line = lineAt(text, from);
    const source = text.slice(from, Math.min(line.end, limit));
    if (from > start && (/^[\s>]*$/.test(source) || beginsBlock.test(source.slice(0, 200)))) break;
    end = Math.max(end, from + source.trimEnd().length);
    const next = nextLine(text, from);
    if (next === from) break;
    from = next;
  }
  return end;
}

/** The end of a comment's line, or where the next tag closes. */
function beforeTag(text: string, from: number): number {
  const line = text.slice(from, lineAt(text, from).end);
  const tag = line.indexOf("</");
  return from + (tag < 0 ? line : line.slice(0, tag)).trimEnd().length;
}
