/** What was found of objects that never change, beside them. It may be forgotten at any time and is then found anew. */
export interface Memory<Key extends object, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): void;
}

/**
 * A memory that holds no key, and nothing for longer than its key is there. What is remembered of a key stands in a
 * property of it that nobody sees: no listing, copy or comparison has it.
 *
 * A weak map would say the same, but a collection of young garbage (in V8) takes all that it has for living, whatever
 * becomes of the keys. With one version of a text a keystroke, nearly all that was made of each would be copied twice,
 * and pile up until a full collection.
 */
export function createMemory<Key extends object, Value>(): Memory<Key, Value> {
  const own = Symbol("remembered");
  return {
    get: (key) => (key as { readonly [own]?: Value })[own],
    set(key, value) {
      // What can have no property more is not remembered, and found anew each time.
      Reflect.defineProperty(key, own, { value, writable: true });
    },
  };
}
