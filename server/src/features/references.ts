import { cardIndex } from "../facts/card-index.ts";
import type { Card } from "../facts/facts.ts";
import { inText } from "../syntax/document.ts";
import { partHeading } from "../template/parts.ts";
import { touches } from "../text/span.ts";
import type { Known } from "./mentions.ts";

/** Whether an offset stands on what a document is asked for as a whole: its title or its status. */
export function asksForDocument(
  { doc, alignment }: Pick<Known, "doc" | "alignment">,
  offset: number,
): boolean {
  const status = alignment.fields.find(({ wanted }) => wanted.shape === "status")?.field;
  const places = [
    ...(alignment.title ? [partHeading(doc, alignment.title)] : []),
    ...(status ? [inText(doc, status.block, status.whole)] : []),
  ];
  return places.some((place) => touches(place, offset));
}

/**
 * The design documents whose headers name this one: as one that they take the place of or that takes theirs, or as one
 * that they depend on. Asked on its title or its status.
 */
export function references(known: Known, offset: number): readonly Card[] {
  const { others, uri } = known.facts;
  if (!others || uri === undefined || !asksForDocument(known, offset)) return [];
  const index = cardIndex(others);
  return index.inOrder([
    ...index.naming("supersedes", uri),
    ...index.naming("supersededBy", uri),
    ...others.filter(({ depends }) => depends?.includes(uri)),
  ]);
}
