import type { Listed } from "./document-list.ts";

/**
 * At most `most` of the documents whose title has all letters of a query in their order, or whose path has the query
 * as it is; those that fit best first. Case and blanks of the query do not matter, and everything fits an empty one.
 */
export function findByTitle<One extends Pick<Listed, "title" | "path">>(
  query: string,
  documents: readonly One[],
  most: number,
): readonly One[] {
  const wanted = query.toLowerCase().trim();
  const letters = wanted.replace(/\s+/g, "");
  const found = documents.flatMap((one) => {
    const rank = rankOf(wanted, letters, one.title.toLowerCase(), one.path.toLowerCase());
    return rank === undefined ? [] : [{ one, rank }];
  });
  return found
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ one }) => one);
}

/** The smaller the better; nothing where it does not fit. */
function rankOf(wanted: string, letters: string, title: string, path: string): number | undefined {
  if (title.startsWith(wanted)) return 0;
  const at = title.indexOf(wanted);
  if (at > 0) return /[\p{L}\p{N}]/u.test(title.charAt(at - 1)) ? 2 : 1;
  if (path.includes(wanted)) return 3;
  return hasInOrder(title, letters) ? 4 : undefined;
}

function hasInOrder(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    const found = text.indexOf(letter, at);
    if (found < 0) return false;
    at = found + letter.length;
  }
  return true;
}
