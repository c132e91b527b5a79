import { tellingName, titleFromFileName } from "../template/file-name.ts";
import { keyOf } from "../template/names.ts";
import { groupBy } from "../text/group.ts";
import type { Card } from "./facts.ts";
import { readLink } from "./link.ts";
import type { Related } from "./succession.ts";

type Known = Pick<Card, "uri" | "path" | "fileName" | "title">;

/** Finds design documents by how others speak of them. */
export interface CardFinder<Found extends Known> {
  /** The document to which a destination leads from the document `from`: itself, another one, or nothing known. */
  at(url: string, from: string): Found | "self" | undefined;
  /**
   * The document that is meant: by its link, else as the only one with that number, file name, short name or title.
   * The document `left` is left out where a file's name alone says which is meant.
   */
  related(named: Pick<Related, "words" | "url">, from: string, left?: string): Found | "self" | undefined;
}

/**
 * A finder among `cards`. Names are compared without regard to case, as file systems differ on it. What is looked up
 * is sorted once, when it is asked for first.
 */
export function cardFinder<Found extends Known>(cards: readonly Found[]): CardFinder<Found> {
  const byFile = once(() => groupBy(cards, ({ fileName }) => fileName.toLowerCase()));
  const byPlace = once(() => firstBy(cards, ({ uri }) => placeOf(uri)));
  const byPath = once(() => firstBy(cards, ({ path }) => `/${path.toLowerCase()}`));
  const byNumber = once(() => groupBy(cards, ({ path }) => numberOf(tellingName(path))));
  const byName = once(() => groupByEach(cards, (card) => namesOf(card).map(keyOf)));
  const byTitle = once(() => groupBy(cards, ({ title }) => keyOf(title)));

  const at = (url: string, from: string): Found | "self" | undefined => {
    const path = readLink(url)?.path;
    if (path === undefined) return undefined;
    const own = placeOf(from);
    if (path === "") return "self";
    for (const spelling of [path, `${path}.md`]) {
      const name = spelling.slice(spelling.lastIndexOf("/") + 1).toLowerCase();
      const place = joined(own, spelling);
      if (place === own) return "self";
      const found = (spelling.startsWith("/") ? byPath() : byPlace()).get(place);
      if (found && found.fileName.toLowerCase() === name) return found;
    }
    return undefined;
  };

  const byWords = (words: string, from: string): Found | undefined => {
    const number = numberOf(words);
    if (number !== undefined) return only(byNumber().get(number), from);
    const key = keyOf(words);
    if (key.length < 4) return undefined;
    return only(byName().get(key), from) ?? only(byTitle().get(key), from);
  };

  return {
    at,
    related({ words, url }, from, left) {
      if (url === undefined) return byWords(words, from);
      // An address of a forge, or a bare name of a file elsewhere, ends with the file's name.
      const name = /([^/\\?#]+)(?:[?#].*)?$/.exec(url.slice(-500))?.[1]?.toLowerCase() ?? "";
      const isLoose = readLink(url) === undefined || !url.includes("/");
      return at(url, from) ?? (isLoose ? only(byFile().get(name), left) : undefined);
    },
  };
}

/** The one card that is not of the document `without`. */
function only<Found extends Known>(
  found: readonly Found[] | undefined,
  without: string | undefined,
): Found | undefined {
  const others = found?.filter(({ uri }) => uri !== without);
  return others?.length === 1 ? others[0] : undefined;
}

/** What `make` makes, made when it is asked for first. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function firstBy<T>(values: readonly T[], keyOfOne: (value: T) => string): ReadonlyMap<string, T> {
  const first = new Map<string, T>();
  for (const value of values) {
    const key = keyOfOne(value);
    if (!first.has(key)) first.set(key, value);
  }
  return first;
}

/** The values by each of their keys, a value once for each. */
function groupByEach<T>(
  values: readonly T[],
  keysOf: (value: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  return new Map(
    Array.from(
      groupBy(
        values.flatMap((value) => Array.from(new Set(keysOf(value)), (key) => ({ key, value }))),
        ({ key }) => key,
      ),
      ([key, found]) => [key, found.map(({ value }) => value)],
    ),
  );
}

const namesOf = ({ path, fileName }: Known): readonly string[] => [
  fileName,
  tellingName(path).replace(/\.[^.]*$/, ""),
  titleFromFileName(tellingName(path)),
];

/** The number that a name begins with, as in `0012-sync.md` and “ADR 12”; a day is none. */
function numberOf(name: string): number | undefined {
  const digits = /^#?(?:[a-z]{1,12}[-_ #]{0,2})?(\d{1,6})(?![\p{L}\p{N}]|-\d{2}-\d{2})/iu.exec(name)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** A URI as it is compared: decoded, in lower case. */
function placeOf(uri: string): string {
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
