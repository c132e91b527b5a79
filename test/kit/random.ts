/** A source of numbers that is the same for the same seed, so that a failing case can be run again. */
export interface Random {
  /** A whole number from 0 to below `count`. */
  below(count: number): number;
  /** One of the values. */
  of<Value>(values: readonly [Value, ...Value[]]): Value;
  /** True once in `count` times. */
  once(count: number): boolean;
}

/** Mulberry32: small, quick, even enough for tests. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number): number => Math.floor(next() * count);
  return {
    below,
    of: (values) => values[below(values.length)] ?? values[0],
    once: (count) => below(count) === 0,
  };
}
