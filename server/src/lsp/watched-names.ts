/**
 * Globs of the files of whose changes the client is asked to tell: documents, what they mostly show, owners,
 * configurations, baselines that have the word in their name, and files that hold the header of a document beside
 * them. What else documents link to is asked again when they are saved.
 */
export const watchedGlobs: readonly string[] = [
  "**/*.{md,MD,markdown,mdx,png,jpg,jpeg,gif,svg,webp}",
  "**/{CODEOWNERS,OWNERS,.design-docs.json,package.json}",
  "**/*baseline*.json",
  "**/{kep,metadata}.{yaml,yml}",
];

/** Whether the client is asked to tell of changes to a file of this name. Folders have mostly no ending. */
export const isWatchedName = (name: string): boolean =>
  !/[^.]\.[^./]+$/.test(name) ||
  /\.(?:md|markdown|mdx|png|jpe?g|gif|svg|webp)$|^(?:\.design-docs|package)\.json$|baseline[^/]*\.json$|^(?:kep|metadata)\.ya?ml$/i.test(
    name,
  );

/** Whether a file of this name is Markdown, and no folder. */
export const isDocumentName = (name: string): boolean => /\.(?:md|markdown|mdx)$/i.test(name);
