import type { Template } from "../template/template.ts";
import type { Files } from "./files.ts";
import { headOf, readHead, type Head } from "./read-head.ts";
import { canonical, pathWithin } from "./uris.ts";

/** The beginnings of the design documents of each workspace folder, by their canonical URIs. */
export interface Heads {
  /**
   * All of a folder's. A document is read and parsed again only where it may have changed. The head of one that
   * has not is the same object as before. Rejects where files cannot be listed.
   */
  read(folder: string): Promise<ReadonlyMap<string, Head>>;
  /**
   * The text of the file `uri` is another one, or it is there for the first time, or no longer; without a `uri`,
   * any document may have come or gone, or their templates or settings have changed.
   */
  stale(uri?: string): void;
}

/** What heads are read from. */
export interface HeadSources {
  readonly files: Files;
  /** The text of a file that is open. */
  openText(uri: string): string | undefined;
  /** URIs of the files in a folder that may be design documents. */
  documents(folder: string): Promise<readonly string[]>;
  /** The template of a design document, for its fields; nothing where the file is none. */
  template(uri: string): Promise<Template | undefined>;
  /** Lets others work for a moment. */
  pause(): Promise<void>;
}

const mostAtOnce = 8;

/** A head with what it was read from. */
interface Kept {
  readonly text: string;
  readonly template: Template;
  readonly head: Head;
}

interface Entry {
  kept: ReadonlyMap<string, Kept>;
  heads: ReadonlyMap<string, Head>;
  reading: Promise<ReadonlyMap<string, Head>> | undefined;
  stale: boolean;
  readonly changed: Set<string>;
}

/** Heads read lazily, a folder at a time, for all who want to know something of them. */
export function createHeads(sources: HeadSources): Heads {
  const entries = new Map<string, Entry>();

  const entryOf = (folder: string): Entry => {
    const known = entries.get(canonical(folder));
    if (known) return known;
    const entry: Entry = {
      kept: new Map(),
      heads: new Map(),
      reading: undefined,
      stale: true,
      changed: new Set(),
    };
    entries.set(canonical(folder), entry);
    return entry;
  };

  const read = (folder: string): Promise<ReadonlyMap<string, Head>> => {
    const entry = entryOf(folder);
    const isStale = entry.stale || entry.changed.size > 0;
    // What is being read may be from before the change.
    if (entry.reading) return isStale ? entry.reading.then(() => read(folder)) : entry.reading;
    if (!isStale) return Promise.resolve(entry.heads);
    const changed = Array.from(entry.changed);
    const isWhole = entry.stale;
    entry.stale = false;
    entry.changed.clear();
    entry.reading = (
      isWhole ? readAll(folder, entry.kept, sources) : readSome(folder, changed, entry.kept, sources)
    )
      .then((kept) => {
        entry.kept = kept;
        entry.heads = new Map(Array.from(kept, ([uri, { head }]) => [uri, head]));
        return entry.heads;
      })
      .catch((error: unknown) => {
        entry.stale = true;
        throw error;
      })
      .finally(() => {
        entry.reading = undefined;
      });
    return entry.reading;
  };

  return {
    read,
    stale(uri) {
      for (const entry of entries.values()) {
        if (uri === undefined) entry.stale = true;
        else entry.changed.add(canonical(uri));
      }
    },
  };
}

type KeptHeads = ReadonlyMap<string, Kept>;

async function readAll(folder: string, before: KeptHeads, sources: HeadSources): Promise<KeptHeads> {
  const uris = [...new Set((await sources.documents(folder)).map(canonical))].toSorted();
  return withReadings(new Map(), uris, before, sources);
}

/**
 * The heads as they were, with those of `uris` read anew. Whether a new file is a design document is asked of it
 * alone, so that the folder need not be listed for it.
 */
async function readSome(
  folder: string,
  uris: readonly string[],
  before: KeptHeads,
  sources: HeadSources,
): Promise<KeptHeads> {
  const isOne = (uri: string): boolean => before.has(uri) || pathWithin(folder, uri) !== undefined;
  return withReadings(before, uris.filter(isOne), before, sources);
}

async function withReadings(
  others: KeptHeads,
  uris: readonly string[],
  before: KeptHeads,
  sources: HeadSources,
): Promise<KeptHeads> {
  const read = new Map<string, Kept | undefined>();
  const waiting = uris.values();
  const work = async (): Promise<void> => {
    for (const uri of waiting) read.set(uri, await readOne(uri, before.get(uri), sources));
  };
  await Promise.all(Array.from({ length: mostAtOnce }, work));
  const all = new Map(others);
  for (const uri of uris) {
    const kept = read.get(uri);
    if (kept) all.set(uri, kept);
    else all.delete(uri);
  }
  return all;
}

/** A document's head; nothing where the file is no design document or cannot be read. */
async function readOne(
  uri: string,
  before: Kept | undefined,
  { files, openText, template: templateOf, pause }: HeadSources,
): Promise<Kept | undefined> {
  const template = await templateOf(uri);
  if (!template) return undefined;
  const whole = openText(uri) ?? (await files.readFile(uri));
  if (whole === undefined) return undefined;
  const text = headOf(whole);
  if (before?.text === text && before.template === template) return before;
  await pause();
  return { text, template, head: readHead(text, template) };
}
