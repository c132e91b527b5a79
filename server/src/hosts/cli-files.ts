import { readdirSync, readFileSync, statSync, type Dirent, type Stats } from "node:fs";
import { join } from "node:path";
import { matcher } from "../workspace/design-documents.ts";
import type { Entry, Files, TextStart } from "../workspace/files.ts";
import { under } from "../workspace/uris.ts";
import { skipped, toPath } from "./node-files.ts";
import { startAtOnce } from "./node-text-start.ts";

export interface RunFiles extends Files {
  /** A file was created. */
  forget(): void;
}

/**
 * The files of this machine for one run of the command line: as `nodeFiles` sees them, but a folder is listed once, and
 * nothing is asked in the background, since that takes several times as long and there is nobody to be kept waiting.
 */
export function cliFiles(): RunFiles {
  const folders = new Map<string, readonly Listed[]>();
  const listed = (folder: string): readonly Listed[] => {
    const known = folders.get(folder) ?? list(folder);
    folders.set(folder, known);
    return known;
  };
  return {
    readFile: (uri) => Promise.resolve(read(uri)),
    readStart: (uri, length) => Promise.resolve(readStart(toPath(uri), length)),
    listFolder: (uri) =>
      Promise.resolve(listed(uri).flatMap(({ name, leadsTo }) => (leadsTo === "file" ? [name] : []))),
    entriesOf: (uri) =>
      Promise.resolve(
        listed(uri).flatMap(({ name, kind }): readonly Entry[] =>
          kind === undefined ? [] : [{ name, kind }],
        ),
      ),
    kindOf: (uri) => Promise.resolve(kindOf(toPath(uri))),
    findFiles({ include, exclude, limit }, from) {
      const included = matcher(include);
      const excluded = matcher(exclude);
      const found: string[] = [];
      for (const folder of from)
        for (const { uri, path } of walk(folder, "", listed)) {
          if (found.length >= limit) break;
          if (included(path) && !excluded(path)) found.push(uri);
        }
      return Promise.resolve(found);
    },
    forget: () => folders.clear(),
  };
}

interface Listed {
  readonly name: string;
  /** Of a link, what it leads to; whatever is no folder is a file, unless it is a link to nowhere. */
  readonly kind: "file" | "folder" | undefined;
  /** A regular file, or a link to one. */
  readonly leadsTo: "file" | undefined;
  /** A folder itself, and no link to one. */
  readonly isFolder: boolean;
}

function list(folder: string): readonly Listed[] {
  const path = toPath(folder);
  if (path === undefined) return [];
  try {
    return readdirSync(path, { withFileTypes: true }).map((entry) => listedAs(path, entry));
  } catch {
    return [];
  }
}

function listedAs(folder: string, entry: Dirent): Listed {
  const { name } = entry;
  if (entry.isDirectory()) return { name, kind: "folder", leadsTo: undefined, isFolder: true };
  if (!entry.isSymbolicLink())
    return { name, kind: "file", leadsTo: entry.isFile() ? "file" : undefined, isFolder: false };
  const target = statusOf(join(folder, name));
  return {
    name,
    kind: target && (target.isDirectory() ? "folder" : "file"),
    leadsTo: target?.isFile() === true ? "file" : undefined,
    isFolder: false,
  };
}

/** All files below a folder, by name, with their paths within the first folder. Links to folders are not followed. */
function* walk(
  folder: string,
  prefix: string,
  listed: (folder: string) => readonly Listed[],
): Generator<{ readonly uri: string; readonly path: string }> {
  for (const { name, leadsTo, isFolder } of listed(folder).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = `${prefix}${name}`;
    if (leadsTo === "file") yield { uri: under(folder, name), path };
    else if (isFolder && !skipped.has(name)) yield* walk(under(folder, name), `${path}/`, listed);
  }
}

function read(uri: string): string | undefined {
  const path = toPath(uri);
  try {
    return path === undefined ? undefined : readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** The beginning of a text; nothing where the file cannot be read. */
function readStart(path: string | undefined, length: number): TextStart | undefined {
  try {
    return path === undefined ? undefined : startAtOnce(path, length);
  } catch {
    return undefined;
  }
}

const kindOf = (path: string | undefined): "file" | "folder" | undefined => {
  const found = path === undefined ? undefined : statusOf(path);
  return found && (found.isDirectory() ? "folder" : "file");
};

function statusOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
