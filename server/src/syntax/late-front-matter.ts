import type { Text } from "../text/rope.ts";
import type { Block } from "./document.ts";

/** What of a text is front matter although a comment or blank lines stand before it. */
export interface LateFrontMatter {
  /** The first of its blocks, and the first behind them. */
  readonly from: number;
  readonly to: number;
  readonly block: Block;
}

// Nobody writes a longer one; and what is open is soon seen not to be one.
const longest = 10_000;

/**
 * Front matter that CommonMark takes for a rule and a heading, since a comment, blank lines or a blank that is
 * written out stand before it: between two lines of three dashes, nothing but keys, what is indented below them,
 * items and comments, without a blank line. Nothing where there is none.
 */
export function lateFrontMatter(
  text: Text,
  blocks: readonly Block[],
  starts: readonly number[],
): LateFrontMatter | undefined {
  const from = blocks.findIndex((block) => !isIdle(block));
  const start = starts[from];
  if (start === undefined || blocks[from]?.kind !== "thematicBreak") return undefined;
  const source = text.slice(start, start + longest);
  const found = /^---[ \t]*(?:\r\n|\n|\r)((?:(?!---)[^\r\n]+(?:\r\n|\n|\r))+)---(?=[ \t]*(?:[\r\n]|$))/.exec(
    source,
  );
  const inner = found?.[1] ?? "";
  const lines = inner.split(/\r\n|\n|\r/).slice(0, -1);
  const isData = lines.every((line) => /^(?:[\p{L}"'][^:\r\n]{0,60}:(?:[ \t]|$)|[ \t]|-[ \t]|#)/u.test(line));
  if (!found || !isData || !/^[\p{L}"'#]/u.test(inner)) return undefined;
  const end = start + found[0].length;
  const to =
    blocks.findIndex(({ length }, index) => index > from && (starts[index] ?? 0) + length >= end) + 1;
  const last = to - 1;
  // A heading underlined by the dashes, or the dashes themselves, end where the front matter does.
  if (to === 0 || (starts[last] ?? 0) + (blocks[last]?.length ?? 0) > end) return undefined;
  const length = end - start;
  return {
    from,
    to,
    block: {
      length,
      kind: "frontMatter",
      node: { kind: "frontMatter", start: 0, end: length, value: inner },
    },
  };
}

/** Whether a block shows nothing: a comment, or a paragraph of blanks. */
function isIdle(block: Block): boolean {
  // Of most blocks the kind says enough, so that nobody reads what is in them.
  if (block.kind !== "html" && block.kind !== "paragraph") return false;
  const { node } = block;
  if (node.kind === "html") return node.value.startsWith("<!--");
  return (
    node.kind === "paragraph" &&
    node.children.every((child) => child.kind === "text" && child.value.trim() === "")
  );
}
