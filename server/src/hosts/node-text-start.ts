import { close, closeSync, open, openSync, read, readSync } from "node:fs";
import { promisify } from "node:util";
import type { TextStart } from "../workspace/files.ts";

// In UTF-8 no UTF-16 code unit takes more, and a byte order mark as much.
const mostBytes = 3;
// A read that takes more milliseconds holds up whoever types meanwhile.
const quick = 2;
const fewest = 64;
const most = 65_536;

/**
 * Reads the beginnings of files, by their paths: at least so many UTF-16 code units of a text as are asked for. What
 * the system has at hand is read at once, which is ten times less work than to have it read; where one such read was
 * slow, the next ones are waited for. Rejects for a file that cannot be read.
 */
export function textStarts(now: () => number): (path: string, length: number) => Promise<TextStart> {
  // One for all that is read at once, so that nothing is left of thousands of them.
  let shared = Buffer.alloc(0);
  let waits = 0;
  let patience = fewest;

  return async (path, length) => {
    const size = (length + 1) * mostBytes;
    if (waits > 0) {
      waits--;
      return later(path, size);
    }
    if (shared.length < size) shared = Buffer.alloc(size);
    const began = now();
    try {
      return atOnce(path, shared.subarray(0, size));
    } finally {
      const isSlow = now() - began > quick;
      if (isSlow) waits = patience;
      patience = isSlow ? Math.min(patience * 2, most) : fewest;
    }
  };
}

// Some file systems give less at once than there is. Nothing at all is the end.

function atOnce(path: string, bytes: Buffer): TextStart {
  const file = openSync(path, "r");
  try {
    let size = 0;
    for (let more = -1; more !== 0 && size < bytes.length; size += more)
      more = readSync(file, bytes, size, bytes.length - size, size);
    return startOf(bytes, size);
  } finally {
    closeSync(file);
  }
}

async function later(path: string, length: number): Promise<TextStart> {
  const file = await opened(path, "r");
  try {
    const bytes = Buffer.allocUnsafe(length);
    let size = 0;
    for (let more = -1; more !== 0 && size < bytes.length; size += more)
      more = (await readAt(file, bytes, size, bytes.length - size, size)).bytesRead;
    return startOf(bytes, size);
  } finally {
    close(file);
  }
}

const opened = promisify(open);
const readAt = promisify(read);

const startOf = (bytes: Buffer, size: number): TextStart => ({
  text: bytes.toString("utf8", 0, size),
  isWhole: size < bytes.length,
});
