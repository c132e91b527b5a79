import type { Random } from "../../test/kit/random.ts";

/**
 * A text with a slip of typing in one of its longer words: a letter twice, one left out, or two in the wrong
 * order. Nothing where no word is long enough for the slip to be known for one.
 */
export function misspelt(text: string, random: Random): string | undefined {
  const words = [...text.matchAll(/\p{L}{5,}/gu)];
  const word = words[random.below(Math.max(1, words.length))];
  if (!word) return undefined;
  // Neither the first letter nor the last two: an ending may make it a plural.
  const inner = word.index + 1 + random.below(word[0].length - 3);
  const letter = text.charAt(inner);
  const next = text.charAt(inner + 1);
  const [before, after] = [text.slice(0, inner), text.slice(inner + 1)];
  switch (random.below(3)) {
    case 0:
      return before + letter + letter + after;
    case 1:
      return before + after;
    default:
      return letter.toLowerCase() === next.toLowerCase()
        ? before + letter + letter + after
        : before + next + letter + after.slice(1);
  }
}
