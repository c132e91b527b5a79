import type { Host } from "./host.ts";

/** When work in the background gives way to people. */
export interface Turns {
  /** For work to wait for, again and again: settles at once while it is still its turn. */
  pause(): Promise<void>;
  /** Something has come from the editor that somebody waits for. */
  touched(): void;
}

// So long may somebody have to wait for work to give way, in milliseconds.
const longest = 2;
// So long after the last thing that came from the editor, the answer to it is on its way.
const quiet = 20;
// Somebody who types for minutes does not keep the work from ever being done.
const mostQuiet = 500;

/** Turns of a few milliseconds, between which all messages are read, and none while one of them is being answered. */
export function createTurns({ now, nextTurn, later }: Pick<Host, "now" | "nextTurn" | "later">): Turns {
  let began = now();
  let last = Number.NEGATIVE_INFINITY;
  let waiting: Promise<void> | undefined;

  const wait = async (): Promise<void> => {
    const since = now();
    // A message that has arrived is read in the next turn, and taken in behind what already waits for that turn.
    await nextTurn();
    await nextTurn();
    for (;;) {
      const left = Math.min(last + quiet, since + mostQuiet) - now();
      if (left <= 0) break;
      await new Promise<void>((go) => void later(left, go));
    }
    began = now();
    waiting = undefined;
  };

  return {
    pause() {
      if (!waiting && now() - began >= longest) waiting = wait();
      return waiting ?? done;
    },
    touched: () => void (last = now()),
  };
}

const done = Promise.resolve();
