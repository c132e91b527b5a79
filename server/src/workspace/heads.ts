import type { Template } from "../template/template.ts";
import { digest } from "../text/digest.ts";
import type { Files } from "./files.ts";
import { headOf, headOfFile } from "./head-piece.ts";
import type { Kept } from "./kept.ts";
import { readHead, templatePrint, type Head } from "./read-head.ts";
import { documentsBeside, isSideFile, readSideText } from "./side-files.ts";
import { canonical, pathWithin } from "./uris.ts";

/** The beginnings of the design documents of each workspace folder, by their canonical URIs. */
export interface Heads {
  /**
   * Settles when all of a folder's are known as its files are now. A document is read and parsed again only where it
   * may have changed. Rejects where files cannot be listed.
   */
  read(folder: string): Promise<void>;
  /**
   * Tells of each head that is another one, or is there for the first time, or, with nothing for a head, no longer.
   * Those of one reading come one by one, as they are read.
   */
  follow(listener: HeadListener): void;
  /**
   * The text of the file `uri` is another one, or it is there for the first time, or no longer: a document, or a file
   * beside one that holds its header. Without a `uri`, any document may have come or gone, or their templates or settings have changed.
   */
  stale(uri?: string): void;
}

export type HeadListener = (folder: string, uri: string, head: Head | undefined) => void;

/** What heads are read from. */
export interface HeadSources {
  readonly files: Files;
  /** The text of a file that is open. */
  openText(uri: string): string | undefined;
  /** URIs of the files in a folder that may be design documents. */
  documents(folder: string): Promise<readonly string[]>;
  /**
   * The template of a design document, for its fields; nothing where the file is none. While `pass` is the same
   * object, what was looked up for one document may be taken for others.
   */
  template(uri: string, pass: Pass): Promise<Template | undefined>;
  /** Lets others work for a moment, where it is time for that. */
  pause(): Promise<void>;
  /** Runs the reading of all documents of a folder. */
  readingAll?<T>(work: () => Promise<T>): Promise<T>;
  /** The workspace folders, where others need not be kept. */
  folders?(): readonly string[];
  /** Heads by what they were read from, from one start to the next. */
  readonly kept?: Kept<Head>;
  /** Told when what is kept cannot be written. */
  failed?(error: unknown): void;
}

/** One look at the documents of a folder, for as long as settings and configurations are the same. */
export type Pass = Readonly<Record<never, never>>;

// Enough for a disk and for a client to be busy, and few enough for none to be long in the way of what is asked meanwhile.
const mostAtOnce = 8;
// After so many readings that were broken off, one is carried through.
const mostBroken = 3;

/** A head with the name of what it was read from. */
interface Known {
  readonly key: string;
  readonly head: Head;
}

interface Entry {
  readonly folder: string;
  readonly known: Map<string, Known>;
  reading: Promise<void> | undefined;
  stale: boolean;
  readonly changed: Set<string>;
}

/** Heads read lazily, a folder at a time, for all who want to know something of them. Texts are not kept. */
export function createHeads(sources: HeadSources): Heads {
  const entries = new Map<string, Entry>();
  const listeners: HeadListener[] = [];

  const entryOf = (folder: string): Entry => {
    const known = entries.get(canonical(folder));
    if (known) return known;
    const entry: Entry = { folder, known: new Map(), reading: undefined, stale: true, changed: new Set() };
    entries.set(canonical(folder), entry);
    return entry;
  };

  const put = ({ folder, known }: Entry, uri: string, found: Known | undefined): void => {
    const before = known.get(uri);
    if (before === found) return;
    if (found) known.set(uri, found);
    else known.delete(uri);
    if (before?.head !== found?.head) for (const tell of listeners) tell(folder, uri, found?.head);
  };

  const isOpen = (entry: Entry): boolean => entries.get(canonical(entry.folder)) === entry;

  /** All documents of a folder. False where it was broken off, since they have to be asked for again. */
  const readAll = async (entry: Entry, mayBreak: boolean): Promise<boolean> => {
    const isOver = (): boolean => !isOpen(entry) || (mayBreak && entry.stale);
    const uris = new Set((await sources.documents(entry.folder)).map(canonical));
    await readEach(entry, uris, isOver);
    if (isOver()) return false;
    // What came while this was read is not listed, and is asked for by its own name.
    for (const uri of entry.known.keys())
      if (!uris.has(uri) && !entry.changed.has(uri)) put(entry, uri, undefined);
    return true;
  };

  const readEach = async (entry: Entry, uris: Iterable<string>, isOver: () => boolean): Promise<void> => {
    const pass: Pass = {};
    const waiting = uris[Symbol.iterator]();
    const work = async (): Promise<void> => {
      for (let next = waiting.next(); next.done !== true; next = waiting.next()) {
        if (isOver()) return;
        const uri = next.value;
        const found = await readOne(uri, entry.known.get(uri), pass, sources);
        if (isOver()) return;
        put(entry, uri, found);
      }
    };
    await Promise.all(Array.from({ length: mostAtOnce }, work));
  };

  // One file more or less is not worth writing all of them.
  const keep = (): void => {
    sources.kept?.save().catch((error: unknown) => sources.failed?.(error));
  };

  const { readingAll = (reading) => reading() } = sources;

  const work = async (entry: Entry): Promise<void> => {
    for (let broken = 0; isOpen(entry) && (entry.stale || entry.changed.size > 0);) {
      const named = Array.from(entry.changed);
      const isWhole = entry.stale;
      entry.changed.clear();
      entry.stale = false;
      // Whether a new file is a design document is asked of it alone, so that the folder need not be listed for it.
      const isNear = (uri: string): boolean =>
        entry.known.has(uri) || pathWithin(entry.folder, uri) !== undefined;
      try {
        if (!isWhole)
          await readEach(entry, await withBeside(named.filter(isNear), sources), () => !isOpen(entry));
        else if (!(await readingAll(() => readAll(entry, broken < mostBroken)))) broken++;
        else keep();
      } catch (error) {
        entry.stale = true;
        throw error;
      }
    }
  };

  return {
    read(folder) {
      const entry = entryOf(folder);
      entry.reading ??= work(entry).finally(() => {
        entry.reading = undefined;
      });
      return entry.reading;
    },
    follow: (listener) => void listeners.push(listener),
    stale(uri) {
      const open = uri === undefined ? sources.folders?.().map(canonical) : undefined;
      for (const [key, entry] of entries) {
        if (uri !== undefined) entry.changed.add(canonical(uri));
        else if (open?.includes(key) === false) entries.delete(key);
        else entry.stale = true;
      }
    },
  };
}

/** The files, and in place of those that hold the header of a document, the documents in their folders. */
async function withBeside(
  uris: readonly string[],
  { files }: Pick<HeadSources, "files">,
): Promise<ReadonlySet<string>> {
  const found = await Promise.all(
    uris.map(async (uri) => (isSideFile(uri) ? documentsBeside(files, uri) : [uri])),
  );
  return new Set(found.flat().map(canonical));
}

/** A document's head; nothing where the file is no design document or cannot be read. */
async function readOne(
  uri: string,
  before: Known | undefined,
  pass: Pass,
  { files, openText, template: templateOf, pause, kept }: HeadSources,
): Promise<Known | undefined> {
  const template = await templateOf(uri, pass);
  if (!template) return undefined;
  const open = openText(uri);
  const piece = open === undefined ? await headOfFile(uri, files) : headOf(open);
  if (piece === undefined) return undefined;
  const side = await readSideText(files, uri);
  await pause();
  const beside = side === undefined ? "" : ` ${digest(side)}`;
  const key = `${digest(piece)} ${templatePrint(template)}${beside}`;
  if (before?.key === key) return before;
  // What is typed changes too often to be kept.
  const store = open === undefined ? kept : undefined;
  const last = await store?.get(key);
  if (last) return { key, head: last };
  const head = readHead(piece, template, side);
  store?.set(key, head);
  return { key, head };
}
