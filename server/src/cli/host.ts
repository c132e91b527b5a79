import type { Stamp } from "./stamps.ts";
import type { Diagrams } from "../workspace/diagrams.ts";
import type { Files } from "../workspace/files.ts";
import type { NamedHistory } from "../workspace/history.ts";
import type { KeptStore } from "../workspace/kept.ts";
import type { FromWorker, ToWorker } from "./worker-messages.ts";

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
  /** The path of the file in which a service that runs the command describes what for; absent where none does. */
  readonly event?: string | undefined;
  /** The standard output goes to a terminal. */
  readonly terminal: boolean;
  /** Someone reads the standard output on a terminal that shows colours. */
  readonly colours: boolean;
  /** The files as the search for templates sees them: what cannot be read is absent. */
  readonly files: Files;
  readonly history: NamedHistory;
  /** Mermaid's parser. */
  readonly diagrams: Diagrams;
  /** Threads beside this one; nothing where there can be none. */
  readonly threads?: Threads;
  /** A short name of a text: equal texts have the same one. */
  hash(text: string): string;
  /** {@link hash} of the text of a file, read once; nothing where it cannot be read. */
  hashOf(uri: string): Promise<string | undefined>;
  /** What the system says of a file, which is not read for that; nothing where it says nothing. */
  stampOf?(uri: string): Stamp | undefined;
  /**
   * Where findings are kept from run to run: in the folder at a path as people type it, else in one that the host
   * chooses. Nothing where they cannot be kept.
   */
  kept(location: string | undefined): KeptPlace | undefined;
  /** The URI of a path as people type it, absolute or relative to the working folder. */
  toUri(path: string): string;
  kindOf(uri: string): Promise<"file" | "folder" | "missing">;
  /** Rejects with an error whose message says the reason. */
  readText(uri: string): Promise<FileText>;
  /**
   * Puts `text` in the place of `before`, which was read from the file and was exact. All of it is written or
   * none. Rejects as {@link readText} does, also where the file is read-only or no longer has the text `before`.
   */
  writeText(uri: string, before: string, text: string): Promise<void>;
  /**
   * Makes a file with this text, and the folders around it. Rejects as {@link readText} does, also where something is
   * there already.
   */
  createText(uri: string, text: string): Promise<void>;
  /** The files and folders in a folder. A link to a folder is neither. Rejects as {@link readText} does. */
  entriesOf(uri: string): Promise<readonly Entry[]>;
  /** Shows a line for as long as nothing else is written, or none; absent where no person looks. */
  readonly progress?: ((line: string) => void) | undefined;
  /** Resolves when all has had its turn in this thread that was ready. */
  turn(): Promise<void>;
  out(text: string): void;
  err(text: string): void;
}

/** Threads of the same program, which answer messages by {@link createWorker}. */
export interface Threads {
  /** How many can work at the same time on this machine. */
  readonly most: number;
  /**
   * Starts one. `told` takes each of its messages; `broken` is called with a reason, once, where it ends without
   * having been ended.
   */
  start(told: (message: FromWorker) => void, broken: (reason: string) => void): Thread;
}

export interface Thread {
  post(message: ToWorker): void;
  end(): void;
}

/** Files of our own from run to run. */
export interface KeptPlace {
  /** Another word for each build of this program. */
  readonly version: string;
  store(name: string): KeptStore;
}

export interface FileText {
  /** With its byte order mark, and U+FFFD for what is no UTF-8. */
  readonly text: string;
  /** The file's bytes are this text in UTF-8, so they can be made from it again. */
  readonly exact: boolean;
}

export interface Entry {
  readonly name: string;
  readonly kind: "file" | "folder";
}
