// Assertions for both extension hosts: node:assert does not exist in a web worker.

/** Throws with `message` unless the value is true or something. */
export function ok(value: unknown, message: string): asserts value {
  if (value === undefined || value === null || value === false) throw new Error(message);
}

/** Throws unless both have the same JSON, which is enough for strings, numbers, lists and plain records. */
export function equal(actual: unknown, expected: unknown, message = "not equal"): void {
  const [is, wanted] = [actual, expected].map((value) => JSON.stringify(value, undefined, 2) ?? "undefined");
  if (is !== wanted) throw new Error(`${message}\nwanted: ${wanted}\nis:     ${is}`);
}

/**
 * What `probe` answers as soon as that is something other than undefined or false. Throws with `message`, and
 * with what `seen` shows, if it is not within `limit` milliseconds.
 */
export async function eventually<T>(
  message: string,
  probe: () => T | undefined | false | PromiseLike<T | undefined | false>,
  { limit = 30_000, seen }: { readonly limit?: number; readonly seen?: () => unknown } = {},
): Promise<T> {
  for (const deadline = Date.now() + limit; ; await new Promise((next) => setTimeout(next, 50))) {
    const value = await probe();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > deadline) {
      const state = seen === undefined ? "" : `\nseen last: ${JSON.stringify(seen(), undefined, 2)}`;
      throw new Error(`${message}: not within ${limit / 1000} s${state}`);
    }
  }
}
