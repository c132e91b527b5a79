/** How often a shrinker may ask before it leaves a text as it is. */
const patience = 4000;

/**
 * Texts that are as short as can be and of which `fails` is still true, as it was of those given. Texts are left out
 * as a whole, pieces are left out of all of them at once, since they are mostly versions of one, and then of each.
 */
export function shrunk(
  texts: readonly string[],
  fails: (texts: readonly string[]) => boolean,
): readonly string[] {
  let best = texts;
  let left = patience;
  const take = (next: readonly string[]): boolean => {
    if (left-- <= 0 || next.every((text, index) => text === best[index]) || !safely(fails, next))
      return false;
    best = next;
    return true;
  };
  for (let before: readonly string[] | undefined; before !== best && left > 0;) {
    before = best;
    for (let index = best.length - 1; index >= 0; index--)
      if (best.length > 1) take(best.toSpliced(index, 1));
    for (let size = longest(best) >> 1; size > 0; size = size > 8 ? size >> 1 : size - 1)
      leaveOut(size, () => best, take);
    take(best.map((text) => text.replace(/\r\n|\r/g, "\n")));
    take(best.map((text) => text.replace(/[^\s!-/:-@[-`{-~]/gu, "a")));
  }
  return best;
}

const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map(({ length }) => length));

/** Tries to do without every `size` code units, counted from the start and from the end of all texts, and of each. */
function leaveOut(
  size: number,
  best: () => readonly string[],
  take: (next: readonly string[]) => boolean,
): void {
  for (let at = 0; at + size <= longest(best());)
    if (!take(best().map((text) => without(text, at, size)))) at += size;
  if (best().length === 1) return;
  for (let at = size; at <= longest(best());)
    if (!take(best().map((text) => (at > text.length ? text : without(text, text.length - at, size)))))
      at += size;
  for (let index = 0; index < best().length; index++) {
    for (let at = 0; at + size <= (best()[index]?.length ?? 0);) {
      const fewer = best().map((text, place) => (place === index ? without(text, at, size) : text));
      if (!take(fewer)) at += size;
    }
  }
}

const without = (text: string, at: number, size: number): string => text.slice(0, at) + text.slice(at + size);

/** Whether the texts fail; one that makes the check itself throw does. */
function safely(fails: (texts: readonly string[]) => boolean, texts: readonly string[]): boolean {
  try {
    return fails(texts);
  } catch {
    return true;
  }
}
