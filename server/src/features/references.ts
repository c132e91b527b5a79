import { cardIndex } from "../facts/card-index.ts";
import type { Card } from "../facts/facts.ts";
import { inText } from "../syntax/document.ts";
import { partHeading } from "../template/parts.ts";
import { touches } from "../text/span.ts";
import type { Known } from "./mentions.ts";

/**
 * The design documents whose headers say that they take the place of this one, or that it takes theirs; asked on its
 * title or its status. Texts are not searched, since nobody would wait for all of them to be read.
 */
export function references({ doc, alignment, facts }: Known, offset: number): readonly Card[] {
  const { others, uri } = facts;
  if (!others || uri === undefined) return [];
  const status = alignment.fields.find(({ wanted }) => wanted.shape === "status")?.field;
  const places = [
    ...(alignment.title ? [partHeading(doc, alignment.title)] : []),
    ...(status ? [inText(doc, status.block, status.whole)] : []),
  ];
  if (!places.some((place) => touches(place, offset))) return [];
  const index = cardIndex(others);
  return index.inOrder([...index.naming("supersedes", uri), ...index.naming("supersededBy", uri)]);
}
