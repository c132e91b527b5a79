import { behindBlanks, endingAt, isBlank, isEnd } from "./characters.ts";
import { decoded } from "./definitions.ts";
import type { Raw } from "./raw.ts";

/** What code says: its lines, without the indentation that makes it code or that its fence has. */
export function codeValue(text: string, node: Raw): string {
  const data =
    node.detail === 1 ? text.slice(node.lines[0], node.lines[1]) : joined(text, node, node.detail === 2);
  return replaced(
    node.detail === 0
      ? data.replace(/(?:\r?\n|\r)$/, "")
      : data.replaceAll(/^(?:\r?\n|\r)|(?:\r?\n|\r)$/g, ""),
  );
}

/** What HTML says: all of it, with the white space that is left of the containers around it. */
export const htmlValue = (text: string, node: Raw): string =>
  replaced(node.lines.length === 0 ? text.slice(node.start, node.end) : joined(text, node, false));

/** The lines of code or HTML with their line endings. Of a fence, the first is no more than its line ending. */
function joined(text: string, { lines, open }: Raw, isFenced: boolean): string {
  let value = "";
  for (let index = 0; index < lines.length; index += 3) {
    const end = lines[index + 1] ?? 0;
    const isOpening = isFenced && index === 0;
    if (!isOpening) value += " ".repeat(lines[index + 2] ?? 0) + text.slice(lines[index], end);
    if (open || index + 3 < lines.length) value += endingAt(text, end);
  }
  return value;
}

const replaced = (value: string): string => (value.includes("\0") ? value.replaceAll("\0", "\uFFFD") : value);

/** The first word behind a fence; undefined where there is none, or where code has no fence. */
export function codeLanguage(text: string, node: Raw): string | undefined {
  if (node.detail === 0) return undefined;
  const mark = text.charCodeAt(node.start);
  let start = node.start;
  while (text.charCodeAt(start) === mark) start++;
  start = behindBlanks(text, start);
  let end = start;
  while (!isBlank(text.charCodeAt(end)) && !isEnd(text.charCodeAt(end))) end++;
  return end > start ? decoded(text.slice(start, end)) : undefined;
}

/** Whether a code block’s fence has its closing line. Indented code has none to miss. */
export function isClosed(source: string): boolean {
  const fence = /^(?:`{3,}|~{3,})/.exec(source)?.[0];
  if (!fence) return true;
  const last = Math.max(source.lastIndexOf("\n"), source.lastIndexOf("\r"));
  const line = source.slice(last + 1).trim();
  return last >= 0 && line.startsWith(fence) && line === fence.charAt(0).repeat(line.length);
}
