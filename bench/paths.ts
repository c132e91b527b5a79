import { mkdirSync } from "node:fs";
import { homedir, platform } from "node:os";
import { join, resolve } from "node:path";

/** The folder of the checkout. */
export const root: string = resolve(import.meta.dirname, "..");

/**
 * What the benchmarks make and install, and use again the next time: in the user's folder for such things. It lies outside
 * the checkout, since a workspace inside of it would belong to its repository, and be asked about there.
 */
export const cache: string = process.env["DESIGN_DOCS_BENCH_CACHE"] ?? join(userCache(), "design-docs-bench");

function userCache(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (platform() === "win32" && LOCALAPPDATA !== undefined) return LOCALAPPDATA;
  if (platform() === "darwin") return join(homedir(), "Library/Caches");
  return XDG_CACHE_HOME ?? join(homedir(), ".cache");
}

/** A folder in the cache, made if it is not there. */
export function cacheFolder(...names: readonly string[]): string {
  const folder = join(cache, ...names);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** A file that is built in `dist/`. */
export const built = (name: string): string => join(root, "dist", name);
