import type { Block } from "../document.ts";
import type { References } from "../inline/references.ts";
import type { Node } from "../node.ts";
import { changedIn } from "./changed.ts";
import { labelsOf, mayReferTo, relabelled, type Labels } from "./labels.ts";
import { frontMatterEnd } from "./leaves.ts";
import { isRope, type Text } from "../../text/rope.ts";
import { isSame, moved } from "./move.ts";
import type { Raw } from "./raw.ts";
import { scanBlocks, textStart, type Scanned } from "./scan.ts";
import { nodeOf } from "./to-node.ts";

/** A text’s blocks, and what it takes to read the text anew when it has changed. */
export interface Reading {
  readonly text: Text;
  readonly blocks: readonly Block[];
  readonly starts: readonly number[];
  /** As in {@link Scanned}. The nodes stand where they were scanned, which may be in an earlier text. */
  readonly nodes: readonly Raw[];
  readonly leads: readonly number[];
  readonly keys: readonly string[];
  readonly keyBlocks: readonly number[];
  readonly labels: Labels;
}

/** The reading of a text. */
export function readingOf(source: Text): Reading {
  const text = source.toString();
  const { blocks: nodes, leads, labels: keys, labelBlocks: keyBlocks } = scanBlocks(text, textStart(text));
  const labels = labelsOf(keys);
  const blocks = nodes.map((node) => blockOf(text, node, labels.references));
  return {
    text: source,
    blocks,
    starts: nodes.map(({ start }) => start),
    nodes,
    leads,
    keys,
    keyBlocks,
    labels,
  };
}

const blockOf = (text: string, raw: Raw, references: References): Block =>
  new LazyBlock(text, raw, references);

/**
 * The block that a node is, whose inside is read when somebody asks for it. A literal with a getter would have a hidden
 * class of its own: it makes each block several times as large, and keeps what the getter sees alive, with all of the
 * text, until the next full collection.
 */
class LazyBlock implements Block {
  readonly length: number;
  readonly kind: Block["kind"];
  // Once the inside has been read, nothing holds on to the text.
  #text: string | undefined;
  #node: Node | undefined;
  readonly #raw: Raw;
  readonly #references: References;

  constructor(text: string, raw: Raw, references: References) {
    this.length = raw.end - raw.start;
    this.kind = raw.kind;
    this.#text = text;
    this.#raw = raw;
    this.#references = references;
  }

  get node(): Node {
    if (this.#node && this.#text === undefined) return this.#node;
    const text = this.#text ?? "";
    const { start, end } = this.#raw;
    this.#node = nodeOf(
      { text, source: text.slice(start, end), base: start, references: this.#references },
      this.#raw,
    );
    this.#text = undefined;
    return this.#node;
  }
}

/**
 * The same with a text of its own. A piece of a string holds on to all of it (in V8), so the blocks that are new in
 * each version of a text would keep all versions alive. The line that the block starts in is read as well as the block.
 */
function ownBlock(text: Text, raw: Raw, references: References): Block {
  let from = raw.start;
  while (from > 0 && !isLineEnd(text.charCodeAt(from - 1))) from--;
  let end = raw.end;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
  const own = `${text.slice(from, end + 2)}\n`.slice(0, -1);
  return blockOf(own, moved(raw, -from), references);
}

const isLineEnd = (code: number): boolean => code === 10 || code === 13;

/**
 * The reading of a text that was made from another one by an edit, with the same blocks wherever it has the same. It
 * reads from the last block on whose first line stands before the edit, up to the first one behind the edit that
 * starts where it did.
 */
export function rereadingOf(text: Text, before: Reading): Reading {
  if (text === before.text) return before;
  const { from, oldEnd, newEnd } = changedIn(before.text, text);
  if (from === oldEnd && from === newEnd) return before;
  const by = text.length - before.text.length;
  const first = firstToRead(text, before, from);
  let last = before.blocks.length;
  const start = first === 0 ? textStart(text) : lineOf(before, first);
  const scanned = scanFrom(text, start, newEnd, (lineStart) => {
    const known = lineStart < newEnd ? -1 : blockInLine(before, lineStart - by);
    if (known === -1) return false;
    last = known;
    return true;
  });
  return merged(text, before, { scanned, first, last });
}

/** Whether a text begins with front matter. */
const hasFrontMatter = (text: Text): boolean =>
  mayHaveFrontMatter(text) && frontMatterEnd(text.toString(), textStart(text)) !== -1;

function mayHaveFrontMatter(text: Text): boolean {
  const mark = text.charCodeAt(textStart(text));
  return mark === 45 || mark === 43;
}

/**
 * {@link scanBlocks} of a text of which it is likely that no more has to be read than what an edit up to `edited` has
 * touched. Of a rope no more is put together than that.
 */
function scanFrom(
  text: Text,
  from: number,
  edited: number,
  isKnown: (lineStart: number) => boolean,
): Scanned {
  if (!isRope(text) || (from === textStart(text) && mayHaveFrontMatter(text)))
    return scanBlocks(text.toString(), from, isKnown);
  // What stands before the line is a line ending or a byte order mark, as it would be in the whole text.
  const base = Math.max(0, from - 1);
  // Nearly all blocks end no further behind an edit than half of a chunk.
  for (let size = text.size / 2; ; size *= 8) {
    const end = Math.min(text.length, edited + size);
    let stopped = false;
    const scanned = scanBlocks(text.slice(base, end), from - base, (lineStart) => {
      stopped = isKnown(lineStart + base);
      return stopped;
    });
    if (stopped || end === text.length)
      return { ...scanned, blocks: scanned.blocks.map((node) => moved(node, base)) };
  }
}

/** Where the line starts that a block starts in, if the block can be read from there on alone. */
const lineOf = ({ starts, leads }: Reading, index: number): number =>
  (starts[index] ?? 0) - (leads[index] ?? 0);

/** The index of the last block that starts before an offset; 0 where none does. */
function blockBefore({ starts }: Reading, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The index of the block from which on a text has to be read that has changed from an offset on. */
function firstToRead(text: Text, before: Reading, from: number): number {
  // An edit further down may close what the first line opens, and then it is front matter.
  if (before.blocks[0]?.kind !== "frontMatter" && hasFrontMatter(text)) return 0;
  let index = blockBefore(before, from);
  while (index > 0 && ((before.leads[index] ?? -1) < 0 || !isBefore(text, lineOf(before, index), from)))
    index--;
  return index;
}

/** Whether the line that starts at an offset ends before another one, and its line ending is whole there. */
function isBefore(text: Text, lineStart: number, offset: number): boolean {
  for (let at = lineStart; at < offset - 2; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return true;
  }
  return false;
}

/** The index of the block that starts in the line that starts at an offset; -1 where none can be read from there on. */
function blockInLine(before: Reading, lineStart: number): number {
  const { starts, leads } = before;
  // White space may stand before the block, but not much: more of it makes code, which starts with it.
  for (let index = blockBefore(before, lineStart); index < starts.length; index++) {
    if ((leads[index] ?? -1) >= 0 && lineOf(before, index) === lineStart) return index;
    if ((starts[index] ?? 0) > lineStart + 4) return -1;
  }
  return -1;
}

/** What was read anew: the blocks from `first` to before `last` of the reading before are replaced by it. */
interface Replacing {
  readonly scanned: Scanned;
  readonly first: number;
  readonly last: number;
}

function merged(text: Text, before: Reading, { scanned, first, last }: Replacing): Reading {
  const by = text.length - before.text.length;
  const count = scanned.blocks.length;
  const splice = <Value>(all: readonly Value[], made: readonly Value[]): Value[] => {
    if (made.length !== last - first) return all.slice(0, first).concat(made, all.slice(last));
    // Most edits leave as many blocks, and a plain copy is the fastest.
    const copy = all.slice();
    for (const [index, value] of made.entries()) copy[first + index] = value;
    return copy;
  };
  const firstKey = before.keyBlocks.findIndex((index) => index >= first);
  const head = firstKey === -1 ? before.keys.length : firstKey;
  let tail = head;
  while (tail < before.keys.length && isIn(before.keyBlocks[tail], first, last)) tail++;
  const lost = before.keys.slice(head, tail);
  const { labels, changed } = relabelled(before.labels, lost, scanned.labels);
  const kept = keptBlocks(text, before, { scanned, first, last });
  const starts = splice(
    before.starts,
    scanned.blocks.map(({ start }) => start),
  );
  for (let index = first + count; index < starts.length; index++) starts[index] = (starts[index] ?? 0) + by;
  const nodes = splice(before.nodes, scanned.blocks);
  const blocks = splice(
    before.blocks,
    scanned.blocks.map((node, index) => kept[index] ?? ownBlock(text, node, labels.references)),
  );
  if (changed.length > 0)
    for (const [index, block] of blocks.entries()) {
      const start = starts[index] ?? 0;
      const node = nodes[index];
      if (!node || !mayReferTo(block, () => text.slice(start, start + block.length), changed)) continue;
      const here = moved(node, start - node.start);
      nodes[index] = here;
      blocks[index] = ownBlock(text, here, labels.references);
    }
  const shift = count - (last - first);
  const hasSameKeys = shift === 0 && lost.length === 0 && scanned.labels.length === 0;
  return {
    text,
    blocks,
    starts,
    nodes,
    leads: splice(before.leads, scanned.leads),
    keys: hasSameKeys
      ? before.keys
      : [...before.keys.slice(0, head), ...scanned.labels, ...before.keys.slice(tail)],
    keyBlocks: hasSameKeys
      ? before.keyBlocks
      : [
          ...before.keyBlocks.slice(0, head),
          ...scanned.labelBlocks.map((index) => index + first),
          ...before.keyBlocks.slice(tail).map((index) => index + shift),
        ],
    labels,
  };
}

const isIn = (index: number | undefined, from: number, to: number): boolean =>
  index !== undefined && from <= index && index < to;

/** The blocks that were read anew and are as before, from both ends up to the first that is not. */
function keptBlocks(
  text: Text,
  before: Reading,
  { scanned, first, last }: Replacing,
): readonly (Block | undefined)[] {
  const { blocks: nodes } = scanned;
  const kept: (Block | undefined)[] = nodes.map(() => undefined);
  const isKept = (index: number, counterpart: number): boolean => {
    const [now, then] = [nodes[index], before.nodes[counterpart]];
    const start = before.starts[counterpart] ?? 0;
    if (!now || !then || !isSame(now, then)) return false;
    const source = before.text.slice(start, start + then.end - then.start);
    if (text.slice(now.start, now.end) !== source) return false;
    kept[index] = before.blocks[counterpart];
    return true;
  };
  let head = 0;
  while (head < nodes.length && first + head < last && isKept(head, first + head)) head++;
  let tail = 1;
  while (
    nodes.length - tail >= head &&
    last - tail >= first + head &&
    isKept(nodes.length - tail, last - tail)
  )
    tail++;
  return kept;
}
