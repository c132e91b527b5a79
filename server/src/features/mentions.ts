import { cardIndex } from "../facts/card-index.ts";
import type { Card, Facts } from "../facts/facts.ts";
import { successionIn } from "../facts/succession.ts";
import { proseOf } from "../rules/support/prose.ts";
import { inText, type Block } from "../syntax/document.ts";
import { allIn } from "../syntax/found-in.ts";
import { linksOf } from "../syntax/links.ts";
import type { Analysed } from "../template/analysed.ts";
import { meets, shift, touches, type Span } from "../text/span.ts";

/** A place at which a document speaks of another design document. */
export interface Mention {
  readonly span: Span;
  readonly card: Card;
  /** It is a link of Markdown, with which editors can do something by themselves. */
  readonly isLink: boolean;
}

/** A document with what is known of the others. */
export interface Known extends Pick<Analysed, "doc" | "alignment"> {
  readonly facts: Pick<Facts, "others" | "uri">;
}

/**
 * Where a document speaks of another one: links, what its header says that it supersedes or is superseded by, and ids
 * in its text such as “RFC 12”, where exactly one document is meant. In the order of the text, without overlaps.
 */
export function mentionsIn(known: Known): readonly Mention[] {
  const { doc, facts } = known;
  const { others, uri: own } = facts;
  if (!others || others.length === 0 || own === undefined) return [];
  const { finder } = cardIndex(others);
  const found: Mention[] = [];
  const add = (span: Span, card: Card | "self" | undefined, isLink: boolean): void => {
    if (card && card !== "self" && card.uri !== own) found.push({ span, card, isLink });
  };
  const links = linksOf(doc).filter(({ node }) => node.kind === "link");
  for (const { span, url } of links) if (url !== undefined) add(span, finder.at(url, own), true);
  const named = successionIn(known).filter(({ span }) => links.every((link) => !overlaps(link.span, span)));
  for (const { span, words, url } of named) add(span, finder.related({ words, url }, own), false);
  // What a link says by its text leads where the link leads. Both are in the order of the text.
  let at = 0;
  const isLinked = (span: Span): boolean => {
    while ((links[at]?.span.end ?? Infinity) <= span.start) at++;
    const link = links[at];
    return link !== undefined && overlaps(link.span, span);
  };
  for (const { block, items } of allIn(doc, idsIn))
    for (const { span: place, kind, number } of items) {
      const span = inText(doc, block, place);
      if (isLinked(span) || named.some((other) => overlaps(other.span, span))) continue;
      const card = finder.related({ words: `${kind}-${number}` }, own);
      if (card && card !== "self" && isOfKind(card, kind)) add(span, card, false);
    }
  return found.toSorted((a, b) => a.span.start - b.span.start);
}

/** What is mentioned at an offset. */
export const mentionAt = (known: Known, offset: number): Mention | undefined =>
  mentionsIn(known).find(({ span }) => touches(span, offset));

const overlaps = (a: Span, b: Span): boolean => meets(a, b) && a.end !== b.start && b.end !== a.start;

/** An id of a document, at offsets in its block. */
interface Id {
  readonly span: Span;
  /** In lower case. */
  readonly kind: string;
  readonly number: number;
}

const none: readonly Id[] = [];

const id = /(?<![\p{L}\p{N}_./#-])(\p{Lu}{2,8})[- #]{0,2}(\d{1,6})(?![\p{L}\p{N}]|[-./:]\d)/gu;

function idsIn(block: Block, source: string): readonly Id[] {
  if (!/\p{Lu}{2}[- #]{0,2}\d/u.test(source)) return none;
  return proseOf(block, source).flatMap(({ text, span }) =>
    Array.from(text.matchAll(id), ({ 0: all, 1: kind = "", 2: number = "", index }): Id => ({
      span: shift({ start: index, end: index + all.length }, span.start),
      kind: kind.toLowerCase(),
      number: Number(number),
    })),
  );
}

/**
 * Whether a document is one of a kind such as `rfc`, by a folder of that name, its file’s name or its title: many
 * standards have the numbers that some documents have.
 */
function isOfKind({ path, title }: Card, kind: string): boolean {
  const folders = path.toLowerCase().split("/");
  const begins = (name: string): boolean =>
    name.startsWith(kind) && /^[-_ #]{0,2}\d/.test(name.slice(kind.length));
  return (
    folders.slice(0, -1).some((folder) => folder === kind || folder === `${kind}s`) ||
    folders.some(begins) ||
    begins(title.toLowerCase())
  );
}
