import { blockSpan, startOf, type Block, type Document } from "../syntax/document.ts";
import { readIn, sourceOf } from "../syntax/found-in.ts";
import { childrenOf, plainText, type Node } from "../syntax/node.ts";
import { shift, type Span } from "../text/span.ts";
import { matchesOf } from "../text/matches.ts";

/**
 * A paragraph, the first text of a list item, a comment, a code block or a row of a table: the smallest piece that
 * is compared with a template's guidance.
 */
export interface Unit {
  /** In the text. Of a paragraph that begins with a bold label, what follows the label. */
  readonly span: Span;
  /** See {@link normalised}. */
  readonly text: string;
  /** It heads a list item that goes on with more blocks, or is a ticked task: text that was kept on purpose. */
  readonly labels: boolean;
  /** `hidden` renders as nothing: a comment, or a line such as `[comment]: # (…)`. */
  readonly form: "prose" | "hidden" | "code" | "row";
  readonly isTask: boolean;
  readonly isQuoted: boolean;
  /** It stands in an item of a list. */
  readonly isItem: boolean;
}

/** A text as it is compared: quote marks at line starts dropped, white space folded. */
export const normalised = (text: string): string =>
  folded.test(text)
    ? text
    : text
        .replace(/^[ \t]*>[ \t]?/gm, "")
        .replace(/\s+/g, " ")
        .trim();

// Words of ASCII with single blanks between them, and no mark before them, are that already.
const folded = /^[!-=?-~][!-~]*(?: [!-~]+)*$/;

/** The units of a stretch of the document, in its order. A paragraph that is partly inside counts with that part. */
export function unitsIn(doc: Document, stretch: Span): readonly Unit[] {
  const units: Unit[] = [];
  for (const index of blocksIn(doc, stretch)) units.push(...unitsAt(doc, index, stretch));
  return units;
}

/** The units of block `index`, as far as they are in a stretch. */
export function unitsAt(doc: Document, index: number, stretch: Span): readonly Unit[] {
  const { start, end } = blockSpan(doc, index);
  const node = doc.blocks[index]?.node;
  if (!node) return [];
  const isWhole = stretch.start <= start && end <= stretch.end;
  const own = isWhole
    ? (readIn(doc, index, unitsOf) ?? [])
    : collected(node, sourceOf(doc, index), { start: stretch.start - start, end: stretch.end - start });
  return own.map((unit) => ({ ...unit, span: shift(unit.span, start) }));
}

/** The units of one block, at offsets in it. */
export const unitsOf = (block: Block, source: string): readonly Unit[] =>
  collected(block.node, source, { start: 0, end: source.length });

function collected(node: Node, source: string, stretch: Span): readonly Unit[] {
  const units: Unit[] = [];
  collect({ source, stretch, units }, node, { labels: false, isTask: false, isQuoted: false, isItem: false });
  return units;
}

/** The indexes of the blocks that the stretch touches, in order. */
export function* blocksIn(doc: Document, stretch: Span): Generator<number> {
  for (let index = firstBlock(doc, stretch.start); index < doc.blocks.length; index++) {
    if (startOf(doc, index) >= stretch.end) return;
    yield index;
  }
}

/** The blocks that lie in the stretch as a whole: index of the first, and behind the last; those around it are partly in. */
export function wholeBlocksIn(
  doc: Document,
  stretch: Span,
): { readonly from: number; readonly to: number; readonly partly: readonly number[] } {
  const first = firstBlock(doc, stretch.start);
  const behind = blockFrom(doc, stretch.end);
  const end = Math.max(first, behind < 0 ? doc.blocks.length : behind);
  const isPart = (index: number): boolean => {
    const { start, end: last } = blockSpan(doc, index);
    return start < stretch.start || last > stretch.end;
  };
  const from = first < end && isPart(first) ? first + 1 : first;
  const to = from < end && isPart(end - 1) ? end - 1 : end;
  return { from, to, partly: [...(from > first ? [first] : []), ...(to < end ? [to] : [])] };
}

/** The first block that ends behind `offset`, by a binary search. */
function firstBlock(doc: Document, offset: number): number {
  let low = 0;
  let high = doc.blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(doc, middle) + (doc.blocks[middle]?.length ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the first block that starts at an offset or behind it, -1 where there is none; by a binary search. */
export function blockFrom({ starts }: Document, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low === starts.length ? -1 : low;
}

interface Around {
  /** That of the block. The stretch is at offsets in it, and so are the units until somebody asks for them. */
  readonly source: string;
  readonly stretch: Span;
  readonly units: Unit[];
}

type Traits = Pick<Unit, "labels" | "isTask" | "isQuoted" | "isItem">;

function collect(around: Around, node: Node, traits: Traits): void {
  switch (node.kind) {
    case "paragraph":
      ofParagraph(around, node, traits);
      return;
    case "html":
    case "definition":
      ofHidden(around, node, traits);
      return;
    case "code":
      if (node.value.trim() !== "") add(around, node, `\`\`\` ${normalised(node.value)}`, "code", traits);
      return;
    case "table":
      for (const row of node.children.slice(1)) {
        const text = childrenOf(row).map((cell) => normalised(plainText(cell)));
        add(around, row, text.join(" | "), "row", traits);
      }
      return;
    case "item":
      node.children.forEach((child, index) => {
        const isKept = index === 0 && (node.children.length > 1 || node.checked === true);
        const isTask = index === 0 && node.checked !== undefined;
        collect(around, child, { ...traits, isItem: true, isTask, labels: isKept });
      });
      return;
    case "list":
    case "quote": {
      const inside = { ...traits, labels: false, isQuoted: traits.isQuoted || node.kind === "quote" };
      for (const child of childrenOf(node)) collect(around, child, inside);
      return;
    }
    default:
  }
}

function add(
  { stretch, units }: Around,
  { start, end }: Span,
  text: string,
  form: Unit["form"],
  traits: Traits,
): void {
  const span = { start, end };
  if (span.start >= stretch.start && span.end <= stretch.end && text !== "")
    units.push({ span, text, form, ...traits });
}

// The lines that some write instead of comments: definitions of a link that nothing uses, whether or not a parser
// takes them for one.
const hiddenLine = /^[ \t]*\[(?:comment|\/\/|_)\]:[ \t]*(?:#|<>)/i;

/** The lines of a paragraph that are meant as comments, apart from the text between them. */
function ofParagraph({ source: all, stretch, units }: Around, node: Node, traits: Traits): void {
  const start = Math.max(node.start, stretch.start);
  const end = Math.min(node.end, stretch.end);
  const push = (span: Span, form: Unit["form"]): void => {
    const text = normalised(all.slice(span.start, span.end));
    if (text !== "") units.push({ span, text, form, ...traits });
  };
  const source = all.slice(start, end);
  const box = traits.isTask ? (/^\[[ xX]\]\s+/.exec(source)?.[0].length ?? 0) : 0;
  if (!/\[(?:comment|\/\/|_)\]:/i.test(source)) {
    const label = labelEnd(node, source, -start);
    push({ start: Math.min(end, Math.max(start + box, label)), end }, "prose");
    return;
  }
  let prose = start;
  for (const match of matchesOf(source, /[^\r\n]+/g)) {
    if (!hiddenLine.test(match[0])) continue;
    const line = { start: start + match.index, end: start + match.index + match[0].length };
    push({ start: prose, end: line.start }, "prose");
    push(line, "hidden");
    prose = line.end;
  }
  push({ start: prose, end }, "prose");
}

/**
 * Where a paragraph's own words begin behind a bold label, as in `**Risk:** what may go wrong`; its start where it
 * has none, or nothing behind it. As an offset in the block; `shift` leads from there into `source`.
 */
function labelEnd(node: Node, source: string, shift: number): number {
  const [first] = childrenOf(node);
  if (first?.kind !== "strong") return node.start;
  const behind = /^[ \t]*:?\s*/.exec(source.slice(first.end + shift))?.[0] ?? "";
  const isLabel = behind.includes(":") || plainText(first).trimEnd().endsWith(":");
  return isLabel ? first.end + behind.length : node.start;
}

const comment = /<!--[^]*?-->/g;

/** The comments of HTML that shows nothing else. Those that speak to us are no text. */
function ofHidden(around: Around, node: Node, traits: Traits): void {
  const source = around.source.slice(node.start, node.end);
  if (node.kind === "definition") {
    if (hiddenLine.test(source)) add(around, node, normalised(source), "hidden", traits);
    return;
  }
  if (source.replace(comment, "").trim() !== "") return;
  for (const match of matchesOf(source, comment)) {
    if (/^<!--\s*design-docs\b/i.test(match[0])) continue;
    const start = node.start + match.index;
    add(around, { start, end: start + match[0].length }, normalised(match[0]), "hidden", traits);
  }
}
