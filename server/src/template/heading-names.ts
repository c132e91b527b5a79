import type { Block, Document } from "../syntax/document.ts";
import { readIn } from "../syntax/found-in.ts";
import { headingsIn } from "../syntax/sections.ts";
import { byText } from "../text/by-text.ts";
import { headingKeys, headOf, wordsOf } from "./names.ts";
import { coreKeys } from "./renames.ts";
import { readName, type Name } from "./slip-names.ts";

/** What is compared of a heading’s name. */
export interface HeadingNames {
  /** The key of the whole of it, however long. */
  readonly whole: string;
  /** That of as much of it as may be a name. */
  readonly key: string;
  /** What is compared where that names no section. */
  more(): FurtherNames;
}

export interface FurtherNames {
  /** All keys under which it may answer; `key`, that of the whole heading, is the first. */
  readonly keys: readonly string[];
  /** The key of what stands before a colon or a dash; empty where that is no name. */
  readonly head: string;
  /** Keys of the heading without words that only say how a section is meant. */
  readonly cores: readonly string[];
  /** Its letters, for those who look for slips. */
  readonly name: Name;
}

/** What is longer is no name, and is compared no longer than one. */
export const longestName = 300;

/** The names of each of a document’s sections, in its order. */
export const namesOfSections = (doc: Document): readonly HeadingNames[] =>
  doc.sections.map(({ block }) => readIn(doc, block, namesIn) ?? nameless);

export const nameless: HeadingNames = {
  whole: "",
  key: "",
  more: () => ({ keys: [], head: "", cores: [], name: readName("") }),
};

function namesIn(block: Block, source: string): HeadingNames {
  const [heading] = headingsIn(block, source);
  return heading ? namesOf(heading.title) : nameless;
}

const namesOf = byText((whole): HeadingNames => {
  const title = whole.slice(0, longestName);
  const words = wordsOf(title);
  const key = words.join("");
  let further: FurtherNames | undefined;
  return {
    whole: title === whole ? key : wordsOf(whole).join(""),
    key,
    more: () => (further ??= furtherNames(whole, title, words)),
  };
});

function furtherNames(whole: string, title: string, words: readonly string[]): FurtherNames {
  const head = headOf(title);
  return {
    keys: headingKeys(title),
    head: head === undefined ? "" : wordsOf(head).join(""),
    cores: coreKeys(words),
    name: readName(whole),
  };
}
