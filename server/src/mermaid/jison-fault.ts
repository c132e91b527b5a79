import { isRecord, lastWritten, type Place } from "./place.ts";
import { faultMessage } from "./wording.ts";

/**
 * The place of a fault as parsers made by Jison tell it, in the property `hash` of their errors: what was read
 * (`text`), the line that reading it has led to (`line`, from 0), and the token before (`loc`). Nothing for
 * errors of another kind. Checks that Mermaid makes after parsing throw errors of the same form, whose places are
 * made up; they are told apart by their messages.
 */
export function jisonFault(error: unknown, source: string): Place | undefined {
  if (!(error instanceof Error) || !/^(?:Parse|Lexical) error on line \d/.test(error.message))
    return undefined;
  const { hash } = error as Error & { readonly hash?: unknown };
  if (!isRecord(hash) || typeof hash["line"] !== "number") return undefined;
  const lines = source.split("\n");
  const expected = namesOf(hash["expected"]);
  const text = typeof hash["text"] === "string" ? hash["text"] : "";
  const ended = lastWritten(lines);

  // The lexer knew no token for what comes here. It has read nothing, and `line` is where it stands.
  if (hash["token"] === null) return unreadable(error.message, lines, Math.min(hash["line"], ended));

  const written = text.trim() !== "";
  if (!written && !text.includes("\n")) return { line: ended, message: faultMessage(expected, "end") };
  // A token may begin with line ends; what is wrong then is what follows them.
  const behind = written ? text.trimStart() : text;
  const line = hash["line"] - (behind.split("\n").length - 1);
  if (line > ended || line < 0) return { line: ended, message: faultMessage(expected, "end") };
  if (!written) return { line, message: faultMessage(expected, "line end") };
  const column = columnOf(behind.trimEnd(), lines[line] ?? "", line, hash["loc"]);
  return {
    line,
    ...(column === undefined ? {} : { column }),
    message: faultMessage(expected, { text: behind }),
  };
}

/**
 * Characters that are no token. Their column is told by a picture alone: the text round the place, 20 characters
 * at either side with no line ends among them, and below it a line of dashes with a `^`.
 */
function unreadable(picture: string, lines: readonly string[], line: number): Place {
  const [, around = "", pointer = ""] = picture.split("\n");
  const at = pointer.indexOf("^");
  const before = around.slice(0, at).replace(/^\.\.\./, "");
  const behind = around.slice(at).replace(/\.\.\.$/, "");
  const text = lines[line] ?? "";
  const past = lines.slice(0, line).join("");
  const next = lines.slice(line + 1).join("");
  const columns = Array.from(text, (_, column) => column).filter(
    (column) =>
      `${past}${text.slice(0, column)}`.endsWith(before) &&
      `${text.slice(column)}${next}`.startsWith(behind) &&
      text.slice(column).trim() !== "",
  );
  const [column] = columns;
  if (at < 0 || column === undefined || columns.length > 1)
    return { line, message: "a part of this line cannot be read" };
  const start = text.length - text.slice(column).trimStart().length;
  const word = /^\S+/.exec(text.slice(start))?.[0] ?? "";
  return { line, column: start, message: faultMessage([], { text: word }) };
}

/** Where a token stands: the first thing after the token before, which `loc` is the place of. */
function columnOf(token: string, text: string, line: number, loc: unknown): number | undefined {
  if (!isRecord(loc) || typeof loc["last_line"] !== "number" || typeof loc["last_column"] !== "number")
    return undefined;
  const after = loc["last_line"] - 1 === line ? loc["last_column"] : 0;
  const column = after + (text.slice(after).length - text.slice(after).trimStart().length);
  return text.startsWith(token.split("\n")[0] ?? token, column) ? column : undefined;
}

/** The names in `'SQE', 'PE'`, which Jison puts into quotes one by one. */
const namesOf = (expected: unknown): readonly string[] =>
  Array.isArray(expected) ? expected.map((name) => String(name).replace(/^'(.*)'$/, "$1")) : [];
