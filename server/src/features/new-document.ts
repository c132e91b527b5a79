import { blockSpan, inText, startOf, titleSpan, type Document, type Field } from "../syntax/document.ts";
import { valueEdit } from "../syntax/write-field.ts";
import { withoutAnnotations } from "../template/annotations.ts";
import { readFrame, type Frame } from "../template/frame.ts";
import { readInstructions } from "../template/instructions.ts";
import { partBody, partHeading } from "../template/parts.ts";
import { asSnippet, asText, isLastHidden, type Piece } from "../template/pieces.ts";
import { enumeration } from "../template/status.ts";
import type { FieldShape, Template, TemplateField, TemplateText } from "../template/template.ts";
import { lineEnding } from "../text/lines.ts";
import { at, slice, type Span } from "../text/span.ts";
import { asInline } from "./markdown-text.ts";

/** What is known of a document that is about to be written. */
export interface NewDocumentFacts {
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `Name <email>`; the template's placeholder stays where it is absent. */
  readonly author?: string;
  /** With `@`; the template's placeholder stays where there is none. */
  readonly reviewers: readonly string[];
}

/** A stretch of the template that is another one in a new document. */
interface Change {
  readonly span: Span;
  readonly pieces: readonly Piece[];
}

/**
 * A new document after the template's own text, as plain text and as an LSP snippet with a tab stop for
 * each place to write at. Both end with one line break.
 */
export function newDocument(
  template: Template,
  facts: NewDocumentFacts,
): { readonly text: string; readonly snippet: string } {
  const pieces = newDocumentPieces(template, asInline(facts.title), facts);
  return { text: asText(pieces), snippet: asSnippet(pieces) };
}

/** The pieces of a new document; `title` is Markdown, or to be written over. */
export function newDocumentPieces(
  template: Template,
  title: Piece,
  facts: Omit<NewDocumentFacts, "title">,
): readonly Piece[] {
  const { doc } = template;
  const eol = lineEnding(doc.text);
  const frame = readFrame(doc);
  const changes = [
    ...droppedText(template, frame),
    ...headingChanges(template, frame, title, eol),
    ...fieldChanges(template, facts),
    ...guidanceChanges(template, frame),
    ...annotationChanges(doc),
  ];
  const kept = {
    start: doc.text.startsWith("\uFEFF") ? 1 : 0,
    end: startOf(doc, readInstructions(doc, frame.asideFrom).from),
  };
  return [...trimmedEnd(changed(doc.text, kept, changes)), eol];
}

/** What no document has: text about the template, and comments above headings that call a section optional. */
function droppedText({ doc, sections }: Template, { parts, dropped }: Frame): readonly Change[] {
  const marks = sections.flatMap(({ stretch }, index) => {
    const next = parts[index + 1];
    const end = next ? partHeading(doc, next).start : stretch.end;
    // Another section between them is dropped as a whole.
    return next && /^\s*<!--/.test(doc.text.slice(stretch.end, end)) && stretch.end > stretch.start
      ? [{ start: stretch.end, end }]
      : [];
  });
  return [...dropped, ...marks].map((span) => ({ span: withBlank(doc.text, span), pieces: [] }));
}

/** A stretch with the white space behind it. */
const withBlank = (text: string, { start, end }: Span): Span => ({
  start,
  end: end + (/^\s*/.exec(text.slice(end))?.[0].length ?? 0),
});

/**
 * The title takes its place, sections that say what a title is go, headings lose markers such as `(optional)`, and
 * those that only show what may stand there are to be written over.
 */
function headingChanges(
  { doc, sections }: Template,
  frame: Frame,
  wanted: Piece,
  eol: string,
): readonly Change[] {
  const top = frame.title ?? frame.titleSection;
  const others = sections.flatMap((like, index): readonly Change[] => {
    const part = frame.parts[index];
    const section = doc.sections.find(({ block }) => block === part?.from.block);
    if (!part || !section || part === top) return [];
    if (like.isTitle)
      return [{ span: { start: partHeading(doc, part).start, end: partBody(doc, part).end }, pieces: [] }];
    if (like.isPattern) return [{ span: titleSpan(doc, section), pieces: [{ placeholder: like.title }] }];
    return like.title === section.title ? [] : [{ span: titleSpan(doc, section), pieces: [like.title] }];
  });
  const title: Change = top
    ? { span: partHeading(doc, top), pieces: [`${"#".repeat(top.depth)} `, wanted] }
    : { span: at(topOf(doc)), pieces: ["# ", wanted, eol + eol] };
  return [title, ...others];
}

/** Where a document's text begins, behind its front matter. White space alone is no text. */
function topOf(doc: Document): number {
  if (doc.blocks.length === 0) return doc.text.startsWith("\uFEFF") ? 1 : 0;
  const first = doc.blocks.findIndex(({ node }) => node.kind !== "frontMatter");
  return startOf(doc, first < 0 ? doc.blocks.length : first);
}

/** The header's values: what is known is filled in, placeholders for the rest are to be written over. */
function fieldChanges(
  { doc, fields, statuses }: Template,
  facts: Omit<NewDocumentFacts, "title">,
): readonly Change[] {
  // A template may ask for more fields than it has, so that they stand at other places among its own.
  const left = [...fields];
  const placed = doc.header.fields.flatMap((field) => {
    const index = left.findIndex(({ key, value }) => key === field.key && value === field.value);
    return index < 0 ? [] : left.splice(index, 1).map((wanted) => ({ field, wanted }));
  });
  const author = chosen(fields, "person", /author|writer|owner/i);
  const reviewers = chosen(fields, "handles", /review/i);
  const valueOf = (wanted: TemplateField): string | undefined => {
    if (wanted.shape === "status")
      return enumeration(wanted.value).at(0) ?? (wanted.value || statuses.at(0)?.name);
    if (!wanted.isPlaceholder) return wanted.value;
    if (wanted.shape === "date") return facts.date;
    if (author.includes(wanted)) return facts.author;
    return reviewers.includes(wanted) && facts.reviewers.length > 0 ? facts.reviewers.join(", ") : undefined;
  };
  return placed.flatMap(({ field, wanted }): readonly Change[] => {
    const value = valueOf(wanted);
    if (value === wanted.value) return [];
    if (value !== undefined) {
      const { span, text } = valueEdit(doc, field, value);
      return [{ span, pieces: [text] }];
    }
    const span = inText(doc, field.block, field.valueSpan);
    return [{ span, pieces: [gapBefore(doc, field, span), { placeholder: slice(doc.text, span) }] }];
  });
}

/** The fields of a shape whose name says that they are meant, or else the first of that shape. */
function chosen(fields: readonly TemplateField[], shape: FieldShape, name: RegExp): readonly TemplateField[] {
  const shaped = fields.filter((field) => field.shape === shape);
  const named = shaped.filter(({ key }) => name.test(key));
  return named.length > 0 ? named : shaped.slice(0, 1);
}

/** The blank that an empty value lacks behind its colon. */
const gapBefore = (doc: Document, { value }: Field, { start }: Span): string =>
  value === "" && !/\s/.test(doc.text.charAt(start - 1)) ? " " : "";

/** The guidance is to be written over, and below guidance that renders as nothing there is a place to write. */
function guidanceChanges({ doc, sections }: Template, frame: Frame): readonly Change[] {
  const below = sections
    .filter((_, index) => frame.parts[index] === frame.titleSection || sections[index]?.isTitle !== true)
    .flatMap(({ texts }) => texts.flatMap((text, index) => placesIn(doc, texts, text, index)));
  const above = frame.titleSection ? [] : frame.wanted.map(({ span }) => overwritten(doc, span));
  return [...above, ...below];
}

const overwritten = (doc: Document, span: Span): Change => ({
  span,
  pieces: [{ placeholder: withoutAnnotations(slice(doc.text, span)) }],
});

function placesIn(
  doc: Document,
  texts: readonly TemplateText[],
  { kind, span }: TemplateText,
  index: number,
): readonly Change[] {
  if (kind === "guidance") return [overwritten(doc, span)];
  const eol = lineEnding(doc.text);
  return isLastHidden(texts, index)
    ? [{ span: at(span.end), pieces: [{ placeholder: "", gap: eol + eol }] }]
    : [];
}

/** Comments that speak to us go, with the blank lines behind those that stand alone. */
function annotationChanges(doc: Document): readonly Change[] {
  return doc.blocks.flatMap(({ node }, index): readonly Change[] => {
    if (node.kind !== "html") return [];
    const span = blockSpan(doc, index);
    const source = slice(doc.text, span);
    const rest = withoutAnnotations(source);
    if (rest === source.trim()) return [];
    return [
      { span: rest === "" ? { start: span.start, end: startOf(doc, index + 1) } : span, pieces: [rest] },
    ];
  });
}

/** The stretch of a text with the changes made in it. A change within one that came before it is dropped. */
function changed(text: string, { start, end }: Span, changes: readonly Change[]): readonly Piece[] {
  const ordered = changes.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const pieces: Piece[] = [];
  let done = start;
  for (const { span, pieces: others } of ordered) {
    if (span.start < done || span.start > end) continue;
    pieces.push(text.slice(done, span.start), ...others);
    done = Math.min(end, span.end);
  }
  return [...pieces, text.slice(done, end)].filter((piece) => piece !== "");
}

function trimmedEnd(pieces: readonly Piece[]): readonly Piece[] {
  const last = pieces.at(-1);
  if (typeof last !== "string") return pieces;
  return last.trim() === "" ? trimmedEnd(pieces.slice(0, -1)) : [...pieces.slice(0, -1), last.trimEnd()];
}
