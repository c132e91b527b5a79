import type { Position, Range } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Span } from "../text/span.ts";

/** The offset of a position. One beyond the text or its line is brought back to the end of it. */
export const toOffset = (document: TextDocument, position: Position): number => document.offsetAt(position);

/** The span of a range. */
export const toSpan = (document: TextDocument, { start, end }: Range): Span => ({
  start: document.offsetAt(start),
  end: document.offsetAt(end),
});
