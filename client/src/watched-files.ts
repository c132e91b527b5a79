/**
 * Whether answers of the server can hang on a file: a document, a template, a configuration with what it names, a
 * list of owners, or the header of a document beside it.
 */
export function isWatched(path: string): boolean {
  return /\.(?:md|markdown)$|(?:^|\/)(?:CODEOWNERS|OWNERS|\.design-docs[^/]*\.json|[^/]*baseline[^/]*\.json|package\.json|(?:kep|metadata)\.ya?ml)$/i.test(
    path,
  );
}

/** The same for a path that is gone: it may have been a folder with such files in it. */
export const mayHoldWatched = (path: string): boolean => isWatched(path) || !/\.[^/.]+$/.test(path);
