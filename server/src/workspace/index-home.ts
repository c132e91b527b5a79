import { matcher, plainGlob } from "./design-documents.ts";
import { fixedPart } from "./new-file.ts";
import type { Place } from "./place.ts";
import { parentOf, pathWithin } from "./uris.ts";

/** Says for a document which folder's index lists it; see {@link indexHomes}. */
export type IndexHome = (uri: string, path: string, place: Pick<Place, "claim">) => string;

/**
 * The folder whose index lists a document: that of the glob by which it is a document, such as `docs/designs` of
 * `docs/designs/**\/*.md`; where a glob names no folder, that of the configuration, and of `path` without one. Globs
 * count from there; `include` has those that count where no configuration says it.
 */
export function indexHomes(include: readonly string[]): IndexHome {
  // A glob is compiled once, however many documents it is held against.
  const matchers = new Map<string, (path: string) => boolean>();
  const matches = (glob: string, path: string): boolean => {
    const known = matchers.get(glob) ?? matcher([glob]);
    matchers.set(glob, known);
    return known(path);
  };
  return (uri, path, { claim }) => {
    const own = claim ? pathWithin(claim.config.folder, uri) : undefined;
    const judged = own ?? path;
    const globs = claim ? claim.collection.include : include;
    const glob = globs.find((one) => matches(one, judged));
    const segments = judged.split("/");
    const depth = glob === undefined ? segments.length - 1 : leading(segments, glob);
    let home = uri;
    // From below, so that every folder keeps the name that it has on the disk.
    for (let up = segments.length - depth; up > 0; up--) home = parentOf(home);
    return home;
  };
}

/** How many segments of a path lead to the folder that a glob names. */
function leading(path: readonly string[], glob: string): number {
  const named = fixedPart(glob).toLowerCase();
  if (named === "") return 0;
  const wanted = named.split("/");
  if (!plainGlob(glob).startsWith("**/")) return Math.min(wanted.length, path.length - 1);
  const folders = path.slice(0, -1).map((name) => name.toLowerCase());
  const at = folders.findIndex((_, from) => wanted.every((name, index) => folders[from + index] === name));
  return at < 0 ? path.length - 1 : at + wanted.length;
}
