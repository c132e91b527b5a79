import { availableParallelism } from "node:os";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import type { Threads } from "../cli/host.ts";
import { createWorker, type WorkerHost } from "../cli/worker.ts";
import type { FromWorker, ToWorker } from "../cli/worker-messages.ts";

/** Threads that run a script, which has to call {@link serveThread} there. */
export const nodeThreads = (script: string): Threads => ({
  most: availableParallelism(),
  start(told, broken) {
    let isOver = false;
    const end = (reason: string): void => {
      if (!isOver) broken(reason);
      isOver = true;
    };
    const worker = new Worker(script);
    worker.on("message", (message: FromWorker) => told(message));
    worker.on("error", (error: Error) => end(error.message));
    worker.on("exit", (code) => end(`it ended with ${code}`));
    return {
      post: (message) => worker.postMessage(message),
      end() {
        isOver = true;
        void worker.terminate();
      },
    };
  },
});

/** Whether this is one of those threads. */
export const isThread = !isMainThread && parentPort !== null;

/** Takes messages in a thread, for as long as there are some. */
export function serveThread(host: WorkerHost): void {
  const take = createWorker(host, (message) => parentPort?.postMessage(message));
  parentPort?.on("message", (message: ToWorker) => take(message));
}
