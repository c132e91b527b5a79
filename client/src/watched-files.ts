/** Whether answers of the server can hang on a file: a document, a template, or a list of owners. */
export function isWatched(path: string): boolean {
  return /\.md$|(?:^|\/)(?:CODEOWNERS|OWNERS)$/i.test(path);
}
