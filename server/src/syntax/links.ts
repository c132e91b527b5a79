import { inText, type Block, type Document } from "./document.ts";
import { allIn, firstFrom, type FoundAt } from "./found-in.ts";
import { walk, type DefinitionNode, type ImageNode, type LinkNode } from "./node.ts";
import type { Span } from "../text/span.ts";
import { createMemory } from "../text/memory.ts";

export type LinkLike = LinkNode | ImageNode | DefinitionNode;

/** A link, a picture or a link definition in a document. */
export interface LinkPlace {
  readonly node: LinkLike;
  /** The whole of it, in the text. */
  readonly span: Span;
  /** The destination; of a reference, that of its definition; absent where nothing defines it. */
  readonly url: string | undefined;
}

/** Every link, picture and definition of the blocks from `first` to before `end`, in the order of the text. */
export function linksOf(doc: Document, first = 0, end = doc.blocks.length): readonly LinkPlace[] {
  const found: LinkPlace[] = [];
  const all = allIn(doc, linkNodes);
  const urlOf = urlsOf(doc);
  for (let at = first === 0 ? 0 : firstFrom(all, first); at < all.length; at++) {
    const { block, items } = all[at] ?? { block: end, items: [] };
    if (block >= end) break;
    for (const node of items) found.push({ node, span: inText(doc, block, node), url: urlOf(node) });
  }
  return found;
}

/** Gives the destinations of links: of a reference, that of its definition; nothing where nothing defines it. */
function urlsOf(doc: Document): (node: LinkLike) => string | undefined {
  let definitions: ReadonlyMap<string, string> | undefined;
  return ({ url, label }) => {
    if (url !== undefined || label === undefined) return url;
    definitions ??= definitionsOf(doc);
    return definitions.get(labelKey(label));
  };
}

const none: readonly LinkLike[] = [];

/** The links, pictures and definitions of a block, in the order of its text. */
export function linkNodes(block: Block, source: string): readonly LinkLike[] {
  if (!mayHoldLinks(block.kind) || !mayBeLink(source)) return none;
  const found: LinkLike[] = [];
  for (const inner of walk(block.node))
    if (inner.kind === "link" || inner.kind === "image" || inner.kind === "definition") found.push(inner);
  return found;
}

const mayHoldLinks = (kind: Block["kind"]): boolean =>
  kind !== "code" && kind !== "frontMatter" && kind !== "html" && kind !== "thematicBreak";

// Brackets, or what GFM takes for an address without them: with a scheme, with `www.`, with `@`.
const mayBeLink = (source: string): boolean =>
  source.includes("[") ||
  source.includes("<") ||
  source.includes("@") ||
  source.includes("://") ||
  ((source.includes("w.") || source.includes("W.")) && /www\./i.test(source));

const maps = createMemory<readonly FoundAt<DefinitionNode>[], ReadonlyMap<string, string>>();

/** The destinations of a document's link definitions by {@link labelKey}; of two with one label the first counts (CommonMark). */
export function definitionsOf(doc: Document): ReadonlyMap<string, string> {
  const all = allIn(doc, definitionNodes);
  const known = maps.get(all);
  if (known) return known;
  const definitions = new Map<string, string>();
  for (const { items } of all)
    for (const { label, url } of items) {
      const key = labelKey(label);
      if (!definitions.has(key)) definitions.set(key, url);
    }
  maps.set(all, definitions);
  return definitions;
}

function definitionNodes(block: Block, source: string): readonly DefinitionNode[] {
  if (!mayHoldDefinitions(block.kind) || !source.includes("]:")) return [];
  return linkNodes(block, source).filter((node) => node.kind === "definition");
}

const mayHoldDefinitions = (kind: Block["kind"]): boolean =>
  kind === "definition" || kind === "list" || kind === "quote" || kind === "footnoteDefinition";

/** A label as labels are compared: white space folded, case ignored (CommonMark). */
export const labelKey = (label: string): string =>
  label.trim().replace(/\s+/g, " ").toLowerCase().toUpperCase();
