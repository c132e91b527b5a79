import { lineAt, nextLine } from "../../text/lines.ts";
import type { Edit } from "../../text/edit.ts";
import type { Span } from "../../text/span.ts";
import type { Paragraph } from "./listed.ts";

/** Lines of one paragraph that are meant as a list and are none in Markdown. Spans are in the document's text. */
export interface MarkedLines {
  /** From the first mark to the end of the paragraph. */
  readonly span: Span;
  readonly items: readonly MarkedLine[];
  /** The paragraph has lines above the first mark. */
  readonly hasIntroduction: boolean;
  /** Each line but the last ends with a hard break, so that they are at least shown below each other. */
  readonly isBroken: boolean;
}

interface MarkedLine {
  /** What the first characters of the line are meant as. */
  readonly kind: "bullet" | "number" | "kept";
  /** As it is written. */
  readonly mark: string;
  /** From the start of the line to the mark, or to what follows it where Markdown's own mark takes its place. */
  readonly replaced: Span;
}

// Letters and pictures say something, so Markdown's mark goes before them. A hyphen lacks only its blank.
const marks: readonly (readonly [MarkedLine["kind"], RegExp])[] = [
  ["bullet", /^([•‣⁃◦▪▫■□●○∙·–—→➢➤►▶]\uFE0F?[ \t]*|-)(?=[^\s\-–—>])/u],
  ["number", /^(\(?\d{1,3}[.)][ \t]*)(?=[\p{L}“"'`*_[])/u],
  ["kept", /^(\([a-z]\)|[a-z]\)|\([ivx]{1,4}\)|\p{Extended_Pictographic}\uFE0F?)[ \t]*(?=\S)/u],
];

/**
 * The lines of a paragraph that begin with marks of one kind, if there are at least two: from its first line, or
 * behind a line that ends with a colon. Nothing where numbers do not count from one, since Markdown would.
 */
export function markedLines(source: string, { span, text }: Paragraph): MarkedLines | undefined {
  const items: MarkedLine[] = [];
  for (const line of linesOf(source, span)) {
    const item = markOf(source, line);
    // What stands in code or an address is no mark.
    const isRead = /\S/.test(text.charAt(line.text - span.start));
    if (item && isRead) items.push(item);
    // A mark may stand at the start of a line because the line before was full.
    else if (
      items.length === 0 &&
      !/:\s*\\?$/.test(source.slice(Math.max(line.start, line.end - 20), line.end))
    )
      return undefined;
  }
  const [first] = items;
  if (!first || items.length < 2 || items.some(({ kind }) => kind !== first.kind)) return undefined;
  if (first.kind === "number" && items.some(({ mark }, index) => numberOf(mark) !== index + 1))
    return undefined;
  const hasIntroduction = first.replaced.start > lineAt(source, span.start).start;
  const start = hasIntroduction ? first.replaced.start : span.start;
  const isBroken = items.every(
    ({ replaced }) => replaced.start <= start || breakBefore(source, replaced.start),
  );
  return { span: { start, end: span.end }, items, hasIntroduction, isBroken };
}

/** The hard break at the end of the line before a line that begins at `start`: its backslash or its blanks. */
function breakBefore(source: string, start: number): Span | undefined {
  const end = start - endingBefore(source, start).length;
  const [mark = ""] = /(?: {2,}|\\+)$/.exec(source.slice(Math.max(0, end - 20), end)) ?? [];
  if (!mark.startsWith("\\")) return mark === "" ? undefined : { start: end - mark.length, end };
  // A backslash that another one escapes breaks nothing.
  return mark.length % 2 === 0 ? undefined : { start: end - 1, end };
}

const endingBefore = (source: string, start: number): string =>
  source.startsWith("\r\n", start - 2) ? "\r\n" : source.charAt(start - 1);

const numberOf = (mark: string): number => Number(mark.replace(/\D/g, ""));

interface Line extends Span {
  /** Where its text begins. */
  readonly text: number;
}

function* linesOf(source: string, { start, end }: Span): Generator<Line> {
  for (let at = lineAt(source, start).start; at < end; at = nextLine(source, at)) {
    const line = lineAt(source, at);
    // White space is looked for character by character, since lines may be long.
    let text = Math.max(at, start);
    while (text < line.end && /[ \t]/.test(source.charAt(text))) text++;
    yield { start: at, end: line.end, text };
  }
}

function markOf(source: string, line: Line): MarkedLine | undefined {
  const head = source.slice(line.text, Math.min(line.end, line.text + 40));
  for (const [kind, pattern] of marks) {
    const mark = pattern.exec(head)?.[1];
    if (mark === undefined) continue;
    const end = kind === "kept" ? line.text : line.text + mark.length;
    return { kind, mark: mark.trim(), replaced: { start: line.start, end } };
  }
  return undefined;
}

/** The edits that make a list of marked lines; further lines of an item are indented as its text is. */
export function listOfLines(
  source: string,
  paragraph: Paragraph,
  { items, hasIntroduction }: MarkedLines,
): readonly Edit[] {
  const byStart = new Map(items.map((item) => [item.replaced.start, item]));
  let width = 0;
  return [...linesOf(source, paragraph.span)].flatMap((line): readonly Edit[] => {
    const item = byStart.get(line.start);
    if (!item) return width === 0 ? [] : [indentation(line, width)];
    const mark = item.kind === "number" ? `${numberOf(item.mark)}. ` : "- ";
    const isFirst = width === 0;
    const gap = isFirst && hasIntroduction ? endingBefore(source, line.start) : "";
    const hardBreak = isFirst && !hasIntroduction ? undefined : breakBefore(source, line.start);
    width = mark.length;
    const made = { span: item.replaced, text: `${gap}${mark}` };
    // At the end of an item a backslash breaks nothing and would be shown.
    return hardBreak && source.charAt(hardBreak.start) === "\\"
      ? [{ span: hardBreak, text: "" }, made]
      : [made];
  });
}

/** The edits that make each paragraph an item. */
export const listOfParagraphs = (source: string, paragraphs: readonly Paragraph[]): readonly Edit[] =>
  paragraphs.flatMap(({ span }) =>
    [...linesOf(source, span)].map((line, index): Edit =>
      index === 0 ? { span: { start: line.start, end: span.start }, text: "- " } : indentation(line, 2),
    ),
  );

const indentation = ({ start }: Line, width: number): Edit => ({
  span: { start, end: start },
  text: " ".repeat(width),
});
