import { rawAt, type Raw } from "./raw.ts";

/** How many times an offset is in a number of a node's lines: packed ones are four times as large, some are none. */
function scaleOf({ kind, detail }: Raw, index: number): number {
  if (kind === "paragraph" || kind === "heading") return index % 3 === 0 ? 4 : 1;
  const isTriple = kind === "html" || (kind === "code" && detail !== 1);
  return isTriple && index % 3 === 2 ? 0 : 1;
}

/** The node as if it stood `by` further on. */
export function moved(node: Raw, by: number): Raw {
  const { kind, start, end, label, url } = node;
  const copy = rawAt(kind, start + by, end + by, label, url);
  copy.detail = node.detail;
  copy.open = node.open;
  for (const [index, value] of node.lines.entries()) copy.lines.push(value + by * scaleOf(node, index));
  for (const child of node.children) copy.children.push(moved(child, by));
  return copy;
}

/** Whether two nodes are the same but for where they stand. */
export const isSame = (one: Raw, other: Raw): boolean => isMoved(one, other, other.start - one.start);

const isMoved = (one: Raw, other: Raw, by: number): boolean =>
  one.kind === other.kind &&
  other.start - one.start === by &&
  other.end - one.end === by &&
  one.detail === other.detail &&
  one.open === other.open &&
  one.label === other.label &&
  one.url === other.url &&
  one.lines.length === other.lines.length &&
  one.children.length === other.children.length &&
  one.lines.every((value, index) => other.lines[index] === value + by * scaleOf(one, index)) &&
  one.children.every((child, index) => {
    const counterpart = other.children[index];
    return counterpart !== undefined && isMoved(child, counterpart, by);
  });
