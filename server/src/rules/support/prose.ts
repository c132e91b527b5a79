import { blockSpan, startOf, type Block, type Document } from "../../syntax/document.ts";
import { ofBeginning, readIn, sourceOf, sumIn, type Beginning } from "../../syntax/found-in.ts";
import { childrenOf, type Node } from "../../syntax/node.ts";
import { blocksIn, wholeBlocksIn } from "../../template/units.ts";
import { isEnglish } from "./english.ts";
import { wordCount } from "./words.ts";
import { createMemory } from "../../text/memory.ts";
import { contains, shift, type Span } from "../../text/span.ts";

/** A stretch of running text: a paragraph, also in a list, a quote or a note, or a cell of a table. */
export interface Prose {
  /** In the document's text. */
  readonly span: Span;
  /**
   * What a reader reads there. It is as long as the span, so that an offset in it is one in the text: code,
   * pictures, comments, tags, addresses and marks are blanks.
   */
  readonly text: string;
  readonly kind: "paragraph" | "cell";
  /** It is a label or a sentence inside a list item. */
  readonly inList: boolean;
}

/**
 * The running text in a stretch of a document, in its order. What is only partly inside counts with that part.
 * `standIn` takes the place of each code unit of inline code, of pictures and of bare addresses, for those who count
 * words: one that is no blank makes them words.
 */
export function proseIn(doc: Document, stretch: Span, standIn = " "): readonly Prose[] {
  const found: Prose[] = [];
  for (const index of blocksIn(doc, stretch)) {
    const start = startOf(doc, index);
    for (const prose of proseOfBlock(doc, index, stretch, standIn))
      found.push({ ...prose, span: shift(prose.span, start) });
  }
  return found;
}

/** How many words stand in the running text of a stretch. */
export function wordsIn(doc: Document, stretch: Span): number {
  const { from, to, partly } = wholeBlocksIn(doc, stretch);
  let count = sumIn(doc, from, to, wordsOf);
  for (const index of partly) count += wordsOfProse(proseOfBlock(doc, index, stretch, " "));
  return count;
}

const wordsOf = (block: Block, source: string): number => wordsOfProse(proseOf(block, source));

const wordsOfProse = (prose: readonly Prose[]): number =>
  prose.reduce((sum, { text }) => sum + wordCount(text), 0);

/** The running text of a block as far as it is in a stretch, at offsets in the block. */
function proseOfBlock(doc: Document, index: number, stretch: Span, standIn: string): readonly Prose[] {
  const { start, end } = blockSpan(doc, index);
  if (standIn === " " && stretch.start <= start && end <= stretch.end) return proseAt(doc, index);
  const node = doc.blocks[index]?.node;
  const part = { start: stretch.start - start, end: stretch.end - start };
  return node ? collected(node, sourceOf(doc, index), part, standIn) : none;
}

/** The running text of the block with an index, at offsets in it. */
const proseAt = (doc: Document, index: number): readonly Prose[] => readIn(doc, index, proseOf) ?? none;

const none: readonly Prose[] = [];

/** The running text of one block. */
export function proseOf(block: Block, source: string): readonly Prose[] {
  switch (block.kind) {
    case "heading":
    case "code":
    case "html":
    case "frontMatter":
    case "definition":
    case "thematicBreak":
      return none;
    case "paragraph":
      // Nothing in it is markup, so that all of it is read as it stands.
      if (isPlain(source)) {
        const text = source.replace(/[\r\n]/g, " ");
        return [{ span: { start: 0, end: source.length }, text, kind: "paragraph", inList: false }];
      }
      break;
    default:
  }
  return collected(block.node, source, { start: 0, end: source.length }, " ");
}

// Lines that begin with a letter, with signs that mean nothing to Markdown, but for addresses.
const plain =
  /^[A-Za-z][A-Za-z0-9 ,;:()'"/?%+=$.\u0080-\uFFFF-]*(?:\r?\n[A-Za-z][A-Za-z0-9 ,;:()'"/?%+=$.\u0080-\uFFFF-]*)*$/;

const isPlain = (source: string): boolean =>
  plain.test(source) && !source.includes("  ") && !source.includes("://") && !/www\./i.test(source);

function collected(node: Node, source: string, stretch: Span, standIn: string): readonly Prose[] {
  const found: Prose[] = [];
  collect(source, node, stretch, false, found, standIn);
  return found;
}

/**
 * The running text of a stretch as one, its pieces apart by blank lines. Offsets say nothing in it. Of a long text
 * there may be no more than `enough` code units.
 */
export function proseText(doc: Document, stretch: Span, enough = Infinity): string {
  let said = "";
  for (const index of blocksIn(doc, stretch)) {
    const { start, end } = blockSpan(doc, index);
    const isWhole = stretch.start <= start && end <= stretch.end;
    const piece = isWhole ? proseTextAt(doc, index) : together(proseOfBlock(doc, index, stretch, " "));
    if (piece !== "") said += said === "" ? piece : `\n\n${piece}`;
    if (said.length >= enough) break;
  }
  return said;
}

/** The running text of the block with an index as one. Many sections and rules ask for it. */
function proseTextAt(doc: Document, index: number): string {
  const prose = proseAt(doc, index);
  let said = texts.get(prose);
  if (said === undefined) {
    said = together(prose);
    texts.set(prose, said);
  }
  return said;
}

const texts = createMemory<readonly Prose[], string>();

function together(prose: readonly Prose[]): string {
  let said = "";
  for (const { text } of prose) {
    const piece = folded(text);
    if (piece !== "") said += said === "" ? piece : `\n\n${piece}`;
  }
  return said;
}

// Nobody reads more to tell a language.
const beginning = 4000;

/** What the first pieces of a document’s prose tell, 4000 code units of them where it is as long. */
export const proseBeginning = (doc: Document): ProseBeginning => ofBeginning(doc, readBeginning);

export interface ProseBeginning {
  readonly isEnglish: boolean;
  /** It has twenty words at least, so that it is about something. */
  readonly hasSubject: boolean;
}

function readBeginning(doc: Document): Beginning<ProseBeginning> {
  let said = "";
  let index = 0;
  for (; index < doc.blocks.length && said.length < beginning; index++) {
    const piece = proseTextAt(doc, index);
    if (piece !== "") said += said === "" ? piece : `\n\n${piece}`;
  }
  const hasSubject = said.split(/\s+/, 20).length === 20;
  return { value: { isEnglish: isEnglish(said), hasSubject }, end: index };
}

const folded = (text: string): string =>
  (text.includes("  ") || text.includes("\t") ? text.replace(/[ \t]+/g, " ") : text).trim();

function collect(
  source: string,
  node: Node,
  stretch: Span,
  inList: boolean,
  found: Prose[],
  standIn: string,
): void {
  switch (node.kind) {
    case "paragraph":
    case "cell": {
      const span = { start: Math.max(node.start, stretch.start), end: Math.min(node.end, stretch.end) };
      if (span.start < span.end)
        found.push({ span, text: readableIn(source, node, span, standIn), kind: node.kind, inList });
      return;
    }
    case "list":
    case "item":
    case "quote":
    case "footnoteDefinition":
    case "table":
    case "row":
      for (const child of childrenOf(node))
        collect(source, child, stretch, inList || node.kind === "list", found, standIn);
      return;
    default:
  }
}

/**
 * The text of a node's span, which is in the document's text, with blanks in place of all that is not read as
 * running text, and `standIn` as for {@link proseIn}. It is as long as the span.
 */
export function readable(doc: Document, block: number, node: Node, span: Span, standIn = " "): string {
  const base = startOf(doc, block);
  return readableIn(sourceOf(doc, block), node, shift(span, -base), standIn);
}

/** The same of a block's source, with a span in that. */
function readableIn(source: string, node: Node, span: Span, standIn: string): string {
  let text = "";
  let done = span.start;
  const keep = (part: Span, as?: string): void => {
    if (!contains(span, part) || part.start < done) return;
    const kept = as === undefined ? source.slice(part.start, part.end) : as.repeat(part.end - part.start);
    text += " ".repeat(part.start - done) + kept;
    done = part.end;
  };
  const enter = (inner: Node): void => {
    if (inner.kind === "text") keep(inner);
    // A bare address says nothing; a label of a link is text.
    else if (inner.kind === "inlineCode" || inner.kind === "image" || (inner.kind === "link" && inner.auto))
      keep(inner, standIn);
    else for (const child of childrenOf(inner)) enter(child);
  };
  enter(node);
  return (text + " ".repeat(span.end - done)).replace(/[\r\n]/g, " ");
}
