import type { Document, Place } from "../syntax/document.ts";
import { allIn, changeBetween, type Reader } from "../syntax/found-in.ts";
import { headingsIn } from "../syntax/sections.ts";
import type { Alignment } from "./align.ts";
import { linesLikeHeadings, type Part } from "./parts.ts";
import { createMemory } from "../text/memory.ts";

// What alignments have in common that were made from each other by moving. They do not know each other, so that none
// is kept by those that come after it.
const shapes = createMemory<readonly Part[], object>();

function shapeOf(parts: readonly Part[]): object {
  let shape = shapes.get(parts);
  if (!shape) {
    shape = {};
    shapes.set(parts, shape);
  }
  return shape;
}

/** Whether two alignments are the same but for the places of blocks: parts at one index are the same part. */
export const isMoved = (alignment: Alignment, before: Alignment): boolean =>
  alignment === before || shapeOf(alignment.parts) === shapeOf(before.parts);

/**
 * The alignment of a document with the fields given, where an edit left all headings, and all lines that look like
 * some, as they were in the document before, and only moved blocks. Nothing where it did more.
 */
export function movedAlignment(
  doc: Document,
  { doc: before, alignment }: { readonly doc: Document; readonly alignment: Alignment },
  fields: Alignment["fields"],
): Alignment | undefined {
  if (doc.sections.length !== before.sections.length) return undefined;
  if (!isSame(before, doc, headingsIn) || !isSame(before, doc, linesLikeHeadings)) return undefined;
  const { start, oldEnd, newEnd } = changeBetween(before.blocks, doc.blocks);
  const by = newEnd - oldEnd;
  const place = (one: Place): Place =>
    one.block < start ? one : { block: one.block + by, offset: one.offset };
  const parts = new Map(
    alignment.parts.map((part): readonly [Part, Part] => {
      if (part.extentEnd.block < start) return [part, part];
      const { from, to, bodyEnd, extentEnd } = part;
      return [
        part,
        {
          ...part,
          from: place(from),
          to: place(to),
          bodyEnd: place(bodyEnd),
          extentEnd: place(extentEnd),
        },
      ];
    }),
  );
  const moved = (part: Part): Part => parts.get(part) ?? part;
  const result = {
    ...alignment,
    fields,
    title: alignment.title && moved(alignment.title),
    parts: [...parts.values()],
    sections: alignment.sections.map((answer) => ({
      ...answer,
      part: answer.part && moved(answer.part),
      duplicates: answer.duplicates.map(moved),
      others: answer.others.map(moved),
    })),
  };
  shapes.set(result.parts, shapeOf(alignment.parts));
  return result;
}

/** Whether a reader finds the same in two documents, in blocks that have moved no further than all behind the edit. */
function isSame(before: Document, doc: Document, read: Reader<readonly unknown[]>): boolean {
  // The list of the text before is asked first, since that of the new one takes its place.
  const old = allIn(before, read);
  const now = allIn(doc, read);
  const { start, oldEnd, newEnd } = changeBetween(before.blocks, doc.blocks);
  const by = newEnd - oldEnd;
  return (
    old.length === now.length &&
    old.every(({ block, items }, index) => {
      const one = now[index];
      return items === one?.items && one.block === (block < start ? block : block + by);
    })
  );
}
