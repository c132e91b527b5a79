import type { Block, Blocks, Section } from "./document.ts";
import { allIn, type FoundAt } from "./found-in.ts";
import { childrenOf, plainText, type Node } from "./node.ts";

interface Heading {
  readonly depth: number;
  readonly title: string;
}

type Open = { -readonly [Key in keyof Section]: Section[Key] };

/**
 * The sections that the headings among the blocks make: each ends before the next heading of its depth or less. They
 * are the same objects as those of the document `before` where an edit touched no heading and moved none.
 */
export function sectionsOf(
  doc: Blocks,
  before: (Blocks & { readonly sections: readonly Section[] }) | undefined,
): readonly Section[] {
  // What the list of the text before was is known as long as nobody has asked for the new one.
  const last = before && allIn(before, headingsIn);
  const headings = allIn(doc, headingsIn);
  return before && last === headings && before.blocks.length === doc.blocks.length
    ? before.sections
    : nested(headings, doc.blocks.length);
}

function nested(headings: readonly FoundAt<Heading>[], end: number): readonly Section[] {
  const sections: Open[] = [];
  const open: Open[] = [];
  for (const { block, items } of headings) {
    for (const { depth, title } of items) {
      const previous = sections.at(-1);
      if (previous) previous.bodyEnd = block;
      for (let last = open.at(-1); last && last.depth >= depth; last = open.at(-1)) {
        last.extentEnd = block;
        open.pop();
      }
      const parent = open.at(-1)?.index ?? -1;
      const section = { index: sections.length, block, depth, title, parent, bodyEnd: end, extentEnd: end };
      sections.push(section);
      open.push(section);
    }
  }
  return sections;
}

const none: readonly Heading[] = [];

// Words and signs that mean nothing to Markdown where they stand in a line, so that they are read as they are written.
const plainHeading = /^(#{1,6})[ \t]+([A-Za-z0-9](?:[A-Za-z0-9 ,&'()/.:?-]{0,300}[A-Za-z0-9).?])?)[ \t]*$/;

/** The title of a heading whose words are read just as they are written; nothing where that takes more. */
export function plainTitle({ kind }: Block, source: string): string | undefined {
  const words = kind === "heading" ? plainHeading.exec(source)?.[2] : undefined;
  return words?.includes("  ") ? undefined : words;
}

/** The heading that a block is, if it is one. */
export function headingsIn(block: Block, source: string): readonly Heading[] {
  if (block.kind !== "heading") return none;
  const [, marks, words] = plainHeading.exec(source) ?? [];
  if (marks !== undefined && words !== undefined)
    return [{ depth: marks.length, title: words.includes("  ") ? folded(words) : words }];
  const { node } = block;
  return node.kind === "heading" ? [{ depth: node.depth, title: headingText(node) }] : none;
}

/** A heading as a reader sees it: no markup, no comments, no `{#id}` at its end, white space folded. */
export const headingText = (heading: Node): string =>
  folded(
    childrenOf(heading)
      .map(plainText)
      .join("")
      .replace(/\{#[\w:.-]+\}\s*$/, ""),
  );

const folded = (text: string): string => text.replace(/\s+/g, " ").trim();
