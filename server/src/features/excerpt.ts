import { readLink } from "../facts/link.ts";
import { inText, type Document } from "../syntax/document.ts";
import { allIn } from "../syntax/found-in.ts";
import { commentNodes } from "../syntax/html-nodes.ts";
import { linksOf, type LinkPlace } from "../syntax/links.ts";
import { childrenOf, plainText } from "../syntax/node.ts";
import { applyEdits, type Edit } from "../text/edit.ts";
import { contains, shift, slice, type Span } from "../text/span.ts";
import { asInline } from "./markdown-text.ts";

/** Where a document is. */
export interface Place {
  /** From the root of its repository, with forward slashes and not encoded. */
  readonly path: string;
  /** The address of its page, where there will be one. */
  readonly page?: string | undefined;
  /** The address below which the pages of the repository's files are, without the last slash. */
  readonly files?: string | undefined;
}

/**
 * A stretch of a document as Markdown that can stand elsewhere, with `\n` as its line ending and no blank lines round
 * it. What is written stays, but for comments, link definitions, which the links take in, and links within the
 * repository: they become addresses, pictures become links, and where nobody knows an address only their words stay.
 */
export function excerpt(doc: Document, stretch: Span, place: Place): string {
  const edits: Edit[] = [];
  const add = (edit: Edit): void => {
    // What stands in something that is written anew, such as a picture in a link, has gone with it.
    if (!edits.some(({ span }) => contains(span, edit.span))) edits.push(edit);
  };
  for (const link of linksOf(doc)) {
    const edit = contains(stretch, link.span) ? linkEdit(doc, link, place) : undefined;
    if (edit) add(edit);
  }
  for (const { block, items } of allIn(doc, commentNodes))
    for (const item of items) {
      const span = inText(doc, block, item);
      if (contains(stretch, span) && /^\s*(?:<!--[^]*?-->\s*)+$/.test(item.value)) add({ span, text: "" });
    }
  const inner = edits.map(({ span, text }) => ({ span: shift(span, -stretch.start), text }));
  return applyEdits(slice(doc.text, stretch), inner)
    .replace(/\r\n?/g, "\n")
    .replace(/^(?:[ \t]*\n)+|\s+$/g, "");
}

/** What becomes of a link, a picture or a definition; nothing where it stays as it is. */
function linkEdit(doc: Document, { node, span, url }: LinkPlace, place: Place): Edit | undefined {
  if (node.kind === "definition") return { span, text: "" };
  if ((node.kind === "link" && node.auto) || url === undefined) return undefined;
  const isElsewhere = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url.trim());
  if (isElsewhere && node.label === undefined) return undefined;
  const address = isElsewhere ? url.trim() : addressOf(url, place);
  const isPicture = node.kind === "image";
  const words = isPicture ? asInline(node.alt) : labelOf(doc, { node, span });
  if (address === undefined) return { span, text: words };
  const mark = isPicture && isElsewhere ? "!" : "";
  return {
    span,
    text: `${mark}[${words}](${/[\s()<>]/.test(address) ? `<${address.replace(/[<>\s]/g, encoded)}>` : address})`,
  };
}

/** The words of a link as they are written; of one round a picture, its description. */
function labelOf(doc: Document, { node, span }: Pick<LinkPlace, "node" | "span">): string {
  const children = childrenOf(node);
  const [first, last] = [children.at(0), children.at(-1)];
  if (!first || !last) return "";
  if (children.some(({ kind }) => kind === "image")) return asInline(children.map(plainText).join(""));
  const base = span.start - node.start;
  return slice(doc.text, { start: base + first.start, end: base + last.end });
}

/** The address that a destination within the repository has on its pages; nothing where there is none. */
function addressOf(url: string, { path, page, files }: Place): string | undefined {
  const link = readLink(url);
  if (!link || files === undefined) return undefined;
  const fragment = link.fragment === undefined ? "" : `#${encoded(link.fragment)}`;
  if (link.path === "") return page === undefined ? undefined : page + fragment;
  const names = link.path.startsWith("/") ? [] : path.split("/").slice(0, -1);
  for (const name of link.path.split("/")) {
    if (name === "" || name === ".") continue;
    if (name !== "..") names.push(name);
    else if (names.pop() === undefined) return undefined;
  }
  return `${[files, ...names.map(encoded)].join("/")}${fragment}`;
}

/** Percent-encoded; half of a surrogate pair, which cannot be, as U+FFFD. */
const encoded = (text: string): string => encodeURIComponent(text.replace(/\p{Cs}/gu, "\uFFFD"));
