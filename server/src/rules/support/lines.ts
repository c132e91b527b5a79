import type { Edit } from "../../text/edit.ts";
import { isBlankBefore, lineAt, lineEnding, nextLine } from "../../text/lines.ts";
import type { Span } from "../../text/span.ts";

/** The whole lines that a span touches, with the line ending of the last. */
export const wholeLines = (text: string, span: Span): Span => ({
  start: lineAt(text, span.start).start,
  end: nextLine(text, span.end),
});

/**
 * An edit that takes a span out of its text. Where nothing but list marks is left on its lines they go
 * with it, and the blank lines round it become one.
 */
export function removal(text: string, span: Span): Edit {
  const before = text.slice(lineAt(text, span.start).start, span.start);
  const after = text.slice(span.end, lineAt(text, span.end).end);
  if (!/^[\s>]*(?:[-*+]|\d+[.)])?\s*(?:\[[ xX]\])?\s*$/.test(before) || after.trim() !== "")
    return { span, text: "" };
  const lines = wholeLines(text, span);
  let end = lines.end;
  const isApart = isBlankBefore(text, lines.start);
  // Only one of the blank lines on both sides stays.
  while (isApart && end < text.length && lineAt(text, end).start === lineAt(text, end).end) {
    const next = nextLine(text, end);
    if (next === end) break;
    end = next;
  }
  // A line that underlines would make a heading of the text that it comes to stand under.
  const next = text.slice(end, Math.min(end + 200, lineAt(text, end).end));
  const isUnderlined = !isApart && /^[ \t>]*(?:=+|-+)[ \t]*$/.test(next);
  return { span: { start: lines.start, end }, text: isUnderlined ? lineEnding(text) : "" };
}
