import { blockSpan, type Document } from "../../syntax/document.ts";
import { childrenOf, type Node } from "../../syntax/node.ts";
import { blocksIn } from "../../template/units.ts";
import { trimmed, type Span } from "../../text/span.ts";
import { labelOf } from "./labels.ts";
import { proseIn } from "./prose.ts";
import { nodesIn, signsOfShown } from "./shown.ts";

/** A paragraph that stands in no list, quote or table. */
export interface Paragraph {
  /** In the document's text; of a paragraph that begins outside the stretch, the part in it. */
  readonly span: Span;
  /** See `Prose.text`: as long as the span, with blanks for what is not read. */
  readonly text: string;
  /** It begins with a label or with something like “R1”. */
  readonly isLabelled: boolean;
  /** That label is bold, so that it is meant as one. */
  readonly isSetOff: boolean;
  /** All of it is in the stretch. */
  readonly isWhole: boolean;
}

/** The paragraphs of a stretch that say something, in its order. */
export function paragraphsIn(doc: Document, stretch: Span): readonly Paragraph[] {
  return [...blocksIn(doc, stretch)].flatMap((index): readonly Paragraph[] => {
    const node = doc.blocks[index]?.node;
    if (node?.kind !== "paragraph") return [];
    const block = blockSpan(doc, index);
    const part = { start: Math.max(block.start, stretch.start), end: Math.min(block.end, stretch.end) };
    const span = trimmed(doc.text, part);
    const read = proseIn(doc, part)[0]?.text ?? "";
    const text = read.slice(span.start - part.start, span.end - part.start);
    if (text.trim() === "") return [];
    const isWhole = block.start >= stretch.start && block.end <= stretch.end;
    const label = isWhole ? labelOf(node) : undefined;
    const isNamed = id.test(text.trimStart().slice(0, 60));
    return [
      {
        span,
        text,
        isLabelled: label !== undefined || isNamed,
        isSetOff: label?.isSetOff === true || isNamed,
        isWhole,
      },
    ];
  });
}

// “R1”, “NFR-2.1”, “#3”, “Goal 1”, “1.2”, and marks that are no list in Markdown but look like one.
const id =
  /^[([]{0,2}(?:\p{Lu}{1,6}[-_. ]{0,2}\d|#\d|\p{L}{1,20} \d{1,3}\b|\d{1,3}(?:\.\d{1,3}){0,4}[.):]?\s|[\da-z]{1,3}\)|[•‣⁃◦▪●○·–—✅✔☑☐➢→]\uFE0F?\s)/u;

/** Whether a stretch holds a list, or something that shows more than prose: no pattern tells what that lists. */
export function hasList(doc: Document, stretch: Span): boolean {
  for (const node of nodesIn(doc, stretch, signsOfShown)) if (isListing(node)) return true;
  return false;
}

function isListing(node: Node): boolean {
  switch (node.kind) {
    case "list":
    case "table":
    // A section below is an entry, or has the list.
    case "heading":
    case "code":
    case "image":
    case "quote":
      return true;
    case "html":
      return /<(?:[uod]l|li|table|tr|details|br|p|div|img)\b/i.test(node.value);
    default:
      return false;
  }
}

/** Whether a paragraph of a stretch has lines that are broken on purpose. */
export function hasBrokenLines(doc: Document, stretch: Span): boolean {
  for (const node of nodesIn(doc, stretch, ["  ", "\\"])) {
    if (node.kind !== "paragraph") continue;
    if (childrenOf(node).filter(({ kind }) => kind === "break").length > 1) return true;
  }
  return false;
}

/** Whether paragraphs read like a list: labels or ids set their points off, or a sentence counts them. */
export function readsAsList(paragraphs: readonly Paragraph[]): boolean {
  const labelled = paragraphs.filter(({ isLabelled }) => isLabelled).length;
  if (labelled > 1 || (paragraphs.length === 1 && paragraphs[0]?.isSetOff === true)) return true;
  return paragraphs.some(({ text }) =>
    pairs.some(([first, second]) => {
      const at = text.search(first);
      return at >= 0 && second.test(text.slice(at));
    }),
  );
}

// “… (1) …, (2) …”, “a) … b) …”, “first … second”. Each is looked for by itself, so that the search is linear.
const pairs: readonly (readonly [RegExp, RegExp])[] = [
  [/(?<![\p{L}\p{N}])1[.)]\s/u, /(?<![\p{L}\p{N}.])2[.)]\s/u],
  [/(?<![\p{L}\p{N}])[aA]\)/u, /(?<![\p{L}\p{N}])[bB]\)/u],
  [/(?<![\p{L}\p{N}])i\)/u, /(?<![\p{L}\p{N}])ii\)/u],
  [/\bfirst(?:ly)?\b/i, /\bsecond(?:ly)?\b/i],
];

/** How many sentences a text has at least, as far as marks tell; an abbreviation before a name counts as an end. */
export const sentenceCount = (text: string): number =>
  text.trim() === ""
    ? 0
    : 1 +
      (text.trim().match(/[.!?…]["”’)\]]{0,2}\s+(?=[^\p{Ll}\s])|[。！？]["”’」）]{0,2}(?!$)/gu)?.length ?? 0);
