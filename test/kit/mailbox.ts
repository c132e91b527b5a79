/** Messages in the order in which they came, each taken once. */
export interface Mailbox<T> {
  put(message: T): void;
  /** The oldest message that was not taken yet; waits for it where there is none. */
  next(): Promise<T>;
  /** Those that nobody has taken. */
  readonly waiting: readonly T[];
}

/** An empty mailbox. */
export function createMailbox<T>(): Mailbox<T> {
  const waiting: T[] = [];
  const takers: ((message: T) => void)[] = [];
  return {
    waiting,
    put(message) {
      const taker = takers.shift();
      if (taker) taker(message);
      else waiting.push(message);
    },
    next: () =>
      new Promise((resolve) => {
        const message = waiting.shift();
        if (message === undefined) takers.push(resolve);
        else resolve(message);
      }),
  };
}
