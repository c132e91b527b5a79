import { tellingName, titleFromFileName } from "../template/file-name.ts";
import { keyOf } from "../template/names.ts";
import type { Card } from "./facts.ts";
import { readLink } from "./link.ts";

type Known = Pick<Card, "uri" | "path" | "fileName" | "title">;

/** How a document is named: by a destination, or without one by words alone. */
interface Named {
  readonly words: string;
  readonly url?: string | undefined;
}

/** Finds design documents by how others speak of them. */
export interface CardFinder<Found extends Known> {
  /** The document to which a destination leads from the document `from`: itself, another one, or nothing known. */
  at(url: string, from: string): Found | "self" | undefined;
  /**
   * The document that is meant: by its link, else as the only one with that number, file name, short name or title.
   * The document `left` is left out where a file's name alone says which is meant.
   */
  related(named: Named, from: string, left?: string): Found | "self" | undefined;
}

/** A finder whose cards come and go. */
export interface CardIndex<Found extends Known> extends CardFinder<Found> {
  add(card: Found): void;
  /** Takes away a card that was added, the same object. */
  remove(card: Found): void;
  /**
   * Reads the names and titles of all cards, which takes long where they are many; `pause` is called again and again
   * meanwhile. Else they are read when the first document is meant by words.
   */
  readNames(pause: () => Promise<void>): Promise<void>;
}

/** A finder among `cards`. Names are compared without regard to case, as file systems differ on it. */
export function cardFinder<Found extends Known>(cards: readonly Found[]): CardFinder<Found> {
  const index = cardIndex<Found>();
  for (const card of cards) index.add(card);
  return index;
}

/** A {@link cardFinder} among cards that come and go. No question takes longer because there are more of them. */
export function cardIndex<Found extends Known>(): CardIndex<Found> {
  const all = new Set<Found>();
  const byPlace = buckets<string, Found>();
  const byPath = buckets<string, Found>();
  const byFile = buckets<string, Found>();
  const byNumber = buckets<number, Found>();
  const byName = buckets<string, Found>();
  const byTitle = buckets<string, Found>();
  let hasNumbers = false;
  let hasNames = false;
  // Those whose names were read, until those of all are.
  const read = new Set<Found>();
  const only = (found: Iterable<Found>, from?: string): Found | undefined => {
    let one: Found | undefined;
    for (const card of found) {
      if (card.uri === from) continue;
      if (one) return undefined;
      one = card;
    }
    return one;
  };

  const places = (card: Found, change: "add" | "remove"): void => {
    byPlace[change](placeOf(card.uri), card);
    byPath[change](card.path.toLowerCase(), card);
    byFile[change](card.fileName.toLowerCase(), card);
  };
  const numbers = (card: Found, change: "add" | "remove"): void => {
    const number = numberOf(tellingName(card.path));
    if (number !== undefined) byNumber[change](number, card);
  };
  const names = (card: Found, change: "add" | "remove"): void => {
    for (const key of new Set(namesOf(card).map(keyOf))) byName[change](key, card);
    byTitle[change](keyOf(card.title), card);
  };

  const at = (url: string, from: string): Found | "self" | undefined => {
    const path = readLink(url)?.path;
    if (path === undefined) return undefined;
    const own = placeOf(from);
    if (path === "") return "self";
    for (const spelling of [path, `${path}.md`]) {
      const place = joined(own, spelling);
      if (place === own) return "self";
      const [card] = spelling.startsWith("/") ? byPath.of(place.slice(1)) : byPlace.of(place);
      if (card) return card;
    }
    return undefined;
  };

  const byWords = (words: string, from: string): Found | undefined => {
    const number = numberOf(words);
    if (number !== undefined) {
      if (!hasNumbers) for (const card of all) numbers(card, "add");
      hasNumbers = true;
      return only(byNumber.of(number), from);
    }
    const key = keyOf(words);
    if (key.length < 4) return undefined;
    if (!hasNames) for (const card of all) names(card, "add");
    hasNames = true;
    return only(byName.of(key), from) ?? only(byTitle.of(key), from);
  };

  return {
    at,
    related({ words, url }, from, left) {
      if (url === undefined) return byWords(words, from);
      // An address of a forge, or a bare name of a file elsewhere, ends with the file's name.
      const name = /([^/\\?#]+)(?:[?#].*)?$/.exec(url.slice(-500))?.[1]?.toLowerCase() ?? "";
      const isLoose = readLink(url) === undefined || !url.includes("/");
      return at(url, from) ?? (isLoose ? only(byFile.of(name), left) : undefined);
    },
    add(card) {
      all.add(card);
      places(card, "add");
      if (hasNumbers) numbers(card, "add");
      if (hasNames) names(card, "add");
    },
    remove(card) {
      if (!all.delete(card)) return;
      places(card, "remove");
      if (hasNumbers) numbers(card, "remove");
      if (read.delete(card) || hasNames) names(card, "remove");
    },
    async readNames(pause) {
      // What is read by halves answers nothing: the names count when the last one is there.
      while (!hasNames) {
        const next = Array.from(all).filter((card) => !read.has(card));
        if (next.length === 0) break;
        for (const card of next) {
          await pause();
          if (hasNames) return;
          if (!all.has(card)) continue;
          names(card, "add");
          read.add(card);
        }
      }
      hasNames = true;
      read.clear();
    },
  };
}

/** Whether words name a document by its name or title, and not by a number. */
export const namesByWords = ({ words, url }: Named): boolean =>
  url === undefined && numberOf(words) === undefined;

interface Buckets<Key, Value> {
  of(key: Key): Iterable<Value>;
  add(key: Key, value: Value): void;
  remove(key: Key, value: Value): void;
}

/**
 * Values by a key that several of them may have, in the order in which they came. Nearly all keys have one value, and
 * a set for each of them would take ten times the memory, and most of the time that it takes to add it.
 */
function buckets<Key, Value extends Known>(): Buckets<Key, Value> {
  const found = new Map<Key, Value | Set<Value>>();
  return {
    of(key) {
      const known = found.get(key);
      return known === undefined ? [] : known instanceof Set ? known : [known];
    },
    add(key, value) {
      const known = found.get(key);
      if (known === undefined) found.set(key, value);
      else if (known instanceof Set) known.add(value);
      else if (known !== value) found.set(key, new Set([known, value]));
    },
    remove(key, value) {
      const known = found.get(key);
      if (known === value) found.delete(key);
      if (!(known instanceof Set)) return;
      known.delete(value);
      if (known.size === 0) found.delete(key);
    },
  };
}

const namesOf = ({ path, fileName }: Known): readonly string[] => [
  fileName,
  tellingName(path).replace(/\.[^.]*$/, ""),
  titleFromFileName(tellingName(path)),
];

/** The number that a name begins with, as in `0012-sync.md` and “ADR 12”; a day is none. */
export function numberOf(name: string): number | undefined {
  const digits = /^#?(?:[a-z]{1,12}[-_ #]{0,2})?(\d{1,6})(?![\p{L}\p{N}]|-\d{2}-\d{2})/iu.exec(name)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** A URI as it is compared: decoded, in lower case. */
function placeOf(uri: string): string {
  if (!uri.includes("%")) return uri.toLowerCase();
  try {
    return decodeURIComponent(uri).toLowerCase();
  } catch {
    return uri.toLowerCase();
  }
}

/** A place with the path from it; from the root of the workspace folder, the path alone. */
function joined(place: string, path: string): string {
  const segments = path.startsWith("/") ? [""] : place.split("/").slice(0, -1);
  for (const segment of path.toLowerCase().split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".") segments.push(segment);
  }
  return segments.join("/");
}
