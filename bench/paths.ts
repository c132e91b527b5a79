import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";

/** The folder of the checkout. */
export const root: string = resolve(import.meta.dirname, "..");

/** What the benchmarks make and install, and use again the next time. Git ignores it. */
export const cache: string = join(root, ".cache/bench");

/** A folder in the cache, made if it is not there. */
export function cacheFolder(...names: readonly string[]): string {
  const folder = join(cache, ...names);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** A file that is built in `dist/`. */
export const built = (name: string): string => join(root, "dist", name);
