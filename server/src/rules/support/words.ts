/** How many words a text has, as letters and digits that stand together. */
export const wordCount = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/**
 * The words of a piece of Markdown with single blanks between them: without comments, tags, addresses, marks of
 * tasks, numbers of issues and punctuation. Two texts with the same words say the same to most readers.
 */
export const plainWords = (markdown: string): string =>
  (
    markdown
      .replace(/<!--[^]*?(?:-->|$)/g, " ")
      .replace(/^[ \t>]{0,20}\[[^[\]\n]{1,200}\]:[^\n]*$/gm, " ")
      .replace(/\]\([^()\r\n]{0,1000}\)/g, "]")
      .replace(/<[^<>]{0,500}>/g, " ")
      .replace(/\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s)>\]]*/gi, " ")
      .replace(/^[ \t>]{0,20}[-*+][ \t]+\[[ xX]\]/gm, " ")
      .replace(/#\d+/g, " ")
      .replace(/['’]/g, "")
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(" ");

/**
 * Whether two lists of words (see {@link plainWords}) differ by so little that nothing else is said: by fewer
 * than four letters, none of them in a number or in a word that turns a sentence round.
 */
export const isSlipApart = (one: string, other: string): boolean =>
  weighty(one) === weighty(other) && isWithin(one, other, 3);

const weighty = (words: string): string =>
  (
    words.match(/\S*\p{N}\S*|(?<!\S)(?:no|not|never|none|must|may|can|should|shall|will)(?!\S)/giu) ?? []
  ).join(" ");

/** Whether at most `most` insertions, removals and replacements make one text of the other; in linear time. */
export function isWithin(one: string, other: string, most: number): boolean {
  const middle = most + 1;
  // By diagonal (place in `other` less place in `one`): how far in `one` that many edits lead.
  let reach: number[] = Array.from({ length: 2 * middle + 1 }, () => -1);
  for (let edits = 0; edits <= most; edits++) {
    const before = reach;
    reach = [...before];
    for (let diagonal = -edits; diagonal <= edits; diagonal++) {
      const index = middle + diagonal;
      const replaced = (before[index] ?? -1) + 1;
      const inserted = before[index - 1] ?? -1;
      const removed = (before[index + 1] ?? -1) + 1;
      let at = edits === 0 ? 0 : Math.max(replaced, inserted, removed);
      at = Math.min(at, one.length, other.length - diagonal);
      if (at < 0 || at + diagonal < 0) continue;
      while (at < one.length && one[at] === other[at + diagonal]) at++;
      reach[index] = at;
      if (at === one.length && at + diagonal === other.length) return true;
    }
  }
  return false;
}
