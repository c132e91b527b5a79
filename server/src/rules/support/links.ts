import { readLink, type Link } from "../../facts/link.ts";
import { destinationIn } from "../../syntax/destinations.ts";
import { startOf, type Block, type Document } from "../../syntax/document.ts";
import { allIn } from "../../syntax/found-in.ts";
import { htmlImages } from "../../syntax/html-images.ts";
import { labelKey, linkNodes, type LinkLike } from "../../syntax/links.ts";
import { contains, shift, slice, type Span } from "../../text/span.ts";
import type { Edit } from "../../text/edit.ts";
import type { RuleContext } from "../rule.ts";
import { createMemory } from "../../text/memory.ts";

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
  const { doc, states, instructions } = context;
  // Several rules ask, of the same document.
  const known = answers.get(doc);
  if (known?.states === states && known.instructions === instructions) return known.linked;
  const left = leftBehind(context);
  const all = allLinked(doc);
  const linked =
    left.length === 0 ? all : all.filter(({ span }) => !left.some((outer) => contains(outer, span)));
  answers.set(doc, { states, instructions, linked });
  return linked;
}

const answers = createMemory<
  Document,
  Pick<RuleContext, "states" | "instructions"> & { readonly linked: readonly Linked[] }
>();

function allLinked(doc: Document): readonly Linked[] {
  const places = allIn(doc, linksHere);
  const used = new Map<string, "link" | "image">();
  for (const { items } of places) {
    for (const { kind, key } of items) {
      if (kind === "definition" || key === undefined) continue;
      if (used.get(key) !== "link") used.set(key, kind);
    }
  }
  const found: Linked[] = [];
  const seen = new Set<string>();
  // The destination of a link round a picture stands behind that of the picture.
  let isSorted = true;
  for (const { block, items } of places) {
    const base = startOf(doc, block);
    for (const { kind, key, linked } of items) {
      if (kind === "definition" && key !== undefined) {
        // Of two definitions with one label only the first counts.
        if (!used.has(key) || seen.has(key)) continue;
        seen.add(key);
      } else if (key !== undefined) continue;
      if (!linked) continue;
      const isImage = kind === "definition" ? used.get(key ?? "") === "image" : linked.isImage;
      const span = shift(linked.span, base);
      isSorted &&= (found.at(-1)?.span.start ?? 0) <= span.start;
      found.push({ ...linked, span, isImage });
    }
  }
  return isSorted ? found : found.toSorted((a, b) => a.span.start - b.span.start);
}

interface LinkHere {
  readonly kind: LinkLike["kind"];
  /** By what the label of a reference or a definition is compared. */
  readonly key?: string;
  /** At offsets in the block; absent where it leads nowhere in the workspace. */
  readonly linked?: Linked;
}

/** The links of one block that lead into the workspace, and its references, in the order of the text. */
function linksHere(block: Block, source: string): readonly LinkHere[] {
  const links = linkNodes(block, source).flatMap((node): readonly LinkHere[] => {
    const { kind, url, label, start, end } = node;
    const key = label === undefined ? {} : { key: labelKey(label) };
    if (url === undefined) return label === undefined ? [] : [{ kind, ...key }];
    const link = readLink(url);
    if (!link) return kind === "definition" ? [{ kind, ...key }] : [];
    const exact = destinationIn(source, { start, end }, url);
    const span = exact ?? { start, end };
    return [
      { kind, ...key, linked: { span, isExact: exact !== undefined, url, link, isImage: kind === "image" } },
    ];
  });
  const images = htmlImages(block, source).flatMap(({ url = "", span, urlSpan }): readonly LinkHere[] => {
    const link = readLink(url);
    const isExact = urlSpan !== undefined;
    return link
      ? [{ kind: "image", linked: { span: urlSpan ?? span, isExact, url, link, isImage: true } }]
      : [];
  });
  return images.length === 0 ? links : [...links, ...images];
}

/** What the template left in the document: guidance, tokens, and its closing instructions. */
export function leftBehind({ states, instructions }: RuleContext): readonly Span[] {
  const left = states.leftovers.map(({ span }) => span);
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
