import { classOf } from "./characters.ts";
import type { Group, Item, Reader, Run } from "./reader.ts";

const star = 42;
const tilde = 126;

/** The run of `*` or `_` at a place, with whether it may open and close (CommonMark, 6.2; `~` beside it is loose). */
export function emphasisRun(text: string, start: number): Run {
  const marker = text.charCodeAt(start);
  let end = start + 1;
  while (text.charCodeAt(end) === marker) end++;
  const previous = text.charCodeAt(start - 1);
  const next = text.charCodeAt(end);
  const before = classOf(previous);
  const after = classOf(next);
  const left = after === 0 || (after === 2 && before !== 0) || next === tilde;
  const right = before === 0 || (before === 2 && after !== 0) || previous === tilde;
  return {
    type: "run",
    marker,
    start,
    end,
    opens: left && (marker === star || before !== 0 || !right),
    closes: right && (marker === star || after !== 0 || !left),
  };
}

/** The one or two `~` at a place, or undefined where there are more of them, which are text. */
export function strikeRun(text: string, start: number): Run | undefined {
  let end = start + 1;
  while (text.charCodeAt(end) === tilde) end++;
  if (end - start > 2) return undefined;
  const before = classOf(text.charCodeAt(start - 1));
  const after = classOf(text.charCodeAt(end));
  return {
    type: "run",
    marker: tilde,
    start,
    end,
    opens: after === 0 || (after === 2 && before !== 0),
    closes: before === 0 || (before === 2 && after !== 0),
  };
}

/** Makes groups of the runs that pair, in the items of the whole leaf. */
export function resolveRuns(state: Reader, strikesFirst: boolean): void {
  state.items = paired(state, state.items, strikesFirst, 0);
}

/** The items inside a link, an image or a group, where micromark looks for `~` before `*` and `_`. */
export const resolvedInside = (state: Reader, items: Item[], depth = 0): Item[] =>
  paired(state, items, true, depth);

function paired(state: Reader, items: Item[], strikesFirst: boolean, depth: number): Item[] {
  let strikes = false;
  let emphases = false;
  for (const item of items) {
    if (item.type !== "run" || !item.closes) continue;
    if (item.marker === tilde) strikes = true;
    else emphases = true;
  }
  if (depth > 50) state.sure = false;
  if (!state.sure) return items;
  let result = items;
  if (strikes && strikesFirst) result = pairStrikes(state, result, depth);
  if (emphases) result = pairEmphases(state, result, depth);
  if (strikes && !strikesFirst) result = pairStrikes(state, result, depth);
  return result;
}

function pairStrikes(state: Reader, items: readonly Item[], depth: number): Item[] {
  const out: Item[] = [];
  const bottoms: Bottoms = [];
  for (const close of items) {
    if (!state.sure) break;
    if (close.type === "run" && close.marker === tilde && close.closes) {
      const size = close.end - close.start;
      const at = lastOpener(out, close, bottoms, size, (open) => open.end - open.start === size);
      const open = out[at];
      if (open?.type === "run") {
        const inside = resolvedInside(state, out.splice(at + 1), depth + 1);
        out[at] = { type: "group", kind: "delete", start: open.start, end: close.end, items: inside };
        continue;
      }
    }
    out.push(close);
  }
  return out;
}

function pairEmphases(state: Reader, items: readonly Item[], depth: number): Item[] {
  const out: Item[] = [];
  const bottoms: Bottoms = [];
  for (const item of items) {
    if (!state.sure) break;
    if (item.type === "run" && item.marker !== tilde && item.closes)
      closeEmphases(state, out, item, bottoms, depth);
    if (item.type !== "run" || item.start < item.end) out.push(item);
  }
  return out;
}

/** Pairs a closing run with those before it, until it is used up or none fits. */
function closeEmphases(state: Reader, out: Item[], close: Run, bottoms: Bottoms, depth: number): void {
  while (close.start < close.end && state.sure) {
    const size = close.end - close.start;
    const kind = (close.marker === star ? 0 : 6) + (close.opens ? 3 : 0) + (size % 3);
    const at = lastOpener(out, close, bottoms, kind, (candidate) => {
      // Of runs that open and close, those whose lengths make a multiple of three do not pair, unless both are one.
      const both = candidate.closes || close.opens;
      return !(both && size % 3 !== 0 && (candidate.end - candidate.start + size) % 3 === 0);
    });
    const open = out[at];
    if (open?.type !== "run") return;
    const used = size > 1 && open.end - open.start > 1 ? 2 : 1;
    const inside = resolvedInside(state, out.splice(at + 1), depth + 1);
    open.end -= used;
    close.start += used;
    const group: Group = {
      type: "group",
      kind: used === 2 ? "strong" : "emphasis",
      start: open.end,
      end: close.start,
      items: inside,
    };
    if (open.start === open.end) out[at] = group;
    else out.push(group);
  }
}

/**
 * For each kind of closing run, how many of the first items are known to have none that it fits. Without it, runs that
 * find no partner would each look through all that is before them (CommonMark’s appendix calls it `openers_bottom`).
 */
type Bottoms = number[];

/**
 * The index of the last run that opens what `close` closes and fits it, or -1. What fits may hang on nothing of `close`
 * but its kind. All behind the run that is found has to be taken out of the items afterwards.
 */
function lastOpener(
  items: readonly Item[],
  close: Run,
  bottoms: Bottoms,
  kind: number,
  fits: (open: Run) => boolean,
): number {
  const bottom = bottoms[kind] ?? 0;
  for (let index = items.length - 1; index >= bottom; index--) {
    const item = items[index];
    if (item?.type !== "run" || !item.opens || item.marker !== close.marker || !fits(item)) continue;
    // The run that is found becomes shorter, and may then fit a kind that it did not fit before.
    for (const [other, known] of bottoms.entries()) if (known > index) bottoms[other] = index;
    return index;
  }
  bottoms[kind] = items.length;
  return -1;
}
