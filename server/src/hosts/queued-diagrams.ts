import type { DiagramFact } from "../facts/diagram.ts";
import type { Diagrams } from "../workspace/diagrams.ts";

/** A worker that runs `dist/mermaid.js`: a source in, a {@link DiagramFact} out, in the order of the sources. */
export interface DiagramWorker {
  post(source: string): void;
  /** Ends it, also in the middle of a source. */
  end(): void;
}

/** What Node and a browser do each in their own way. */
export interface WorkerPlatform {
  /**
   * Starts a worker, or gives nothing where there can be none. Does not throw. `answered` is called with each fact, and `failed`
   * when the worker has broken off by itself.
   */
  start(answered: (fact: DiagramFact) => void, failed: () => void): DiagramWorker | undefined;
  /** Calls back in so many milliseconds. What comes back calls it off. */
  later(milliseconds: number, call: () => void): () => void;
}

const unknown: DiagramFact = { kind: "unknown" };

/**
 * A worker that is started with the first question, and asked one question after another. A question that it has
 * not answered within `bound` milliseconds is answered `unknown`, and the next one goes to a new worker. Where a
 * worker breaks off before it has answered anything, its script is missing or useless: then no other is started.
 */
export function queuedDiagrams(platform: WorkerPlatform, bound = 5000): Diagrams {
  let worker: DiagramWorker | undefined;
  let useless = false;
  let hasAnswered = false;
  let answer: (fact: DiagramFact) => void = () => {};
  let last: Promise<unknown> = Promise.resolve();

  const begin = (): DiagramWorker | undefined => {
    const fresh = platform.start(
      (fact) => {
        if (worker !== fresh) return;
        hasAnswered = true;
        answer(fact);
      },
      () => {
        if (worker !== fresh) return;
        worker = undefined;
        useless = !hasAnswered;
        answer(unknown);
      },
    );
    useless = fresh === undefined;
    return fresh;
  };

  const ask = (source: string): Promise<DiagramFact> =>
    new Promise((resolve) => {
      if (!useless) worker ??= begin();
      const asked = worker;
      if (useless || asked === undefined) return resolve(unknown);
      const callOff = platform.later(bound, () => {
        worker = undefined;
        asked.end();
        answer(unknown);
      });
      answer = (fact) => {
        answer = () => {};
        callOff();
        resolve(fact);
      };
      asked.post(source);
    });

  return {
    check(source) {
      const asked = last.then(() => ask(source));
      last = asked;
      return asked;
    },
  };
}
