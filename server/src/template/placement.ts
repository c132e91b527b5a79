import { firstLine, startOf, type Document } from "../syntax/document.ts";
import { nextLine } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import type { SectionAnswer } from "./align.ts";
import type { Analysed } from "./analysed.ts";
import { isLacked } from "./asked.ts";
import { misplaced } from "./order.ts";
import { isBelow, parentsOf, partBody, partExtent, partHeading, type Part } from "./parts.ts";
import type { TemplateSection } from "./template.ts";

/** Where a section that a document lacks would stand. */
export interface Placement {
  /** The offset at which it is inserted. */
  readonly offset: number;
  /** The heading that it should follow; nothing where the document has none before it. */
  readonly follows: Part | undefined;
}

/**
 * Where `wanted` belongs: behind the nearest section before it in the template that the document has, else
 * behind the text of the section around it, else behind the title and its header. Sections that stand wrong
 * do not count as present, since what followed them would stand wrong as well.
 */
export function placementOf(analysed: Analysed, wanted: TemplateSection): Placement {
  const { alignment, template } = analysed;
  // A section with the title's words that is there already is one like others: it goes behind the header.
  if (wanted.isTitle && !alignment.title && !alignment.sections[wanted.index]?.part)
    return { offset: startOfText(analysed), follows: undefined };
  const ignored = new Set(misplaced(alignment, template).map(({ part }) => part));
  const answers = (section: TemplateSection | undefined): Part | undefined => {
    const answer = section && alignment.sections[section.index];
    // Behind what may come several times is behind the last of them.
    const part = section?.repeatable ? (answer?.others.at(-1) ?? answer?.part) : answer?.part;
    return part && !ignored.has(part) ? part : undefined;
  };
  const depth = wanted.depth + alignment.shift;
  const earlier = template.sections
    .filter((section) => section.parent === wanted.parent && section.index < wanted.index)
    .toReversed();
  // A section goes into the one that it belongs to wherever that stands; what stands elsewhere is no neighbour.
  const around = alignment.sections[wanted.parent]?.part;
  const previous = earlier
    .map(answers)
    .find((part) => part && (!around || isBelow(alignment.parts, part, around)));
  if (previous && previous !== alignment.title) {
    const end = endAt(analysed, previous, Math.min(depth, previous.depth));
    return { offset: beforeLaterSections(analysed, wanted, previous, end, ignored), follows: previous };
  }
  const above = around ?? alignment.title;
  if (above) return { offset: bodyEnd(analysed, above), follows: above };
  return { offset: startOfSections(analysed), follows: undefined };
}

/** Behind a part and all that is deeper than `depth` below it, but before the template's instructions. */
function endAt({ doc, alignment, instructions }: Analysed, part: Part, depth: number): number {
  const from = alignment.parts.indexOf(part);
  const next = alignment.parts.find((other, index) => index > from && other.depth <= depth);
  return beforeInstructions(next ? partHeading(doc, next).start : doc.text.length, part, doc, instructions);
}

/**
 * What comes later in the template may stand below the section before, as when the heading between them
 * was deleted: it goes before the first of these.
 */
function beforeLaterSections(
  analysed: Analysed,
  wanted: TemplateSection,
  previous: Part,
  end: number,
  ignored: ReadonlySet<Part>,
): number {
  const { doc, alignment } = analysed;
  const start = partHeading(doc, previous).end;
  const later = alignment.sections.flatMap((answer) =>
    answer.part && answer.wanted.index > wanted.index && !ignored.has(answer.part)
      ? partHeading(doc, answer.part).start
      : [],
  );
  return Math.min(end, ...later.filter((offset) => offset > start && offset < end));
}

const bodyEnd = ({ doc, instructions }: Analysed, part: Part): number =>
  beforeInstructions(partBody(doc, part).end, part, doc, instructions);

function beforeInstructions(
  end: number,
  part: Part,
  doc: Document,
  instructions: Analysed["instructions"],
): number {
  const tail = instructions?.rule?.start ?? instructions?.span.start ?? doc.text.length;
  return tail > partHeading(doc, part).end ? Math.min(end, tail) : end;
}

/** Where sections begin in a document without a title: before its first part, else behind its header. */
function startOfSections({ doc, alignment }: Analysed): number {
  const first = alignment.parts.at(0);
  return first ? partHeading(doc, first).start : doc.text.length;
}

/** Where a title goes: before everything but a byte order mark and front matter. */
function startOfText({ doc }: Analysed): number {
  const first = doc.blocks.at(0);
  if (first?.kind !== "frontMatter") return doc.text.startsWith("\uFEFF") ? 1 : 0;
  return nextLine(doc.text, (doc.starts[0] ?? 0) + first.length);
}

/** The span that shows a placement to people: the heading to follow, else the first line of the document. */
export function shownAt({ doc }: Analysed, { follows }: Placement): Span {
  return follows ? partHeading(doc, follows) : firstLine(doc);
}

/**
 * The answers that are missing and told: neither optional, nor below a section that is missing itself. Of
 * sections of which one is enough, the first stands for all.
 */
export function missingSections({ alignment }: Analysed): readonly SectionAnswer[] {
  return alignment.sections.filter(({ wanted }) => {
    const around = alignment.sections[wanted.parent];
    return isLacked(alignment, wanted) && (!around || around.part !== undefined);
  });
}

/**
 * The heading of another name that has all of a missing section's subsections that are there, in its place and
 * at its level: the section under a name that nobody else knows.
 */
export function standIn({ alignment }: Analysed, wanted: TemplateSection): Part | undefined {
  const { sections, parts, shift, title } = alignment;
  const all = sections.filter((answer) => answer.wanted.parent === wanted.index);
  const children = all.filter(({ part }) => part);
  // One alone may be there by chance.
  if (
    children.length === 0 ||
    children.length < Math.min(2, all.filter(({ wanted: child }) => child.required).length)
  )
    return undefined;
  if (children.some(({ by }) => by !== "name")) return undefined;
  const parents = parentsOf(parts);
  const around = new Set(children.map(({ part }) => parents[part ? parts.indexOf(part) : -1] ?? -1));
  const [index = -1] = around;
  const part = around.size === 1 ? parts[index] : undefined;
  if (!part || part === title || part.kind !== "heading" || part.depth !== wanted.depth + shift)
    return undefined;
  if (sections.some((answer) => answer.part === part || answer.others.includes(part))) return undefined;
  return parts[parents[index] ?? -1] ===
    (sections[wanted.parent]?.part ?? (title?.depth === 1 && part.depth > 1 ? title : undefined))
    ? part
    : undefined;
}

/** A part with what is below it, as it is moved or removed: to the start of what follows. */
export function movableExtent(analysed: Analysed, part: Part): Span {
  const { doc, instructions } = analysed;
  const extent = partExtent(doc, part);
  return { start: extent.start, end: beforeInstructions(extent.end, part, doc, instructions) };
}

/**
 * True where text inserted at `offset` would become part of a fence, a comment or another block of HTML
 * that nobody closed, and where text cut up to there would take the open block along.
 */
export function isSwallowed(doc: Document, offset: number): boolean {
  const block = doc.blocks.at(-1);
  const last = block?.kind === "code" || block?.kind === "html" ? block.node : undefined;
  const isOpen = last?.kind === "code" ? !last.closed : last?.kind === "html" && isOpenHtml(last.value);
  return isOpen && offset > startOf(doc, doc.blocks.length - 1);
}

// CommonMark's HTML blocks of the kinds 1 to 5: what opens them, and what alone closes them.
const htmlEnds: readonly (readonly [RegExp, RegExp])[] = [
  [/^<!--/, /-->/],
  [/^<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<\?/, /\?>/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [/^<![a-z]/i, />/],
];

function isOpenHtml(html: string): boolean {
  const [, end] = htmlEnds.find(([start]) => start.test(html.trimStart())) ?? [];
  // A comment within another kind of block, or a second one behind the first, may be open as well.
  const isCommentOpen = html.lastIndexOf("<!--") > html.lastIndexOf("-->");
  return isCommentOpen || (end !== undefined && !end.test(html));
}
