import { readable, startOf } from "../../syntax/document.ts";
import type { Analysed } from "../../template/analysed.ts";

/** A stub is shorter than this, in code units. */
const longest = 1500;

const gone =
  /\b(?:moved|superseded|replaced|renamed|relocated|withdrawn|obsoleted?|merged into|now lives|has been split)\b/i;

// A field of a new document may have all words to choose from, or none.
const noValue = /^(?:n\/?a|none|tbd|-+)?$|[|/]/i;

/** Whether a document is so short that it may be a stub. */
export const isShort = (doc: Analysed["doc"]): boolean => readable(doc).length <= longest;

/**
 * Whether a document is what is left of one that went elsewhere: a title at most and a few words, which say that
 * it was moved, replaced or withdrawn. No section is asked of it.
 */
export function isStub({ doc, alignment }: Analysed): boolean {
  const { parts, title } = alignment;
  if (!isShort(doc) || parts.some((part) => part !== title)) return false;
  const { fields } = doc.header;
  if (fields.some(({ key, value }) => !noValue.test(value.trim()) && gone.test(`${key} ${value}`)))
    return true;
  let rest = doc.text;
  for (const { block, whole } of fields.toReversed()) {
    const start = startOf(doc, block);
    rest = rest.slice(0, start + whole.start) + rest.slice(start + whole.end);
  }
  return gone.test(rest.replace(/<!--[\s\S]*?(?:-->|$)/g, ""));
}
