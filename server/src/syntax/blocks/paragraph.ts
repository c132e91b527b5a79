import { normalizeIdentifier } from "micromark-util-normalize-identifier";
import { comparable, definitionAt } from "./definitions.ts";
import { packed, rawAt } from "./raw.ts";
import { add, content, nothing, type Scan } from "./state.ts";
import { mayBeHead } from "./table.ts";

/** Starts content with the line, which so many columns of white space stand before. */
export function startContent(scan: Scan, columns: number): void {
  scan.open = content;
  scan.lines = [];
  scan.lead = scan.clean ? scan.filled - scan.lineStart : -1;
  scan.mayBeTask = scan.task && columns === 0;
  addLine(scan, true);
}

/** Adds the line to the content. A line that is indented like code is no table's head. */
export function addLine(scan: Scan, isHead: boolean): void {
  scan.lines.push(packed(scan.at, scan.rest), scan.filled, scan.lineEnd);
  scan.mayBeHead = isHead && mayBeHead(scan.text, scan.filled, scan.lineEnd);
}

/**
 * Ends the content: definitions, then what is left of it as a paragraph, or as a heading where a depth is given.
 * False where nothing is left for a heading.
 */
export function endContent(scan: Scan, depth = 0): boolean {
  const { text, lines } = scan;
  scan.open = nothing;
  const start = lines[1] ?? 0;
  const index = text.charCodeAt(start) === 91 ? endDefinitions(scan) : 0;
  if (index >= lines.length) return false;
  const first = lines[index + 1] ?? 0;
  const node =
    depth > 0
      ? // micromark lets a heading begin with the definitions before it.
        rawAt("heading", start, scan.lineEnd)
      : rawAt("paragraph", first, lines.at(-1) ?? first);
  node.detail = depth > 0 ? depth : Number(scan.mayBeTask);
  for (let at = index; at < lines.length; at++) node.lines.push(lines[at] ?? 0);
  add(scan, node, index === 0 ? scan.lead : -1);
  return true;
}

/** Ends the definitions that the content begins with. The index of the first line that belongs to none. */
function endDefinitions(scan: Scan): number {
  const { text, lines } = scan;
  const unclosed = new Set<number>();
  let index = 0;
  while (index < lines.length) {
    const found = definitionAt(text, lines, index, unclosed);
    if (!found) break;
    const end = lines[index + found.size - 1] ?? 0;
    const label = normalizeIdentifier(found.label.replaceAll("\0", "\uFFFD")).toLowerCase();
    const node = rawAt("definition", lines[index + 1] ?? 0, end, label, found.url);
    add(scan, node, index === 0 ? scan.lead : -1);
    scan.labels.push(`[${comparable(found.label)}`);
    scan.labelBlocks.push(scan.blocks.length - 1);
    index += found.size;
  }
  return index;
}
