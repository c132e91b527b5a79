import { message, type Message } from "../messages/message.ts";

/** A person or team that may be named in a header. */
export interface Handle {
  /** With `@`. */
  readonly handle: string;
  /** Where it was seen. */
  readonly seen: readonly Message[];
}

/** The handles in one owners file. */
export interface Owners {
  readonly source: string;
  readonly handles: readonly string[];
}

/** How often each handle was seen in a folder, kept up to date without counting all of them again. */
export interface HandleCounts {
  /** The handles in the header of a document are these now; none where it is gone. */
  put(uri: string, handles: readonly string[]): void;
  /** The owners files have these handles now. */
  putOwners(owners: readonly Owners[]): void;
  /** All of them, the most frequent first; the same array for as long as nothing is different. */
  ranked(): readonly Handle[];
}

/** In how many documents a handle stands in which spelling. */
type Spellings = Map<string, number>;

/** No handles yet. Forges ignore the case of handles, so a handle has one spelling: that of owners files, else the most frequent. */
export function handleCounts(): HandleCounts {
  const inDocuments = new Map<string, readonly string[]>();
  const counts = new Map<string, Spellings>();
  let files: readonly Owners[] = [];
  let known: readonly Handle[] | undefined;

  const add = (handle: string, by: 1 | -1): void => {
    const key = handle.toLowerCase();
    const spellings: Spellings = counts.get(key) ?? new Map();
    const times = (spellings.get(handle) ?? 0) + by;
    if (times > 0) spellings.set(handle, times);
    else spellings.delete(handle);
    if (spellings.size > 0) counts.set(key, spellings);
    else counts.delete(key);
    known = undefined;
  };

  return {
    put(uri, given) {
      const handles = once(given);
      const before = inDocuments.get(uri) ?? [];
      if (before.length === handles.length && before.every((handle, at) => handle === handles[at])) return;
      for (const handle of before) add(handle, -1);
      for (const handle of handles) add(handle, 1);
      if (handles.length > 0) inDocuments.set(uri, handles);
      else inDocuments.delete(uri);
    },
    putOwners(owners) {
      if (JSON.stringify(owners) === JSON.stringify(files)) return;
      files = owners;
      known = undefined;
    },
    ranked() {
      known ??= rankedHandles(counts, files);
      return known;
    },
  };
}

/** The handles of one document, each once, in the spelling in which it comes first. */
function once(handles: readonly string[]): readonly string[] {
  if (handles.length < 2) return handles;
  const found = new Map<string, string>();
  for (const handle of handles) {
    const key = handle.toLowerCase();
    if (!found.has(key)) found.set(key, handle);
  }
  return Array.from(found.values());
}

interface Ranked {
  readonly handle: string;
  readonly sources: ReadonlySet<string>;
  readonly documents: number;
}

function rankedHandles(counts: ReadonlyMap<string, Spellings>, owners: readonly Owners[]): readonly Handle[] {
  const inFiles = new Map<string, { readonly handle: string; readonly sources: Set<string> }>();
  for (const { source, handles } of owners)
    for (const handle of handles) {
      const seen = inFiles.get(handle.toLowerCase()) ?? { handle, sources: new Set() };
      seen.sources.add(source);
      inFiles.set(handle.toLowerCase(), seen);
    }
  const ranked: Ranked[] = [];
  for (const key of new Set([...inFiles.keys(), ...counts.keys()])) {
    const spellings = Array.from(counts.get(key) ?? []);
    const documents = spellings.reduce((sum, [, times]) => sum + times, 0);
    const owned = inFiles.get(key);
    const handle = owned?.handle ?? mostFrequent(spellings);
    if (handle !== undefined) ranked.push({ handle, sources: owned?.sources ?? none, documents });
  }
  return ranked
    .toSorted((a, b) => b.documents - a.documents || b.sources.size - a.sources.size || byName(a, b))
    .map(({ handle, sources, documents }) => ({ handle, seen: seenIn(sources, documents) }));
}

const none: ReadonlySet<string> = new Set();

const mostFrequent = (spellings: readonly (readonly [handle: string, times: number])[]): string | undefined =>
  spellings.toSorted(([one, often], [other, times]) => times - often || (one < other ? -1 : 1))[0]?.[0];

const byName = (a: Ranked, b: Ranked): number => (a.handle < b.handle ? -1 : a.handle > b.handle ? 1 : 0);

function seenIn(sources: ReadonlySet<string>, documents: number): readonly Message[] {
  const files = Array.from(sources, (name) => message("server.seen-in-file", { name }));
  if (documents === 0) return files;
  return [
    ...files,
    message(documents === 1 ? "server.seen-in-document" : "server.seen-in-documents", { count: documents }),
  ];
}
