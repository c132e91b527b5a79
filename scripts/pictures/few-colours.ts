import { crc32, deflateSync, inflateSync } from "node:zlib";

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * The picture with at most 64 colours, as a PNG with a palette: a window of text needs no more, and it takes
 * half of the space. Reads what a browser's screenshots are (8 bit, RGB or RGBA, opaque, not interlaced) and
 * throws on any other PNG.
 */
export function withFewColours(png: Buffer): Buffer {
  const { width, height, pixels } = read(png);
  const { palette, indexOf } = choosePalette(pixels);
  // One byte before each row names its filter; with indices none is best.
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      rows[y * (width + 1) + x + 1] = indexOf(pixels[y * width + x] ?? 0);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap(channels));
  const body = deflateSync(rows, { level: 9, memLevel: 9 });
  const chunks = [
    chunk("IHDR", header),
    chunk("PLTE", colours),
    chunk("IDAT", body),
    chunk("IEND", Buffer.of()),
  ];
  return Buffer.concat([signature, ...chunks]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

interface Picture {
  readonly width: number;
  readonly height: number;
  /** One number a pixel, 0xRRGGBB. */
  readonly pixels: Uint32Array;
}

function read(png: Buffer): Picture {
  const data: Buffer[] = [];
  for (let at = signature.length; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString("latin1", at + 4, at + 8) === "IDAT") {
      data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
    }
  }
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const size = { 2: 3, 6: 4 }[png.readUInt8(25)];
  if (png.readUInt8(24) !== 8 || size === undefined || png.readUInt8(28) !== 0) {
    throw new Error("The picture is no PNG of 8 bits a channel in RGB or RGBA.");
  }
  const bytes = unfiltered(inflateSync(Buffer.concat(data)), width * size, height, size);
  const pixels = new Uint32Array(width * height);
  for (const index of pixels.keys()) pixels[index] = bytes.readUIntBE(index * size, 3);
  return { width, height, pixels };
}

/** The rows without their filters, one after another. `stride` is a row in bytes, `size` a pixel. */
function unfiltered(rows: Buffer, stride: number, height: number, size: number): Buffer {
  const bytes = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = x < size ? 0 : (bytes[at - size] ?? 0);
      const up = y === 0 ? 0 : (bytes[at - stride] ?? 0);
      const corner = x < size || y === 0 ? 0 : (bytes[at - stride - size] ?? 0);
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      bytes[at] = (rows[y * (stride + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return bytes;
}

/** The neighbour that is nearest to `left + up - corner`, as the format defines it. */
function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

/** The 64 colours that are most frequent, and for each colour the place of the one nearest to it. */
function choosePalette(pixels: Uint32Array): {
  readonly palette: readonly number[];
  readonly indexOf: (colour: number) => number;
} {
  const counts = new Map<number, number>();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  // Of colours that the eye takes for one, only the most frequent stands in the palette.
  const kept = new Map<number, number>();
  for (const [colour] of [...counts].toSorted(([, a], [, b]) => b - a)) {
    const look = channels(colour).reduce((sum, value) => sum * 64 + (value >> 2), 0);
    if (!kept.has(look)) kept.set(look, colour);
  }
  const palette = [...kept.values()].slice(0, 64);
  const indices = new Map(palette.map((colour, index) => [colour, index]));
  const indexOf = (colour: number): number => {
    const known = indices.get(colour) ?? nearest(palette, colour);
    indices.set(colour, known);
    return known;
  };
  return { palette, indexOf };
}

function nearest(palette: readonly number[], colour: number): number {
  const [red = 0, green = 0, blue = 0] = channels(colour);
  let [best, least] = [0, Infinity];
  for (const [index, other] of palette.entries()) {
    const distance =
      ((other >> 16) - red) ** 2 + (((other >> 8) & 255) - green) ** 2 + ((other & 255) - blue) ** 2;
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

const channels = (colour: number): readonly number[] => [colour >> 16, (colour >> 8) & 255, colour & 255];
