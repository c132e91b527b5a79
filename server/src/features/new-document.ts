import {
  blockSpan,
  headingSpan,
  inText,
  startOf,
  titleSpan,
  type Document,
  type Field,
} from "../syntax/document.ts";
import { valueEdit } from "../syntax/write-field.ts";
import { withoutAnnotations } from "../template/annotations.ts";
import { readInstructions } from "../template/instructions.ts";
import { asSnippet, asText, type Piece } from "../template/pieces.ts";
import { enumeration } from "../template/status.ts";
import type { FieldShape, Template, TemplateField } from "../template/template.ts";
import { unitsIn } from "../template/units.ts";
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
  const changes = [
    ...headingChanges(template, title, eol),
    ...fieldChanges(template, facts),
    ...guidanceChanges(template),
    ...annotationChanges(doc),
  ];
  const kept = {
    start: doc.text.startsWith("\uFEFF") ? 1 : 0,
    end: startOf(doc, readInstructions(doc).from),
  };
  return [...trimmedEnd(changed(doc.text, kept, changes)), eol];
}

/** The H1 gets the title, sections that say what a title is go, and headings lose markers such as `(optional)`. */
function headingChanges({ doc, title, sections }: Template, wanted: Piece, eol: string): readonly Change[] {
  const first = doc.sections.at(0);
  const isTitled = first?.depth === 1 && (title !== undefined || sections.at(0)?.isTitle === true);
  const headings = doc.sections.slice(title === undefined ? 0 : 1);
  const others = headings.flatMap((section, index): readonly Change[] => {
    const like = sections[index];
    if (!like || (isTitled && section === first)) return [];
    if (like.isTitle) {
      return [
        { span: { start: headingSpan(doc, section).start, end: startOf(doc, section.bodyEnd) }, pieces: [] },
      ];
    }
    return like.title === section.title ? [] : [{ span: titleSpan(doc, section), pieces: [like.title] }];
  });
  const top = isTitled
    ? { span: headingSpan(doc, first), pieces: ["# ", wanted] }
    : { span: at(topOf(doc)), pieces: ["# ", wanted, eol + eol] };
  return [top, ...others];
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

/** The paragraphs and items of the guidance, which are to be written over. */
function guidanceChanges({ doc, sections }: Template): readonly Change[] {
  return sections
    .filter(({ isTitle }) => !isTitle)
    .flatMap(({ stretch }) => unitsIn(doc, stretch))
    .map(({ span }): Change => ({
      span,
      pieces: [{ placeholder: withoutAnnotations(slice(doc.text, span)) }],
    }));
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
