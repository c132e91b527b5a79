import { parseTree, type Node, type ParseError } from "jsonc-parser";
import type { Edit } from "../text/edit.ts";
import { at } from "../text/span.ts";
import { layoutOf, printJson, type Layout } from "./json-print.ts";

/** A text of JSON with comments and trailing commas that has no fault, so that it can be changed in place. */
export interface JsonText {
  readonly text: string;
  readonly root: Node;
  readonly layout: Layout;
}

/** Where a value stands: the keys and indices from the root. */
export type JsonPath = readonly (string | number)[];

/** The text with its tree; nothing where it has a fault or is no object, since a change could then lose something. */
export function readJsonText(text: string): JsonText | undefined {
  // A byte order mark is no JSON, and a blank in its place keeps all offsets.
  const plain = text.startsWith("\uFEFF") ? ` ${text.slice(1)}` : text;
  const faults: ParseError[] = [];
  const root = parseTree(plain, faults, { allowTrailingComma: true });
  if (root?.type !== "object" || faults.length > 0) return undefined;
  return { text: plain, root, layout: layoutOf(plain) };
}

/** The value at a path, where there is one. Of a key that stands twice the last one counts, as for all who read the file. */
export const nodeAt = ({ root }: JsonText, path: JsonPath): Node | undefined =>
  path.reduce<Node | undefined>((node, step) => {
    const { type, children = [] } = node ?? {};
    if (typeof step === "number") return type === "array" ? children[step] : undefined;
    if (type !== "object") return undefined;
    return children.findLast(({ children: [key] = [] }) => key?.value === step)?.children?.[1];
  }, root);

/** Puts `value` in the place of the value of `node`. Comments within the old value go with it. */
export function replaceValue({ text, layout }: JsonText, node: Node, value: unknown): readonly Edit[] {
  const span = { start: node.offset, end: node.offset + node.length };
  return [{ span, text: printJson(value, layout, indentAt(text, node.offset)) }];
}

/**
 * Adds items to the end of a list. They stand on lines of their own where the others do; a comment behind the last
 * one stays with that one.
 */
export const appendItems = (json: JsonText, list: Node, values: readonly unknown[]): readonly Edit[] =>
  append(json, list, (indent, alone) =>
    values
      .map((value) => printJson(value, json.layout, indent, alone && isObject(value)))
      .join(alone ? `,${json.layout.lineEnd}${indent}` : ", "),
  );

/** Adds a key to the end of an object that does not have it; see {@link appendItems}. */
export const appendKey = (json: JsonText, object: Node, key: string, value: unknown): readonly Edit[] =>
  append(
    json,
    object,
    (indent, alone) =>
      `${JSON.stringify(key)}: ${printJson(value, json.layout, indent, alone && isListOfObjects(value))}`,
  );

/** Takes a key with its value out of an object, with its line where it is alone there. Comments around it stay. */
export function removeKey({ text }: JsonText, value: Node): readonly Edit[] {
  const property = value.parent;
  const siblings = property?.parent?.children;
  if (property === undefined || siblings === undefined) return [];
  const index = siblings.indexOf(property);
  const next = siblings[index + 1];
  const holderEnd = (property.parent?.offset ?? 0) + (property.parent?.length ?? 0) - 1;
  const end = property.offset + property.length;
  const behind = commaIn(text, end, next?.offset ?? holderEnd);
  const own = wholeLine(text, { start: property.offset, end: behind === undefined ? end : behind + 1 });
  const before = siblings[index - 1];
  if (behind !== undefined || before === undefined) return [{ span: own, text: "" }];
  // The last one has no comma of its own: that of the one before is over.
  const comma = commaIn(text, before.offset + before.length, property.offset);
  const over = comma === undefined ? [] : [{ span: { start: comma, end: comma + 1 }, text: "" }];
  return [...over, { span: own, text: "" }];
}

function append(
  { text, layout }: JsonText,
  holder: Node,
  print: (indent: string, alone: boolean) => string,
): readonly Edit[] {
  const close = holder.offset + holder.length - 1;
  const outer = indentAt(text, holder.offset);
  const last = holder.children?.at(-1);
  if (last === undefined) {
    const inner = outer + layout.unit;
    // What stands between the brackets can only be comments and white space; the new item comes behind them.
    const kept = text.slice(holder.offset + 1, close).trimEnd();
    const start = holder.offset + 1 + kept.length;
    const item = `${layout.lineEnd}${inner}${print(inner, true)}${layout.lineEnd}${outer}`;
    return [{ span: { start, end: close }, text: item }];
  }
  const lastEnd = last.offset + last.length;
  const trailing = commaIn(text, lastEnd, close);
  if (!text.slice(holder.offset, last.offset).includes("\n")) {
    // A holder on one line stays on it.
    const place = trailing === undefined ? lastEnd : trailing + 1;
    return [{ span: at(place), text: `${trailing === undefined ? "," : ""} ${print(outer, false)}` }];
  }
  const inner = indentAt(text, last.offset);
  const place = endOfLine(text, trailing === undefined ? lastEnd : trailing + 1, close);
  const item = `${layout.lineEnd}${inner}${print(inner, true)}`;
  if (trailing !== undefined) return [{ span: at(place), text: `${item},` }];
  if (place === lastEnd) return [{ span: at(place), text: `,${item}` }];
  return [
    { span: at(lastEnd), text: "," },
    { span: at(place), text: item },
  ];
}

const isListOfObjects = (value: unknown): boolean => Array.isArray(value) && value.some(isObject);

const isObject = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The white space that the line begins with on which the offset stands. */
function indentAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  return /^[ \t]*/.exec(line)?.[0] ?? "";
}

/** The offset of the comma between two offsets that have nothing else than white space and comments between them. */
function commaIn(text: string, start: number, end: number): number | undefined {
  for (let index = start; index < end;) {
    if (text[index] === ",") return index;
    index = pastComment(text, index) ?? index + 1;
  }
  return undefined;
}

/** Where the comment ends that begins at an offset, if one does. */
function pastComment(text: string, offset: number): number | undefined {
  const [close, length] = text.startsWith("//", offset) ? ["\n", 0] : ["*/", 2];
  if (length === 2 && !text.startsWith("/*", offset)) return undefined;
  const found = text.indexOf(close, offset + 2);
  return found < 0 ? text.length : found + length;
}

/** The offset behind the comments that follow on the same line, at most `limit`. */
function endOfLine(text: string, start: number, limit: number): number {
  let end = start;
  for (let index = start; index < limit && text[index] !== "\n" && text[index] !== "\r";) {
    const past = pastComment(text, index);
    if (past === undefined && !/\s/.test(text[index] ?? "")) break;
    index = past ?? index + 1;
    if (past !== undefined) end = text[past - 1] === "\r" ? past - 1 : Math.min(past, limit);
  }
  return end;
}

/** The span with its line, indentation and ending, where nothing else stands there; else with the blanks before it. */
function wholeLine(text: string, { start, end }: Edit["span"]): Edit["span"] {
  const before = /[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  const after = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end));
  const begin = start - before;
  if (after !== null && (begin === 0 || text[begin - 1] === "\n"))
    return { start: begin, end: end + after[0].length };
  return { start: begin, end };
}
