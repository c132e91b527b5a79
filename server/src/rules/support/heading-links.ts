import { slug } from "github-slugger";
import { destinationIn } from "../../syntax/destinations.ts";
import type { Document } from "../../syntax/document.ts";
import { linksOf } from "../../syntax/links.ts";
import type { Part } from "../../template/parts.ts";
import type { Edit } from "../../text/edit.ts";
import { slice } from "../../text/span.ts";
import { nameSpan } from "./heading-name.ts";

/**
 * The edits that let a document's own links follow a heading that gets another text; `from` and `to` are the
 * texts as read. None where another heading has either text, since then a number behind the slug tells them apart.
 */
function followHeading(doc: Document, from: string, to: string): readonly Edit[] {
  const [before, after] = [slug(from), slug(to)];
  const slugs = doc.sections.map(({ title }) => slug(title));
  if (before === "" || after === "" || before === after) return [];
  if (slugs.includes(after) || slugs.filter((other) => other === before).length !== 1) return [];
  return linksOf(doc).flatMap(({ node, span }): readonly Edit[] => {
    // Of a reference, the definition has the destination.
    if (node.kind === "image" || node.url?.toLowerCase() !== `#${before}`) return [];
    const place = destinationIn(doc.text, span, node.url);
    return place ? [{ span: place, text: `#${after}` }] : [];
  });
}

/**
 * The edits that give a heading another name and let the document's own links follow it; numbers, ids and marks
 * round the name stay.
 */
export function renameHeading(doc: Document, part: Part, name: string): readonly Edit[] {
  const span = nameSpan(doc, part);
  const to = part.title.replace(slice(doc.text, span), () => name);
  return [{ span, text: name }, ...followHeading(doc, part.title, to)];
}
