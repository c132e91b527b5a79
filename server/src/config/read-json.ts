import { createScanner, parseTree, type Node, type ParseError } from "jsonc-parser";
import { message, type MessageId } from "../messages/message.ts";
import type { Span } from "../text/span.ts";
import type { ConfigProblem } from "./config.ts";

/** A value of a JSON text with its place, in UTF-16 offsets of the text. */
export type Json = JsonObject | JsonArray | JsonText | JsonOther;

export interface JsonObject {
  readonly kind: "object";
  readonly span: Span;
  /** In the order of the text; a key may be there twice. One whose value is not yet written is left out. */
  readonly members: readonly Member[];
}

export interface Member {
  readonly key: string;
  /** The key with its quotes. */
  readonly keySpan: Span;
  readonly value: Json;
}

export interface JsonArray {
  readonly kind: "array";
  readonly span: Span;
  readonly items: readonly Json[];
}

export interface JsonText {
  readonly kind: "string";
  /** With its quotes. */
  readonly span: Span;
  readonly text: string;
}

export interface JsonOther {
  readonly kind: "number" | "boolean" | "null";
  readonly span: Span;
  readonly value: number | boolean | null;
}

export interface ReadJson {
  /** What can be read of the text, however broken it is; nothing where there is no value. */
  readonly value: Json | undefined;
  readonly problems: readonly ConfigProblem[];
}

// Far more than a configuration needs, and little enough to be read at once.
const longest = 500_000;
const deepest = 50;

/**
 * Reads JSON with comments and trailing commas (as VS Code writes its settings). Total: of a broken text the
 * first fault is told, since most of those behind it only follow from it.
 */
export function readJson(text: string): ReadJson {
  if (text.length > longest || isTooDeep(text))
    return { value: undefined, problems: [problem(firstLine(text), "config.too-large")] };
  const errors: ParseError[] = [];
  // A byte order mark is no fault. With a space in its place, all offsets stay.
  const root = parseTree(text.replace(/^\uFEFF/, " "), errors, { allowTrailingComma: true });
  const [first] = errors;
  return {
    value: root && toJson(root),
    problems: first && text.trim() !== "" ? [syntaxProblem(text, first)] : [],
  };
}

/** The first line of a text, for what is said of all of it. */
export function firstLine(text: string): Span {
  const end = text.search(/[\r\n]/);
  return { start: 0, end: end < 0 ? Math.min(text.length, 1000) : end };
}

const problem = (span: Span, id: MessageId): ConfigProblem => ({
  span,
  message: message(id),
  severity: "error",
});

/** The parser calls itself for each level, so the levels are counted first. */
function isTooDeep(text: string): boolean {
  const scanner = createScanner(text, true);
  let depth = 0;
  // 1 and 3 open, 2 and 4 close, 17 is the end: `SyntaxKind` of jsonc-parser, whose names are types only.
  for (let token: number = scanner.scan(); token !== 17; token = scanner.scan()) {
    if (token === 1 || token === 3) depth++;
    else if (token === 2 || token === 4) depth--;
    if (depth > deepest) return true;
  }
  return false;
}

/** By `ParseErrorCode` of jsonc-parser, whose names are types only. */
const faults: Readonly<Record<number, MessageId>> = {
  1: "config.syntax-symbol",
  2: "config.syntax-number",
  3: "config.syntax-key",
  4: "config.syntax-value",
  5: "config.syntax-colon",
  6: "config.syntax-comma",
  7: "config.syntax-brace",
  8: "config.syntax-bracket",
  9: "config.syntax-end",
  10: "config.syntax-comment",
  11: "config.syntax-comment",
  13: "config.syntax-number",
};

function syntaxProblem(text: string, { error, offset, length }: ParseError): ConfigProblem {
  const fault = message(faults[error] ?? "config.syntax-text");
  // At the end of the text there is nothing to underline, so what is before it is taken.
  const start = Math.min(offset, text.trimEnd().length - 1);
  const end = Math.max(start + 1, Math.min(offset + length, text.length));
  return { span: { start, end }, message: message("config.syntax", { fault }), severity: "error" };
}

const spanOf = ({ offset, length }: Node): Span => ({ start: offset, end: offset + length });

function toJson(node: Node): Json {
  const span = spanOf(node);
  const { children = [] } = node;
  switch (node.type) {
    case "object":
      return { kind: "object", span, members: children.flatMap(toMember) };
    case "array":
      return { kind: "array", span, items: children.map(toJson) };
    case "string":
      return { kind: "string", span, text: String(node.value) };
    case "number":
    case "boolean":
      return { kind: node.type, span, value: node.value as number | boolean };
    case "null":
    case "property":
      return { kind: "null", span, value: null };
  }
}

function toMember({ children = [] }: Node): readonly Member[] {
  const [key, value] = children;
  if (!key || !value) return [];
  return [{ key: String(key.value), keySpan: spanOf(key), value: toJson(value) }];
}
