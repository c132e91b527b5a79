import { htmlImagesOf } from "../syntax/html-images.ts";
import { linksOf } from "../syntax/links.ts";
import { walk, type CodeNode, type Node } from "../syntax/node.ts";
import type { Analysed } from "../template/analysed.ts";
import { inText, type Document } from "../syntax/document.ts";
import { lineAt } from "../text/lines.ts";
import { slice } from "../text/span.ts";
import { readLink } from "./link.ts";

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

/** What a document wants to know, read from its text alone. */
export function wantsOf({ doc, alignment }: Pick<Analysed, "doc" | "alignment">): Wants {
  const status = alignment.fields.find(({ wanted }) => wanted.shape === "status")?.field;
  return {
    ...pathsIn(doc),
    diagrams: diagramsIn(doc),
    statusLine: status && slice(doc.text, lineAt(doc.text, inText(doc, status.block, status.whole).start)),
  };
}

function pathsIn(doc: Document): Pick<Wants, "paths" | "withFragment"> {
  const paths = new Set<string>();
  const withFragment = new Set<string>();
  for (const { url = "" } of [...linksOf(doc), ...htmlImagesOf(doc)]) {
    const { path = "", fragment } = readLink(url) ?? {};
    if (path === "") continue;
    paths.add(path);
    if (fragment !== undefined) withFragment.add(path);
  }
  return { paths: [...paths], withFragment: [...withFragment] };
}

function diagramsIn(doc: Document): readonly string[] {
  const sources = new Set<string>();
  for (const { node } of doc.blocks) {
    for (const inner of walk(node)) if (isMermaid(inner)) sources.add(inner.value);
  }
  return [...sources];
}

/** Whether a node is a fence with a Mermaid diagram. */
export const isMermaid = (node: Node): node is CodeNode =>
  node.kind === "code" && /^mermaid$/i.test(node.language ?? "");
