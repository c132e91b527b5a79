/** A question with what it hangs on: two questions with equal keys have one answer. Keys are compared by identity, item by item. */
export interface Question<T> {
  readonly key: readonly unknown[];
  ask(): Promise<T>;
}

/** The answer to a question that takes time: the last one that came, while the next is on its way. */
export interface Answer<T> {
  /** What is known now. Where the question is another than the last, it is asked in the background. */
  now(question: Question<T>): T | undefined;
  /** What the answer hangs on has changed: the last question is asked once more. */
  again(): void;
  /** Settles when no question is under way any more. Never rejects. */
  settled(): Promise<void>;
}

export interface AnswerParts<T> {
  /** Equal for two answers between which nobody can tell the difference; then the older one stays. */
  fingerprint(value: T): string;
  /** Called when an answer has come that differs from the one before. */
  changed(): void;
  failed(error: unknown): void;
  /** Lets what has to be answered now go first. */
  pause?(): Promise<void>;
}

/** An answer that nobody has asked for yet. One question is under way at a time, and of those behind it only the last is asked. */
export function createAnswer<T>({ fingerprint, changed, failed, pause }: AnswerParts<T>): Answer<T> {
  let value: T | undefined;
  let print: string | undefined;
  let last: Question<T> | undefined;
  let asking = false;
  let another = false;
  let working: Promise<void> = Promise.resolve();

  const work = async (): Promise<void> => {
    asking = true;
    while (another && last) {
      another = false;
      try {
        if (pause) await pause();
        const found = await last.ask();
        const next = fingerprint(found);
        if (next === print) continue;
        value = found;
        print = next;
        changed();
      } catch (error) {
        failed(error);
      }
    }
    asking = false;
  };
  const begin = (): void => {
    another = true;
    if (!asking) working = work();
  };

  return {
    now(question) {
      const isSame = last && sameKey(last.key, question.key);
      last = isSame ? last : question;
      if (!isSame) begin();
      return value;
    },
    again() {
      if (last) begin();
    },
    settled: () => working,
  };
}

const sameKey = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);
