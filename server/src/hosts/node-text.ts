import { isUtf8 } from "node:buffer";
import { constants, readFileSync, writeFileSync } from "node:fs";
import { access, mkdir, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import writeFileAtomic from "write-file-atomic";
import type { FileText } from "../cli/host.ts";
import { withReason } from "./node-reasons.ts";

/** See `readText` of the command line's host. */
export async function readText(path: string): Promise<FileText> {
  const bytes = await withReason(readNow(path));
  return { text: bytes.toString("utf8"), exact: isUtf8(bytes) };
}

// Nobody is kept waiting meanwhile, and asking in the background takes several times as long.
const readNow = async (path: string): Promise<Buffer> => readFileSync(path);

/**
 * See `writeText` of the command line's host. Mode and owner are kept, a link stays a link to the file that is
 * written, and the temporary file beside it goes also when the program is interrupted.
 */
export async function writeText(path: string, before: string, text: string): Promise<void> {
  await withReason(refuseReadOnly(path));
  // The library does not look whether the disk took all that it wrote. This does, and it is the last moment
  // before the file is replaced, so others are least likely to write between the look at it and that.
  const tmpfileCreated = (temporary: string): void => {
    writeFileSync(temporary, text);
    if (!readFileSync(path).equals(Buffer.from(before)))
      throw new Error("it was changed by another program in the meantime");
  };
  await withReason(writeFileAtomic(path, "", { tmpfileCreated }));
}

/** See `createText` of the command line's host. */
export async function createText(path: string, text: string): Promise<void> {
  await withReason(mkdir(dirname(path), { recursive: true }));
  await withReason(writeFile(path, text, { flag: "wx" }));
}

/** Replacing a file asks only whether its folder may be written. People who lock a file mean the file. */
async function refuseReadOnly(path: string): Promise<void> {
  const found = await stat(path);
  if (!found.isFile()) throw new Error("it is no regular file");
  // Root may write whatever the mode says, which is not what the mode was set for.
  if ((found.mode & 0o222) === 0) throw new Error("it is read-only");
  await access(path, constants.W_OK);
}
