/** Asks how far documents have come, a few at a time, and only while somebody looks. */
export interface ProgressQueue {
  /** Wants to know it of these, the first of them first. Those that are waited for already stay in their place. */
  readonly want: (uris: readonly string[]) => void;
  /** Nobody wants to know it any more. */
  readonly clear: () => void;
  /** Lets it rest, or go on. */
  readonly rest: (isResting: boolean) => void;
}

export interface ProgressSource<Progress> {
  /** Asks; what is cancelled may fail as it likes. */
  readonly ask: (uris: readonly string[], isWanted: AbortSignal) => Promise<readonly Progress[]>;
  readonly found: (uris: readonly string[], progress: readonly Progress[]) => void;
  readonly failed: (error: unknown) => void;
}

// So many at once: few enough for the first lines to be complete soon.
const atOnce = 25;

/** Nothing is wanted yet. One question is under way at a time. */
export function createProgressQueue<Progress>(source: ProgressSource<Progress>): ProgressQueue {
  const waiting = new Set<string>();
  let isResting = false;
  let asking: AbortController | undefined;

  const askNext = async (): Promise<void> => {
    while (!isResting && waiting.size > 0) {
      const uris = Array.from(waiting).slice(0, atOnce);
      const mine = new AbortController();
      asking = mine;
      try {
        const progress = await source.ask(uris, mine.signal);
        if (mine.signal.aborted) return;
        for (const uri of uris) waiting.delete(uri);
        source.found(uris, progress);
      } catch (error) {
        if (mine.signal.aborted) return;
        // What failed once would fail again at once.
        waiting.clear();
        source.failed(error);
      } finally {
        if (asking === mine) asking = undefined;
      }
    }
  };

  const go = (): void => {
    if (!asking) void askNext();
  };
  const stop = (): void => {
    asking?.abort();
    asking = undefined;
  };

  return {
    want(uris) {
      for (const uri of uris) waiting.add(uri);
      go();
    },
    clear() {
      waiting.clear();
      stop();
    },
    rest(wanted) {
      isResting = wanted;
      if (wanted) stop();
      else go();
    },
  };
}
