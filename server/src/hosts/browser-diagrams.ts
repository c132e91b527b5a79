import type { DiagramFact } from "../facts/diagram.ts";
import type { Diagrams } from "../workspace/diagrams.ts";
import { queuedDiagrams } from "./queued-diagrams.ts";

/**
 * Mermaid's parser in a worker below this one, from the script at a URL; `unknown` is all the answer where none was
 * told, or where it cannot be loaded. `bound` is the longest time for one diagram, in milliseconds.
 */
export function browserDiagrams(script: string | undefined, bound?: number): Diagrams {
  return queuedDiagrams(
    {
      start(answered, failed) {
        if (script === undefined) return undefined;
        try {
          const worker = startWorker(script);
          worker.addEventListener("message", ({ data }: MessageEvent<DiagramFact>) => answered(data));
          worker.addEventListener("error", failed);
          return { post: (source) => worker.postMessage(source), end: () => worker.terminate() };
        } catch {
          return undefined; // The page forbids workers, or this browser has none below another.
        }
      },
      later(milliseconds, call) {
        const timer = setTimeout(call, milliseconds);
        return () => clearTimeout(timer);
      },
    },
    bound,
  );
}

/**
 * The extension's files may come from another origin than the page. A worker has to be of the page's own, and may
 * then import a script from anywhere.
 */
function startWorker(script: string): Worker {
  const source = new Blob([`importScripts(${JSON.stringify(script)});`], { type: "text/javascript" });
  const url = URL.createObjectURL(source);
  try {
    return new Worker(url);
  } finally {
    // The browser has taken the URL by now, or never will.
    URL.revokeObjectURL(url);
  }
}
