import type { Dirent } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { matcher } from "../workspace/design-documents.ts";
import type { Entry, EntryKind, Files } from "../workspace/files.ts";
import { schemeOf, under } from "../workspace/uris.ts";
import { textStarts } from "./node-text-start.ts";

/** The files of this machine. URIs of other schemes than `file` name nothing here. */
export const nodeFiles: Files = {
  async readFile(uri) {
    const path = toPath(uri);
    return path === undefined ? undefined : await readFile(path, "utf8").catch(() => undefined);
  },
  async readStart(uri, length) {
    const path = toPath(uri);
    return path === undefined ? undefined : await textStart(path, length).catch(() => undefined);
  },
  async listFolder(uri) {
    const files: string[] = [];
    for (const entry of await entriesOf(uri)) if (await isFile(uri, entry)) files.push(entry.name);
    return files;
  },
  async entriesOf(uri) {
    const entries: Entry[] = [];
    for (const entry of await entriesOf(uri)) {
      const { name } = entry;
      // A link that leads nowhere is nothing that can be opened.
      const kind = entry.isSymbolicLink() ? await kindOf(under(uri, name)) : kindOfEntry(entry);
      if (kind !== undefined) entries.push({ name, kind });
    }
    return entries;
  },
  kindOf,
  async findFiles({ include, exclude, limit }, folders) {
    const included = matcher(include);
    const excluded = matcher(exclude);
    const found: string[] = [];
    const isWanted = (path: string): boolean => included(path) && !excluded(path);
    for (const folder of folders) await find(folder, "", isWanted, found, limit);
    return found;
  },
};

const textStart = textStarts(() => performance.now());

// Nothing in them was written by the people of the workspace.
export const skipped: ReadonlySet<string> = new Set(["node_modules", ".git"]);

/**
 * Adds to `found` the URIs of the files below a folder whose path is wanted, by name, up to `limit` of them. `prefix`
 * is the path of the folder, with a slash behind it. Links to folders are not followed.
 */
async function find(
  folder: string,
  prefix: string,
  isWanted: (path: string) => boolean,
  found: string[],
  limit: number,
): Promise<void> {
  const entries = (await entriesOf(folder)).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (found.length >= limit) return;
    const path = `${prefix}${entry.name}`;
    if (entry.isDirectory()) {
      if (!skipped.has(entry.name)) await find(under(folder, entry.name), `${path}/`, isWanted, found, limit);
    } else if (isWanted(path) && (entry.isFile() || (await isFile(folder, entry))))
      found.push(under(folder, entry.name));
  }
}

async function kindOf(uri: string): Promise<EntryKind | undefined> {
  const path = toPath(uri);
  return path === undefined ? undefined : await stat(path).then(kindOfEntry, () => undefined);
}

const kindOfEntry = (entry: Pick<Dirent, "isDirectory">): EntryKind =>
  entry.isDirectory() ? "folder" : "file";

async function entriesOf(uri: string): Promise<readonly Dirent[]> {
  const path = toPath(uri);
  return path === undefined ? [] : await readdir(path, { withFileTypes: true }).catch(() => []);
}

async function isFile(folder: string, entry: Dirent): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isFile();
  const path = toPath(under(folder, entry.name));
  return (
    path !== undefined &&
    (await stat(path).then(
      (found) => found.isFile(),
      () => false,
    ))
  );
}

/** The path of a file of this machine; nothing for a URI that names none. */
export function toPath(uri: string): string | undefined {
  if (schemeOf(uri) !== "file") return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined; // A host name, or characters that no path here can have.
  }
}
