import { inText, type Document } from "../../syntax/document.ts";
import { childrenOf, plainText, type Node } from "../../syntax/node.ts";
import { blocksIn } from "../../template/units.ts";
import type { Edit } from "../../text/edit.ts";
import { lineAt, lineEnding } from "../../text/lines.ts";
import { slice, type Span } from "../../text/span.ts";
import type { Approval } from "./approval.ts";
import { cellsOf, roleOf, sayApproval } from "./log-columns.ts";
import { newestFirst } from "./log-order.ts";

/**
 * The edit that adds an approval as a row to the last table in a stretch that is a log: one with a column for
 * something that an approval says. A row that is empty, or that `guidance` has too, makes room for it. Nothing
 * where no table has a place for the words.
 */
export function rowOfApproval(
  doc: Document,
  stretch: Span,
  approval: Approval,
  guidance: string,
): Edit | undefined {
  const index = [...blocksIn(doc, stretch)].findLast((block) => isLog(doc.blocks[block]?.node));
  const table = index === undefined ? undefined : doc.blocks[index]?.node;
  const [head, ...rows] = table ? childrenOf(table) : [];
  if (index === undefined || !table || !head) return undefined;
  const lineOf = (row: Node): Span => lineAt(doc.text, inText(doc, index, row).start);
  const source = (row: Node): string => slice(doc.text, lineOf(row)).trim();
  const isFree = (row: Node): boolean =>
    wordsIn(row).every((word) => word === "") || guidance.split(/\r\n|\n|\r/).includes(source(row));

  const written = rows.filter((row) => !isFree(row));
  const isNewestFirst = newestFirst(written.map((row) => wordsIn(row).join(" ")));
  const before = written.at(isNewestFirst ? 0 : -1);
  const cells = cellsOf(wordsIn(head), approval, before ? wordsIn(before) : []);
  if (!sayApproval(cells, approval)) return undefined;
  const indent = /^[ \t]*/.exec(slice(doc.text, lineOf(head)))?.[0] ?? "";
  const text = `${indent}| ${cells.map((cell) => cell.replaceAll("|", String.raw`\|`)).join(" | ")} |`;

  const free = rows.findLast(isFree);
  if (free) return { span: lineOf(free), text };
  const [first] = rows;
  const eol = lineEnding(doc.text);
  if (isNewestFirst && first) {
    const { start } = lineOf(first);
    return { span: { start, end: start }, text: text + eol };
  }
  const { end } = lineAt(doc.text, inText(doc, index, table).end);
  return { span: { start: end, end }, text: eol + text };
}

const wordsIn = (row: Node): readonly string[] => childrenOf(row).map((cell) => plainText(cell).trim());

/** Whether a node is a table with entries, not one of keys and values. */
function isLog(node: Node | undefined): boolean {
  if (node?.kind !== "table") return false;
  const [head, ...rows] = childrenOf(node).map(wordsIn);
  const isKeyed = rows.length > 1 && rows.every(([key = ""]) => roleOf(key) !== undefined);
  return !isKeyed && head?.some((cell) => roleOf(cell) !== undefined) === true;
}
