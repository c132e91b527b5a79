import { cardIndex } from "../../facts/card-index.ts";
import type { Card } from "../../facts/facts.ts";
import { saysSuperseded, successionIn, type Related } from "../../facts/succession.ts";
import type { RuleContext } from "../rule.ts";

/** A design that the header names, with the other document's card where it is one that is known. */
export interface Relative {
  readonly named: Related;
  readonly card: Card | "self" | undefined;
}

/** The designs that the header supersedes or is superseded by. Without the facts, no card is known. */
export function relativesOf(context: RuleContext): readonly Relative[] {
  const { others = [], uri } = context.facts;
  const related = successionIn(context);
  if (related.length === 0) return [];
  if (uri === undefined) return related.map((named) => ({ named, card: undefined }));
  const { finder } = cardIndex(others);
  return related.map((named) => ({ named, card: finder.related(named, uri, uri) }));
}

/** Whether a card is that of a design whose place another one has taken. */
export const isSuperseded = ({ status, stage, supersededBy }: Card): boolean =>
  stage === "closed" && (saysSuperseded(status) || supersededBy.length > 0);

/** What people call a design: its title, else its file. */
export const titleOf = ({ title, fileName }: Pick<Card, "title" | "fileName">): string =>
  title === "" ? fileName : title;

/**
 * The destination of a link from one document to another, both by their URIs, as a relative path. Letters of
 * all scripts stay readable; what would end a Markdown link is percent-encoded.
 */
export function linkTo(from: string, to: string): string {
  const [own, other] = [from.split("/").slice(0, -1), to.split("/")];
  let common = 0;
  while (common < own.length && common < other.length - 1 && own[common] === other[common]) common++;
  return [...own.slice(common).map(() => ".."), ...other.slice(common).map(readable)].join("/");
}

const readable = (segment: string): string =>
  decoded(segment).replace(
    /[\s%#?()<>[\]\\]/g,
    (sign) => `%${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, "0")}`,
  );

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** A Markdown link to a design from the document `from`. */
export const markdownLink = (from: string, card: Pick<Card, "uri" | "title" | "fileName">): string =>
  `[${titleOf(card).replace(/[[\]\\`*_<>]/g, String.raw`\$&`)}](${linkTo(from, card.uri)})`;
