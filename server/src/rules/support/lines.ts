import type { Edit } from "../../text/edit.ts";
import { lineAt, nextLine } from "../../text/lines.ts";
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
  if (!/^[\s>]*(?:[-*+]|\d+[.)])?[\s]*$/.test(before) || after.trim() !== "") return { span, text: "" };
  const lines = wholeLines(text, span);
  let end = lines.end;
  const isBlankBefore = lines.start === 0 || isBlank(text, lines.start - 1);
  // Only one of the blank lines on both sides stays.
  while (isBlankBefore && end < text.length && lineAt(text, end).start === lineAt(text, end).end) {
    const next = nextLine(text, end);
    if (next === end) break;
    end = next;
  }
  return { span: { start: lines.start, end }, text: "" };
}

function isBlank(text: string, offset: number): boolean {
  const line = lineAt(text, offset);
  return text.slice(line.start, line.end).trim() === "";
}
