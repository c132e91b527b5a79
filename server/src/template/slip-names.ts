import { wordsOf } from "./names.ts";

/** A name as it is compared, letter by letter. */
export interface Name {
  readonly title: string;
  readonly words: readonly string[];
  readonly key: string;
  /** Its letters and digits as they are written, but for case. */
  readonly letters: string;
}

/** A heading or a name in the form in which slips are looked for. */
export function readName(title: string): Name {
  const words = wordsOf(title);
  const letters = title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  return { title, words, key: words.join(""), letters };
}
