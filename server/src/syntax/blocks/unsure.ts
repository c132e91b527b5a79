import { childrenOf, type Node } from "../node.ts";
import { hasGaps, type LeafLine } from "../remark.ts";
import { endingAt } from "./characters.ts";

/**
 * Whether a node ends with a line ending that is followed by the marks of containers, behind something that micromark
 * may have looked further for in vain: the end of code, of a tag or of a link. Then it lets the node end behind those
 * marks, and our own reading does not.
 */
export function isUnsure(source: string, lines: readonly LeafLine[], nodes: readonly Node[]): boolean {
  if (lines.length < 2 || !hasGaps(source, lines)) return false;
  const ends = new Set<number>();
  for (const { end } of lines) ends.add(end + endingAt(source, end).length);
  const last = lastEnding(nodes, ends);
  return last !== -1 && nodes.some((node) => isVain(source, node, last));
}

function lastEnding(nodes: readonly Node[], ends: ReadonlySet<number>): number {
  let last = -1;
  for (const node of nodes) {
    if (ends.has(node.end)) last = Math.max(last, node.end);
    last = Math.max(last, lastEnding(childrenOf(node), ends));
  }
  return last;
}

/** Whether text before an offset has what may begin something, or a reference what may be another kind of link. */
function isVain(source: string, node: Node, before: number): boolean {
  if (node.start >= before) return false;
  if (node.kind === "text") return /[<`]|\][([]/.test(source.slice(node.start, node.end));
  const mayGoOn = (node.kind === "link" || node.kind === "image") && node.label !== undefined;
  if (mayGoOn && /[([]/.test(source.charAt(node.end))) return true;
  // What an image says is not read into nodes.
  if (node.kind === "image") return /[<`]/.test(source.slice(node.start, node.end));
  return childrenOf(node).some((child) => isVain(source, child, before));
}
