import type { Files } from "./files.ts";
import { canonical, parentOf } from "./uris.ts";

/** Files whose answers are kept until {@link CachedFiles.forget} is told of a change. */
export interface CachedFiles extends Files {
  /** A file was created, changed or deleted. */
  forget(uri: string): void;
}

/**
 * `files`, with texts and folder listings asked once where `watched` says that somebody would tell of changes in a
 * folder, and for texts `isTold` says that they would tell of this one, and that it is one of few that are asked for
 * often.
 */
export function cachedFiles(
  files: Files,
  watched: (uri: string) => boolean,
  isTold: (uri: string) => boolean = () => true,
): CachedFiles {
  const texts = new Map<string, Promise<string | undefined>>();
  const listings = new Map<string, Promise<readonly string[]>>();
  const ask = <T>(
    kept: Map<string, Promise<T>>,
    uri: string,
    question: (uri: string) => Promise<T>,
  ): Promise<T> => (watched(uri) ? remembered(kept, canonical(uri), () => question(uri)) : question(uri));
  const { readStart } = files;
  return {
    ...(readStart && { readStart }),
    readFile: (uri) =>
      isTold(uri) ? ask(texts, uri, (asked) => files.readFile(asked)) : files.readFile(uri),
    listFolder: (uri) => ask(listings, uri, (asked) => files.listFolder(asked)),
    findFiles: (query, folders) => files.findFiles(query, folders),
    // Whoever asks about files of any kind keeps the answers as long as is right there.
    entriesOf: (uri) => files.entriesOf(uri),
    kindOf: (uri) => files.kindOf(uri),
    forget(uri) {
      texts.delete(canonical(uri));
      listings.delete(parentOf(canonical(uri)));
    },
  };
}

// The promise is kept, so that two questions at once are one; a failure is not kept.
function remembered<T>(kept: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
  const known = kept.get(key);
  if (known) return known;
  const asked = ask().catch((error: unknown) => {
    if (kept.get(key) === asked) kept.delete(key);
    throw error;
  });
  kept.set(key, asked);
  return asked;
}
