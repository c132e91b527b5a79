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
  /** The document that is meant: by its link, else as the only one with that number, file name, short name or title. */
  related(named: Pick<Related, "words" | "url">, from: string): Found | "self" | undefined;
}

/** A finder among `cards`. Names are compared without regard to case, as file systems differ on it. */
export function cardFinder<Found extends Known>(cards: readonly Found[]): CardFinder<Found> {
  const byFile = groupBy(cards, ({ fileName }) => fileName.toLowerCase());
  const only = (found: readonly Found[] | undefined): Found | undefined =>
    found?.length === 1 ? found[0] : undefined;

  const at = (url: string, from: string): Found | "self" | undefined => {
    const path = readLink(url)?.path;
    if (path === undefined) return undefined;
    const own = placeOf(from);
    if (path === "") return "self";
    for (const spelling of [path, `${path}.md`]) {
      const name = spelling.slice(spelling.lastIndexOf("/") + 1).toLowerCase();
      const place = joined(own, spelling);
      if (place === own) return "self";
      const found = byFile
        .get(name)
        ?.find((card) =>
          spelling.startsWith("/") ? `/${card.path.toLowerCase()}` === place : placeOf(card.uri) === place,
        );
      if (found) return found;
    }
    return undefined;
  };

  const byWords = (words: string, from: string): Found | undefined => {
    const others = cards.filter(({ uri }) => uri !== from);
    const number = numberOf(words);
    if (number !== undefined)
      return only(others.filter(({ path }) => numberOf(tellingName(path)) === number));
    const key = keyOf(words);
    if (key.length < 4) return undefined;
    return (
      only(others.filter((card) => namesOf(card).some((name) => keyOf(name) === key))) ??
      only(others.filter(({ title }) => keyOf(title) === key))
    );
  };

  return {
    at,
    related({ words, url }, from) {
      if (url === undefined) return byWords(words, from);
      // An address of a forge, or a bare name of a file elsewhere, ends with the file's name.
      const name = /([^/\\?#]+)(?:[?#].*)?$/.exec(url.slice(-500))?.[1]?.toLowerCase() ?? "";
      const isLoose = readLink(url) === undefined || !url.includes("/");
      return at(url, from) ?? (isLoose ? only(byFile.get(name)) : undefined);
    },
  };
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
