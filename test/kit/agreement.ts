import { isDeepStrictEqual } from "node:util";
import type { Block, Blocks } from "../../server/src/syntax/document.ts";
import { parseBlocks } from "../../server/src/syntax/parse-blocks.ts";
import { remarkBlocks } from "./remark-blocks.ts";
import { shrunk } from "./shrink.ts";

/** Where remark is known to be wrong, so that another reading is taken for right as well. */
interface Quirk {
  readonly reason: string;
  /** The other reading of a text that has the quirk; undefined for all others. */
  readonly reading: (text: string) => Blocks | undefined;
}

const quirks: readonly Quirk[] = [
  {
    reason:
      "While micromark looks for the end of front matter it looks for no list, quote or footnote. Where that end never comes it goes on with what it has read, so the whole text has none. CommonMark says that it has some.",
    reading: (text) =>
      /^\uFEFF?(?:---|\+\+\+)[ \t]*[\r\n]/.test(text) &&
      remarkBlocks(text).blocks.at(0)?.kind !== "frontMatter"
        ? remarkBlocks(text, false)
        : undefined,
  },
];

/** Blocks as plain data: however they are made, and whenever their insides are read. */
export const plainBlocks = ({
  blocks,
  starts,
}: Blocks): readonly (Pick<Block, "kind" | "length" | "node"> & { readonly start: number | undefined })[] =>
  blocks.map(({ kind, length, node }, index) => ({ start: starts[index], length, kind, node }));

/** Whether two readings have the same blocks at the same places, with the same insides. */
export const sameBlocks = (one: Blocks, other: Blocks): boolean =>
  one.text === other.text &&
  one.starts.length === other.starts.length &&
  isDeepStrictEqual(plainBlocks(one), plainBlocks(other));

/** Whether our reading of a text is remark's, or where remark is known to be wrong, the right one. */
export function agrees(text: string): boolean {
  const ours = parseBlocks(text);
  if (sameBlocks(ours, remarkBlocks(text))) return true;
  return quirks.some(({ reading }) => {
    const other = reading(text);
    return other !== undefined && sameBlocks(ours, other);
  });
}

/** What is wrong with our reading of a text where it is not remark's: the shortest text that was found to be so. */
export function agreementFault(text: string): string | undefined {
  if (agreesSafely(text)) return undefined;
  const [short = text] = shrunk([text], ([one = ""]) => !agreesSafely(one));
  return described(short);
}

/** Fails where our reading of a text is not remark's. */
export function assertAgrees(text: string, name: string): void {
  const fault = agreementFault(text);
  if (fault !== undefined) throw new Error(`${name}: ${fault}`);
}

/** A fault of the parser is no agreement. */
function agreesSafely(text: string): boolean {
  try {
    return agrees(text);
  } catch {
    return false;
  }
}

/** A text with both of its readings, to be read by people. */
const described = (text: string): string =>
  `${JSON.stringify(text)}\nours:   ${shown(() => parseBlocks(text))}\nremark: ${shown(() => remarkBlocks(text))}`;

function shown(read: () => Blocks): string {
  try {
    return JSON.stringify(plainBlocks(read()));
  } catch (error) {
    return String(error instanceof Error ? error.stack : error);
  }
}
