import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import type { Position, Range, TextDocument } from "vscode-languageserver-textdocument";
import { lineCount, lineOf, lineStart, ropeOf, spliced, type Rope } from "../text/rope.ts";

/** An open document. As with those of the library, a change makes another version of the same object. */
export interface OpenText extends TextDocument {
  /** The text of this version. */
  readonly rope: Rope;
  /** Makes it the next version, by changes each of which is about the text that the one before it has left. */
  change(changes: readonly TextDocumentContentChangeEvent[], version: number): void;
}

/** A document that was opened. */
export const openText = (uri: string, languageId: string, version: number, text: string): OpenText =>
  new RopeDocument(uri, languageId, version, text);

class RopeDocument implements OpenText {
  readonly uri: string;
  readonly languageId: string;
  #version: number;
  #rope: Rope;

  constructor(uri: string, languageId: string, version: number, text: string) {
    this.uri = uri;
    this.languageId = languageId;
    this.#version = version;
    this.#rope = ropeOf(text);
  }

  get version(): number {
    return this.#version;
  }

  get rope(): Rope {
    return this.#rope;
  }

  get lineCount(): number {
    return lineCount(this.#rope);
  }

  getText(range?: Range): string {
    if (!range) return this.#rope.toString();
    const [start, end] = [this.offsetAt(range.start), this.offsetAt(range.end)];
    return this.#rope.slice(Math.min(start, end), Math.max(start, end));
  }

  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    const start = lineStart(this.#rope, line);
    if (start === undefined) return this.#rope.length;
    if (character <= 0) return start;
    const next = lineStart(this.#rope, line + 1) ?? this.#rope.length;
    return this.#beforeEnding(Math.min(start + character, next), start);
  }

  positionAt(offset: number): Position {
    const inside = Math.max(Math.min(offset, this.#rope.length), 0);
    const { line, start } = lineOf(this.#rope, inside);
    return { line, character: this.#beforeEnding(inside, start) - start };
  }

  getLineRange(line: number): Range {
    const start = Math.max(0, Math.min(line, this.lineCount - 1));
    const end = line < 0 ? 0 : this.#lineEnd(start) - (lineStart(this.#rope, start) ?? 0);
    return { start: { line: start, character: 0 }, end: { line: start, character: end } };
  }

  getEOLCharacters(line: number): string {
    if (line < 0 || line >= this.lineCount) return "";
    return this.#rope.slice(this.#lineEnd(line), lineStart(this.#rope, line + 1) ?? this.#rope.length);
  }

  /** Where a line ends, before its line ending. */
  #lineEnd(line: number): number {
    const next = lineStart(this.#rope, line + 1) ?? this.#rope.length;
    return this.#beforeEnding(next, lineStart(this.#rope, line) ?? 0);
  }

  change(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) {
      if ("range" in change) {
        const { start, end } = change.range;
        const [from, to] = [this.offsetAt(start), this.offsetAt(end)];
        this.#rope = spliced(this.#rope, Math.min(from, to), Math.max(from, to), change.text);
      } else this.#rope = ropeOf(change.text);
    }
    this.#version = version;
  }

  /** The offset, or where the line ends if it stands behind that: nobody writes within or behind a line ending. */
  #beforeEnding(offset: number, lineStarts: number): number {
    let at = offset;
    while (at > lineStarts && isLineEnd(this.#rope.charCodeAt(at - 1))) at--;
    return at;
  }
}

const isLineEnd = (code: number): boolean => code === 10 || code === 13;
