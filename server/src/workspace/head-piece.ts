import { namesHeader, namesValue } from "../syntax/header-keys.ts";
import type { Files } from "./files.ts";

// Headers stand before the first section that is none of their own; the rest need not be parsed for them.
const headLength = 4000;
const mostDefinitions = 200;

/**
 * The piece of a text from which its head is read: what stands before the first section that is no part of the
 * header, as `## Status` is one, at most 4000 UTF-16 code units, and the link definitions of all of the text, where the header may refer to one.
 */
export function headOf(text: string): string {
  const head = beginningOf(text);
  if (head.length === text.length || !mayRefer(head)) return head;
  return [head, ...definitionsBehind(text, head.length)].join("\n\n");
}

/**
 * {@link headOf} the text of a file, of which no more is read than that takes; nothing where the file cannot be read.
 */
export async function headOfFile(
  uri: string,
  files: Pick<Files, "readFile" | "readStart">,
): Promise<string | undefined> {
  const start = await files.readStart?.(uri, headLength + sectionLength);
  if (start?.isWhole === true) return headOf(start.text);
  const head = start && beginningOf(start.text);
  if (head !== undefined && !mayRefer(head)) return head;
  const text = await files.readFile(uri);
  return text === undefined ? undefined : headOf(text);
}

function beginningOf(text: string): string {
  const start = text.slice(0, headLength + sectionLength);
  for (const { index, 1: title = "" } of start.matchAll(/\n##\s([^\r\n]*)/g))
    if (!isOfHeader(title)) return start.slice(0, index);
  return start.slice(0, headLength);
}

/** Whether a section of this heading holds a header, or one of its values. */
function isOfHeader(heading: string): boolean {
  const title = heading
    .slice(0, 80)
    .replace(/[ \t]+#+[ \t]*$/, "")
    .trim();
  return namesHeader(title) || namesValue(title);
}

// Of a line ending, two signs and a blank.
const sectionLength = 4;

/** Whether there may be a reference to a link definition. Front matter has none, nor is the box of a task one. */
function mayRefer(head: string): boolean {
  const readable = head
    .replace(/^\uFEFF?(---|\+\+\+)[ \t]*\r?\n(?:[^]*?\n)?\1[ \t]*(?=\r?\n|$)/, "")
    .replace(/^([ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+)\[[ xX]\](?=\s)/gm, "$1");
  return /\](?!\()/.test(readable);
}

/** The link definitions behind an offset of a text, each from the beginning of its line, as far as it names a place. */
function definitionsBehind(text: string, from: number): readonly string[] {
  const found: string[] = [];
  for (let at = text.indexOf("]:", from); at >= 0; at = text.indexOf("]:", at + 2)) {
    const window = text.slice(Math.max(from, at - longestStart), at + 2 + longestEnd);
    const place = Math.min(at - from, longestStart);
    const line = Math.max(window.lastIndexOf("\n", place), window.lastIndexOf("\r", place)) + 1;
    const definition = /^ {0,3}\[[^[\]\r\n]{1,200}\]:[ \t]*\S{1,500}/.exec(window.slice(line))?.[0];
    if (line > 0 && definition !== undefined) found.push(definition);
    if (found.length === mostDefinitions) break;
  }
  return found;
}

// Before the bracket that closes a label, and behind it.
const longestStart = 210;
const longestEnd = 600;
