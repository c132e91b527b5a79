import type { Document } from "../syntax/document.ts";
import { linksOf } from "../syntax/links.ts";
import type { Span } from "../text/span.ts";
import { mayName } from "./relink.ts";

/** The links whose destination is the one that is meant, in the order of the text. Definitions and pictures are none. */
export const linksInto = (doc: Document, isMeant: (url: string) => boolean): readonly Span[] =>
  linksOf(doc)
    .filter(({ node, url }) => node.kind === "link" && url !== undefined && isMeant(url))
    .map(({ span }) => span);

/** Whether a text may have links to a file of this name, with or without its ending: quick, and yes rather than miss one. */
export function mayLinkTo(text: string, fileName: string): boolean {
  const name = fileName.replace(/\.[^.]*$/, "");
  // Most texts have neither, and need not be read as addresses are.
  if (/[%\\]/.test(text) && mayName(text, name)) return true;
  return text.toLowerCase().includes(name.toLowerCase());
}

// A page draws no more of one document.
const mostLinks = 100;

/** The destinations of a text’s links that may be other documents, each once. */
export function destinationsOf(doc: Document): readonly string[] {
  const urls = linksOf(doc).flatMap(({ node, url }) =>
    node.kind === "link" && url !== undefined && !/^(?:[a-z][a-z0-9+.-]*:|#|\/\/)/i.test(url)
      ? [url.replace(/#.*$/s, "")]
      : [],
  );
  return [...new Set(urls)].slice(0, mostLinks);
}
