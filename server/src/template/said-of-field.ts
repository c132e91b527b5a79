import { inText, startOf, type Document, type Field } from "../syntax/document.ts";
import { slice } from "../text/span.ts";
import { keyOf } from "./names.ts";

/** What a template says of one of its fields in words around the value. */
export interface SaidOfField {
  /** A document need not have it. */
  readonly isOptional: boolean;
  /** It may stay as the template has it, or blank: others fill it in, or nobody. */
  readonly mayStay: boolean;
  /** “None” is an answer. */
  readonly mayBeNone: boolean;
}

/**
 * What the line of a field says of it besides a value, in a remark behind it or in the value's place, and what
 * comments of the template say of its key. A box to tick before a field makes it a step, which not every design takes.
 */
export function saidOfField(doc: Document, field: Field): SaidOfField {
  const line = slice(doc.text, inText(doc, field.block, field.whole)).slice(0, longest);
  const isLeft = left.test(line) || isLeftByComment(doc, field);
  const isGroup = field.value === "" && hasFieldsBelow(doc, field);
  return {
    isOptional:
      isLeft ||
      isGroup ||
      conditional.test(line) ||
      /<!--[^>]{0,80}\boptional\b/i.test(line) ||
      isCalledOptional(doc, field) ||
      relations.has(keyOf(field.key)) ||
      /^[ \t>]*[-*+][ \t]+\[[ xX]\][ \t]/.test(line),
    mayStay: isLeft || isGroup || later.test(field.value.slice(0, longest)),
    mayBeNone:
      /\b(?:use|write|say|put|enter|else|otherwise|or)\b[^\r\n]{0,20}["'“‘`](?:none|n\/a)["'”’`]/i.test(line),
  };
}

// What a line says is looked at in its beginning only, so that no pattern can take long.
const longest = 600;

const left =
  /(?<![\p{L}\p{N}])(?:leave|keep)\s+(?:this |it )?(?:field |line )?(?:blank|empty|as(?: it)? is|unchanged)(?![\p{L}\p{N}])/iu;

const later =
  /\b(?:to be|will be|gets) (?:assigned|nominated|appointed|filled|added)\b|\bwill contain\b|\bfilled (?:in )?(?:after|later|once|when)\b|\bfind [\p{L} -]{1,30} later\b/iu;

// “Only required for changes of the API. Otherwise, remove this field.”
const conditional =
  /\bonly (?:required|needed|necessary) (?:if|when|for|in)\b|\b(?:otherwise|else),? (?:please )?(?:remove|delete|drop|omit) (?:it\b|(?:this|the) (?:field|line|row|header)\b)|\bwill contain\b|\bfilled (?:in )?(?:after|later|once|when)\b/i;

// Which other documents a design has to do with: most have to do with none.
const relations: ReadonlySet<string> = new Set(
  [
    "see also",
    "replaces",
    "replaced by",
    "supersedes",
    "superseded by",
    "obsoletes",
    "obsoleted by",
    "updates",
    "updated by",
    "extends",
    "extended by",
  ].map(keyOf),
);

/** Whether the comment above a field of the front matter calls what follows optional. */
function isCalledOptional(doc: Document, { block, style, whole }: Field): boolean {
  if (style !== "frontMatter") return false;
  const comments = /^#[^\r\n]*/gm;
  const above = slice(doc.text, { start: startOf(doc, block), end: startOf(doc, block) + whole.start });
  return /\boptional\b/i.test(above.match(comments)?.at(-1) ?? "");
}

/** Whether a comment has a line `key: leave as is`. */
function isLeftByComment(doc: Document, { key }: Field): boolean {
  return doc.blocks.some((block) => {
    if (block.kind !== "html") return false;
    const { node } = block;
    if (node.kind !== "html" || !node.value.trimStart().startsWith("<!--")) return false;
    return node.value.split(/\r\n|\n|\r/).some((line) => {
      const colon = line.indexOf(":");
      return (
        colon > 0 && line.length < longest && left.test(line) && keyOf(line.slice(0, colon)) === keyOf(key)
      );
    });
  });
}

/** Whether the next field is indented more than this one, so that this one has no value of its own. */
function hasFieldsBelow(doc: Document, field: Field): boolean {
  if (field.style !== "code") return false;
  const next = doc.header.fields.find(
    ({ block, keySpan }) => block === field.block && keySpan.start > field.keySpan.end,
  );
  return next !== undefined && indentOf(doc, next) > indentOf(doc, field);
}

function indentOf(doc: Document, { block, keySpan, whole }: Field): number {
  const source = slice(doc.text, inText(doc, block, { start: whole.start, end: keySpan.start }));
  return source.length - source.trimStart().length;
}
