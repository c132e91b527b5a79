import { isRecord, lastWritten, type Place } from "./place.ts";
import { faultMessage, type Found } from "./wording.ts";

/**
 * The place of the first fault as Mermaid's newer parsers tell it, in the property `result` of their errors. They
 * are made by Langium upon Chevrotain, which counts lines and columns from 1, and has `NaN` for them where the
 * text has ended. Nothing for errors of another kind.
 */
export function langiumFault(error: unknown, source: string): Place | undefined {
  if (!isRecord(error) || !isRecord(error["result"])) return undefined;
  const { lexerErrors, parserErrors } = error["result"];
  const lines = source.split("\n");
  const places = [
    ...listOf(lexerErrors).flatMap((one) => unreadable(one, source) ?? []),
    ...listOf(parserErrors).flatMap((one) => unfitting(one, lines) ?? []),
  ];
  // What the lexer stumbled upon comes first: the parser's complaint at the same place follows from it.
  return places.toSorted((a, b) => a.line - b.line || (a.column ?? 0) - (b.column ?? 0))[0];
}

const listOf = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];

/** Characters that are no token. */
function unreadable(error: Readonly<Record<string, unknown>>, source: string): Place | undefined {
  const { line, column, offset, length } = error;
  if (!isPlace(line) || !isPlace(column) || !isPlace(length) || typeof offset !== "number") return undefined;
  const text = source.slice(offset, offset + length);
  return { line: line - 1, column: column - 1, message: faultMessage([], { text }) };
}

/** A token that does not fit. */
function unfitting(error: Readonly<Record<string, unknown>>, lines: readonly string[]): Place | undefined {
  const { token, message } = error;
  if (!isRecord(token) || typeof message !== "string") return undefined;
  const { startLine, startColumn, image } = token;
  const expected = expectedIn(message);
  if (!isPlace(startLine) || !isPlace(startColumn))
    return { line: lastWritten(lines), message: faultMessage(expected, "end") };
  const text = typeof image === "string" ? image : "";
  const blank = text.trim() === "";
  const found: Found = blank ? "line end" : { text };
  return {
    line: startLine - 1,
    ...(blank ? {} : { column: startColumn - 1 }),
    message: faultMessage(expected, found),
  };
}

const isPlace = (value: unknown): value is number => typeof value === "number" && value >= 1;

/** The tokens in one of Chevrotain's sentences. A sequence of several is told by its first. */
function expectedIn(message: string): readonly string[] {
  const one = /^Expecting token of type '(.*?)' but found/s.exec(message)?.[1];
  if (one !== undefined) return [one];
  return [...message.matchAll(/^\s*\d+\. \[([^\],]+|\])/gm)].map(([, name = ""]) => name);
}
