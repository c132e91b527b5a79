/**
 * A text of anybody's as one line without what is not to be seen: line breaks, control characters, marks that turn the
 * direction of what follows, and halves of characters. Cut at so many characters, with “…” for the rest.
 */
export function plainLine(text: string, longest: number): string {
  const line = text
    .slice(0, 4 * longest)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .replace(/[\p{Surrogate}\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, "")
    .trim();
  // A joiner holds some emoji together, and without it they are two. That is better than a line that reads backwards.
  const characters = Array.from(line);
  return characters.length <= longest
    ? line
    : `${characters
        .slice(0, longest - 1)
        .join("")
        .trimEnd()}…`;
}
