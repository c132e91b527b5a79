import type { Diagrams } from "../workspace/diagrams.ts";
import type { Files } from "../workspace/files.ts";
import type { History } from "../workspace/history.ts";
import type { KeptStore } from "../workspace/kept.ts";

/** Where answers are kept from one start of the server to the next. */
export interface KeptPlace {
  /** Another one for each program that may find other answers. */
  readonly version: string;
  /** A store for one kind of answers. */
  store(name: string): KeptStore;
}

/** What a place to run supplies. Node, a browser worker and tests each have their own. */
export interface Host {
  /**
   * The files: those that the client serves with our requests, or the host's own. A host that has the files of the
   * client's machine itself asks the client for others alone.
   */
  files(servedByClient: boolean): Files;
  /** What version control knows: by way of the client, or as the host finds it out itself. */
  history(servedByClient: boolean): History;
  /** Mermaid's parser. `script` is where the client says that it lies; a host with files of its own knows by itself. */
  diagrams(script: string | undefined): Diagrams;
  /** Settles after the messages that have arrived were read; a timer would cost a millisecond a request. */
  nextTurn(): Promise<void>;
  /** Milliseconds since some moment, with fractions, to tell how long something takes. */
  now(): number;
  /** Where answers may be kept from one start to the next, by the URI or path of a folder; absent where there is no disk. */
  keepIn?(folder: string): KeptPlace | undefined;
  /** Runs work that makes and drops very many objects; absent where nothing can be done about what they take. */
  inSmallMemory?<T>(work: () => Promise<T>): Promise<T>;
  /** Calls `run` once after so many milliseconds, unless what comes back is called before. */
  later(milliseconds: number, run: () => void): () => void;
  /** `YYYY-MM-DD`, in the time zone of the person. */
  today(): string;
  /** The URI of a rule's page, where the host has one. */
  rulePage?(rule: string): string | undefined;
}

/**
 * Settles when an answer that is ready now has been sent: the connection writes it in the next turn, and whatever was
 * asked for before that would take its place.
 */
export async function behindAnswers(host: Pick<Host, "nextTurn">): Promise<void> {
  await host.nextTurn();
  await host.nextTurn();
}
