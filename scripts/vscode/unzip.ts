import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { inflateRawSync } from "node:zlib";

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;

/**
 * Unpacks the files of a VSIX that lie under `prefix` into `folder`, without the prefix. Reads what packing
 * a VSIX writes (stored or deflated entries, no encryption, below 4 GB) and throws on anything else.
 */
export function unzip(archive: string, prefix: string, folder: string): void {
  const bytes = readFileSync(archive);
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || bytes.readUInt32LE(end) !== endOfDirectory) throw new Error(`${archive} is no zip archive.`);
  let at = bytes.readUInt32LE(end + 16);
  for (let entry = bytes.readUInt16LE(end + 10); entry > 0; entry--) {
    if (bytes.readUInt32LE(at) !== directoryEntry) throw new Error(`${archive}: its directory is damaged.`);
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    if (name.startsWith(prefix) && !name.endsWith("/")) {
      const target = join(folder, name.slice(prefix.length));
      if (relative(folder, target).split(sep)[0] === "..")
        throw new Error(`${archive}: ${name} leads outside.`);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, content(bytes, at, name));
    }
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
}

function content(bytes: Buffer, entry: number, name: string): Buffer {
  const method = bytes.readUInt16LE(entry + 10);
  const size = bytes.readUInt32LE(entry + 20);
  const local = bytes.readUInt32LE(entry + 42);
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const packed = bytes.subarray(start, start + size);
  if (method === 0) return packed;
  if (method === 8) return inflateRawSync(packed);
  throw new Error(`${name} is packed by method ${method}, which is not known here.`);
}
