import { blockSpan, type Document } from "../../syntax/document.ts";
import { blocksIn } from "../../template/units.ts";
import { slice, type Span } from "../../text/span.ts";

/** How many words came and went. */
export interface WordCounts {
  readonly added: number;
  readonly removed: number;
}

/**
 * The words and signs of a stretch. Two stretches with the same ones look the same to a reader: lines that are broken
 * elsewhere, blanks, other marks of a list and the width of a table’s columns do not count. In a block of code the
 * blanks before a line do.
 */
export function tokensIn(doc: Document, stretch: Span): readonly string[] {
  const tokens: string[] = [];
  let from = stretch.start;
  for (const index of blocksIn(doc, stretch)) {
    if (doc.blocks[index]?.kind !== "code") continue;
    const { start, end } = blockSpan(doc, index);
    if (start < from || end > stretch.end) continue;
    take(tokens, tokensOf(doc.text.slice(from, start)));
    take(tokens, codeTokens(doc.text.slice(start, end)));
    from = end;
  }
  take(tokens, tokensOf(doc.text.slice(from, stretch.end)));
  return tokens;
}

// A spread of so many arguments would overflow the stack.
function take(tokens: string[], more: readonly string[]): void {
  for (const token of more) tokens.push(token);
}

/** The words and signs of a piece of Markdown that is no code. */
export const tokensOf = (markdown: string): readonly string[] =>
  markdown
    .replace(/^(?:[ \t]{0,20}>){1,20}/gm, " ")
    .replace(/^([ \t]{0,60})[*+](?=[ \t])/gm, "$1-")
    .replace(/-{3,}/g, "---")
    .match(sign) ?? [];

const codeTokens = (code: string): readonly string[] =>
  code.split(/\r\n?|\n/).flatMap((line) => {
    const blanks = /^[ \t]+/.exec(line)?.[0] ?? "";
    return [...(blanks === "" ? [] : [blanks]), ...(line.match(sign) ?? []), "\n"];
  });

const sign = /---|[\p{L}\p{N}\p{M}_]+|[^\s\p{L}\p{N}\p{M}_]/gu;

/** Those of the tokens that are words. */
export const wordsAmong = (tokens: readonly string[]): readonly string[] =>
  tokens.filter((token) => /[\p{L}\p{N}]/u.test(token));

/** The words and signs of a stretch of a text, for whoever has no document. */
export const tokensAt = (text: string, span: Span): readonly string[] => tokensOf(slice(text, span));

export const sameTokens = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((token, index) => token === other[index]);

// Beyond so many words the least number is given, which takes no longer for longer texts.
const mostEdits = 1500;

/**
 * How many words one list lacks and has beside another one, as the shortest way from one to the other has it. Of
 * texts that have hardly anything in common it is the least number: words that stand elsewhere do not count there.
 */
export function countWords(before: readonly string[], now: readonly string[]): WordCounts {
  let start = 0;
  while (start < before.length && start < now.length && before[start] === now[start]) start++;
  let end = 0;
  const shorter = Math.min(before.length, now.length) - start;
  while (end < shorter && before[before.length - 1 - end] === now[now.length - 1 - end]) end++;
  const old = before.slice(start, before.length - end);
  const fresh = now.slice(start, now.length - end);
  const edits = editsBetween(old, fresh);
  if (edits === undefined) return leastCounts(old, fresh);
  // Each edit adds or removes one word, and their difference is that of the lengths.
  const added = (edits + fresh.length - old.length) / 2;
  return { added, removed: edits - added };
}

/** The length of the shortest list of insertions and removals (Myers 1986); nothing where it is too long. */
function editsBetween(before: readonly string[], now: readonly string[]): number | undefined {
  const most = Math.min(before.length + now.length, mostEdits);
  const middle = most + 1;
  const reach = new Int32Array(2 * most + 3);
  for (let edits = 0; edits <= most; edits++) {
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const below = reach[middle + diagonal - 1] ?? 0;
      const above = reach[middle + diagonal + 1] ?? 0;
      let at = diagonal === -edits || (diagonal !== edits && below < above) ? above : below + 1;
      while (at < before.length && at - diagonal < now.length && before[at] === now[at - diagonal]) at++;
      reach[middle + diagonal] = at;
      if (at >= before.length && at - diagonal >= now.length) return edits;
    }
  }
  return undefined;
}

function leastCounts(before: readonly string[], now: readonly string[]): WordCounts {
  const shared = sharedCount(before, now);
  return { added: now.length - shared, removed: before.length - shared };
}

/** How many words two lists have in common, wherever they stand. */
export function sharedCount(one: readonly string[], other: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of one) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of other) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    shared++;
  }
  return shared;
}

/** From 0 to 1, how much of two lists of words is the same (Dice’s coefficient); 0 where one is empty. */
export const likeness = (one: readonly string[], other: readonly string[]): number =>
  one.length === 0 || other.length === 0 ? 0 : (2 * sharedCount(one, other)) / (one.length + other.length);
