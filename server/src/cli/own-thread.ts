import type { Host, Thread } from "./host.ts";
import { createWorker } from "./worker.ts";
import type { FromWorker } from "./worker-messages.ts";

/**
 * The thread that hands out the work as one of those that do it. A thread more would have to read the program and to
 * warm up, while this one has nothing to do but to answer. Before each piece of work others are heard.
 */
export function ownThread(host: Host, told: (message: FromWorker) => void): Thread {
  let isOver = false;
  const take = createWorker(host, (message) => {
    if (!isOver) told(message);
  });
  return {
    post(message) {
      if (message.kind !== "job") return take(message);
      void host.turn().then(() => {
        if (!isOver) take(message);
      });
    },
    end() {
      isOver = true;
    },
  };
}
