import type { Node } from "../node.ts";
import type { Content } from "./content.ts";
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
  readonly unclosed: Set<number>;
  /** Of `*` or `_` and `~`, those that came first are paired first. */
  firstMarker: "*" | "~" | undefined;
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
  unclosed: new Set(),
  firstMarker: undefined,
  budget: 4096 + content.text.length * 16,
  sure: true,
});

/** Notes that characters were looked at in vain. Text that makes us do so again and again is left to remark. */
export function spend(state: Reader, characters: number): void {
  state.budget -= characters;
  if (state.budget < 0) state.sure = false;
}
