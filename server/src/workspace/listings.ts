import type { Entry, EntryKind, Files } from "./files.ts";
import { canonical, pathWithin, under } from "./uris.ts";

/** What a walk along names came to. */
export interface Walked {
  readonly kind: EntryKind;
  readonly uri: string;
  /** The names as they are really spelt. */
  readonly names: readonly string[];
  /** Whether these are the names that were asked for; else they differ in upper and lower case. */
  readonly exact: boolean;
}

/** What is in folders, asked once until a change is told. */
export interface Listings {
  /** What is in a folder; none where it cannot be read. */
  of(folder: string): Promise<readonly Entry[]>;
  /** What stands at the end of a walk from a folder; nothing where a name is not there in any spelling. */
  walk(folder: string, names: readonly string[]): Promise<Walked | undefined>;
  /** A file or folder was created or deleted. */
  forget(uri: string): void;
  clear(): void;
}

interface Listing {
  readonly entries: readonly Entry[];
  readonly byName: ReadonlyMap<string, Entry>;
  readonly byFold: ReadonlyMap<string, Entry>;
}

/** Listings from `files`; not more questions at once than the files can stand. */
export function createListings(files: Pick<Files, "entriesOf">): Listings {
  const kept = new Map<string, Promise<Listing>>();
  const take = turns(mostAtOnce);

  const listing = (folder: string): Promise<Listing> => {
    const key = canonical(folder);
    const known = kept.get(key);
    if (known) return known;
    const asked = take(() => files.entriesOf(key)).then(indexed);
    kept.set(key, asked);
    // A failure is not kept, and is told to whoever asked.
    asked.catch(() => kept.get(key) === asked && kept.delete(key));
    return asked;
  };

  return {
    of: async (folder) => (await listing(folder)).entries,
    async walk(folder, names) {
      const spelt: string[] = [];
      let kind: EntryKind = "folder";
      let exact = true;
      for (const name of names) {
        if (kind !== "folder") return undefined;
        const { byName, byFold } = await listing(under(folder, ...spelt));
        const same = byName.get(composed(name));
        const entry = same ?? byFold.get(folded(name));
        if (!entry) return undefined;
        exact &&= same !== undefined;
        spelt.push(entry.name);
        kind = entry.kind;
      }
      return { kind, uri: under(folder, ...spelt), names: spelt, exact };
    },
    forget(uri) {
      // A file in a new folder is told by its own name, so the folders above are looked at again, too.
      for (const folder of kept.keys())
        if (pathWithin(folder, uri) !== undefined || pathWithin(uri, folder) !== undefined)
          kept.delete(folder);
    },
    clear: () => kept.clear(),
  };
}

const indexed = (entries: readonly Entry[]): Listing => ({
  entries,
  byName: new Map(entries.map((entry) => [composed(entry.name), entry])),
  byFold: new Map(entries.map((entry) => [folded(entry.name), entry])),
});

// Some file systems keep an accent apart from its letter; nobody who writes a link can see that.
const composed = (name: string): string => name.normalize("NFC");

/** A name without what file systems that ignore case do not look at. */
export const folded = (name: string): string => composed(name).toLowerCase();

const mostAtOnce = 10;

/** Runs work that it is given, at most so much of it at once, in the order in which it came. */
function turns(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= most) await new Promise<void>((go) => waiting.push(go));
    else running++;
    try {
      return await work();
    } finally {
      // Whoever waits takes over this place, so that the number stays as it is.
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
