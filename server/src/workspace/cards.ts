import { prepareIndex } from "../facts/card-index.ts";
import type { Card } from "../facts/facts.ts";
import { folderCards, type FolderCards } from "./folder-cards.ts";
import { createHeads, type Heads, type HeadSources } from "./heads.ts";
import { canonical } from "./uris.ts";

/** The cards of the design documents in each workspace folder. */
export interface Cards {
  /**
   * Those known at this moment, the same array for as long as none is different; nothing until a folder has been
   * read. If they are stale, reading begins and is not awaited.
   */
  now(folder: string): readonly Card[] | undefined;
  /** {@link now} without the document itself: the fact `others`, again the same array while none is different. */
  others(folder: string, uri: string): readonly Card[] | undefined;
  /** True once a folder has been read. */
  ready(folder: string): boolean;
  /** All of them, when they have been read. */
  all(folder: string): Promise<readonly Card[]>;
  /**
   * The text of the document `uri` is another one, in its file or as it is typed; without a `uri`, files may have
   * come or gone, or settings and templates changed. The old cards serve until the new are there.
   */
  stale(uri?: string): void;
  /** Forgets what is kept for a document that was closed. */
  closed(uri: string): void;
}

export interface CardSources extends HeadSources {
  /** A folder's cards are others now, or are there for the first time. */
  changed(folder: string): void;
  /** Told when reading in the background failed. */
  failed(error: unknown): void;
}

interface Entry {
  readonly cards: FolderCards;
  known: readonly Card[] | undefined;
  reading: Promise<readonly Card[]> | undefined;
  stale: boolean;
}

/** The cards of all but one document, with what they were taken from. */
interface Others {
  readonly all: readonly Card[];
  readonly others: readonly Card[];
}

/** Cards read lazily, a folder at a time. Whoever wants something else of the same headers shares `heads`. */
export function createCards(sources: CardSources, heads: Heads = createHeads(sources)): Cards {
  const entries = new Map<string, Entry>();
  const others = new Map<string, Others>();
  // Documents that have asked for the others of a folder when those were not known.
  const asking = new Map<string, string>();

  const { readingAll = (work) => work() } = sources;

  const entryOf = (folder: string): Entry => {
    const known = entries.get(canonical(folder));
    if (known) return known;
    const entry: Entry = { cards: folderCards(folder), known: undefined, reading: undefined, stale: true };
    entries.set(canonical(folder), entry);
    return entry;
  };
  heads.follow((folder, uri, head) => entryOf(folder).cards.put(uri, head));

  const othersIn = (all: readonly Card[], own: string): readonly Card[] => {
    const last = others.get(own);
    const found = all.filter((card) => card.uri !== own);
    // It is the card of the document itself that is another one, most of the time.
    const isSame =
      last?.others.length === found.length && found.every((card, at) => card === last.others[at]);
    const kept = { all, others: isSame ? last.others : found };
    others.set(own, kept);
    return kept.others;
  };

  /** Whoever types when all are there for the first time would else wait for what rules make of them. */
  const prepare = async (folder: string, cards: readonly Card[]): Promise<void> => {
    for (const [own, around] of asking)
      if (around === canonical(folder)) await prepareIndex(othersIn(cards, own), () => sources.pause());
    asking.clear();
  };

  const read = (folder: string, entry: Entry): Promise<readonly Card[]> => {
    if (entry.reading) return entry.reading;
    if (!entry.stale && entry.known) return Promise.resolve(entry.known);
    entry.stale = false;
    let isBroken = false;
    // Of all documents at once, more is made here than of their heads.
    const made = async (): Promise<readonly Card[]> => {
      const cards = await entry.cards.update(() => sources.pause());
      if (!entry.known) await prepare(folder, cards);
      return cards;
    };
    entry.reading = heads
      .read(folder)
      .then(() => (entry.known ? made() : readingAll(made)))
      .then((cards) => {
        const before = entry.known;
        entry.known = cards;
        if (cards !== before && entries.get(canonical(folder)) === entry) sources.changed(folder);
        return cards;
      })
      .catch((error: unknown) => {
        isBroken = true;
        sources.failed(error);
        return entry.known ?? [];
      })
      .finally(() => {
        entry.reading = undefined;
        // Somebody who typed on while this was read asks no second time. What failed waits to be asked.
        if (isBroken) entry.stale = true;
        else if (entry.stale) void read(folder, entry);
      });
    return entry.reading;
  };

  const now = (folder: string): readonly Card[] | undefined => {
    const entry = entryOf(folder);
    void read(folder, entry);
    return entry.known;
  };

  return {
    now,
    others(folder, uri) {
      const own = canonical(uri);
      const all = now(folder);
      const last = others.get(own);
      if (!all) asking.set(own, canonical(folder));
      return all && (last?.all === all ? last.others : othersIn(all, own));
    },
    ready: (folder) => entryOf(folder).known !== undefined,
    all: (folder) => read(folder, entryOf(folder)),
    stale(uri) {
      heads.stale(uri);
      const open = uri === undefined ? sources.folders?.().map(canonical) : undefined;
      for (const [key, entry] of entries)
        if (open?.includes(key) === false) entries.delete(key);
        else entry.stale = true;
    },
    closed(uri) {
      others.delete(canonical(uri));
      asking.delete(canonical(uri));
    },
  };
}
