import { isAscii } from "node:buffer";
import { close, closeSync, open, openSync, read, readSync } from "node:fs";
import { promisify } from "node:util";
import type { TextStart } from "../workspace/files.ts";

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
    if (waits > 0) {
      waits--;
      return later(path, length);
    }
    const size = mostBytes(length);
    if (shared.length < size) shared = Buffer.alloc(size);
    const began = now();
    try {
      return startAtOnce(path, length, shared);
    } finally {
      const isSlow = now() - began > quick;
      if (isSlow) waits = patience;
      patience = isSlow ? Math.min(patience * 2, most) : fewest;
    }
  };
}

/**
 * The beginning of the text of a file, which is read while everybody waits, by way of `bytes`, of which there are as many
 * as {@link mostBytes} says. Throws for a file that cannot be read.
 */
export function startAtOnce(
  path: string,
  length: number,
  bytes: Buffer = Buffer.allocUnsafe(mostBytes(length)),
): TextStart {
  const file = openSync(path, "r");
  try {
    let size = 0;
    let end = fewestBytes(length);
    // Some file systems give less at once than there is. Nothing at all is the end.
    for (let more = -1; more !== 0 && size < end; size += more) {
      more = readSync(file, bytes, size, end - size, size);
      if (size + more === end) end = endOf(bytes, end, length);
    }
    return startOf(bytes, size, end);
  } finally {
    closeSync(file);
  }
}

async function later(path: string, length: number): Promise<TextStart> {
  const file = await opened(path, "r");
  try {
    const bytes = Buffer.allocUnsafe(mostBytes(length));
    let size = 0;
    let end = fewestBytes(length);
    for (let more = -1; more !== 0 && size < end; size += more) {
      more = (await readAt(file, bytes, size, end - size, size)).bytesRead;
      if (size + more === end) end = endOf(bytes, end, length);
    }
    return startOf(bytes, size, end);
  } finally {
    close(file);
  }
}

const opened = promisify(open);
const readAt = promisify(read);

// In UTF-8 no UTF-16 code unit takes more than three bytes, and a byte order mark as much. One more says whether it goes on.
const mostBytes = (length: number): number => (length + 1) * 3;
const fewestBytes = (length: number): number => length + 1;

/** How far has to be read of a text that fills so many bytes: in ASCII, a byte is a code unit. */
const endOf = (bytes: Buffer, end: number, length: number): number =>
  end === fewestBytes(length) && !isAscii(bytes.subarray(0, end)) ? mostBytes(length) : end;

const startOf = (bytes: Buffer, size: number, end: number): TextStart => ({
  text: bytes.toString("utf8", 0, size),
  isWhole: size < end,
});
