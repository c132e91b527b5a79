import type { Document } from "../syntax/document.ts";
import type { Node } from "../syntax/node.ts";
import { partHeading, type Part } from "../template/parts.ts";
import { blocksIn } from "../template/units.ts";
import { slice } from "../text/span.ts";

/** The kind of the block that the character at `offset` belongs to; nothing between blocks. */
export function blockKindAt(doc: Document, offset: number): Node["kind"] | undefined {
  const { value } = blocksIn(doc, { start: offset, end: offset + 1 }).next();
  return value === undefined ? undefined : doc.blocks[value]?.kind;
}

/** The values from the first that `isNext` on, then those before it. */
export function fromNext<Value>(
  values: readonly Value[],
  isNext: (value: Value) => boolean,
): readonly Value[] {
  const index = Math.max(0, values.findIndex(isNext));
  return [...values.slice(index), ...values.slice(0, index)];
}

/** What people call a part: its title, or the marks of a heading that has none. Never empty. */
export const nameOf = (doc: Document, part: Part): string =>
  part.title || slice(doc.text, partHeading(doc, part)).trim();

/** The trigger while a list is open and a person types on: it must close as soon as it is of no more use. */
export const typing = "typing";
