import { inText, type Document } from "../../syntax/document.ts";
import { allIn } from "../../syntax/found-in.ts";
import { commentNodes } from "../../syntax/html-nodes.ts";
import { lineAt, nextLine } from "../../text/lines.ts";
import type { Span } from "../../text/span.ts";
import { createMemory } from "../../text/memory.ts";
import { matchesOf } from "../../text/matches.ts";

/** An HTML comment that hides more than was meant. */
export interface OpenComment {
  /** Its `<!--`. */
  readonly span: Span;
  /** A line that looks like a heading stands in it, behind the paragraph that was meant to be hidden. */
  readonly hidesHeading: boolean;
  /** `never` closed, or only by the end of `another` comment or an arrow in a diagram. */
  readonly closed: "never" | "another";
  /**
   * Where `-->` was most likely forgotten: at the end of its paragraph, or in place of a slip such as `->`.
   * Absent where an end that may be its own stands behind what it hides.
   */
  readonly closeAt: Span | undefined;
}

/**
 * The comments of a document that swallow what follows, in its order. In a list or a quote they reach to its
 * end, elsewhere to that of the text. A `<!--` in code, or in the midst of a paragraph, is text and no comment.
 */
export function openComments(doc: Document): readonly OpenComment[] {
  let found = known.get(doc);
  if (!found) {
    found = readComments(doc);
    known.set(doc, found);
  }
  return found;
}

// Several rules ask, of the same document.
const known = createMemory<Document, readonly OpenComment[]>();

function readComments(doc: Document): readonly OpenComment[] {
  const comments = allIn(doc, commentNodes);
  if (comments.length === 0) return [];
  const lastClose = doc.text.lastIndexOf("-->");
  return comments.flatMap(({ block, items }) =>
    items.flatMap((node) => [...openIn(doc.text, inText(doc, block, node), lastClose)]),
  );
}

// In scripts and styles the mark means something else.
const foreign = /^\s*<(?:script|style|textarea|!\[|\?)/i;

function* openIn(text: string, html: Span, lastClose: number): Generator<OpenComment> {
  if (foreign.test(text.slice(html.start, html.start + 40))) return;
  let start = text.indexOf("<!--", html.start);
  // Only at the beginning of the block, or of a line that nothing else hides, a comment goes on over blank lines.
  let isFirst = text.slice(html.start, start).trim() === "";
  let close = -1;
  // The last line before that end that looks like a heading.
  let heading = -1;
  while (start >= 0 && start < html.end) {
    const span = { start, end: start + 4 };
    // `<!-->` is closed. One end is looked for once, however many comments stand before it.
    if (close < start + 2) {
      close = text.slice(start + 2, html.end).indexOf("-->") + start + 2;
      heading = -1;
    }
    if (close < start + 2) {
      // Inside other HTML a blank line ends the block, and the comment may well go on and be closed behind it.
      if (!isFirst && lastClose > start) return;
      const closeAt = isFirst ? endOf(text, start, html.end) : beforeTag(text, span.end);
      const hasEnd = lastClose >= html.end && endsBehind(text, html.end);
      const { end } = html;
      heading = lastHeading(text, { start, end });
      const first = { span, hidesHeading: heading > closeAt.end, closed: "never" as const };
      yield { ...first, closeAt: hasEnd ? undefined : closeAt };
      // Those behind it that begin a line are each closed by itself.
      for (const from of openers(text, { start: closeAt.end, end })) {
        const place = endOf(text, from, end);
        yield {
          span: { start: from, end: from + 4 },
          hidesHeading: heading > place.end,
          closed: "never",
          closeAt: hasEnd ? undefined : place,
        };
      }
      return;
    }
    const next = isFirst ? swallowed(text, span.end, close) : undefined;
    if (next !== undefined) {
      const closeAt = endOf(text, start, close);
      if (heading < 0) heading = lastHeading(text, { start, end: close });
      yield { span, hidesHeading: heading > closeAt.end, closed: "another", closeAt };
      // What it swallowed may be another that nobody closed; a diagram holds none.
      isFirst = text.startsWith("<!--", next);
      start = isFirst ? next : text.indexOf("<!--", close + 3);
    } else {
      isFirst = false;
      start = text.indexOf("<!--", close + 3);
    }
  }
}

/** Where comments begin that begin a line, outside of code. */
function* openers(text: string, { start, end }: Span): Generator<number> {
  let fence = "";
  for (const { 1: mark = "", index } of matchesOf(text.slice(start, end), lineMark)) {
    if (mark === "<!--") {
      if (fence === "") yield start + index;
    } else if (fence === "") fence = mark.charAt(0);
    else if (mark.startsWith(fence)) fence = "";
  }
}

const lineMark = /(?<=[\r\n](?: {0,3}>){0,3} {0,3})(<!--|`{3,}|~{3,})/g;

/** Whether an end that belongs to no other comment stands at the end of a line behind `offset`. */
function endsBehind(text: string, offset: number): boolean {
  const behind = text.slice(offset, offset + reach);
  const closed = /-->[ \t]*(?:[\r\n]|$)/.exec(behind)?.index;
  const opened = behind.indexOf("<!--");
  return closed !== undefined && (opened < 0 || closed < opened);
}

const lastHeading = (text: string, { start, end }: Span): number => {
  const found = [...matchesOf(text.slice(start, end), /[\r\n]#{1,6}[ \t]/g)].at(-1);
  return found ? start + found.index + 1 : start;
};

// As far as it is looked for what closes a comment around another.
const reach = 20_000;

const blankLine = /(?:\r\n|\n|\r)[ \t>]*(?=[\r\n])/;
const opensInside = /[\r\n][ \t>]*(<!--|`{3,}[ \t]*mermaid\b)/;

/**
 * Where in a closed comment that begins at `start` the end of it really belongs to, behind a paragraph: another
 * comment, or a diagram. Nothing where it is its own.
 */
function swallowed(text: string, start: number, close: number): number | undefined {
  const inside = text.slice(start, close);
  const blank = blankLine.exec(inside);
  const opener = blank && opensInside.exec(inside.slice(blank.index + 1));
  // Whoever put a comment round a comment closed it; that its end comes too early is another matter.
  if (!blank || !opener || endsBehind(text, close + 3)) return undefined;
  return start + blank.index + 1 + opener.index + opener[0].length - (opener[1]?.length ?? 0);
}

// What begins a line that is hardly meant to be hidden.
const beginsBlock = /^[ \t>]*(?:#{1,6}[ \t]|<!--|`{3}|~{3})/;

// What was meant as an end. The first kind is hardly meant as anything else, and the second may be an arrow or a dash.
const sureSlip = /[ \t]*(?:--[ ]>|--!>|[–—]>|(?:--|[–—])&gt;)$/;
const slip = /[ \t]*(?:--?[ ]?!?>|[–—]>|(?:--?|[–—])&gt;|(?<![^ \t])--)$/;

/**
 * What `-->` takes the place of: the first slip at the end of a line, or nothing at the end of the written text,
 * before the first blank line, heading, code or other comment behind `start`.
 */
function endOf(text: string, start: number, limit: number): Span {
  let end = start + 4;
  let isOver = false;
  for (let from = start; from < limit;) {
    const line = lineAt(text, from);
    const source = text.slice(from, Math.min(line.end, limit));
    const isBlank = /^[\s>]*$/.test(source);
    if (from > start && beginsBlock.test(source.slice(0, 200))) break;
    if (from > start && isBlank) isOver = true;
    else {
      const written = from + source.trimEnd().length;
      const meant = slipAt(text, Math.max(from, start + 4), written, isOver ? sureSlip : slip);
      if (meant) return meant;
      if (!isOver) end = Math.max(end, written);
    }
    const next = nextLine(text, from);
    if (next === from) break;
    from = next;
  }
  return { start: end, end };
}

// A slip is short, so that the pattern is tried on little.
function slipAt(text: string, from: number, end: number, pattern: RegExp): Span | undefined {
  const tail = text.slice(Math.max(from, end - 12), end);
  const found = pattern.exec(tail);
  return found ? { start: end - tail.length + found.index, end } : undefined;
}

/** The end of a comment's line, or where the next tag closes; a slip there makes room. */
function beforeTag(text: string, from: number): Span {
  const line = text.slice(from, lineAt(text, from).end);
  const tag = line.indexOf("</");
  const end = from + (tag < 0 ? line : line.slice(0, tag)).trimEnd().length;
  return slipAt(text, from, end, slip) ?? { start: end, end };
}
