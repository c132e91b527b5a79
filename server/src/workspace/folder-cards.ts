import { dayInName } from "../facts/birth-day.ts";
import type { About, Card } from "../facts/facts.ts";
import { cardIndex, namesByWords, numberOf } from "../facts/find-card.ts";
import type { Succession } from "../facts/succession.ts";
import { tellingName } from "../template/file-name.ts";
import type { Head } from "./read-head.ts";
import { nameOf, pathWithin } from "./uris.ts";

/** The cards of one folder, which follow its heads. Only what a change touches is made anew. */
export interface FolderCards {
  /** A head is another one; nothing where it is gone. It counts with the next {@link update}. */
  put(uri: string, head: Head | undefined): void;
  /** The cards in the order of their paths, the same array and the same objects where nothing is different. */
  update(pause: () => Promise<void>): Promise<readonly Card[]>;
}

/** A document by what others call it, which is all that the search for one looks at. */
interface Named extends Pick<Card, "uri" | "path" | "fileName" | "title"> {
  readonly head: Head;
}

/** No cards yet. `folder` is the one that their paths begin at. */
export function folderCards(folder: string): FolderCards {
  const waiting = new Map<string, Head | undefined>();
  const known = new Map<string, Named>();
  // Few documents name others, and only theirs hang on what the others are called.
  const naming = new Set<string>();
  const finder = cardIndex<Named>();
  const searched = new Map<string, Named>();
  let hasNames = false;
  const made = new Map<string, Card>();
  let cards: readonly Card[] = [];

  /** Takes in a head. True where others may find it by another name than before, or no longer. */
  const take = (uri: string, head: Head | undefined): boolean => {
    const before = known.get(uri);
    if (before?.head === head) return false;
    if (head && (head.related.length > 0 || head.depends)) naming.add(uri);
    else naming.delete(uri);
    if (head && before?.title === head.title) {
      // The search holds on to the object, of which it looks at nothing that is different.
      known.set(uri, { ...before, head });
      return false;
    }
    const old = searched.get(uri);
    if (old) finder.remove(old);
    searched.delete(uri);
    known.delete(uri);
    if (!head) return true;
    const path = before?.path ?? pathWithin(folder, uri) ?? nameOf(uri);
    const fresh: Named = { uri, path, fileName: before?.fileName ?? nameOf(uri), title: head.title, head };
    known.set(uri, fresh);
    searched.set(uri, fresh);
    finder.add(fresh);
    return true;
  };

  const cardOf = ({ uri, path, fileName, title, head }: Named): Card => {
    const { status, stage, related } = head;
    const uris: Record<Succession, string[]> = { supersedes: [], supersededBy: [] };
    const vague = new Set<Succession>();
    for (const { relation, ...named } of related) {
      const found = finder.related(named, uri);
      if (found) uris[relation].push(found === "self" ? uri : found.uri);
      else vague.add(relation);
    }
    const depends = new Set<string>();
    for (const named of head.depends ?? []) {
      const found = finder.related(named, uri);
      if (found && found !== "self") depends.add(found.uri);
    }
    return {
      uri,
      path,
      fileName,
      title,
      status,
      stage,
      ...uris,
      ...(depends.size > 0 && { depends: [...depends] }),
      ...(vague.size > 0 && { vague: [...vague] }),
      ...aboutOf(path, head),
    };
  };

  return {
    put: (uri, head) => void waiting.set(uri, head),
    async update(pause) {
      const touched = new Set<string>();
      let isRenamed = false;
      // What comes while others work is in the map as well, and is taken in its turn.
      for (const uri of waiting.keys()) {
        await pause();
        const head = waiting.get(uri);
        waiting.delete(uri);
        touched.add(uri);
        if (take(uri, head)) isRenamed = true;
      }
      if (isRenamed) for (const uri of naming) touched.add(uri);
      const isByWords = (uri: string): boolean => known.get(uri)?.head.related.some(namesByWords) === true;
      if (!hasNames && Array.from(naming).some(isByWords)) {
        hasNames = true;
        await finder.readNames(pause);
      }
      const changes: Change[] = [];
      for (const uri of touched) {
        await pause();
        const named = known.get(uri);
        const before = made.get(uri);
        const card = named && cardOf(named);
        if (before === card || (before && card && JSON.stringify(before) === JSON.stringify(card))) continue;
        changes.push({ before, card });
        if (card) made.set(uri, card);
        else made.delete(uri);
      }
      cards = withChanges(cards, changes);
      return cards;
    },
  };
}

/** What a head says of its document, with the day and the number in its path where it says none. */
export function aboutOf(path: string, { about }: Pick<Head, "about">): About {
  const name = tellingName(path);
  const date = about?.date ?? dayInName(name);
  const number = about?.number ?? numberOf(name);
  return { ...about, ...(date !== undefined && { date }), ...(number !== undefined && { number }) };
}

interface Change {
  readonly before: Card | undefined;
  readonly card: Card | undefined;
}

// So few are put in their places one by one; with more, all are sorted.
const fewChanges = 20;

/** Sorted cards with others in the places of those that were changed: the same array where none was. */
function withChanges(cards: readonly Card[], changes: readonly Change[]): readonly Card[] {
  if (changes.length === 0) return cards;
  if (changes.length > fewChanges) {
    const gone = new Set(changes.map(({ before }) => before));
    const come = changes.map(({ card }) => card).filter((card) => card !== undefined);
    return [...cards.filter((card) => !gone.has(card)), ...come].toSorted(byPath);
  }
  const next = cards.slice();
  for (const { before, card } of changes) {
    if (before) next.splice(next.indexOf(before, placeIn(next, before)), 1, ...(card ? [card] : []));
    else if (card) next.splice(placeIn(next, card), 0, card);
  }
  return next;
}

const byPath = (one: Pick<Card, "path">, other: Pick<Card, "path">): number =>
  one.path < other.path ? -1 : one.path > other.path ? 1 : 0;

/** Where a card of a path stands, or belongs, among sorted ones: before all others of that path. */
function placeIn(cards: readonly Card[], card: Card): number {
  let [low, high] = [0, cards.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = cards[middle];
    if (other && byPath(other, card) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
