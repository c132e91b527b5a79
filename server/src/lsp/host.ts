import type { Diagrams } from "../workspace/diagrams.ts";
import type { Files } from "../workspace/files.ts";
import type { History } from "../workspace/history.ts";

/** What a place to run supplies. Node, a browser worker and tests each have their own. */
export interface Host {
  /** The files: those that the client serves with our requests, or the host's own. */
  files(servedByClient: boolean): Files;
  /** What version control knows: by way of the client, or as the host finds it out itself. */
  history(servedByClient: boolean): History;
  /** Mermaid's parser. `script` is where the client says that it lies; a host with files of its own knows by itself. */
  diagrams(script: string | undefined): Diagrams;
  /** Settles after the messages that have arrived were read; a timer would cost a millisecond a request. */
  nextTurn(): Promise<void>;
  /** Milliseconds since some moment, with fractions, to tell how long something takes. */
  now(): number;
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
