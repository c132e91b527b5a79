/** Timers that only a test moves on, so that no test waits. */
export interface ManualClock {
  readonly later: (milliseconds: number, run: () => void) => () => void;
  /** Runs what is due within the next milliseconds, in the order in which it is due. */
  pass(milliseconds: number): void;
}

/** A clock at zero. */
export function manualClock(): ManualClock {
  interface Timer {
    readonly due: number;
    readonly run: () => void;
  }
  const timers = new Set<Timer>();
  let now = 0;
  return {
    later(milliseconds, run) {
      const timer: Timer = { due: now + milliseconds, run };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    pass(milliseconds) {
      const end = now + milliseconds;
      for (;;) {
        const next = [...timers].filter(({ due }) => due <= end).toSorted((a, b) => a.due - b.due)[0];
        if (!next) break;
        timers.delete(next);
        now = next.due;
        next.run();
      }
      now = end;
    },
  };
}
