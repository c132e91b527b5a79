/** A text from which parts were taken, and where each of its code units stood before. */
export interface KeptText {
  readonly text: string;
  /** For each code unit of the text its offset in the first text, and for the end the offset after that text. */
  readonly offsets: readonly number[];
}

/** The whole of a text. */
export const keptText = (text: string): KeptText => ({
  text,
  offsets: Array.from({ length: text.length + 1 }, (_, offset) => offset),
});

/**
 * The text without what `pattern` matches; of each match the tail stays that `tail` gives back, which is nothing
 * if it is left out. A pattern without the flag `g` takes its first match.
 */
export function without(
  { text, offsets }: KeptText,
  pattern: RegExp,
  tail: (match: string) => string = () => "",
): KeptText {
  const found = pattern.global
    ? [...text.matchAll(pattern)]
    : [text.match(pattern)].filter((one) => one !== null);
  if (found.length === 0) return { text, offsets };
  const texts: string[] = [];
  const places: number[][] = [];
  let from = 0;
  const keep = (start: number, end: number): void => {
    texts.push(text.slice(start, end));
    places.push(offsets.slice(start, end));
  };
  for (const { 0: match, index = 0 } of found) {
    const end = index + match.length;
    keep(from, index);
    keep(end - tail(match).length, end);
    from = end;
  }
  keep(from, text.length);
  return { text: texts.join(""), offsets: [...places.flat(), offsets.at(-1) ?? 0] };
}
