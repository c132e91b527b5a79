import { scanBlocks, textStart } from "./blocks/scan.ts";
import { nodeOf } from "./blocks/to-node.ts";
import type { Block, Blocks } from "./document.ts";
import { lateFrontMatter } from "./late-front-matter.ts";
import type { Raw } from "./blocks/raw.ts";
import type { References } from "./inline/references.ts";
import type { Node } from "./node.ts";
import { comparable } from "./blocks/definitions.ts";

/**
 * The top-level blocks of a Markdown text (CommonMark, GFM, front matter) with their offsets in it. Those that read
 * as in the text `before`, which it may have been made from by an edit, are the same objects.
 */
export function parseBlocks(text: string, before?: Blocks): Blocks {
  const scanned = scanBlocks(text, textStart(text));
  const labels = new Set(scanned.labels);
  const references: References = { defines: l => labels.has("["+comparable(l)), notes: l => labels.has("^"+comparable(l)) };
  const starts = scanned.blocks.map(b => b.start);
  const blocks = scanned.blocks.map((raw) => blockOf(text, raw, references));
  const late = lateFrontMatter(text, blocks, starts);
  return late
    ? {
        text,
        blocks: blocks.toSpliced(late.from, late.to - late.from, late.block),
        starts: starts.toSpliced(late.from, late.to - late.from, starts[late.from] ?? 0),
      }
    : { text, blocks, starts };
}

function blockOf(text: string, raw: Raw, references: References): Block {
  let node: Node | undefined;
  return {
    length: raw.end - raw.start,
    kind: raw.kind,
    get node() {
      node ??= nodeOf({ text, source: text.slice(raw.start, raw.end), base: raw.start, references }, raw);
      return node;
    },
  };
}
