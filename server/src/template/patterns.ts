import type { Aligning, Heading, Naming, Pair } from "./aligning.ts";

interface Filled extends Pair {
  /** What the pattern is answered by already; nothing where this heading is the first. */
  readonly naming: Naming | undefined;
}

/**
 * The headings that stand where the template has patterns: what is directly below the section around them and
 * answers nothing else. Each pattern gets one, the last gets the rest. Every pair sees what those before it gave.
 * A pattern that is below no section gets none, since there the author's own sections stand.
 */
export function* fillPatterns(now: Aligning): Iterable<Filled> {
  const patterns = now.template.sections.filter(({ isPattern, parent }) => isPattern && parent >= 0);
  for (const parent of new Set(patterns.map((section) => section.parent))) {
    const around = now.named.get(parent)?.part;
    if (!around) continue;
    const own = patterns.filter((section) => section.parent === parent);
    for (const heading of freeBelow(now, around)) {
      const wanted = own.find(({ index }) => !now.named.has(index)) ?? own.at(-1);
      if (!wanted) continue;
      yield { wanted, heading, naming: now.named.get(wanted.index) };
    }
  }
}

const freeBelow = (now: Aligning, around: Heading["part"]): readonly Heading[] =>
  now.free().filter(({ parent }) => now.headings[parent]?.part === around);
