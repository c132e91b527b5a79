import { keyOf } from "../template/names.ts";
import { groupBy } from "../text/group.ts";
import type { Card } from "./facts.ts";
import { cardFinder, cardIndex as finderOf, type CardFinder } from "./find-card.ts";
import type { Succession } from "./succession.ts";

/**
 * Cards by all that is asked of them, so that no question goes through all. The lists are in the order of the cards.
 * The document that asks may be among the cards: whoever asks leaves it out.
 */
export interface CardIndex {
  readonly finder: CardFinder<Card>;
  /** The one with a canonical URI. */
  at(uri: string): Card | undefined;
  /** Those with a title of this key, as {@link keyOf} has it. */
  titled(key: string): readonly Card[];
  /** Those that say in a field of this kind that they take the place of the document `uri`, or that it takes theirs. */
  naming(relation: Succession, uri: string): readonly Card[];
  /**
   * Those of one group, by a name under which the groups are kept and by what says the group of a card. `mayBe` is a
   * quick look that no card of the group fails: who asks for few groups waits for that alone.
   */
  grouped(
    name: string,
    groupOf: (card: Card) => string | undefined,
    group: string,
    mayBe: (card: Card) => boolean,
  ): readonly Card[];
  /** Whether there is one that `is` holds for; kept under a name. */
  some(name: string, is: (card: Card) => boolean): boolean;
  /** See {@link prepareIndex}. */
  prepare(pause: () => Promise<void>): Promise<void>;
  /** Cards in the order in which they are kept, each once. */
  inOrder(cards: readonly Card[]): readonly Card[];
}

const indexes = new WeakMap<readonly Card[], CardIndex>();

/** The index of an array of cards: the same one for the same array, and made only as far as it is asked. */
export function cardIndex(cards: readonly Card[]): CardIndex {
  const known = indexes.get(cards) ?? createIndex(cards);
  indexes.set(cards, known);
  return known;
}

/**
 * Makes what rules ask of thousands of cards, before somebody waits for it and a moment at a time; `pause` is called
 * again and again meanwhile.
 */
export async function prepareIndex(cards: readonly Card[], pause: () => Promise<void>): Promise<void> {
  for (const card of cards) {
    await pause();
    titleKey(card);
  }
  await cardIndex(cards).prepare(pause);
}

// Cards stay the same objects while they say the same, so most keys serve for the next array as well.
const keys = new WeakMap<Card, string>();

function titleKey(card: Card): string {
  const known = keys.get(card) ?? keyOf(card.title);
  keys.set(card, known);
  return known;
}

function createIndex(cards: readonly Card[]): CardIndex {
  let finder: CardFinder<Card> | undefined;
  let byUri: ReadonlyMap<string, Card> | undefined;
  let byTitle: ReadonlyMap<string, readonly Card[]> | undefined;
  let places: ReadonlyMap<Card, number> | undefined;
  const byRelation = new Map<Succession, ReadonlyMap<string, readonly Card[]>>();
  const groups = new Map<string, ReadonlyMap<string | undefined, readonly Card[]>>();
  const single = new Map<string, Map<string, readonly Card[]>>();
  const answers = new Map<string, boolean>();

  return {
    async prepare(pause) {
      const adding = finderOf<Card>();
      for (const card of cards) {
        await pause();
        adding.add(card);
      }
      finder ??= adding;
      await pause();
      byUri ??= new Map(cards.map((card) => [card.uri, card]));
      await pause();
      byTitle ??= groupBy(cards, titleKey);
      for (const relation of ["supersedes", "supersededBy"] as const) {
        await pause();
        if (!byRelation.has(relation)) byRelation.set(relation, namersOf(cards, relation));
      }
    },
    get finder() {
      return (finder ??= cardFinder(cards));
    },
    at: (uri) => (byUri ??= new Map(cards.map((card) => [card.uri, card]))).get(uri),
    titled: (key) => (byTitle ??= groupBy(cards, titleKey)).get(key) ?? [],
    naming(relation, uri) {
      const known = byRelation.get(relation) ?? namersOf(cards, relation);
      byRelation.set(relation, known);
      return known.get(uri) ?? [];
    },
    grouped(name, groupOf, group, mayBe) {
      const all = groups.get(name);
      if (all) return all.get(group) ?? [];
      const some = single.get(name) ?? new Map<string, readonly Card[]>();
      single.set(name, some);
      const known = some.get(group);
      if (known) return known;
      if (some.size < fewGroups) {
        const found = cards.filter((card) => mayBe(card) && groupOf(card) === group);
        some.set(group, found);
        return found;
      }
      const made = groupBy(cards, groupOf);
      groups.set(name, made);
      return made.get(group) ?? [];
    },
    some(name, is) {
      const known = answers.get(name) ?? cards.some(is);
      answers.set(name, known);
      return known;
    },
    inOrder(some) {
      if (some.length < 2) return some;
      const placeOf = (places ??= new Map(cards.map((card, index) => [card, index])));
      return [...new Set(some)].toSorted((a, b) => (placeOf.get(a) ?? 0) - (placeOf.get(b) ?? 0));
    },
  };
}

// In an editor few documents are open, and each change of a card is another array. The command line asks for all.
const fewGroups = 8;

/** The cards that name each document in one kind of field. */
function namersOf(cards: readonly Card[], relation: Succession): ReadonlyMap<string, readonly Card[]> {
  const namers = new Map<string, Card[]>();
  for (const card of cards)
    for (const uri of once(card[relation])) {
      const found = namers.get(uri);
      if (found) found.push(card);
      else namers.set(uri, [card]);
    }
  return namers;
}

const once = (uris: readonly string[]): Iterable<string> => (uris.length < 2 ? uris : new Set(uris));
