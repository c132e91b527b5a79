import { setTimeout as delay } from "node:timers/promises";
import type { History } from "../workspace/history.ts";

/**
 * A history that is asked a moment later. Each question starts a program, for which a process of our size is stopped for
 * some milliseconds, and what can be found out without that is told before.
 */
export function unhurried(history: History): History {
  const later = async <T>(ask: () => Promise<T>): Promise<T> => {
    await delay(moment);
    return ask();
  };
  return {
    base: (uri, ref) => later(() => history.base(uri, ref)),
    lineDay: (uri, line) => later(() => history.lineDay(uri, line)),
    begun: (uri) => later(() => history.begun(uri)),
    forget: () => history.forget(),
  };
}

// As long, in milliseconds, as looking for the targets of links takes at most times.
const moment = 40;
