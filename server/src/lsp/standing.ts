/** Answers about open documents that hang on everything but the document's own text, each found once. */
export interface Standings<T> {
  /** What holds for a document. Two questions at once are one; a failure is not kept. */
  of(uri: string): Promise<T>;
  /** Settings, folders, configurations, templates or files may be others: everything is found anew when it is asked for. */
  renew(): void;
  closed(uri: string): void;
}

export interface StandingParts<T> {
  find(uri: string): Promise<T>;
  /** Whether somebody tells of changes to the files that the answer hangs on. */
  watched(uri: string): boolean;
  /** Calls `run` once, so many milliseconds later. */
  later(milliseconds: number, run: () => void): unknown;
}

// Where nobody tells of changes, files are looked at again, but not at each keystroke of somebody who types on.
const lifeUnwatched = 2000;

/** Nothing is found yet. */
export function createStandings<T>({ find, watched, later }: StandingParts<T>): Standings<T> {
  const kept = new Map<string, Promise<T>>();
  let ends = false;

  const endUnwatched = (): void => {
    if (ends) return;
    ends = true;
    later(lifeUnwatched, () => {
      ends = false;
      for (const uri of kept.keys()) if (!watched(uri)) kept.delete(uri);
    });
  };

  return {
    of(uri) {
      const known = kept.get(uri);
      if (known) return known;
      const found = find(uri);
      kept.set(uri, found);
      found.catch(() => {
        if (kept.get(uri) === found) kept.delete(uri);
      });
      if (!watched(uri)) endUnwatched();
      return found;
    },
    renew: () => kept.clear(),
    closed: (uri) => void kept.delete(uri),
  };
}
