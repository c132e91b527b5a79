import { blockSpan, type Document } from "../syntax/document.ts";
import { childrenOf, plainText, type Node } from "../syntax/node.ts";
import { trimmed, type Span } from "../text/span.ts";
import type { Alignment } from "./align.ts";
import type { Instructions } from "./instructions.ts";
import { leftoversIn, type Leftover } from "./leftovers.ts";
import { partBody, type Part } from "./parts.ts";
import type { Template } from "./template.ts";
import { blocksIn, unitsIn } from "./units.ts";

/** How far a part of a document has come. */
export interface PartState {
  /** `placeholder` where text of the template is left in it. */
  readonly state: "written" | "empty" | "placeholder";
  /** What an empty part says all the same, such as TBD; nothing where it says nothing. */
  readonly filler: Span | undefined;
  readonly leftovers: readonly Leftover[];
  /** It has parts below it; what they lack is told on them. */
  readonly hasParts: boolean;
}

/** The state of every part. A part without text of its own is as far as the best of the parts below it. */
export function statesOf(
  doc: Document,
  template: Template,
  alignment: Alignment,
  instructions: Instructions | undefined,
): ReadonlyMap<Part, PartState> {
  const wanted = new Map(
    alignment.sections.flatMap(({ wanted: section, part, others }) =>
      [part, ...others].map((one) => [one, section] as const),
    ),
  );
  const states = new Map<Part, PartState>();
  // From the last to the first, so that the parts below a part are known before it.
  for (let index = alignment.parts.length - 1; index >= 0; index--) {
    const part = alignment.parts[index];
    if (!part) continue;
    const stretch = ownStretch(doc, part, instructions);
    const leftovers =
      part === alignment.title
        ? titleLeftovers(doc, stretch, template)
        : leftoversIn(doc, stretch, template, wanted.get(part));
    const own = contentOf(doc, stretch);
    const isWritten = own.hasContent || hasWrittenBelow(alignment.parts, index, states);
    const isLeft = leftovers.some(({ kind }) => kind !== "hidden");
    const state = isLeft ? "placeholder" : isWritten ? "written" : "empty";
    states.set(part, {
      state,
      filler: own.filler,
      leftovers,
      hasParts: (alignment.parts[index + 1]?.depth ?? 0) > part.depth,
    });
  }
  return states;
}

/**
 * The guidance that is left below a document's title. Its text is the header, where placeholders are the fields'
 * affair, so only what the template has there counts.
 */
function titleLeftovers(doc: Document, stretch: Span, template: Template): readonly Leftover[] {
  const units = new Set(template.opening.map(({ text }) => text));
  if (units.size === 0) return [];
  return unitsIn(doc, stretch).flatMap(({ text, span }): readonly Leftover[] =>
    units.has(text) ? [{ span, kind: "guidance" }] : [],
  );
}

/** The text of a part itself: neither the parts below it nor the template's closing instructions. */
export function ownStretch(doc: Document, part: Part, instructions: Instructions | undefined): Span {
  const body = partBody(doc, part);
  if (!instructions || instructions.span.start < body.start) return body;
  const end = instructions.rule?.start ?? instructions.span.start;
  return { start: body.start, end: Math.max(body.start, Math.min(body.end, end)) };
}

function hasWrittenBelow(
  parts: readonly Part[],
  index: number,
  states: ReadonlyMap<Part, PartState>,
): boolean {
  const depth = parts[index]?.depth ?? 0;
  for (let next = index + 1; next < parts.length; next++) {
    const part = parts[next];
    if (!part || part.depth <= depth) return false;
    if (states.get(part)?.state === "written") return true;
  }
  return false;
}

/** Whole texts that say that nothing was written. "N/A" with a reason says something. */
const filler =
  /^(?:tbd|tba|tbc|todo|fixme|wip|n\/?a|n\.a\.|not applicable|to be (?:done|decided|determined|written|defined|added)|coming soon|[-–—.…_*?\s]+)[\s.:!…]*$/iu;

function contentOf(
  doc: Document,
  stretch: Span,
): { readonly hasContent: boolean; readonly filler: Span | undefined } {
  let text = "";
  let said: Span | undefined;
  for (const index of blocksIn(doc, stretch)) {
    const node = doc.blocks[index]?.node;
    if (!node) continue;
    const block = blockSpan(doc, index);
    const isCut = stretch.start > block.start;
    if (!isCut && hasSubstance(node)) return { hasContent: true, filler: undefined };
    // Of a paragraph behind a bold line, the source tells as much as its nodes.
    const start = Math.max(stretch.start, block.start);
    const end = Math.min(stretch.end, block.end);
    const words = (isCut ? doc.text.slice(start, end).replace(comments, "") : textOf(node)).trim();
    if (words === "") continue;
    text += `${words} `;
    said = trimmed(doc.text, { start: said?.start ?? start, end });
  }
  // Filler is short; the pattern is not tried on anything longer.
  const hasContent = said !== undefined && (text.length > 200 || !filler.test(text.trim()));
  return { hasContent, filler: hasContent ? undefined : said };
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
