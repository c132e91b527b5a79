import type { Span } from "../../server/src/text/span.ts";

/** A text with the marks read out of it. Offsets are UTF-16 code units of the text without marks. */
export interface Marked {
  readonly text: string;
  /** Every `⟦…⟧`, in the order of the opening marks. */
  readonly spans: readonly Span[];
  /** Every `▮`. */
  readonly carets: readonly number[];
}

/** Reads the marks out of a test's text. They are no Markdown and occur in no text that is tested. */
export function unmark(source: string): Marked {
  const spans: { start: number; end: number }[] = [];
  const open: (typeof spans)[number][] = [];
  const carets: number[] = [];
  let text = "";
  for (const piece of source.split(/([⟦⟧▮])/)) {
    if (piece === "▮") carets.push(text.length);
    else if (piece === "⟦") {
      const span = { start: text.length, end: -1 };
      open.push(span);
      spans.push(span);
    } else if (piece === "⟧") {
      const span = open.pop();
      if (!span) throw new Error(`A ⟧ without ⟦ at offset ${text.length}.`);
      span.end = text.length;
    } else text += piece;
  }
  if (open.length > 0) throw new Error("A ⟦ without ⟧.");
  return { text, spans, carets };
}

/** The inverse: a failing test shows marks in the text, not numbers. */
export function mark(text: string, spans: readonly Span[]): string {
  const opening = Map.groupBy(spans, (span) => span.start);
  const closing = Map.groupBy(
    spans.filter((span) => span.end > span.start),
    (span) => span.end,
  );
  let marked = "";
  for (let offset = 0; offset <= text.length; offset++) {
    marked += "⟧".repeat(closing.get(offset)?.length ?? 0);
    for (const span of opening.get(offset) ?? []) marked += span.end === offset ? "⟦⟧" : "⟦";
    marked += text.charAt(offset);
  }
  return marked;
}
