import { readable, type Block, type Blocks } from "./document.ts";
import { createMemory } from "../text/memory.ts";

/**
 * What is looked for in one block: a function of nothing but the block and its source, with positions that are
 * relative to the block. So it is asked once a block, however often the text round that changes.
 */
export type Reader<Found> = (block: Block, source: string) => Found;

/** What was found in one of the blocks of a text, which has something. */
export interface FoundAt<Item> {
  /** Index of the block. */
  readonly block: number;
  readonly items: readonly Item[];
}

/** What the first blocks of a text tell, and the index behind the last of them that was looked at. */
export interface Beginning<Value> {
  readonly value: Value;
  readonly end: number;
}

/** Where two lists of blocks differ: from `start` on, up to what they have in common at their ends. */
export interface Change {
  readonly start: number;
  /** Index behind the last block that is gone, and that is new. */
  readonly oldEnd: number;
  readonly newEnd: number;
}

/**
 * What readers have said of the blocks of one text, and of those that were made from it by edits. Of each it has the
 * last only, so that no text is kept for longer than somebody needs it.
 */
interface Lineage {
  /** The text has been edited, so that many versions of it may come by. */
  isEdited: boolean;
  /** The lists of blocks that were compared last, the newest first: some are asked for after each edit, others seldom. */
  compared: readonly Compared[];
  readonly answers: Map<Reader<unknown>, { blocks: readonly Block[]; readonly values: unknown[] }>;
  readonly lists: Map<
    Reader<readonly unknown[]>,
    { blocks: readonly Block[]; list: readonly FoundAt<unknown>[] }
  >;
  readonly beginnings: Map<(doc: never) => unknown, { blocks: readonly Block[]; told: Beginning<unknown> }>;
}

/** Two lists of blocks, and where they differ. */
interface Compared {
  readonly before: readonly Block[];
  readonly blocks: readonly Block[];
  readonly change: Change;
}

const mostCompared = 4;

// A memo beside the blocks, which never change: it makes nothing different but the time that an answer takes.
const lineages = createMemory<readonly Block[], Lineage>();

function lineageOf(blocks: readonly Block[]): Lineage {
  let lineage = lineages.get(blocks);
  if (!lineage) {
    lineage = { isEdited: false, compared: [], answers: new Map(), lists: new Map(), beginnings: new Map() };
    lineages.set(blocks, lineage);
  }
  return lineage;
}

/** Says that blocks were read from a text that an edit made from another one, so that what was found there is kept. */
export function follows({ blocks }: Pick<Blocks, "blocks">, before: Pick<Blocks, "blocks">): void {
  if (lineages.get(blocks)) return;
  const lineage = lineageOf(before.blocks);
  lineage.isEdited = true;
  lineages.set(blocks, lineage);
}

/** Where the blocks of a text differ from those of another one. */
export function changeBetween(before: readonly Block[], blocks: readonly Block[]): Change {
  const lineage = lineageOf(blocks);
  const { compared } = lineage;
  for (const known of compared) if (known.before === before && known.blocks === blocks) return known.change;
  const shorter = Math.min(before.length, blocks.length);
  let start = 0;
  if (before === blocks) start = shorter;
  while (start < shorter && before[start] === blocks[start]) start++;
  const by = blocks.length - before.length;
  let oldEnd = before.length;
  while (oldEnd > start && oldEnd + by > start && before[oldEnd - 1] === blocks[oldEnd - 1 + by]) oldEnd--;
  const change = { start, oldEnd, newEnd: oldEnd + by };
  // Nothing is compared with a text that is gone.
  const left = compared.filter((one) => one.blocks === blocks || one.blocks === before);
  lineage.compared = [{ before, blocks, change }, ...left].slice(0, mostCompared);
  return change;
}

/** The source of a block in the text that it was read from. */
export const sourceOf = (doc: Blocks, index: number): string => {
  const start = doc.starts[index] ?? readable(doc).length;
  return readable(doc).slice(start, start + (doc.blocks[index]?.length ?? 0));
};

/**
 * The source of a block for a reader, which may keep pieces of it. A piece of a string holds on to all of it (in V8), so
 * of a text that is being edited the block gets a copy: each block would keep the version that it was read from.
 */
function sourceToKeep(doc: Blocks, index: number): string {
  const source = sourceOf(doc, index);
  return lineageOf(doc.blocks).isEdited ? `${source}\n`.slice(0, -1) : source;
}

/** What a reader says of the block with an index. */
export function readIn<Found>(doc: Blocks, index: number, read: Reader<Found>): Found | undefined {
  const block = doc.blocks[index];
  if (!block) return undefined;
  const values = answersOf(doc.blocks, read) as (Found | undefined)[];
  // `undefined` says that nobody has asked: readers of nothing say so otherwise.
  return (values[index] ??= read(block, sourceToKeep(doc, index)));
}

/** The index of the first block from `from` to before `to` of which a reader says yes; -1 where it does of none. */
export function firstIn(doc: Blocks, from: number, to: number, read: Reader<boolean>): number {
  const values = answersOf(doc.blocks, read) as (boolean | undefined)[];
  for (let index = from; index < to; index++) {
    const known = values[index];
    if (known ?? readIn(doc, index, read) ?? false) return index;
  }
  return -1;
}

/** The sum of what a reader says of the blocks from `from` to before `to`. */
export function sumIn(doc: Blocks, from: number, to: number, read: Reader<number>): number {
  const values = answersOf(doc.blocks, read) as (number | undefined)[];
  let sum = 0;
  for (let index = from; index < to; index++) sum += values[index] ?? readIn(doc, index, read) ?? 0;
  return sum;
}

function answersOf(blocks: readonly Block[], read: Reader<unknown>): unknown[] {
  const { answers } = lineageOf(blocks);
  const last = answers.get(read);
  if (last?.blocks === blocks) return last.values;
  if (!last) {
    const values = gaps(blocks.length);
    answers.set(read, { blocks, values });
    return values;
  }
  carry(last.values, last.blocks, blocks);
  last.blocks = blocks;
  return last.values;
}

/** Room for so many answers. `Array.from` would fill it one by one, for each reader and each text. */
function gaps(length: number): unknown[] {
  const values: unknown[] = [];
  values.length = length;
  return values;
}

/**
 * Leaves the answers for the blocks that are there still, with gaps for those that are new. Nobody else has the list, so
 * that it can be changed: a copy at each edit would be as long as the text.
 */
function carry(values: unknown[], before: readonly Block[], blocks: readonly Block[]): void {
  const { start, oldEnd, newEnd } = changeBetween(before, blocks);
  if (oldEnd === newEnd) {
    for (let index = start; index < newEnd; index++)
      if (before[index] !== blocks[index]) values[index] = undefined;
    return;
  }
  const was = placesBefore(before, blocks);
  const between: unknown[] = [];
  for (let index = start; index < newEnd; index++) between.push(values[was(index)]);
  const rest = values.slice(oldEnd);
  values.length = start;
  for (const value of between) values.push(value);
  for (const value of rest) values.push(value);
}

/**
 * Gives where a block that lies where two texts differ stood in the text before; -1 for one that is new. Between two
 * questions many edits may have been made, far apart, with most of the blocks between them as they were.
 * Where as many have come as have gone, most stand where they stood, and the others count as new.
 */
function placesBefore(before: readonly Block[], blocks: readonly Block[]): (index: number) => number {
  const { start, oldEnd, newEnd } = changeBetween(before, blocks);
  if (oldEnd === newEnd) return (index) => (before[index] === blocks[index] ? index : -1);
  const places = new Map<Block | undefined, number>();
  for (let index = start; index < oldEnd; index++) places.set(before[index], index);
  return (index) => places.get(blocks[index]) ?? -1;
}

/**
 * What a reader finds in all blocks of a text, those left out in which it finds nothing. The list is the same object
 * as that of the text before an edit where the edit changed nothing in it.
 */
export function allIn<Item>(doc: Blocks, read: Reader<readonly Item[]>): readonly FoundAt<Item>[] {
  const { blocks } = doc;
  const { lists } = lineageOf(blocks);
  const last = lists.get(read);
  if (last?.blocks === blocks) return last.list as readonly FoundAt<Item>[];
  const list = last
    ? continued(last.list as readonly FoundAt<Item>[], last.blocks, doc, read)
    : foundBetween(doc, 0, blocks.length, read);
  lists.set(read, { blocks, list });
  return list;
}

function foundBetween<Item>(
  doc: Blocks,
  from: number,
  to: number,
  read: Reader<readonly Item[]>,
): readonly FoundAt<Item>[] {
  const found: FoundAt<Item>[] = [];
  for (let index = from; index < to; index++) {
    const block = doc.blocks[index];
    const items = block && read(block, sourceToKeep(doc, index));
    if (items && items.length > 0) found.push({ block: index, items });
  }
  return found;
}

function continued<Item>(
  list: readonly FoundAt<Item>[],
  before: readonly Block[],
  doc: Blocks,
  read: Reader<readonly Item[]>,
): readonly FoundAt<Item>[] {
  const { start, oldEnd, newEnd } = changeBetween(before, doc.blocks);
  const from = firstFrom(list, start);
  const to = firstFrom(list, oldEnd);
  const old = list.slice(from, to);
  const own = foundAgain(old, before, doc, read);
  const by = newEnd - oldEnd;
  const isSame = own.length === old.length && own.every((one, index) => one === old[index]);
  if (isSame && (by === 0 || to === list.length)) return list;
  const rest = list.slice(to);
  return [
    ...list.slice(0, from),
    ...own,
    ...(by === 0 ? rest : rest.map(({ block, items }) => ({ block: block + by, items }))),
  ];
}

/** What is found where two texts differ; `old` is what was found there before. What is the same is the same object. */
function foundAgain<Item>(
  old: readonly FoundAt<Item>[],
  before: readonly Block[],
  doc: Blocks,
  read: Reader<readonly Item[]>,
): readonly FoundAt<Item>[] {
  const { start, newEnd } = changeBetween(before, doc.blocks);
  const was = placesBefore(before, doc.blocks);
  const found: FoundAt<Item>[] = [];
  for (let index = start; index < newEnd; index++) {
    const place = was(index);
    const known = place < 0 ? undefined : old[firstFrom(old, place)];
    if (place >= 0 && known?.block !== place) continue;
    const one = known ? { block: index, items: known.items } : foundBetween(doc, index, index + 1, read)[0];
    if (!one) continue;
    const last = known ?? old[firstFrom(old, index)];
    found.push(last?.block === index && isSameList(last.items, one.items) ? last : one);
  }
  return found;
}

/** Whether two lists have the same items, as lists of words have that were found in different texts. */
const isSameList = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one === other || (one.length === other.length && one.every((item, index) => item === other[index]));

/** What the beginning of a text tells, which is asked again only where an edit touched one of those blocks. */
export function ofBeginning<Doc extends Blocks, Value>(
  doc: Doc,
  read: (doc: Doc) => Beginning<Value>,
): Value {
  const { beginnings } = lineageOf(doc.blocks);
  const last = beginnings.get(read);
  const isKept =
    last !== undefined &&
    // All of a text may have been looked at, and have gone on since.
    (last.blocks === doc.blocks ||
      (changeBetween(last.blocks, doc.blocks).start >= last.told.end && last.told.end < last.blocks.length));
  const told = isKept ? (last.told as Beginning<Value>) : read(doc);
  beginnings.set(read, { blocks: doc.blocks, told });
  return told.value;
}

/** The place in a list of the first entry at a block or behind it, by a binary search. */
export function firstFrom(list: readonly FoundAt<unknown>[], block: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.block ?? 0) < block) low = middle + 1;
    else high = middle;
  }
  return low;
}
