import { mkdir, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import writeFileAtomic from "write-file-atomic";
import type { KeptStore } from "../workspace/kept.ts";

/** What is kept in the file at `path`. Folders that are missing on the way to it are made when it is written. */
export const nodeKept = (path: string): KeptStore => ({
  read: () => readFile(path, "utf8").catch(() => undefined),
  async write(text) {
    await mkdir(dirname(path), { recursive: true });
    // Nobody waits for the disk: a file that the machine did not get to write is one that was damaged.
    await writeFileAtomic(path, text, { fsync: false });
  },
});
