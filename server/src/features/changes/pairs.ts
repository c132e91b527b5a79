import type { Section } from "./sections.ts";
import { likeness, sameTokens } from "./words.ts";

/** Of each present section by its index, the index of the one that it was. */
export type Pairs = ReadonlyMap<number, number>;

// Sections with fewer words say too little to be known by them.
const fewestWords = 8;
const likeEnough = 0.6;
// More sections without a name in common are no longer compared each with each.
const mostCompared = 150;

/**
 * Which section was which: those that answer the same section of the template, then those of the same name in the same
 * place, those of a name that is left only once, and those that say much the same. Each is in one pair at most.
 */
export function pairSections(before: readonly Section[], now: readonly Section[]): Pairs {
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (present: number, old: number): void => {
    pairs.set(present, old);
    taken.add(old);
  };
  const free = (): readonly number[] => indexesOf(now).filter((index) => !pairs.has(index));
  const left = (): readonly number[] => indexesOf(before).filter((index) => !taken.has(index));

  // Two versions of a template may have a name in common where they have others beside it.
  const byAnswer = (): void => {
    const keyed = new Map<string, number>();
    for (const index of left()) {
      for (const key of answersOf(before[index])) if (!keyed.has(key)) keyed.set(key, index);
    }
    for (const index of free()) {
      const old = answersOf(now[index])
        .flatMap((key) => keyed.get(key) ?? [])
        .find((one) => !taken.has(one));
      if (old !== undefined) pair(index, old);
    }
  };

  // The sections around a section come before it, so that they have their pair by then.
  const byPlace = (): void => {
    const old = new Map<string, number[]>();
    for (const index of left()) {
      const { parent = -1, name = "" } = before[index] ?? {};
      const key = `${parent} ${name}`;
      const list = old.get(key);
      if (list) list.push(index);
      else old.set(key, [index]);
    }
    for (const index of free()) {
      const section = now[index];
      if (!section) continue;
      const around = section.parent < 0 ? -1 : pairs.get(section.parent);
      if (around === undefined) continue;
      const candidates = (old.get(`${around} ${section.name}`) ?? []).filter((one) => !taken.has(one));
      const same = candidates.find((one) => sameTokens(before[one]?.tokens ?? [], section.tokens));
      const found = same ?? candidates[0];
      if (found !== undefined) pair(index, found);
    }
  };

  const byName = (): void => {
    const old = onlyBy(before, left());
    for (const [name, index] of onlyBy(now, free())) {
      const found = old.get(name);
      if (found !== undefined) pair(index, found);
    }
  };

  const byWords = (): void => {
    const [present, old] = [free(), left()];
    if (present.length > mostCompared || old.length > mostCompared) return;
    const found = present.flatMap((index) =>
      old.flatMap((other) => {
        const how = howLike(before[other], now[index]);
        return how < likeEnough ? [] : [{ index, other, how }];
      }),
    );
    for (const { index, other } of found.toSorted((a, b) => b.how - a.how))
      if (!pairs.has(index) && !taken.has(other)) pair(index, other);
  };

  byAnswer();
  byPlace();
  byName();
  byWords();
  byPlace();
  return pairs;
}

function howLike(before: Section | undefined, now: Section | undefined): number {
  if (!before || !now || before.isHead || now.isHead) return 0;
  const [short, long] = [before.words.length, now.words.length].toSorted((a, b) => a - b);
  if ((short ?? 0) < fewestWords) return 0;
  // So far apart in length, they cannot be alike enough.
  if ((long ?? 0) > (short ?? 0) * 3) return 0;
  return likeness(before.words, now.words);
}

// A head answers to a sign that is in no key.
const answersOf = (section: Section | undefined): readonly string[] =>
  section?.isHead === true ? ["#"] : (section?.answers ?? []);

const indexesOf = (sections: readonly Section[]): readonly number[] => [...sections.keys()];

/** The sections whose name no other one of them has, by it. */
function onlyBy(sections: readonly Section[], indexes: readonly number[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const twice = new Set<string>();
  for (const index of indexes) {
    const name = sections[index]?.name ?? "";
    if (name === "") continue;
    if (found.has(name)) twice.add(name);
    found.set(name, index);
  }
  for (const name of twice) found.delete(name);
  return found;
}

/**
 * The present sections that stand in another place: below another section, or in another order among those beside
 * them. Of an order, the least number of sections has moved. One below a section that moved has not moved itself.
 */
export function movedAmong(
  before: readonly Section[],
  now: readonly Section[],
  pairs: Pairs,
): ReadonlySet<number> {
  const moved = new Set<number>();
  const beside = new Map<number, number[]>();
  for (const [index, old] of [...pairs].toSorted(([a], [b]) => a - b)) {
    const around = now[index]?.parent ?? -1;
    const was = before[old]?.parent ?? -1;
    if ((around < 0 ? -1 : (pairs.get(around) ?? -2)) !== was) {
      moved.add(index);
      continue;
    }
    const list = beside.get(around);
    if (list) list.push(index);
    else beside.set(around, [index]);
  }
  for (const list of beside.values()) {
    const kept = longestRise(list.map((index) => pairs.get(index) ?? -1));
    list.forEach((index, at) => {
      if (!kept.has(at)) moved.add(index);
    });
  }
  return moved;
}

/** The places in a list of a longest rising sequence of its numbers, which are all different. */
export function longestRise(values: readonly number[]): ReadonlySet<number> {
  const tails: number[] = [];
  const previous: number[] = [];
  values.forEach((value, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous[index] = tails[low - 1] ?? -1;
    tails[low] = index;
  });
  const kept = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) kept.add(at);
  return kept;
}
