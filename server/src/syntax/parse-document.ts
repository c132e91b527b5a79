import type { Blocks, Document } from "./document.ts";
import { follows } from "./found-in.ts";
import { headerOf } from "./header.ts";
import { parseBlocks } from "./parse-blocks.ts";
import { sectionsOf } from "./sections.ts";

/**
 * The Document of a text. Total: every text is Markdown. Of the document `before`, which it may have been made from
 * by an edit, all that reads as before is the same object: blocks, and where they did not change the sections and
 * the header.
 */
export const parseDocument = (text: string, before?: Blocks | Document): Document =>
  documentOf(parseBlocks(text, before), before);

/** The same of blocks that were read already. */
export function documentOf({ text, blocks, starts }: Blocks, from?: Blocks | Document): Document {
  const read = { text, blocks, starts };
  if (from) follows(read, from);
  const before = from && "header" in from ? from : undefined;
  const unread = { ...read, sections: sectionsOf(read, before) };
  return { ...unread, header: headerOf(unread, before) };
}
