/**
 * The files that the server may ask for. Every question is answered: what is absent or cannot be read is
 * no error here, since a template or an owners file may go at any moment. All names are URIs.
 */
export interface Files {
  /** The text of a file (UTF-8), or nothing where it cannot be read. */
  readFile(uri: string): Promise<string | undefined>;
  /** The names of the files directly in a folder; none where it cannot be read. */
  listFolder(uri: string): Promise<readonly string[]>;
  /** The files below the folders whose path within them matches `include` less `exclude`. */
  findFiles(query: FileQuery, folders: readonly string[]): Promise<readonly string[]>;
}

export interface FileQuery {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** At most so many. */
  readonly limit: number;
}
