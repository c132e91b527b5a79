import type { Card } from "../facts/facts.ts";
import { cardFinder } from "../facts/find-card.ts";
import type { Succession } from "../facts/succession.ts";
import { createHeads, type Heads, type HeadSources } from "./heads.ts";
import type { Head } from "./read-head.ts";
import { canonical, nameOf, pathWithin } from "./uris.ts";

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
  cards: readonly Card[] | undefined;
  reading: Promise<readonly Card[]> | undefined;
  stale: boolean;
}

/** Cards read lazily, a folder at a time. Whoever wants something else of the same headers shares `heads`. */
export function createCards(sources: CardSources, heads: Heads = createHeads(sources)): Cards {
  const entries = new Map<string, Entry>();
  const others = new Map<string, readonly Card[]>();

  const entryOf = (folder: string): Entry => {
    const known = entries.get(canonical(folder));
    if (known) return known;
    const entry: Entry = { cards: undefined, reading: undefined, stale: true };
    entries.set(canonical(folder), entry);
    return entry;
  };

  const read = (folder: string, entry: Entry): Promise<readonly Card[]> => {
    if (entry.reading) return entry.reading;
    if (!entry.stale && entry.cards) return Promise.resolve(entry.cards);
    entry.stale = false;
    let isBroken = false;
    entry.reading = heads
      .read(folder)
      .then((found) => {
        const before = entry.cards;
        const cards = keeping(before, cardsOf(folder, found));
        entry.cards = cards;
        if (cards !== before) sources.changed(folder);
        return cards;
      })
      .catch((error: unknown) => {
        isBroken = true;
        sources.failed(error);
        return entry.cards ?? [];
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
    return entry.cards;
  };

  return {
    now,
    others(folder, uri) {
      const own = canonical(uri);
      const cards = now(folder)?.filter((card) => card.uri !== own);
      const kept = cards && keeping(others.get(own), cards);
      if (kept) others.set(own, kept);
      return kept;
    },
    ready: (folder) => entryOf(folder).cards !== undefined,
    all: (folder) => read(folder, entryOf(folder)),
    stale(uri) {
      heads.stale(uri);
      for (const entry of entries.values()) entry.stale = true;
    },
    closed: (uri) => void others.delete(canonical(uri)),
  };
}

/** The cards in the order of their paths, each with the other cards that its header names. */
function cardsOf(folder: string, heads: ReadonlyMap<string, Head>): readonly Card[] {
  const plain = Array.from(heads, ([uri, head]) => ({
    uri,
    path: pathWithin(folder, uri) ?? nameOf(uri),
    fileName: nameOf(uri),
    title: head.title,
    status: head.status,
    stage: head.stage,
    related: head.related,
  })).toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const finder = cardFinder(plain);
  return plain.map(({ related, ...card }) => {
    const uris: Record<Succession, string[]> = { supersedes: [], supersededBy: [] };
    const vague = new Set<Succession>();
    for (const { relation, ...named } of related) {
      const found = finder.related(named, card.uri);
      if (found) uris[relation].push(found === "self" ? card.uri : found.uri);
      else vague.add(relation);
    }
    return { ...card, ...uris, ...(vague.size > 0 && { vague: [...vague] }) };
  });
}

/** The new cards, with the objects of before where they say the same, and the array of before where all do. */
function keeping(before: readonly Card[] | undefined, cards: readonly Card[]): readonly Card[] {
  if (!before) return cards;
  const known = new Map(before.map((card) => [card.uri, card]));
  const kept = cards.map((card) => {
    const old = known.get(card.uri);
    return old && (old === card || JSON.stringify(old) === JSON.stringify(card)) ? old : card;
  });
  return kept.length === before.length && kept.every((card, index) => card === before[index]) ? before : kept;
}
