/** A message as it goes over the wire: its header and its body. */
export function frame(message: object): Buffer {
  const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }), "utf8");
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`, "ascii"), body]);
}

const headerEnd = Buffer.from("\r\n\r\n");

/**
 * A reader of frames: takes what arrives in any pieces, and hands each whole body over once its last byte is there.
 * Throws on a header without a length, since nothing behind it could be read.
 */
export function frameReader(take: (body: Buffer) => void): (chunk: Buffer) => void {
  let chunks: Buffer[] = [];
  let size = 0;
  let wanted: number | undefined;
  return (chunk) => {
    chunks.push(chunk);
    size += chunk.length;
    for (;;) {
      if (wanted !== undefined && size < wanted) return;
      // Pieces are joined when a message is whole, or its header has to be found; long ones come in many.
      const all = chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
      chunks = [all];
      if (wanted === undefined) {
        const end = all.indexOf(headerEnd);
        if (end < 0) return;
        wanted = end + headerEnd.length + lengthIn(all.toString("ascii", 0, end));
        continue;
      }
      const start = all.indexOf(headerEnd) + headerEnd.length;
      const body = all.subarray(start, wanted);
      chunks = [all.subarray(wanted)];
      size -= wanted;
      wanted = undefined;
      take(body);
      if (size === 0) {
        chunks = [];
        return;
      }
    }
  };
}

function lengthIn(header: string): number {
  const length = /^content-length: *(\d+)/im.exec(header)?.[1];
  if (length === undefined) throw new Error(`A message without a length: ${header}`);
  return Number(length);
}
