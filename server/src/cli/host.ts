import type { Files } from "../workspace/files.ts";

/**
 * What the command line asks of the machine that it runs on. Files and folders are named by URI, so that
 * nothing below knows how a system writes its paths.
 */
export interface Host {
  /** The URI of the working folder, from which paths are shown. */
  readonly folder: string;
  /** `YYYY-MM-DD`, in the time zone of the person. */
  readonly today: string;
  readonly version: string;
  /** Someone reads the standard output on a terminal that shows colours. */
  readonly colours: boolean;
  /** The files as the search for templates sees them: what cannot be read is absent. */
  readonly files: Pick<Files, "readFile" | "listFolder" | "entriesOf" | "kindOf">;
  /** The URI of a path as people type it, absolute or relative to the working folder. */
  toUri(path: string): string;
  kindOf(uri: string): Promise<"file" | "folder" | "missing">;
  /** The text of a file, with U+FFFD for what is no UTF-8. Rejects with an error whose message says the reason. */
  readText(uri: string): Promise<string>;
  /** The files and folders in a folder. A link to a folder is neither. Rejects as {@link readText} does. */
  entriesOf(uri: string): Promise<readonly Entry[]>;
  out(text: string): void;
  err(text: string): void;
}

export interface Entry {
  readonly name: string;
  readonly kind: "file" | "folder";
}
