import type { Text } from "../../text/rope.ts";
import { readLink, type Link } from "../../facts/link.ts";
import { destinationIn } from "../../syntax/destinations.ts";
import { startOf, type Block, type Document } from "../../syntax/document.ts";
import { allIn, readIn, type FoundAt } from "../../syntax/found-in.ts";
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

/** What tells of a link whether somebody wants it, before anybody asks where it stands. */
export type LinkedAsked = Omit<Linked, "span" | "isExact">;

/** Which links somebody wants. */
export interface LinkedWish {
  /** Whose wish it is. */
  readonly by: string;
  /** All that it hangs on besides the link: where these are the same objects, nobody is asked again. */
  readonly given: readonly unknown[];
  isWanted(linked: LinkedAsked): boolean;
}

/**
 * The links and pictures of a document that lead into the workspace and that somebody wants, in the order of its text.
 * A reference is judged where it is defined, a definition that nothing uses not at all, and text that the template left
 * behind is told as that.
 */
export function* linkedIn(context: RuleContext, wish: LinkedWish): Generator<Linked> {
  const { doc } = context;
  const found = wantedAmong(linkedBlocks(doc), wish);
  if (found.length === 0) return;
  const left = leftBehind(context);
  const placed = found.flatMap(({ block, at, isImage }): readonly Linked[] => {
    const linked = readIn(doc, block, linksHere)?.[at]?.linked;
    const span = linked && shift(linked.span, startOf(doc, block));
    return !span || left.some((outer) => contains(outer, span)) ? [] : [{ ...linked, span, isImage }];
  });
  // The destination of a link round a picture stands behind that of the picture.
  yield* placed.toSorted((a, b) => a.span.start - b.span.start);
}

interface Granted {
  readonly given: readonly unknown[];
  readonly found: readonly LinkedBlock[];
}

const wishes = createMemory<readonly LinkedBlock[], Map<string, Granted>>();

function wantedAmong(
  all: readonly LinkedBlock[],
  { by, given, isWanted }: LinkedWish,
): readonly LinkedBlock[] {
  const granted = wishes.get(all) ?? new Map<string, Granted>();
  wishes.set(all, granted);
  const last = granted.get(by);
  if (last?.given.length === given.length && last.given.every((one, index) => one === given[index]))
    return last.found;
  const found = all.filter(({ url, link, isImage }) => isWanted({ url, link, isImage }));
  granted.set(by, { given, found });
  return found;
}

/** Where a link stands among those of its block, and what tells whether somebody wants it. */
interface LinkedBlock extends LinkedAsked {
  readonly block: number;
  readonly at: number;
}

const answers = createMemory<readonly FoundAt<string>[], readonly LinkedBlock[]>();

/** All of them: the same list as long as edits change no link and move none to another block. */
function linkedBlocks(doc: Document): readonly LinkedBlock[] {
  const signs = allIn(doc, signsHere);
  let linked = answers.get(signs);
  if (!linked) {
    linked = linkedAt(signs.map(({ block }) => ({ block, items: readIn(doc, block, linksHere) ?? [] })));
    answers.set(signs, linked);
  }
  return linked;
}

/** All that is asked about the links of a block, as words, which are the same while somebody types round them. */
const signsHere = (block: Block, source: string): readonly string[] =>
  linksHere(block, source).map(({ kind, key, linked }) =>
    JSON.stringify([kind, key, linked?.url, linked?.isImage]),
  );

function linkedAt(places: readonly FoundAt<LinkHere>[]): readonly LinkedBlock[] {
  const used = new Map<string, "link" | "image">();
  for (const { items } of places) {
    for (const { kind, key } of items) {
      if (kind === "definition" || key === undefined) continue;
      if (used.get(key) !== "link") used.set(key, kind);
    }
  }
  const found: LinkedBlock[] = [];
  const seen = new Set<string>();
  for (const { block, items } of places) {
    for (const [at, { kind, key, linked }] of items.entries()) {
      if (kind === "definition" && key !== undefined) {
        // Of two definitions with one label only the first counts.
        if (!used.has(key) || seen.has(key)) continue;
        seen.add(key);
      } else if (key !== undefined) continue;
      if (!linked) continue;
      const { url, link } = linked;
      const isImage = kind === "definition" ? used.get(key ?? "") === "image" : linked.isImage;
      found.push({ block, at, url, link, isImage });
    }
  }
  return found;
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
export function pathSpan(text: Text, { span, isExact }: Linked): Span {
  const length = isExact ? slice(text, span).search(/[?#]/) : -1;
  return length < 0 ? span : { start: span.start, end: span.start + length };
}

/** The part of a destination from `#` on, in the text; all of the link where it could not be found. */
export function fragmentSpan(text: Text, { span, isExact }: Linked): Span {
  const before = isExact ? slice(text, span).indexOf("#") : -1;
  return before < 0 ? span : { start: span.start + before, end: span.end };
}

/** An edit that gives a link another path and leaves what stands behind it; nothing where it was not found in the text. */
export const setPath = (text: Text, linked: Linked, path: string): readonly Edit[] =>
  linked.isExact ? [{ span: pathSpan(text, linked), text: encoded(path) }] : [];

/** A path or fragment as it is written in a destination, with or without angle brackets or quotes round it. */
export const encoded = (path: string): string =>
  path.replace(
    /[%#?()<>|"'\\\s[\]]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
