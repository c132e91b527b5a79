import { readingOf, rereadingOf, type Reading } from "./blocks/reading.ts";
import type { Text } from "../text/rope.ts";
import { withText, type Block, type Blocks } from "./document.ts";
import { lateFrontMatter } from "./late-front-matter.ts";
import { createMemory } from "../text/memory.ts";

/** How the blocks of a text were read: that it can be read anew from them when it has changed. */
const readings = createMemory<readonly Block[], Reading>();

/**
 * The top-level blocks of a Markdown text (CommonMark, GFM, front matter) with their offsets in it. Those that read
 * as in the text `before`, which it may have been made from by an edit, are the same objects.
 */
export function parseBlocks(text: Text, before?: Blocks): Blocks {
  const known = before && readings.get(before.blocks);
  const reading = known ? rereadingOf(text, known) : readingOf(text);
  if (before && reading === known) return withText(text, { blocks: before.blocks, starts: before.starts });
  const { blocks, starts } = reading;
  const late = lateFrontMatter(text, blocks, starts);
  const read = late
    ? {
        blocks: blocks.toSpliced(
          late.from,
          late.to - late.from,
          keptOf(late.block, before?.blocks[late.from]),
        ),
        starts: starts.toSpliced(late.from, late.to - late.from, starts[late.from] ?? 0),
      }
    : { blocks, starts };
  readings.set(read.blocks, reading);
  return withText(text, read);
}

/** Late front matter, or that from before if it says the same. */
function keptOf(late: Block, before: Block | undefined): Block {
  const isSame =
    before?.kind === "frontMatter" &&
    before.length === late.length &&
    before.node.kind === "frontMatter" &&
    late.node.kind === "frontMatter" &&
    before.node.value === late.node.value;
  return isSame ? before : late;
}
