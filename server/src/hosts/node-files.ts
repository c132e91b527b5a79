import type { Dirent } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { matcher } from "../workspace/design-documents.ts";
import type { Entry, EntryKind, Files } from "../workspace/files.ts";
import { schemeOf, under } from "../workspace/uris.ts";

/** The files of this machine. URIs of other schemes than `file` name nothing here. */
export const nodeFiles: Files = {
  async readFile(uri) {
    const path = toPath(uri);
    return path === undefined ? undefined : await readFile(path, "utf8").catch(() => undefined);
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
    for (const folder of folders)
      for await (const { uri, path } of walk(folder, "")) {
        if (found.length >= limit) return found;
        if (included(path) && !excluded(path)) found.push(uri);
      }
    return found;
  },
};

// Nothing in them was written by the people of the workspace.
export const skipped: ReadonlySet<string> = new Set(["node_modules", ".git"]);

/** All files below a folder, by name, with their paths within the first folder. Links to folders are not followed. */
async function* walk(
  folder: string,
  prefix: string,
): AsyncGenerator<{ readonly uri: string; readonly path: string }> {
  const entries = (await entriesOf(folder)).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const uri = under(folder, entry.name);
    const path = `${prefix}${entry.name}`;
    if (await isFile(folder, entry)) yield { uri, path };
    else if (entry.isDirectory() && !skipped.has(entry.name)) yield* walk(uri, `${path}/`);
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
