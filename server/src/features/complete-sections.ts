import { message } from "../messages/message.ts";
import type { Document } from "../syntax/document.ts";
import type { SectionAnswer } from "../template/align.ts";
import type { Analysed } from "../template/analysed.ts";
import { headingPieces, insertedDepth, missingPieces } from "../template/insertion.ts";
import { acceptedNames } from "../template/names.ts";
import { partHeading, type Part } from "../template/parts.ts";
import { asSnippet, asText, type Piece } from "../template/pieces.ts";
import { ownStretch } from "../template/own-state.ts";
import type { TemplateSection } from "../template/template.ts";
import { isBlankBefore, lineAt, lineEnding, nextLine } from "../text/lines.ts";
import { slice, type Span } from "../text/span.ts";
import type { Completion } from "./completion.ts";
import { blockKindAt, fromNext } from "./place.ts";

/** A line that begins a heading, with the caret in it. */
interface HeadingLine {
  /** From the first `#` to the end of the line. */
  readonly span: Span;
  readonly hashes: number;
  /** White space follows the `#`s, so the depth is what the author wants. */
  readonly isDepthChosen: boolean;
  /** What stands between the `#`s and the caret, without white space at its start. */
  readonly typed: string;
}

/**
 * The sections that the document lacks, the one that belongs at the caret first, on a line that begins with
 * `#`; none where the line is code or a heading that is written to its end. Undefined on other lines.
 */
export function completeSections(
  analysed: Analysed,
  offset: number,
  trigger: string | undefined,
): readonly Completion[] | undefined {
  const { doc } = analysed;
  const line = headingLine(doc, offset);
  if (!line) return undefined;
  const kind = blockKindAt(doc, line.span.start);
  if (kind !== "heading" && kind !== "paragraph") return [];
  const own = analysed.alignment.parts.find((part) => partHeading(doc, part).start === line.span.start);
  const wanted = missing(analysed, own).filter((section) => opens(analysed, section, line, trigger));
  const ordered = fromNext(wanted, (section) => section.index > indexBefore(analysed, line.span.start));
  return inDepth(analysed, ordered, line).map((section, order) =>
    completionOf(analysed, section, line, own, order),
  );
}

function headingLine({ text }: Document, offset: number): HeadingLine | undefined {
  const whole = lineAt(text, offset);
  const [, indent = "", hashes = "", gap = ""] =
    /^(\uFEFF? {0,3})(#{1,6})(?!#)([ \t]*)/.exec(slice(text, whole)) ?? [];
  const start = whole.start + indent.length;
  if (hashes === "" || offset <= start) return undefined;
  const typed = text.slice(start, offset).replace(/^#+[ \t]*/, "");
  return { span: { start, end: whole.end }, hashes: hashes.length, isDepthChosen: gap !== "", typed };
}

/**
 * The sections that the document lacks but for the heading that is being written, parents without what
 * is below them.
 */
function missing(analysed: Analysed, own: Part | undefined): readonly TemplateSection[] {
  const { sections, parts, title } = analysed.alignment;
  const isMissing = ({ part, duplicates }: SectionAnswer): boolean =>
    !part || (part === own && duplicates.length === 0 && !hasText(analysed, own));
  const isFirst = parts.length === 0 || parts.at(0) === own;
  return sections.flatMap((answer) => {
    const { wanted } = answer;
    const around = sections[wanted.parent];
    if (!isMissing(answer) || (around && isMissing(around))) return [];
    return wanted.isTitle && !(isFirst && (!title || title === own)) ? [] : [wanted];
  });
}

/** Whether something stands between a heading and the next. */
const hasText = ({ doc, instructions }: Analysed, part: Part): boolean =>
  slice(doc.text, ownStretch(doc, part, instructions)).trim() !== "";

/**
 * Whether the list may open or stay open with this section in it. Enter takes what the list offers, so while
 * a person types it offers nothing but names, or words of names, that begin so, at the depth that was chosen.
 */
function opens(
  analysed: Analysed,
  section: TemplateSection,
  { typed, hashes, isDepthChosen }: HeadingLine,
  trigger: string | undefined,
): boolean {
  if (section.isTitle) return trigger === undefined && typed === "";
  if (trigger === undefined) return true;
  if (isDepthChosen && insertedDepth(analysed, section) !== hashes) return false;
  if (typed === "") return true;
  const begun = typed.toLowerCase();
  const names = acceptedNames(section.title).map((name) => name.toLowerCase());
  return names.some((name) => name.startsWith(begun) || name.includes(` ${begun}`));
}

/** The index of the template's section that the nearest heading before `offset` answers, or -1. */
function indexBefore({ doc, alignment }: Analysed, offset: number): number {
  const answered = new Map(alignment.sections.map(({ part, wanted }) => [part, wanted.index]));
  const before = alignment.parts.filter((part) => partHeading(doc, part).start < offset);
  return answered.get(before.findLast((part) => answered.has(part))) ?? -1;
}

/** Those of the depth that the author has chosen before the others. */
function inDepth(
  analysed: Analysed,
  sections: readonly TemplateSection[],
  { hashes, isDepthChosen }: HeadingLine,
): readonly TemplateSection[] {
  if (!isDepthChosen) return sections;
  const isDeep = (section: TemplateSection): boolean => insertedDepth(analysed, section) === hashes;
  return [...sections.filter(isDeep), ...sections.filter((section) => !isDeep(section))];
}

function completionOf(
  analysed: Analysed,
  wanted: TemplateSection,
  line: HeadingLine,
  own: Part | undefined,
  order: number,
): Completion {
  const { text } = analysed.doc;
  const eol = lineEnding(text);
  const pieces = [
    isBlankBefore(text, line.span.start) ? "" : eol,
    ...sectionPieces(analysed, wanted, own, eol),
    isBlankAfter(text, line.span.end) ? "" : eol,
  ].filter((piece) => piece !== "");
  return {
    label: wanted.title,
    kind: "section",
    detail: message(wanted.required ? "feature.required" : "feature.optional"),
    ...(wanted.guidance === "" ? {} : { documentation: wanted.guidance }),
    span: line.span,
    text: asText(pieces),
    snippet: asSnippet(pieces),
    filter: `${"#".repeat(line.hashes)} ${wanted.title}`,
    order,
    preselect: order === 0,
  };
}

/** The heading alone where text follows already. */
function sectionPieces(
  analysed: Analysed,
  wanted: TemplateSection,
  own: Part | undefined,
  eol: string,
): readonly Piece[] {
  return own && hasText(analysed, own)
    ? headingPieces(analysed, wanted)
    : missingPieces(analysed, wanted, eol);
}

/** Whether a blank line follows the line that ends at `offset`; at the end of the text, whether it ends in a line break. */
function isBlankAfter(text: string, offset: number): boolean {
  const next = nextLine(text, offset);
  return next > offset && text.slice(next, lineAt(text, next).end).trim() === "";
}
