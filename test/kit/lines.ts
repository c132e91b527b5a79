import type { Random } from "./random.ts";

const morsels: readonly [string, ...string[]] = [
  "",
  "a",
  "\n",
  "\r",
  "\r\n",
  "\r\r\n\n",
  "word ",
  "😀",
  "a line\n",
  "another line\r\nand more of it\n\n",
];

/** A text of fewer than so many pieces, with all kinds of line endings in it. */
export const linesOf = (random: Random, most: number): string =>
  Array.from({ length: random.below(most) }, () => random.of(morsels)).join("");
