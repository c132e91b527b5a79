import { titleSpan, type Document } from "../../syntax/document.ts";
import { partHeading, type Part } from "../../template/parts.ts";
import type { Span } from "../../text/span.ts";

// What may stand round a name and stays when the name is changed: marks, tags, numbers and emoji before it,
const before =
  /^(?:<[^<>]*>|\s|(?:section|part)\s+(?=\d)|\d+(?:\.\d+)*[.):\]]?(?=\s|\p{L})|[a-z][.)]\s|[^\p{L}\p{N}<])*/iu;
// and behind it an id, a comment, and marks.
const behind = /(?:\{#[^{}]*\}|<[^<>]*>|\]\([^()]*\)|\s|[^\p{L}\p{N}\s)>}])$/u;

/** The words of a heading without what may stand round a name, which stays when the name is changed; in the text. */
export function nameSpan(doc: Document, part: Part): Span {
  const section = doc.sections.find((other) => other.block === part.from.block);
  if (!section) return partHeading(doc, part);
  const span = titleSpan(doc, section);
  const source = doc.text.slice(span.start, span.end);
  const start = before.exec(source)?.[0].length ?? 0;
  let end = source.length;
  for (let rest = behind.exec(source); rest && end > start; rest = behind.exec(source.slice(0, end))) {
    end -= rest[0].length;
  }
  return end > start ? { start: span.start + start, end: span.start + end } : span;
}
