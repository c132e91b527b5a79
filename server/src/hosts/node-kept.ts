import { statSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { dirname, isAbsolute, join } from "node:path";
import writeFileAtomic from "write-file-atomic";
import type { KeptPlace } from "../lsp/host.ts";
import type { KeptStore } from "../workspace/kept.ts";
import { besideScript } from "./node-beside.ts";
import { toPath } from "./node-files.ts";

/** What is kept in the file at `path`. Folders that are missing on the way to it are made when it is written. */
export const nodeKept = (path: string): KeptStore => ({
  read: () => readFile(path, "utf8").catch(() => undefined),
  async write(text) {
    await mkdir(dirname(path), { recursive: true });
    // Nobody waits for the disk: a file that the machine did not get to write is one that was damaged.
    await writeFileAtomic(path, text, { fsync: false });
  },
});

/** Files in a folder of this machine, by its URI or absolute path; nothing for another one. */
export function nodeKeptPlace(folder: string): KeptPlace | undefined {
  const path = isAbsolute(folder) ? folder : toPath(folder);
  const version = path === undefined ? undefined : programVersion();
  if (path === undefined || version === undefined) return undefined;
  return { version, store: (name) => nodeKept(join(path, `${name}.cache`)) };
}

/** Another word for each build of this program; nothing where its files cannot be looked at. */
export function programVersion(): string | undefined {
  const [, script] = process.argv;
  // What is started may be no more than a few lines that load the program beside it.
  const files = [script, besideScript("server.js")].flatMap((path) => {
    const found = path === undefined ? undefined : statSync(path, { throwIfNoEntry: false });
    return found ? [`${found.size}-${found.mtimeMs}`] : [];
  });
  return files.length === 0 ? undefined : files.join(" ");
}
