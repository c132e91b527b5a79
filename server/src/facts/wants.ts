import { allIn, type FoundAt } from "../syntax/found-in.ts";
import { htmlImages } from "../syntax/html-images.ts";
import { definitionsOf, labelKey, linkNodes } from "../syntax/links.ts";
import { walk, type CodeNode, type Node } from "../syntax/node.ts";
import type { Analysed } from "../template/analysed.ts";
import { readable, inText, type Block, type Document } from "../syntax/document.ts";
import { lineAt } from "../text/lines.ts";
import { slice } from "../text/span.ts";
import { readLink } from "./link.ts";
import { createMemory } from "../text/memory.ts";

/** What has to be asked outside the text before everything can be said of a document. */
export interface Wants {
  /** The paths of its links, each once, without the document itself. */
  readonly paths: readonly string[];
  /** Those among the paths that are linked with a fragment, for which the anchors of the file are wanted. */
  readonly withFragment: readonly string[];
  /** The sources of its Mermaid diagrams, each once. */
  readonly diagrams: readonly string[];
  /** The line of the header that has the status, without its line ending. */
  readonly statusLine: string | undefined;
}

/**
 * What a document wants to know, read from its text alone. Its lists are the same objects as long as edits change
 * neither a link nor a diagram.
 */
export function wantsOf({ doc, alignment }: Pick<Analysed, "doc" | "alignment">): Wants {
  const status = alignment.fields.find(({ wanted }) => wanted.shape === "status")?.field;
  return {
    ...pathsIn(doc),
    diagrams: diagramsIn(doc),
    statusLine:
      status && slice(readable(doc), lineAt(readable(doc), inText(doc, status.block, status.whole).start)),
  };
}

type Paths = Pick<Wants, "paths" | "withFragment">;

// What was read from lists of what stands in blocks, as long as those lists are the same.
const pathsRead = createMemory<
  readonly FoundAt<string>[],
  { readonly definitions: unknown; readonly read: Paths }
>();
const diagramsRead = createMemory<readonly FoundAt<string>[], readonly string[]>();

function pathsIn(doc: Document): Paths {
  const destinations = allIn(doc, destinationsHere);
  const definitions = definitionsOf(doc);
  const known = pathsRead.get(destinations);
  if (known?.definitions === definitions) return known.read;
  const paths = new Set<string>();
  const withFragment = new Set<string>();
  const add = (url: string | undefined): void => {
    const { path = "", fragment } = readLink(url ?? "") ?? {};
    if (path === "") return;
    paths.add(path);
    if (fragment !== undefined) withFragment.add(path);
  };
  for (const { items } of destinations)
    for (const item of items)
      add(item.startsWith(byLabel) ? definitions.get(item.slice(byLabel.length)) : item.slice(1));
  const read = { paths: [...paths], withFragment: [...withFragment] };
  pathsRead.set(destinations, { definitions, read });
  return read;
}

// In front of the label of a reference, and of a destination that is written.
const byLabel = "[";
const byUrl = "(";

/** Where the links and pictures of a block lead, as words, which are the same while somebody types round them. */
const destinationsHere = (block: Block, source: string): readonly string[] => [
  ...linkNodes(block, source).flatMap(({ url, label }) =>
    url === undefined ? (label === undefined ? [] : [byLabel + labelKey(label)]) : [byUrl + url],
  ),
  ...htmlImages(block, source).flatMap(({ url }) => (url === undefined ? [] : [byUrl + url])),
];

function diagramsIn(doc: Document): readonly string[] {
  const all = allIn(doc, diagramSources);
  let sources = diagramsRead.get(all);
  if (!sources) {
    sources = [...new Set(all.flatMap(({ items }) => items))];
    diagramsRead.set(all, sources);
  }
  return sources;
}

const diagramSources = (block: Block, source: string): readonly string[] =>
  diagramNodes(block, source).map(({ value }) => value);

const none: readonly CodeNode[] = [];

/** The Mermaid diagrams in a block, in the order of its text. */
export function diagramNodes(block: Block, source: string): readonly CodeNode[] {
  if (block.kind === "paragraph" || block.kind === "heading" || block.kind === "table") return none;
  if (!source.includes("```") && !source.includes("~~~")) return none;
  // Of a fence, its first line tells; a letter in it may be written as a reference or behind a backslash.
  if (block.kind === "code" && !/^[^\r\n]*(?:mermaid|[&\\])/i.test(source)) return none;
  return [...walk(block.node)].filter(isMermaid);
}

/** Whether a node is a fence with a Mermaid diagram. */
export const isMermaid = (node: Node): node is CodeNode =>
  node.kind === "code" && /^mermaid$/i.test(node.language ?? "");
