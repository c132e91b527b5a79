/** What was found of objects that never change, beside them. It may be forgotten at any time and is then found anew. */
export interface Memory<Key extends object, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): void;
}

const turns: (() => void)[] = [];

// What was found while `passingBy` runs, by memories that were asked meanwhile.
let isPassing = false;
const passed = new Set<() => void>();

/**
 * Runs work on a text that nobody asks about again: what is found of it meanwhile is forgotten at the end, and nothing
 * else is. So the next collection of garbage has nothing to copy, as it would for what {@link forgetOldest} tells.
 */
export function passingBy<T>(work: () => T): T {
  const isOuter = !isPassing;
  isPassing = true;
  try {
    return work();
  } finally {
    if (isOuter) {
      isPassing = false;
      for (const forget of passed) forget();
      passed.clear();
    }
  }
}

/**
 * A memory that holds no key, and nothing for longer than its key is there. What hangs on a text belongs here, what
 * hangs on a template does not: {@link forgetOldest} makes no difference between them.
 */
export function createMemory<Key extends object, Value>(): Memory<Key, Value> {
  let young = new WeakMap<Key, Value>();
  let old = new WeakMap<Key, Value>();
  let brief: Map<Key, Value> | undefined;
  const forget = (): void => {
    brief = undefined;
  };
  turns.push(() => {
    old = young;
    young = new WeakMap();
  });
  return {
    get(key) {
      const passing = brief?.get(key);
      if (passing !== undefined) return passing;
      const known = young.get(key);
      if (known !== undefined) return known;
      const older = old.get(key);
      if (older !== undefined) young.set(key, older);
      return older;
    },
    set(key, value) {
      if (!isPassing) young.set(key, value);
      else if (brief) brief.set(key, value);
      else {
        brief = new Map([[key, value]]);
        passed.add(forget);
      }
    },
  };
}

/**
 * Forgets all that nobody has asked for since the last call. A collection of young garbage (in V8) takes all that a
 * weak map has for living, whatever becomes of the keys. So whoever reads thousands of texts, each once, and calls this
 * in between, spares copying nearly all that was made of them.
 */
export function forgetOldest(): void {
  for (const turn of turns) turn();
}
