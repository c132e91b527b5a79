import { distance } from "fastest-levenshtein";
import type { TargetFact } from "../facts/facts.ts";
import type { Wants } from "../facts/wants.ts";
import { fileAnchors } from "./file-anchors.ts";
import type { Entry, Files } from "./files.ts";
import { asPages, mayBeForgePage, placesOf, uriOf, type Place } from "./link-paths.ts";
import { createListings, folded, type Listings, type Walked } from "./listings.ts";
import { canonical, nameOf, parentOf } from "./uris.ts";

/** What stands where documents' links lead. */
export interface Targets {
  /**
   * The facts of a document's links by their paths. A path that nobody can look at has none. While nothing has
   * changed the same map comes back, so it can be compared by identity.
   */
  of(
    document: string,
    wants: Pick<Wants, "paths" | "withFragment">,
  ): Promise<ReadonlyMap<string, TargetFact>>;
  /** A file or folder was created, changed or deleted: what hangs on it is asked again. */
  forget(uri: string): void;
  /** Anything may have changed: all is asked again. */
  stale(): void;
  /** Forgets a document that was closed. */
  closed(document: string): void;
}

/** Where the answers come from. */
export interface TargetSources {
  readonly files: Pick<Files, "entriesOf" | "kindOf" | "readFile">;
  /** The text of a file that is open, by its canonical URI: unsaved headings count. */
  openText(uri: string): string | undefined;
  /** URIs of the workspace folders. */
  folders(): readonly string[];
  /** No file changes, so all answers are kept. */
  readonly isSettled?: boolean;
  /** Lets others work for a moment, where it is time for that. */
  pause?(): Promise<void>;
}

// Enough for an index of all designs; what is behind them is not looked at.
const mostPaths = 500;
// So many answers are kept: each keystroke in a path makes another one.
const mostKept = 2000;

/** Targets asked from files, and kept until a change is told. */
export function createTargets({
  files,
  openText,
  folders,
  isSettled = false,
  pause,
}: TargetSources): Targets {
  const listings = createListings(files);
  const facts = new Map<string, Looked>();
  const given = new Map<string, ReadonlyMap<string, TargetFact>>();
  const anchors = fileAnchors(files, openText, pause);

  const lookOnce = (key: string, document: string, path: string): Looked => {
    const known = facts.get(key);
    if (known) return known;
    if (!isSettled && facts.size >= mostKept) facts.clear();
    const looked = { document, fact: look(path, document, folders(), listings, files) };
    facts.set(key, looked);
    looked.fact.catch(() => facts.get(key) === looked && facts.delete(key));
    return looked;
  };

  const factOf = async (document: string, path: string): Promise<TargetFact | undefined> => {
    const looked = lookOnce(`${parentOf(document)} ${path}`, document, path);
    const fact = await looked.fact;
    // No document is told that it is meant itself, so what may be meant is looked for by each for itself.
    if (fact?.kind !== "absent" || looked.document === document) return fact;
    return lookOnce(`${document} ${path}`, document, path).fact;
  };

  return {
    async of(document, { paths, withFragment }) {
      const wanted = new Set(withFragment);
      const found = await Promise.all(
        paths.slice(0, mostPaths).map(async (path) => {
          const fact = await factOf(document, path);
          if (fact?.kind !== "file" || !wanted.has(path)) return { path, fact };
          const known = await anchors.of(fact.uri);
          return { path, fact: known ? { ...fact, anchors: known } : fact };
        }),
      );
      const answer = new Map(found.flatMap(({ path, fact }) => (fact ? [[path, fact] as const] : [])));
      const last = given.get(document);
      if (last && areSame(last, answer)) return last;
      given.set(document, answer);
      return answer;
    },
    forget(uri) {
      listings.forget(uri);
      anchors.forget(uri);
      facts.clear();
    },
    stale() {
      listings.clear();
      anchors.clear();
      facts.clear();
    },
    closed: (document) => void given.delete(document),
  };
}

/** A fact about a path, with the document that asked for it first. */
interface Looked {
  readonly document: string;
  readonly fact: Promise<TargetFact | undefined>;
}

/** What stands where a path leads; nothing where nobody can look. */
async function look(
  path: string,
  document: string,
  folders: readonly string[],
  listings: Listings,
  files: Pick<Files, "kindOf">,
): Promise<TargetFact | undefined> {
  const places = placesOf(path, document, folders);
  let other: { readonly place: Place; readonly walked: Walked } | undefined;
  for (const place of places)
    for (const names of [place.names, ...asPages(place.names)]) {
      const walked = await listings.walk(place.folder, names);
      if (walked?.exact) return asFact(walked);
      if (walked) other ??= { place, walked };
    }

  // Some folders cannot be listed though their files can be opened; and only the system says whether it ignores case.
  for (const place of places) {
    const kind = await files.kindOf(uriOf(place));
    if (kind === undefined) continue;
    if (other) return { kind: "otherCase", written: spelt(other.place, other.walked, path) };
    return kind === "folder" ? { kind } : { kind, uri: uriOf(place) };
  }
  if (other) return { kind: "absent", meant: spelt(other.place, other.walked, path) };
  if (mayBeForgePage(path) || !(await canSay(path, places, listings))) return undefined;
  const meant = await meantBy(path, places, document, folders, listings);
  return { kind: "absent", ...(meant === undefined ? {} : { meant }) };
}

const asFact = ({ kind, uri }: Walked): TargetFact => (kind === "folder" ? { kind } : { kind, uri });

/** A path with the names as they are really spelt. */
const spelt = ({ lead }: Place, { names }: Pick<Walked, "names">, path: string): string =>
  lead + names.join("/") + (path.endsWith("/") ? "/" : "");

/**
 * Whether it can be said that a path is absent. The folder it begins from has at least the document in it: an
 * empty one could not be read. A path that begins with `/` is one in the workspace only where its first name is
 * a folder there; else it is a page of a web site.
 */
async function canSay(path: string, places: readonly Place[], listings: Listings): Promise<boolean> {
  for (const { folder, names } of places) {
    const entries = await listings.of(folder);
    if (entries.length === 0) return false;
    if (!path.startsWith("/")) return true;
    const first = folded(names[0] ?? "");
    if (names.length > 1 && entries.some(({ name, kind }) => kind === "folder" && folded(name) === first))
      return true;
  }
  return false;
}

/**
 * The path that is probably meant by one that leads nowhere: the same from a folder higher or lower, as when a
 * document was moved; a file of that name beside the document; or the one file with nearly that name in its folder.
 */
async function meantBy(
  path: string,
  places: readonly Place[],
  document: string,
  folders: readonly string[],
  listings: Listings,
): Promise<string | undefined> {
  const [place] = places;
  const name = place?.names.at(-1);
  if (!place || name === undefined || path.endsWith("/")) return undefined;
  const relative = path.replace(/^\.\//, "");
  const moved = path.startsWith("/")
    ? []
    : [`../${relative}`, ...(relative.startsWith("../") ? [relative.slice(3)] : []), name];
  for (const candidate of moved) {
    for (const from of placesOf(candidate, document, folders)) {
      const walked = await listings.walk(from.folder, from.names);
      if (walked?.kind === "file" && walked.uri !== canonical(document))
        return spelt(from, walked, candidate);
    }
  }
  for (const from of places) {
    const around = await listings.walk(from.folder, from.names.slice(0, -1));
    if (around?.kind !== "folder") continue;
    const near = nearest(name, await listings.of(around.uri), document);
    if (near !== undefined) return spelt(from, { names: [...around.names, near] }, path);
  }
  return undefined;
}

const mostCompared = 2000;

/** The one file whose name is a slip of the keyboard away; nothing where there are two, or only the document itself. */
function nearest(name: string, entries: readonly Entry[], document: string): string | undefined {
  const asked = folded(name).slice(0, 200);
  // The ending is part of the name, and says little.
  let best = Math.min(3, Math.floor((asked.length - 3) / 4)) + 1;
  let found: string | undefined;
  for (const entry of entries.slice(0, mostCompared)) {
    if (entry.kind !== "file" || Math.abs(entry.name.length - asked.length) > 3) continue;
    if (entry.name === nameOf(document)) continue;
    const far = distance(folded(entry.name), asked);
    if (far > best) continue;
    found = far < best ? entry.name : undefined;
    best = far;
  }
  return found;
}

const areSame = (a: ReadonlyMap<string, TargetFact>, b: ReadonlyMap<string, TargetFact>): boolean =>
  a.size === b.size && [...a].every(([path, fact]) => isSame(fact, b.get(path)));

function isSame(a: TargetFact, b: TargetFact | undefined): boolean {
  switch (a.kind) {
    case "file":
      return b?.kind === "file" && a.uri === b.uri && a.anchors === b.anchors;
    case "folder":
      return b?.kind === "folder";
    case "absent":
      return b?.kind === "absent" && a.meant === b.meant;
    case "otherCase":
      return b?.kind === "otherCase" && a.written === b.written;
  }
}
