import { childrenOf, plainText } from "./node.ts";
import type { Block, Blocks, Document, Section } from "./document.ts";
import { readHeader } from "./header.ts";
import { parseBlocks } from "./parse-blocks.ts";

/**
 * The Document of a text. Total: every text is Markdown. Blocks that read as in the document `before`, which it may
 * have been made from by an edit, are the same objects.
 */
export function parseDocument(text: string, before?: Blocks): Document {
  const { blocks, starts } = parseBlocks(text, before);
  const sections = sectionsOf(blocks);
  const unread = { text, blocks, starts, sections };
  return { ...unread, header: readHeader(unread) };
}

/** The sections that the headings among the blocks make: each ends before the next heading of its depth or less. */
function sectionsOf(blocks: readonly Block[]): readonly Section[] {
  const sections: { -readonly [Key in keyof Section]: Section[Key] }[] = [];
  const open: typeof sections = [];
  const closeTo = (depth: number, block: number): void => {
    for (let last = open.at(-1); last && last.depth >= depth; last = open.at(-1)) {
      last.extentEnd = block;
      open.pop();
    }
  };
  blocks.forEach(({ node }, block) => {
    if (node.kind !== "heading") return;
    const previous = sections.at(-1);
    if (previous) previous.bodyEnd = block;
    closeTo(node.depth, block);
    const section = {
      index: sections.length,
      block,
      depth: node.depth,
      title: headingText(node),
      parent: open.at(-1)?.index ?? -1,
      bodyEnd: blocks.length,
      extentEnd: blocks.length,
    };
    sections.push(section);
    open.push(section);
  });
  return sections;
}

/** A heading as a reader sees it: no markup, no comments, no `{#id}` at its end, white space folded. */
export function headingText(heading: Parameters<typeof childrenOf>[0]): string {
  return childrenOf(heading)
    .map(plainText)
    .join("")
    .replace(/\{#[\w:.-]+\}\s*$/, "")
    .replace(/\s+/g, " ")
    .trim();
}
