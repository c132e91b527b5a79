/** Answers that are kept for a short while. */
export interface ShortMemory<T> {
  /** The answer to `key`, asked by `ask` where it is not known or too old. */
  get(key: string, ask: () => Promise<T>): Promise<T>;
  forget(): void;
}

/**
 * A memory that keeps an answer for `life` units of the clock `now`. Two questions at once are one; a failure
 * is not kept.
 */
export function shortMemory<T>(life: number, now: () => number): ShortMemory<T> {
  const kept = new Map<string, { readonly until: number; readonly answer: Promise<T> }>();
  return {
    get(key, ask) {
      const known = kept.get(key);
      if (known && now() < known.until) return known.answer;
      const answer = ask().catch((error: unknown) => {
        if (kept.get(key)?.answer === answer) kept.delete(key);
        throw error;
      });
      kept.set(key, { until: now() + life, answer });
      return answer;
    },
    forget: () => kept.clear(),
  };
}
