import { blockSpan, startOf, type Document } from "../syntax/document.ts";
import { labelKey, linksOf } from "../syntax/links.ts";
import { walk } from "../syntax/node.ts";
import type { Analysed } from "../template/analysed.ts";
import { nextBlock, partHeading, type Part } from "../template/parts.ts";
import { lineAt } from "../text/lines.ts";

/**
 * Where the text of a section ends that reaches up to `end`, which is the start of a line or the end of the text.
 * Behind it stands what keeps it from the next one and is no part of either: blank lines and rules, and at the end of
 * the document definitions of links and footnotes that are not the last section’s own. `depth` is the depth of the
 * sections whose ends are looked at.
 */
export function seamBefore(analysed: Analysed, end: number, depth: number): number {
  const { doc, alignment } = analysed;
  const first = firstBehind(doc, end);
  const around = ownerOf(analysed, first, depth);
  const heading = around ? around.from.block : -1;
  const isLast = alignment.parts.every(({ from }) => from.block < first);
  let index = first - 1;
  while (index > heading) {
    if (doc.blocks[index]?.kind === "thematicBreak") index--;
    else if (isLast && isDefinition(doc, index)) {
      const from = firstDefinition(doc, index, heading);
      if (around && isOwn(doc, from, index, around)) break;
      index = from - 1;
    } else break;
  }
  if (index < 0) return Math.min(end, blockSpan(doc, 0).start);
  return Math.min(end, lineAt(doc.text, blockSpan(doc, index).end).end);
}

function isDefinition(doc: Document, index: number): boolean {
  const kind = doc.blocks[index]?.kind;
  return kind === "definition" || kind === "footnoteDefinition";
}

/** The index of the first block that begins at an offset or behind it. */
function firstBehind(doc: Document, offset: number): number {
  const index = doc.starts.findIndex((start) => start >= offset);
  return index < 0 ? doc.blocks.length : index;
}

/** The outermost part of a depth, or deeper, or else the innermost one, that ends before a block. */
function ownerOf({ doc, alignment }: Analysed, block: number, depth: number): Part | undefined {
  const end = startOf(doc, block);
  const before = alignment.parts.filter((part) => partHeading(doc, part).start < end);
  const ending = before.filter((part) => nextBlock(part.extentEnd) >= block && part.depth >= depth);
  return ending.at(0) ?? before.at(-1);
}

/** The first of the definitions that stand together up to a block, behind a heading. */
function firstDefinition(doc: Document, last: number, heading: number): number {
  let index = last;
  while (index - 1 > heading && isDefinition(doc, index - 1)) index--;
  return index;
}

/** Whether what is defined in some blocks is used in one part of the document and nowhere else. */
function isOwn(doc: Document, from: number, to: number, part: Part): boolean {
  const defined = new Set<string>();
  for (let index = from; index <= to; index++)
    for (const label of labelsIn(doc, index, "defined")) defined.add(label);
  const end = nextBlock(part.extentEnd);
  let isUsed = false;
  for (let index = 0; index < doc.blocks.length; index++) {
    if (index >= from && index <= to) continue;
    const uses = labelsIn(doc, index, "used").some((label) => defined.has(label));
    if (uses && (index < part.from.block || index >= end)) return false;
    isUsed ||= uses;
  }
  return isUsed;
}

function labelsIn(doc: Document, index: number, which: "defined" | "used"): readonly string[] {
  const { start, end } = blockSpan(doc, index);
  const source = doc.text.slice(start, end);
  const links = linksOf(doc, index, index + 1).flatMap(({ node }) => {
    const isDefined = node.kind === "definition";
    return isDefined === (which === "defined") && node.label !== undefined ? [labelKey(node.label)] : [];
  });
  const block = doc.blocks[index];
  if (!block || !source.includes("[^")) return links;
  if (which === "defined") {
    const label = /^\[(\^[^\]]{1,1000})\]:/.exec(source)?.[1];
    return label === undefined ? links : [...links, labelKey(label)];
  }
  const notes = [...walk(block.node)].flatMap((node) =>
    node.kind === "footnoteReference" ? [labelKey(`^${node.value}`)] : [],
  );
  return [...links, ...notes];
}
