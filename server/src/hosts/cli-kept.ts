import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { KeptPlace } from "../cli/host.ts";
import type { Stamp } from "../cli/stamps.ts";
import { toPath } from "./node-files.ts";
import { nodeKept } from "./node-kept.ts";
import { personalCaches } from "./node-caches.ts";

/**
 * A folder for what is kept: at `location`, else below the nearest `node_modules` at or above the working folder, where
 * other tools keep such things, else among the caches of the person, by the working folder. Never where a repository
 * would take it for its own. Nothing where this program is not known by its script.
 */
export function cliKept(location: string | undefined, script: string | undefined): KeptPlace | undefined {
  const version = script === undefined ? undefined : buildOf(script);
  if (version === undefined) return undefined;
  const folder = location === undefined ? chosenFolder(process.cwd()) : resolve(location);
  return { version, store: (name) => nodeKept(join(folder, `${name}.cache`)) };
}

function chosenFolder(from: string): string {
  for (let place = from, below = ""; place !== below; below = place, place = dirname(place)) {
    const packages = join(place, "node_modules");
    if (statSync(packages, { throwIfNoEntry: false })?.isDirectory())
      return join(packages, ".cache", "design-docs");
    if (existsSync(join(place, ".git"))) break;
  }
  return join(personalCaches(), "design-docs", hashOfText(from).slice(0, 16));
}

// All that findings hang on. By its content, since every installation has other times.
const scripts: readonly string[] = ["server.js", "mermaid.js"];

function buildOf(script: string): string | undefined {
  try {
    const hash = createHash("sha256").update(process.version).update(readFileSync(script));
    for (const name of scripts) {
      const path = join(dirname(script), name);
      if (existsSync(path)) hash.update(name).update(readFileSync(path));
    }
    return hash.digest("hex");
  } catch {
    return undefined;
  }
}

/** A short name of a text. */
export const hashOfText = (text: string): string => createHash("sha256").update(text).digest("base64url");

/** Short names of the texts of files, each read once; those of what cannot be read are nothing. */
export function fileHashes(): (uri: string) => Promise<string | undefined> {
  const known = new Map<string, Promise<string | undefined>>();
  return (uri) => {
    const found = known.get(uri) ?? Promise.resolve(hashOfFile(toPath(uri)));
    known.set(uri, found);
    return found;
  };
}

function hashOfFile(path: string | undefined): string | undefined {
  try {
    return path === undefined
      ? undefined
      : createHash("sha256").update(readFileSync(path)).digest("base64url");
  } catch {
    return undefined;
  }
}

// Milliseconds. No file system in use has times that are coarser (FAT has two seconds).
const grain = 2500;

/** See `stampOf` of the command line's host. Whoever sets back the time of writing does not set back that of the change. */
export function fileStamp(uri: string): Stamp | undefined {
  const path = toPath(uri);
  try {
    const found = path === undefined ? undefined : statSync(path, { throwIfNoEntry: false });
    if (!found?.isFile()) return undefined;
    const { size, mtimeMs, ctimeMs, ino, dev } = found;
    const isOld = Date.now() - Math.max(mtimeMs, ctimeMs) > grain;
    return { mark: [size, mtimeMs, ctimeMs, ino, dev].join(" "), isOld };
  } catch {
    return undefined;
  }
}
