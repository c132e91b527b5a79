import { readLink, type Link } from "../../facts/link.ts";
import { destinationIn } from "../../syntax/destinations.ts";
import { htmlImagesOf } from "../../syntax/html-images.ts";
import { labelKey, linksOf } from "../../syntax/links.ts";
import { contains, slice, type Span } from "../../text/span.ts";
import type { Edit } from "../../text/edit.ts";
import type { RuleContext } from "../rule.ts";

/** A place in the text that names a file or an anchor of the workspace. */
export interface Linked {
  /** The destination, where it could be found in the text; else all of the link. */
  readonly span: Span;
  /** The span is the destination, so it can be written over. */
  readonly isExact: boolean;
  /** The destination as it was read, with its percent-encoding. */
  readonly url: string;
  readonly link: Link;
  /** It is shown as a picture. */
  readonly isImage: boolean;
}

/**
 * The links and pictures of a document that lead into the workspace, in the order of its text. A reference is
 * judged where it is defined, a definition that nothing uses not at all, and text that the template left behind
 * is told as that.
 */
export function linkedIn(context: RuleContext): readonly Linked[] {
  const { doc } = context;
  const places = linksOf(doc);
  const used = new Map<string, "link" | "image">();
  for (const { node } of places) {
    if (node.kind === "definition" || node.label === undefined) continue;
    const key = labelKey(node.label);
    if (used.get(key) !== "link") used.set(key, node.kind);
  }
  const found: Linked[] = [];
  const seen = new Set<string>();
  for (const { node, span } of places) {
    const { url } = node;
    if (url === undefined) continue;
    let isImage = node.kind === "image";
    if (node.kind === "definition") {
      const key = labelKey(node.label);
      // Of two definitions with one label only the first counts.
      if (!used.has(key) || seen.has(key)) continue;
      seen.add(key);
      isImage = used.get(key) === "image";
    }
    const link = readLink(url);
    if (!link) continue;
    const exact = destinationIn(doc.text, span, url);
    found.push({ span: exact ?? span, isExact: exact !== undefined, url, link, isImage });
  }
  for (const { url = "", span, urlSpan } of htmlImagesOf(doc)) {
    const link = readLink(url);
    if (link) found.push({ span: urlSpan ?? span, isExact: urlSpan !== undefined, url, link, isImage: true });
  }
  const left = leftBehind(context);
  return found
    .filter(({ span }) => !left.some((outer) => contains(outer, span)))
    .toSorted((a, b) => a.span.start - b.span.start);
}

/** What the template left in the document: guidance, tokens, and its closing instructions. */
export function leftBehind({ states, instructions }: RuleContext): readonly Span[] {
  const left = [...states.values()].flatMap(({ leftovers }) => leftovers.map(({ span }) => span));
  return instructions ? [...left, instructions.span] : left;
}

/** The part of a destination before `?` and `#`, in the text; all of the link where it could not be found. */
export function pathSpan(text: string, { span, isExact }: Linked): Span {
  const length = isExact ? slice(text, span).search(/[?#]/) : -1;
  return length < 0 ? span : { start: span.start, end: span.start + length };
}

/** The part of a destination from `#` on, in the text; all of the link where it could not be found. */
export function fragmentSpan(text: string, { span, isExact }: Linked): Span {
  const before = isExact ? slice(text, span).indexOf("#") : -1;
  return before < 0 ? span : { start: span.start + before, end: span.end };
}

/** An edit that gives a link another path and leaves what stands behind it; nothing where it was not found in the text. */
export const setPath = (text: string, linked: Linked, path: string): readonly Edit[] =>
  linked.isExact ? [{ span: pathSpan(text, linked), text: encoded(path) }] : [];

/** A path or fragment as it is written in a destination, with or without angle brackets or quotes round it. */
export const encoded = (path: string): string =>
  path.replace(
    /[%#?()<>|"'\\\s[\]]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
