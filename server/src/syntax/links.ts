import { inText, type Document } from "./document.ts";
import { walk, type DefinitionNode, type ImageNode, type LinkNode } from "./node.ts";
import type { Span } from "../text/span.ts";

/** A link, a picture or a link definition in a document. */
export interface LinkPlace {
  readonly node: LinkNode | ImageNode | DefinitionNode;
  /** The whole of it, in the text. */
  readonly span: Span;
  /** The destination; of a reference, that of its definition; absent where nothing defines it. */
  readonly url: string | undefined;
}

/** Every link, picture and definition of the blocks from `first` to before `end`, in the order of the text. */
export function linksOf(doc: Document, first = 0, end = doc.blocks.length): readonly LinkPlace[] {
  const found: LinkPlace[] = [];
  let definitions: ReadonlyMap<string, string> | undefined;
  for (let block = first; block < end; block++) {
    const node = doc.blocks[block]?.node;
    if (!node || node.kind === "code" || node.kind === "frontMatter") continue;
    for (const inner of walk(node)) {
      if (inner.kind !== "link" && inner.kind !== "image" && inner.kind !== "definition") continue;
      let { url } = inner;
      if (url === undefined && inner.label !== undefined) {
        definitions ??= definitionsOf(doc);
        url = definitions.get(labelKey(inner.label));
      }
      found.push({ node: inner, span: inText(doc, block, inner), url });
    }
  }
  return found;
}

/** The destinations of a document's link definitions by {@link labelKey}; of two with one label the first counts (CommonMark). */
export function definitionsOf(doc: Document): ReadonlyMap<string, string> {
  const definitions = new Map<string, string>();
  for (const { node } of doc.blocks) {
    if (!mayHoldDefinitions(node.kind)) continue;
    for (const inner of walk(node)) {
      if (inner.kind !== "definition") continue;
      const key = labelKey(inner.label);
      if (!definitions.has(key)) definitions.set(key, inner.url);
    }
  }
  return definitions;
}

const mayHoldDefinitions = (kind: string): boolean =>
  kind === "definition" || kind === "list" || kind === "quote" || kind === "footnoteDefinition";

/** A label as labels are compared: white space folded, case ignored (CommonMark). */
export const labelKey = (label: string): string =>
  label.trim().replace(/\s+/g, " ").toLowerCase().toUpperCase();
