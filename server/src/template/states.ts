import { isSameText, offsetInText, startOf, type Document } from "../syntax/document.ts";
import { changeBetween } from "../syntax/found-in.ts";
import { shift, type Span } from "../text/span.ts";
import type { Leftover } from "./leftovers.ts";
import { isMoved } from "./moved.ts";
import { isLeft, ownOf, type Beside, type Own } from "./own-state.ts";
import { nextBlock, type Part } from "./parts.ts";
import { createMemory } from "../text/memory.ts";

/** How far a part of a document has come. */
export interface PartState {
  /** `placeholder` where text of the template is left in it. */
  readonly state: "written" | "empty" | "placeholder";
  /** What an empty part says all the same, such as TBD; nothing where it says nothing. */
  readonly filler: Span | undefined;
  readonly leftovers: readonly Leftover[];
  /** It has parts below it; what they lack is told on them. */
  readonly hasParts: boolean;
}

/** The states of all parts of a document. */
export interface PartStates {
  get(part: Part): PartState | undefined;
  /** In the order of the parts. */
  values(): Iterable<PartState>;
  /** All that is left of the template, in the order of the text. */
  readonly leftovers: readonly Leftover[];
}

/**
 * The state of every part. A part without text of its own is as far as the best of the parts below it. Of the parts
 * that an edit did not touch, what was found `before` is kept.
 */
export const statesOf = (beside: Beside, before?: Beside & { readonly states: PartStates }): PartStates =>
  // Single rules may ask for none. Beside a text before, that one would be held for as long as nobody asks.
  before ? findStates(beside, before) : new AskedStates(beside);

/**
 * States that are found when somebody asks for the first one. A class, since V8 keeps the getter of each single object
 * in a description of its own, with all that the getter knows, until it collects all garbage.
 */
class AskedStates implements PartStates {
  #waiting: Beside | undefined;
  #found: PartStates | undefined;

  constructor(beside: Beside) {
    this.#waiting = beside;
  }

  get(part: Part): PartState | undefined {
    return this.#asked().get(part);
  }

  values(): Iterable<PartState> {
    return this.#asked().values();
  }

  get leftovers(): readonly Leftover[] {
    return this.#asked().leftovers;
  }

  #asked(): PartStates {
    if (this.#found) return this.#found;
    const found = this.#waiting ? findStates(this.#waiting) : this;
    this.#waiting = undefined;
    this.#found = found;
    const made = mades.get(found);
    if (made) mades.set(this, made);
    return found;
  }
}

function findStates(beside: Beside, before?: Beside & { readonly states: PartStates }): PartStates {
  const { doc, alignment } = beside;
  const { parts } = alignment;
  const patched = before && patchedStates(beside, before);
  if (patched) return patched;
  const kept = keptFrom(beside, before);
  const wanted = new Map(
    alignment.sections.flatMap(({ wanted: section, part, others }) =>
      [part, ...others].map((one) => [one, section] as const),
    ),
  );
  const own = parts.map((part, index): Own => {
    const section = wanted.get(part);
    const last = kept(part, index);
    return last?.wanted === section && last?.isTitle === (part === alignment.title)
      ? last
      : ownOf(beside, part, section);
  });
  return statesWith(parts, own, withThoseBelow(doc, parts, own));
}

function statesWith(parts: readonly Part[], own: readonly Own[], list: readonly PartState[]): PartStates {
  const indexes = indexesOf(parts);
  const shown: number[] = [];
  own.forEach(({ filler, leftovers }, index) => {
    if (filler || leftovers.length > 0) shown.push(index);
  });
  return createStates(indexes, { own, list, shown });
}

/** What states are made of. */
interface Made {
  readonly own: readonly Own[];
  readonly list: readonly PartState[];
  /** The parts that have something to show, which stands elsewhere when the text before it is edited. */
  readonly shown: readonly number[];
}

function createStates(indexes: ReadonlyMap<Part, number>, made: Made): PartStates {
  const { list, shown } = made;
  const states: PartStates = {
    get(part) {
      const index = indexes.get(part);
      return index === undefined ? undefined : list[index];
    },
    values: () => list,
    leftovers: shown.flatMap((index) => list[index]?.leftovers ?? []),
  };
  mades.set(states, made);
  return states;
}

/**
 * The states where an edit changed the text of some parts and nothing that hangs on it. Nothing where more has to be
 * looked at.
 */
function patchedStates(
  beside: Beside,
  before: Beside & { readonly states: PartStates },
): PartStates | undefined {
  const { doc, alignment } = beside;
  const { parts } = alignment;
  const made = mades.get(before.states);
  const old = before.alignment.parts;
  if (!made || before.template !== beside.template || !isMoved(alignment, before.alignment)) return undefined;
  if (beside.instructions || before.instructions) return undefined;
  const { start, newEnd } = changeBetween(before.doc.blocks, doc.blocks);
  const first = firstPart(parts, (part) => nextBlock(part.bodyEnd) >= start);
  const behind = firstPart(parts, (part) => part.from.block >= newEnd);
  const [own, list] = [made.own.slice(), made.list.slice()];
  // What is shown may reach over blank lines, which are in no block.
  const touched = new Set(
    made.shown.filter((index) => {
      const [was, part] = [old[index], parts[index]];
      return was && part && !isSameText(before.doc, spanOf(was, before.doc), doc, spanOf(part, doc));
    }),
  );
  for (let index = first; index < Math.max(first, behind); index++) touched.add(index);
  for (const index of touched) {
    const [part, was] = [parts[index], own[index]];
    if (!part || !was) return undefined;
    const now = ownOf(beside, part, was.wanted);
    if (now.hasContent !== was.hasContent || isLeft(now) !== isLeft(was)) return undefined;
    own[index] = now;
  }
  const shown = new Set(made.shown);
  for (const index of touched) {
    const hasSpans = own[index]?.filler !== undefined || (own[index]?.leftovers.length ?? 0) > 0;
    if (hasSpans) shown.add(index);
    else shown.delete(index);
  }
  for (const index of new Set([...made.shown, ...shown])) {
    const [part, told, state] = [parts[index], own[index], list[index]];
    if (part && told && state)
      list[index] = stateOf(state.state, told, state.hasParts, startOf(doc, part.from.block));
  }
  const ordered = [...shown].toSorted((a, b) => a - b);
  return createStates(indexesOf(parts), { own, list, shown: ordered });
}

/** The index of the first part for which something holds that holds for all behind it; by a binary search. */
function firstPart(parts: readonly Part[], holds: (part: Part) => boolean): number {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const part = parts[middle];
    if (part && !holds(part)) low = middle + 1;
    else high = middle;
  }
  return low;
}

const mades = createMemory<PartStates, Made>();
const indexesKnown = createMemory<readonly Part[], ReadonlyMap<Part, number>>();

function indexesOf(parts: readonly Part[]): ReadonlyMap<Part, number> {
  let found = indexesKnown.get(parts);
  if (!found) {
    found = new Map(parts.map((part, index) => [part, index]));
    indexesKnown.set(parts, found);
  }
  return found;
}

/**
 * Gives what was found of a part in the document before an edit, where neither its blocks nor the next one are
 * others: whether text is a label hangs on what follows it.
 */
function keptFrom(
  { doc, template, alignment, instructions }: Beside,
  before: (Beside & { readonly states: PartStates }) | undefined,
): (part: Part, index: number) => Own | undefined {
  const last = before && mades.get(before.states)?.own;
  if (!before || !last || before.template !== template) return () => undefined;
  const { start, oldEnd, newEnd } = changeBetween(before.doc.blocks, doc.blocks);
  const by = newEnd - oldEnd;
  const old = before.alignment.parts;
  const isSame = old === alignment.parts;
  const places = isSame ? undefined : new Map(old.map((part, index) => [placeOf(part, 0), index]));
  const tail = instructions ? (instructions.rule ?? instructions.span).start : undefined;
  return (part, index) => {
    const isAbove = nextBlock(part.bodyEnd) < start;
    if (!isAbove && part.from.block < newEnd) return undefined;
    const moved = isAbove ? 0 : by;
    const at = places ? places.get(placeOf(part, moved)) : index;
    const [own, was] = [last[at ?? -1], old[at ?? -1]];
    if (!own || !was || own.isCut || !isSamePart(was, part, moved)) return undefined;
    // What it has to show may reach over blank lines, which are in no block.
    const hasSpans = own.filler !== undefined || own.leftovers.length > 0;
    if (hasSpans && !isSameText(before.doc, spanOf(was, before.doc), doc, spanOf(part, doc)))
      return undefined;
    return tail !== undefined && offsetInText(doc, part.bodyEnd) > tail ? undefined : own;
  };
}

const spanOf = ({ from, bodyEnd }: Part, doc: Document): Span => ({
  start: startOf(doc, from.block),
  end: offsetInText(doc, bodyEnd),
});

// No text is so long that two places have one number.
const placeOf = ({ from }: Part, moved: number): number => (from.block - moved) * 2 ** 26 + from.offset;

const isSamePart = (was: Part, part: Part, moved: number): boolean =>
  was === part ||
  (was.bodyEnd.block === part.bodyEnd.block - moved &&
    was.bodyEnd.offset === part.bodyEnd.offset &&
    was.to.offset === part.to.offset);

/** The states by what the parts themselves tell and what is told of those below them. */
function withThoseBelow(doc: Document, parts: readonly Part[], own: readonly Own[]): readonly PartState[] {
  const list: PartState[] = Array.from({ length: parts.length });
  // The parts behind the one in hand that stand at the end of what is below it, the nearest last.
  const ends: number[] = [];
  let written = parts.length;
  // From the last to the first, so that the parts below a part are known before it.
  for (let index = parts.length - 1; index >= 0; index--) {
    const [part, told] = [parts[index], own[index]];
    if (!part || !told) continue;
    while (ends.length > 0 && (parts[ends.at(-1) ?? 0]?.depth ?? 0) > part.depth) ends.pop();
    const isWrittenBelow = written < (ends.at(-1) ?? parts.length);
    ends.push(index);
    const state = isLeft(told) ? "placeholder" : told.hasContent || isWrittenBelow ? "written" : "empty";
    if (state === "written") written = index;
    const hasParts = (parts[index + 1]?.depth ?? 0) > part.depth;
    list[index] = stateOf(state, told, hasParts, startOf(doc, part.from.block));
  }
  return list;
}

const none: readonly Leftover[] = [];

// Most parts have nothing to show, and share what is said of them.
const plain: Readonly<Record<PartState["state"], readonly [PartState, PartState]>> = {
  written: plainStates("written"),
  empty: plainStates("empty"),
  placeholder: plainStates("placeholder"),
};

function plainStates(state: PartState["state"]): readonly [PartState, PartState] {
  const shown = { state, filler: undefined, leftovers: none };
  return [
    { ...shown, hasParts: false },
    { ...shown, hasParts: true },
  ];
}

function stateOf(state: PartState["state"], own: Own, hasParts: boolean, base: number): PartState {
  if (!own.filler && own.leftovers.length === 0) return plain[state][hasParts ? 1 : 0];
  return {
    state,
    filler: own.filler && shift(own.filler, base),
    leftovers: own.leftovers.map(({ span, kind }) => ({ span: shift(span, base), kind })),
    hasParts,
  };
}
