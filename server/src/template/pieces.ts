import { startOf, type Document } from "../syntax/document.ts";
import type { Span } from "../text/span.ts";
import { isSwallowed } from "./placement.ts";
import type { Template, TemplateSection, TemplateText } from "./template.ts";

/** Text to insert: fixed, or to be written over by the author. */
export type Piece = string | Place;

/** Where the author writes. */
export interface Place {
  /** What stands there until then; empty where the author writes below text that renders as nothing. */
  readonly placeholder: string;
  /** White space before it that makes a place for the author, and is of no use where nobody writes at once. */
  readonly gap?: string;
}

/** The pieces as the text that stands when nothing was written over. */
export const asText = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (typeof piece === "string" ? piece : piece.placeholder)).join("");

/** The pieces as an LSP snippet with a tab stop for each placeholder, from `first` on, and `$0` at the end. */
export function asSnippet(pieces: readonly Piece[], first = 1): string {
  let stop = first;
  const body = pieces.map((piece) =>
    typeof piece === "string"
      ? escape(piece)
      : `${piece.gap ?? ""}\${${stop++}:${escape(piece.placeholder)}}`,
  );
  return `${body.join("")}$0`;
}

const escape = (text: string): string => text.replace(/[\\$}]/g, String.raw`\$&`);

/**
 * A section's guidance: paragraphs and list items to be written over, what stays as it is. Guidance in comments
 * stays too, and the author writes below it.
 */
export function guidancePieces(template: Template, wanted: TemplateSection, eol: string): readonly Piece[] {
  const { doc } = template;
  const { start } = wanted.stretch;
  const end = closedEnd(doc, wanted.stretch);
  const pieces: Piece[] = [];
  let done = start;
  wanted.texts.forEach(({ span, kind }, index) => {
    if (span.start < done || span.end > end || kind === "boilerplate") return;
    const written = doc.text.slice(span.start, span.end);
    if (kind === "guidance") {
      pieces.push(doc.text.slice(done, span.start), { placeholder: written });
    } else {
      pieces.push(doc.text.slice(done, span.end));
      if (isLastHidden(wanted.texts, index)) pieces.push({ placeholder: "", gap: eol + eol });
    }
    done = span.end;
  });
  pieces.push(doc.text.slice(done, end));
  return trimmed(pieces.map((piece) => inStyle(piece, eol)));
}

/** Where a stretch ends; before a fence or a comment that nobody closed, which would take the author's text along. */
const closedEnd = (doc: Document, { start, end }: Span): number =>
  isSwallowed(doc, end) ? Math.max(start, Math.min(end, startOf(doc, doc.blocks.length - 1))) : end;

/** Whether a comment is followed neither by another one nor by a place to write at. */
export const isLastHidden = (texts: readonly TemplateText[], index: number): boolean =>
  texts[index]?.kind === "hidden" && (texts[index + 1]?.kind ?? "boilerplate") === "boilerplate";

const inStyle = (piece: Piece, eol: string): Piece => {
  const style = (text: string): string => text.replace(/\r\n|\n|\r/g, eol);
  return typeof piece === "string"
    ? style(cleared(piece))
    : { ...piece, placeholder: style(piece.placeholder) };
};

/** Fixed text without annotation comments; what they leave behind is one blank line at most. */
const cleared = (text: string): string => (text.includes("<!--") ? withoutOwnComments(text) : text);

function trimmed(pieces: readonly Piece[]): readonly Piece[] {
  const kept = pieces.filter((piece) => piece !== "");
  const first = kept.at(0);
  if (typeof first === "string") kept[0] = first.trimStart();
  const last = kept.at(-1);
  if (typeof last === "string") kept[kept.length - 1] = last.trimEnd();
  return kept.filter((piece) => piece !== "");
}

/** A text without annotations and without suppressions of rules about templates, and the blank line behind each. */
const withoutOwnComments = (text: string): string =>
  text.replace(
    /<!--\s*design-docs(?::|-(?:disable|enable)[a-z-]*\s+template-(?!instructions\b))[^>]*-->[ \t]*(?:\r\n|\n|\r){0,2}/g,
    "",
  );
