import type { Text } from "../text/rope.ts";
import { withText, type Blocks, type Document } from "./document.ts";
import { follows } from "./found-in.ts";
import { headerOf } from "./header.ts";
import { parseBlocks } from "./parse-blocks.ts";
import { sectionsOf } from "./sections.ts";

/**
 * The Document of a text. Total: every text is Markdown. Of the document `before`, which it may have been made from
 * by an edit, all that reads as before is the same object: blocks, and where they did not change the sections and
 * the header.
 */
export const parseDocument = (text: Text, before?: Blocks | Document): Document =>
  documentOf(parseBlocks(text, before), before);

/** The same of blocks that were read already. */
export function documentOf(read: Blocks, from?: Blocks | Document): Document {
  const { blocks, starts } = read;
  if (from) follows(read, from);
  const before = from && "header" in from ? from : undefined;
  const text = read.rope ?? read.text;
  const sections = sectionsOf(read, before);
  const header = headerOf(withText(text, { blocks, starts, sections }), before);
  return withText(text, { blocks, starts, sections, header });
}
