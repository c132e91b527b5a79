import type { Node } from "../node.ts";
import { beginOf, endIn, type Content } from "./content.ts";
import type { References } from "./references.ts";

/** Text as it is written between two places, or what an escape or a character reference stands for. */
export interface Plain {
  readonly type: "plain";
  readonly start: number;
  readonly end: number;
  readonly value: string | undefined;
}

/** A run of `*`, `_` or `~`. It gets shorter as pairs are made of it; what is left is text. */
export interface Run {
  readonly type: "run";
  readonly marker: number;
  start: number;
  end: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

/** `[` or `![`. What becomes of no link is text. */
export interface Bracket {
  readonly type: "bracket";
  readonly start: number;
  readonly end: number;
  readonly image: boolean;
  /** Its place in the items. */
  readonly index: number;
  /** A link stands behind it, and there are no links in links. */
  inactive: boolean;
}

/** A finished node without children of ours. */
export interface Finished {
  readonly type: "finished";
  readonly node: Node;
}

/** Something round other items. */
export interface Group {
  readonly type: "group";
  readonly kind: "emphasis" | "strong" | "delete" | "link";
  readonly start: number;
  readonly end: number;
  readonly items: readonly Item[];
  readonly url?: string | undefined;
  readonly label?: string | undefined;
}

export type Item = Plain | Run | Bracket | Finished | Group;

/** The state of reading a leaf. Only the functions of this folder see it, and only while they read. */
export interface Reader {
  readonly content: Content;
  readonly text: string;
  readonly references: References;
  readonly cell: boolean | undefined;
  items: Item[];
  /** The brackets that nothing has closed yet. */
  readonly brackets: Bracket[];
  /** The lengths of runs of backticks that nothing closes any more. */
  unclosed: Set<number> | undefined;
  /** Of `*` or `_` and `~`, those that came first are paired first. */
  firstMarker: "*" | "~" | undefined;
  /** How far micromark has looked ahead in vain. */
  seen: number;
  /** The places behind line endings that micromark had looked beyond before it read them: see {@link endOf}. */
  foreseen: Set<number> | undefined;
  /** How many characters may still be looked at in vain. */
  budget: number;
  /** False as soon as something is met that is left to remark. */
  sure: boolean;
}

/** A reader at the start of a leaf. */
export const reader = (content: Content, references: References, cell: boolean | undefined): Reader => ({
  content,
  text: content.text,
  references,
  cell,
  items: [],
  brackets: [],
  unclosed: undefined,
  firstMarker: undefined,
  seen: 0,
  foreseen: undefined,
  budget: 4096 + content.text.length * 16,
  sure: true,
});

/** Notes that somebody looked ahead from a place up to another and found nothing. */
export function lookAhead(state: Reader, from: number, seen: number): void {
  if (seen > state.seen) state.seen = seen;
  spend(state, seen - from);
}

/** Notes that a line ending is read, behind which there is a place. */
export function readLine(state: Reader, place: number): void {
  if (state.content.shift === undefined && state.seen >= place) (state.foreseen ??= new Set()).add(place);
}

/**
 * The offset in the source where a text or hard break ends. If it ends with a line ending, it ends there. But if
 * micromark has looked into the next line before, it knows where that one begins, behind the marks of quotes and
 * items, and has the text reach up to there.
 */
export function endOf(state: Reader, place: number): number {
  if (!state.foreseen?.has(place)) return endIn(state.content, place);
  const begin = beginOf(state.content, place);
  if (begin === undefined) state.sure = false;
  return begin ?? place;
}

/** Notes that characters were looked at in vain. Text that makes us do so again and again is left to remark. */
export function spend(state: Reader, characters: number): void {
  state.budget -= characters;
  if (state.budget < 0) state.sure = false;
}
