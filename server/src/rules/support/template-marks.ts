import type { Span } from "../../text/span.ts";

// What people write when they mean that a section may be left out.
const says = String.raw`(?:opt(?:ional(?:ly)?|\.)?|maybe|may be (?:omitted|left out|skipped)|can be (?:omitted|left out|skipped|removed)|not (?:mandatory|needed|necessary|required)|non-?mandatory|nice[ -]to[ -]have|only (?:if|when|where)\b[^()[\]{}]*|(?:if|when|where) (?:any|applicable|appropriate|available|it applies|necessary|needed|possible|relevant|required|there (?:is|are)\b[^()[\]{}]*|you (?:have|need|want)\b[^()[\]{}]*)|as (?:applicable|appropriate|needed|required)|delete if\b[^()[\]{}]*|remove if\b[^()[\]{}]*|skip if\b[^()[\]{}]*)`;

const trailing = new RegExp(
  String.raw`\s*(?:[([{<]\s*[*_]*\s*${says}\s*[*_]*\s*[)\]}>]|[*_]+\(?${says}\)?[*_]+|(?:\s[-–—/|]|[:,])\s*${says})\s*[:.!]?\s*$`,
  "i",
);

/**
 * Where a heading's source ends in words by which people say that its section may be left out, with the blanks
 * in front of them; nothing where it does not, or where nothing is left of the name.
 */
export function trailingMark(source: string): Span | undefined {
  const own = source.slice(0, 300);
  const found = trailing.exec(own);
  if (!found || own.slice(0, found.index).trim() === "") return undefined;
  return { start: found.index, end: found.index + found[0].length };
}
