import { readLink } from "../facts/link.ts";
import type { Facts } from "../facts/facts.ts";
import { headingAnchors } from "../syntax/anchors.ts";
import { blockSpan, type Document } from "../syntax/document.ts";
import { linksOf } from "../syntax/links.ts";
import { at, touches, type Span } from "../text/span.ts";
import { idAt } from "./requirement-ids.ts";
import { mentionAt, type Known } from "./mentions.ts";

/** What a place in a document leads to. */
export interface Definition {
  readonly span: Span;
  /** Nothing for the document itself. */
  readonly uri: string | undefined;
  /** In the document itself; at the start of another one. */
  readonly target: Span;
}

/**
 * What is meant at an offset: the design document that is mentioned there, or the place that defines an id. With `links`, for editors that know no
 * Markdown, also the file or the heading to which a link leads.
 */
export function definition(
  known: Known & { readonly facts: Pick<Facts, "targets"> },
  offset: number,
  { links }: { readonly links: boolean },
): Definition | undefined {
  const mention = mentionAt(known, offset);
  if (mention && (links || !mention.isLink))
    return { span: mention.span, uri: mention.card.uri, target: at(0) };
  const { doc, facts } = known;
  const found = linksOf(doc).find(({ span }) => touches(span, offset));
  const id = found ? undefined : idAt(known, offset);
  if (id) return { span: id.at, uri: undefined, target: id.span };
  if (!links) return undefined;
  const link = found?.url === undefined ? undefined : readLink(found.url);
  if (!found || !link) return undefined;
  if (link.path === "") {
    const heading = headingAt(doc, link.fragment ?? "");
    return heading && { span: found.span, uri: undefined, target: heading };
  }
  const target = facts.targets?.get(link.path);
  return target?.kind === "file" ? { span: found.span, uri: target.uri, target: at(0) } : undefined;
}

function headingAt(doc: Document, fragment: string): Span | undefined {
  for (const [block, anchor] of headingAnchors(doc))
    if (anchor.toLowerCase() === fragment.toLowerCase()) return blockSpan(doc, block);
  return undefined;
}
