import { readable, blockSpan, type Block, type Document } from "../syntax/document.ts";
import { sourceOf } from "../syntax/found-in.ts";
import { childrenOf, plainText, type Node } from "../syntax/node.ts";
import { trimmed, type Span } from "../text/span.ts";
import { blocksIn } from "./units.ts";

/** Whole texts that say that nothing was written. "N/A" with a reason says something. */
const filler =
  /^(?:tbd|tba|tbc|todo|fixme|wip|n\/?a|n\.a\.|not applicable|to be (?:done|decided|determined|written|defined|added)|coming soon|[-–—.…_*?\s]+)[\s.:!…]*$/iu;

/** Whether a stretch of a document says something; where it does not, the filler in it. */
export function contentOf(
  doc: Document,
  stretch: Span,
): { readonly hasContent: boolean; readonly filler: Span | undefined } {
  let text = "";
  let said: Span | undefined;
  for (const index of blocksIn(doc, stretch)) {
    const own = doc.blocks[index];
    if (!own) continue;
    const block = blockSpan(doc, index);
    const isCut = stretch.start > block.start;
    if (!isCut && said === undefined && saysSomething(own.kind, sourceOf(doc, index)))
      return { hasContent: true, filler: undefined };
    const { node } = own;
    if (!isCut && hasSubstance(node)) return { hasContent: true, filler: undefined };
    // Of a paragraph behind a bold line, the source tells as much as its nodes.
    const start = Math.max(stretch.start, block.start);
    const end = Math.min(stretch.end, block.end);
    const words = (isCut ? readable(doc).slice(start, end).replace(comments, "") : textOf(node)).trim();
    if (words === "") continue;
    text += `${words} `;
    said = trimmed(readable(doc), { start: said?.start ?? start, end });
  }
  // Filler is short; the pattern is not tried on anything longer.
  const hasContent = said !== undefined && (text.length > 200 || !filler.test(text.trim()));
  return { hasContent, filler: hasContent ? undefined : said };
}

// The first words of what is filler, see above.
const fillers: ReadonlySet<string> = new Set("tbd tba tbc todo fixme wip n na not to coming".split(" "));

/** Whether a paragraph or a list begins with a word with which nothing begins that says nothing. */
function saysSomething(kind: Block["kind"], source: string): boolean {
  if (kind !== "paragraph" && kind !== "list") return false;
  const begins = kind === "paragraph" ? /^([A-Za-z]+)[ ,]/ : /^(?:[-*+]|\d{1,9}[.)])[ \t]+([A-Za-z]+)[ ,]/;
  const word = begins.exec(source.slice(0, 60))?.[1];
  return word !== undefined && !fillers.has(word.toLowerCase());
}

const comments = /<!--[\s\S]*?(?:-->|$)/g;

/** Things that count as written whatever they say: code, pictures, tables with a filled cell, HTML that shows something. */
function hasSubstance(node: Node): boolean {
  switch (node.kind) {
    case "code":
      return node.value.trim() !== "";
    case "image":
      return true;
    case "html":
      return (
        /<(?:img|svg|video|table|iframe|details|picture)\b/i.test(node.value) || htmlText(node.value) !== ""
      );
    case "table":
      return node.children
        .slice(1)
        .some((row) => plainText(row).trim() !== "" || childrenOf(row).some(hasSubstance));
    default:
      return childrenOf(node).some(hasSubstance);
  }
}

const htmlText = (html: string): string =>
  html
    .replace(comments, "")
    .replace(/<[^<>]*>/g, "")
    .trim();

/** The text of a block as a reader sees it; lines and items stay apart. */
function textOf(node: Node): string {
  switch (node.kind) {
    case "list":
    case "item":
    case "quote":
      return childrenOf(node).map(textOf).join(" ");
    // The head of a table without a filled cell below it says no more than a heading.
    case "table":
    case "thematicBreak":
    case "definition":
    case "frontMatter":
      return "";
    default:
      return plainText(node);
  }
}
