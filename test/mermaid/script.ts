// The script as it is shipped: run `npm run build` before tests that use it are run alone.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import type { DiagramFact } from "../../server/src/facts/diagram.ts";

export const scriptPath = join(import.meta.dirname, "../../dist/mermaid.js");

/** Runs the script in a realm with neither a page nor Node, and gives the function that asks it. */
export function startScript(): (source: string) => Promise<DiagramFact> {
  const waiting: ((fact: DiagramFact) => void)[] = [];
  const realm: Record<string, unknown> = {
    console,
    setTimeout,
    clearTimeout,
    structuredClone,
    URL,
    TextEncoder,
    TextDecoder,
    // The copy is one that the test's own realm can compare.
    postMessage: (fact: DiagramFact) => waiting.shift()?.(structuredClone(fact)),
  };
  runInContext(readFileSync(scriptPath, "utf8"), createContext(realm));
  const { onmessage } = realm;
  if (typeof onmessage !== "function") throw new Error("The script does not listen.");
  return (source) =>
    new Promise((resolve) => {
      waiting.push(resolve);
      onmessage({ data: source });
    });
}
