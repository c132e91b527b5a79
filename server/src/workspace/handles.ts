import { codeownersPaths, parseCodeowners, parseOwners } from "./codeowners.ts";
import { handleCounts, type Handle, type HandleCounts, type Owners } from "./handle-counts.ts";
import { createHeads, type Heads, type HeadSources } from "./heads.ts";
import { canonical, nameOf, under } from "./uris.ts";

export type { Handle };

/** The handles that are known in each workspace folder. */
export interface Handles {
  /** Those known at this moment, the most frequent first; if they are stale, reading begins and is not awaited. */
  now(folder: string): readonly Handle[];
  /** True once a folder has been read. */
  ready(folder: string): boolean;
  /** All of them, when they have been read. */
  all(folder: string): Promise<readonly Handle[]>;
  /**
   * A file was changed, as {@link Heads.stale} has it; without a `uri`, files may have come or gone, or settings
   * have changed. The old handles serve until the new are there.
   */
  stale(uri?: string): void;
}

/** What handles are read from. */
export interface HandleSources extends HeadSources {
  /** A folder's handles are others now, or are there for the first time. */
  changed(folder: string): void;
  /** Told when reading in the background failed. */
  failed(error: unknown): void;
}

interface Entry {
  readonly counts: HandleCounts;
  handles: readonly Handle[];
  reading: Promise<readonly Handle[]> | undefined;
  done: boolean;
  stale: boolean;
  /** What stands in owners files, read or on its way; nothing where they have to be read again. */
  owners: Promise<readonly Owners[]> | undefined;
}

/** Handles read lazily, a folder at a time. Whoever wants something else of the same headers shares `heads`. */
export function createHandles(sources: HandleSources, heads: Heads = createHeads(sources)): Handles {
  const entries = new Map<string, Entry>();

  const entryOf = (folder: string): Entry => {
    const known = entries.get(canonical(folder));
    if (known) return known;
    const entry: Entry = {
      counts: handleCounts(),
      handles: [],
      reading: undefined,
      done: false,
      stale: true,
      owners: undefined,
    };
    entries.set(canonical(folder), entry);
    return entry;
  };
  heads.follow((folder, uri, head) => entryOf(folder).counts.put(uri, head?.handles ?? []));

  const readAll = async (folder: string, entry: Entry): Promise<readonly Handle[]> => {
    entry.owners ??= readOwners(folder, sources);
    entry.counts.putOwners(await entry.owners);
    await heads.read(folder);
    return entry.counts.ranked();
  };

  const read = (folder: string, entry: Entry): Promise<readonly Handle[]> => {
    if (entry.reading) return entry.reading;
    if (!entry.stale) return Promise.resolve(entry.handles);
    entry.stale = false;
    let isBroken = false;
    entry.reading = readAll(folder, entry)
      .then((found) => {
        const isSame = entry.done && found === entry.handles;
        entry.handles = found;
        entry.done = true;
        if (!isSame && entries.get(canonical(folder)) === entry) sources.changed(folder);
        return entry.handles;
      })
      .catch((error: unknown) => {
        isBroken = true;
        entry.owners = undefined;
        sources.failed(error);
        return entry.handles;
      })
      .finally(() => {
        entry.reading = undefined;
        if (isBroken) entry.stale = true;
        // What was changed in the meantime is read at once, since nobody may ask again.
        else if (entry.stale) void read(folder, entry);
      });
    return entry.reading;
  };

  return {
    now(folder) {
      const entry = entryOf(folder);
      void read(folder, entry);
      return entry.handles;
    },
    ready: (folder) => entryOf(folder).done,
    all: (folder) => read(folder, entryOf(folder)),
    stale(uri) {
      const isOwners = uri !== undefined && isOwnersFile(nameOf(uri));
      if (!isOwners) heads.stale(uri);
      const open = uri === undefined ? sources.folders?.().map(canonical) : undefined;
      for (const [key, entry] of entries) {
        if (open?.includes(key) === false) {
          entries.delete(key);
          continue;
        }
        entry.stale = true;
        if (isOwners || uri === undefined) entry.owners = undefined;
      }
    },
  };
}

const mostOwners = 100;

/** Whether a file of this name says who owns what. */
const isOwnersFile = (name: string): boolean => name === "CODEOWNERS" || name === "OWNERS";

async function readOwners(folder: string, { files }: HandleSources): Promise<readonly Owners[]> {
  const found = await files.findFiles({ include: ["**/OWNERS"], exclude: [], limit: mostOwners }, [folder]);
  return Promise.all([
    ...codeownersPaths.map(async (path) => ({
      source: path,
      handles: parseCodeowners((await files.readFile(under(folder, path))) ?? ""),
    })),
    ...found.map(async (uri) => ({
      source: nameOf(uri),
      handles: parseOwners((await files.readFile(uri)) ?? ""),
    })),
  ]);
}
