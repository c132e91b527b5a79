import { lastUpTo } from "./last-up-to.ts";

/** A text that is read by pieces: a string is one, and so is a {@link Rope}. Offsets are UTF-16 code units. */
export interface Text {
  readonly length: number;
  /** The text from one offset to before another one; both lie in the text. */
  slice(from: number, to?: number): string;
  /** The code unit at an offset that lies in the text; else NaN. */
  charCodeAt(offset: number): number;
  /** All of it as one string. */
  toString(): string;
}

/**
 * A text in chunks, so that an edit costs no more in a long text than in a short one. A string of a megabyte would be
 * copied at each keystroke, into memory that the system gives and clears for each copy. A rope never changes.
 */
export interface Rope extends Text {
  /** How long chunks are made, in UTF-16 code units; they grow to twice of that. */
  readonly size: number;
  /** None is empty, and none ends between `\r` and `\n`. */
  readonly chunks: readonly Chunk[];
  /** The offset of each chunk in the text. */
  readonly starts: readonly number[];
  /** How many line endings stand before each chunk. */
  readonly endings: readonly number[];
}

/** A piece of a rope with the lines that start in it. */
export interface Chunk {
  readonly text: string;
  /** Offsets in the chunk behind each of its line endings. */
  readonly lines: readonly number[];
}

// Long enough that a list of chunks is short, and so short that one is copied in microseconds.
const usual = 8192;

class Chunked implements Rope {
  readonly size: number;
  readonly chunks: readonly Chunk[];
  readonly starts: readonly number[];
  readonly endings: readonly number[];
  readonly length: number;
  #whole: string | undefined;

  constructor(size: number, chunks: readonly Chunk[], whole?: string) {
    const starts: number[] = [];
    const endings: number[] = [];
    let length = 0;
    let ended = 0;
    for (const { text, lines } of chunks) {
      starts.push(length);
      endings.push(ended);
      length += text.length;
      ended += lines.length;
    }
    this.size = size;
    this.chunks = chunks;
    this.starts = starts;
    this.endings = endings;
    this.length = length;
    this.#whole = whole;
  }

  slice(from: number, to: number = this.length): string {
    const first = chunkAt(this, from);
    const start = this.starts[first] ?? 0;
    let text = this.chunks[first]?.text ?? "";
    if (to - start <= text.length) return text.slice(from - start, Math.max(from, to) - start);
    text = text.slice(from - start);
    for (let index = first + 1; index < this.chunks.length; index++) {
      const at = this.starts[index] ?? 0;
      if (at >= to) break;
      const next = this.chunks[index]?.text ?? "";
      text += to - at < next.length ? next.slice(0, to - at) : next;
    }
    return text;
  }

  charCodeAt(offset: number): number {
    const index = chunkAt(this, offset);
    return (this.chunks[index]?.text ?? "").charCodeAt(offset - (this.starts[index] ?? 0));
  }

  toString(): string {
    return (this.#whole ??= this.chunks.map(({ text }) => text).join(""));
  }
}

/** The rope of a text, with chunks of a size that is good for texts that people write. */
export const ropeOf = (text: string, size: number = usual): Rope =>
  new Chunked(size, chunksOf(text, size), text);

/** The rope with the text from one offset to before another one replaced. All other chunks are the same objects. */
export function spliced(rope: Rope, from: number, to: number, put: string): Rope {
  const { size, chunks } = rope;
  if (chunks.length === 0) return ropeOf(put, size);
  let first = chunkAt(rope, from);
  let last = Math.max(first, chunkAt(rope, to));
  const head = textOf(chunks[first]).slice(0, from - (rope.starts[first] ?? 0));
  const tail = textOf(chunks[last]).slice(to - (rope.starts[last] ?? 0));
  let text = `${head}${put}${tail}`;
  // What is short is joined with what stands before it, and so is what would part a line ending.
  while (first > 0 && (text.length < size / 8 || text.startsWith("\n")))
    text = textOf(chunks[--first]) + text;
  while (last + 1 < chunks.length && text.endsWith("\r")) text += textOf(chunks[++last]);
  return new Chunked(size, chunks.slice(0, first).concat(chunksOf(text, size), chunks.slice(last + 1)));
}

const textOf = (chunk: Chunk | undefined): string => chunk?.text ?? "";

/** The index of the chunk that has an offset; of the last one for the end of the text. */
const chunkAt = ({ starts }: Rope, offset: number): number => lastUpTo(starts, offset);

/** The offset at which a line starts, counted from 0; nothing where the text has fewer. */
export function lineStart(rope: Rope, line: number): number | undefined {
  if (line <= 0) return 0;
  // Of chunks with the same number all but the last have no line ending.
  const index = lastUpTo(rope.endings, line - 1);
  const at = rope.chunks[index]?.lines[line - 1 - (rope.endings[index] ?? 0)];
  return at === undefined ? undefined : (rope.starts[index] ?? 0) + at;
}

/**
 * The line that an offset lies in, counted from 0, and the offset at which that starts. The end of a line ending lies in
 * the line behind it.
 */
export function lineOf(rope: Rope, offset: number): { readonly line: number; readonly start: number } {
  const index = chunkAt(rope, offset);
  const lines = rope.chunks[index]?.lines ?? [];
  const inside = offset - (rope.starts[index] ?? 0);
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) <= inside) low = middle + 1;
    else high = middle;
  }
  const line = (rope.endings[index] ?? 0) + low;
  const own = lines[low - 1];
  return { line, start: own === undefined ? (lineStart(rope, line) ?? 0) : (rope.starts[index] ?? 0) + own };
}

/** How many lines a text has; the empty one has one. */
export const lineCount = ({ chunks, endings }: Rope): number =>
  1 + (endings.at(-1) ?? 0) + (chunks.at(-1)?.lines.length ?? 0);

function chunksOf(text: string, size: number): readonly Chunk[] {
  if (text.length <= 2 * size) return text === "" ? [] : [chunkOf(text)];
  const chunks: Chunk[] = [];
  for (let from = 0; from < text.length;) {
    let to = text.length - from <= 2 * size ? text.length : from + size;
    while (to < text.length && text.charCodeAt(to - 1) === 13) to++;
    chunks.push(chunkOf(text.slice(from, to)));
    from = to;
  }
  return chunks;
}

function chunkOf(text: string): Chunk {
  const lines: number[] = [];
  if (text.includes("\r"))
    for (const { index, 0: ending } of text.matchAll(/\r\n|\n|\r/g)) lines.push(index + ending.length);
  else for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines.push(at + 1);
  return { text, lines };
}

/** A stretch of one text that stands in the place of a stretch of another one. */
export interface Stretches {
  readonly from: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** Where the chunks of two ropes differ: stretches outside of which the texts are the same. */
export function chunksBetween(before: Rope, after: Rope): Stretches {
  const [old, own] = [before.chunks, after.chunks];
  const most = Math.min(old.length, own.length);
  let head = 0;
  while (head < most && old[head] === own[head]) head++;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === own[own.length - 1 - tail]) tail++;
  const from = before.starts[head] ?? before.length;
  const same = tail === 0 ? 0 : before.length - (before.starts[old.length - tail] ?? 0);
  return { from, oldEnd: before.length - same, newEnd: after.length - same };
}

/** Whether two texts have the same from an offset of each on, for so many code units. */
export function hasSame(one: Text, from: number, other: Text, at: number, length: number): boolean {
  if (!isRope(one) || !isRope(other)) return one.slice(from, from + length) === other.slice(at, at + length);
  if (from + length > one.length || at + length > other.length) return false;
  for (let done = 0; done < length;) {
    const [mine, theirs] = [chunkAt(one, from + done), chunkAt(other, at + done)];
    const [chunk, counterpart] = [one.chunks[mine], other.chunks[theirs]];
    const inside = from + done - (one.starts[mine] ?? 0);
    const beside = at + done - (other.starts[theirs] ?? 0);
    const left = Math.min(textOf(chunk).length - inside, textOf(counterpart).length - beside, length - done);
    const isShared = chunk === counterpart && inside === beside;
    if (
      !isShared &&
      textOf(chunk).slice(inside, inside + left) !== textOf(counterpart).slice(beside, beside + left)
    )
      return false;
    done += left;
  }
  return true;
}

/** Whether a text is a rope. */
export const isRope = (text: Text): text is Rope => text instanceof Chunked;
