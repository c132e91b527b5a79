import type { Document } from "./document.ts";
import { follows } from "./found-in.ts";
import { headerOf } from "./header.ts";
import { parseBlocks } from "./parse-blocks.ts";
import { sectionsOf } from "./sections.ts";

/**
 * The Document of a text. Total: every text is Markdown. Of the document `before`, which it may have been made from
 * by an edit, all that reads as before is the same object: blocks, and where they did not change the sections and
 * the header.
 */
export function parseDocument(text: string, before?: Document): Document {
  const { blocks, starts } = parseBlocks(text, before);
  const read = { text, blocks, starts };
  if (before) follows(read, before);
  const unread = { ...read, sections: sectionsOf(read, before) };
  return { ...unread, header: headerOf(unread, before) };
}
