import type { Block, Blocks } from "./document.ts";
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
  /** The two lists of blocks that were compared last. */
  last?: { readonly before: readonly Block[]; readonly blocks: readonly Block[]; readonly change: Change };
  readonly answers: Map<Reader<unknown>, { blocks: readonly Block[]; values: unknown[] }>;
  readonly lists: Map<
    Reader<readonly unknown[]>,
    { blocks: readonly Block[]; list: readonly FoundAt<unknown>[] }
  >;
  readonly beginnings: Map<(doc: never) => unknown, { blocks: readonly Block[]; told: Beginning<unknown> }>;
}

// A memo beside the blocks, which never change: it makes nothing different but the time that an answer takes.
const lineages = createMemory<readonly Block[], Lineage>();

function lineageOf(blocks: readonly Block[]): Lineage {
  let lineage = lineages.get(blocks);
  if (!lineage) {
    lineage = { isEdited: false, answers: new Map(), lists: new Map(), beginnings: new Map() };
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
  const { last } = lineage;
  if (last?.before === before && last.blocks === blocks) return last.change;
  const shorter = Math.min(before.length, blocks.length);
  let start = 0;
  if (before === blocks) start = shorter;
  while (start < shorter && before[start] === blocks[start]) start++;
  const by = blocks.length - before.length;
  let oldEnd = before.length;
  while (oldEnd > start && oldEnd + by > start && before[oldEnd - 1] === blocks[oldEnd - 1 + by]) oldEnd--;
  const change = { start, oldEnd, newEnd: oldEnd + by };
  lineage.last = { before, blocks, change };
  return change;
}

/** The source of a block in the text that it was read from. */
export const sourceOf = ({ text, blocks, starts }: Blocks, index: number): string => {
  const start = starts[index] ?? text.length;
  return text.slice(start, start + (blocks[index]?.length ?? 0));
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

function answersOf(blocks: readonly Block[], read: Reader<unknown>): unknown[] {
  const { answers } = lineageOf(blocks);
  const last = answers.get(read);
  if (last?.blocks === blocks) return last.values;
  const values = last
    ? carried(last.values, changeBetween(last.blocks, blocks), blocks.length)
    : gaps(blocks.length);
  answers.set(read, { blocks, values });
  return values;
}

/** Room for so many answers. `Array.from` would fill it one by one, for each reader and each text. */
function gaps(length: number): unknown[] {
  const values: unknown[] = [];
  values.length = length;
  return values;
}

/** The answers for the blocks that are there still, with gaps for those that are new. */
function carried(values: readonly unknown[], { start, oldEnd, newEnd }: Change, length: number): unknown[] {
  if (oldEnd === newEnd) {
    const kept = values.slice();
    for (let index = start; index < newEnd && index < kept.length; index++) kept[index] = undefined;
    return kept;
  }
  const kept: unknown[] = values.slice(0, start);
  for (let index = start; index < newEnd; index++) kept[index] = undefined;
  for (let index = newEnd; index < length; index++) kept[index] = values[index - newEnd + oldEnd];
  return kept;
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
    ? continued(last.list as readonly FoundAt<Item>[], changeBetween(last.blocks, blocks), doc, read)
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
  { start, oldEnd, newEnd }: Change,
  doc: Blocks,
  read: Reader<readonly Item[]>,
): readonly FoundAt<Item>[] {
  const from = firstFrom(list, start);
  const to = firstFrom(list, oldEnd);
  const own = foundBetween(doc, start, newEnd, read);
  const by = newEnd - oldEnd;
  if (from === to && own.length === 0 && (by === 0 || to === list.length)) return list;
  const rest = list.slice(to);
  return [
    ...list.slice(0, from),
    ...own,
    ...(by === 0 ? rest : rest.map(({ block, items }) => ({ block: block + by, items }))),
  ];
}

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
