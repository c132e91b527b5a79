/**
 * The files that the server may ask for. Every question is answered: what is absent or cannot be read is
 * no error here, since a template or an owners file may go at any moment. All names are URIs.
 */
export interface Files {
  /** The text of a file (UTF-8), or nothing where it cannot be read. */
  readFile(uri: string): Promise<string | undefined>;
  /**
   * The beginning of a text: at least so many of its UTF-16 code units as are asked for, if there are as many.
   * Absent where that is no less work than reading all.
   */
  readStart?(uri: string, length: number): Promise<TextStart | undefined>;
  /** The names of the files directly in a folder; none where it cannot be read. */
  listFolder(uri: string): Promise<readonly string[]>;
  /** The files and folders directly in a folder, by the names that they have there; none where it cannot be read. */
  entriesOf(uri: string): Promise<readonly Entry[]>;
  /** What stands at a URI, where links are followed and the system decides about upper and lower case. */
  kindOf(uri: string): Promise<EntryKind | undefined>;
  /** The files below the folders whose path within them matches `include` less `exclude`. */
  findFiles(query: FileQuery, folders: readonly string[]): Promise<readonly string[]>;
}

export interface TextStart {
  readonly text: string;
  /** There is no more of it. */
  readonly isWhole: boolean;
}

export type EntryKind = "file" | "folder";

export interface Entry {
  readonly name: string;
  /** Of a link, what it leads to. */
  readonly kind: EntryKind;
}

export interface FileQuery {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** At most so many. */
  readonly limit: number;
}
