/** What was found of objects that never change, beside them. It may be forgotten at any time and is then found anew. */
export interface Memory<Key extends object, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): void;
}

const turns: (() => void)[] = [];

/**
 * A memory that holds no key, and nothing for longer than its key is there. What hangs on a text belongs here, what
 * hangs on a template does not: {@link forgetOldest} makes no difference between them.
 */
export function createMemory<Key extends object, Value>(): Memory<Key, Value> {
  let young = new WeakMap<Key, Value>();
  let old = new WeakMap<Key, Value>();
  turns.push(() => {
    old = young;
    young = new WeakMap();
  });
  return {
    get(key) {
      const known = young.get(key);
      if (known !== undefined) return known;
      const older = old.get(key);
      if (older !== undefined) young.set(key, older);
      return older;
    },
    set: (key, value) => void young.set(key, value),
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
