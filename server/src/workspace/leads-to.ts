import { placesOf, uriOf } from "./link-paths.ts";
import { canonical } from "./uris.ts";

/** Where a link is written, and what is around it. */
export interface LinkSetting {
  /** The URI of the document that has the link. */
  readonly document: string;
  /** URIs of the workspace folders. */
  readonly folders: readonly string[];
  /** Canonical URIs of files that are known to be there. */
  readonly known: ReadonlySet<string>;
}

/**
 * Tells of the paths of a document's links whether they lead to the file `target`, which is there. A path in other
 * upper and lower case does where no known file is spelt so: where case counts it leads nowhere else.
 */
export function leadsTo(
  target: string,
  { document, folders, known }: LinkSetting,
): (path: string) => boolean {
  const wanted = canonical(target);
  return (path) => {
    const places = placesOf(path, document, folders).map((place) => canonical(uriOf(place)));
    const there = places.find((uri) => uri === wanted || known.has(uri));
    if (there !== undefined) return there === wanted;
    return places.some((uri) => uri.toLowerCase() === wanted.toLowerCase());
  };
}
