import type { Text } from "./rope.ts";

/** A half-open range of a text, in UTF-16 code units from the start of that text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The empty span at `offset`. */
export const at = (offset: number): Span => ({ start: offset, end: offset });

/** True where `offset` lies in the span or at either of its ends: a caret belongs to what it touches. */
export const touches = (span: Span, offset: number): boolean => span.start <= offset && offset <= span.end;

/** True where `inner` lies wholly in `outer`. */
export const contains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** True where the two share at least one position; spans that only meet share their border. */
export const meets = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;

/** The span moved by `offset` code units. */
export const shift = (span: Span, offset: number): Span => ({
  start: span.start + offset,
  end: span.end + offset,
});

/** The text that the span covers. */
export const slice = (text: Text, span: Span): string => text.slice(span.start, span.end);

/** A span without the white space at its ends; empty at its start where it is nothing else. */
export function trimmed(text: Text, { start, end }: Span): Span {
  const inner = text.slice(start, end);
  const from = start + (inner.length - inner.trimStart().length);
  return { start: from, end: Math.max(from, end - (inner.length - inner.trimEnd().length)) };
}
