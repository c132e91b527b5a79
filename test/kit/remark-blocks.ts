// The reading of Markdown that ours is held to: remark's tree as our blocks, each read at once. It shares no code with
// the server, so that a fault there cannot hide here.
import type * as mdast from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Block, Blocks } from "../../server/src/syntax/document.ts";
import type { Node } from "../../server/src/syntax/node.ts";
import { remarkLate } from "./remark-late.ts";

const plain = unified().use(remarkParse).use(remarkFrontmatter, ["yaml", "toml"]).freeze();
const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ["yaml", "toml"]).freeze();
const withoutFrontMatter = unified().use(remarkParse).use(remarkGfm).freeze();

const byteOrderMark = "\uFEFF";

/** The top-level blocks of a Markdown text, as remark reads them, with front matter or without. */
export function remarkBlocks(text: string, frontMatter = true): Blocks {
  // micromark drops one byte order mark without counting it, so every offset is one short. It has to see the
  // whole text: of a second mark, which is text, it would drop that.
  const skipped = text.startsWith(byteOrderMark) ? 1 : 0;
  const source = skipped ? text.slice(1) : text;
  const blocks: Block[] = [];
  const starts: number[] = [];
  for (const child of parse(text, frontMatter).children) {
    const start = child.position?.start.offset ?? 0;
    const end = child.position?.end.offset ?? start;
    const node = convert(child, start, { start: 0, end: end - start }, source);
    starts.push(start + skipped);
    blocks.push({ length: end - start, kind: node.kind, node });
  }
  const late = remarkLate(text, blocks, starts);
  if (!late) return { text, blocks, starts };
  return {
    text,
    blocks: blocks.toSpliced(late.from, late.to - late.from, late.block),
    starts: starts.toSpliced(late.from, late.to - late.from, starts[late.from] ?? 0),
  };
}

const deepest = 100;

/** The text as mdast. What nests too deep for GFM's bare links, which are found by recursion, is read without GFM. */
function parse(source: string, frontMatter: boolean): mdast.Root {
  try {
    return (frontMatter ? processor : withoutFrontMatter).parse(source);
  } catch (error) {
    if (error instanceof RangeError) return plain.parse(source);
    throw error;
  }
}

interface Extent {
  readonly start: number;
  readonly end: number;
}

/** An mdast node as ours. Nodes that GFM makes without a position take the place of what is around them. */
function convert(node: mdast.RootContent, base: number, around: Extent, source: string, depth = 0): Node {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  const place = start === undefined || end === undefined ? around : { start: start - base, end: end - base };
  const inside = (parent: { readonly children: readonly mdast.RootContent[] }): readonly Node[] =>
    parent.children.map((child) => convert(child, base, place, source, depth + 1));
  // Thousands of quote marks in a line are nesting too. Nobody reads what is in there, and no stack holds it.
  if (depth > deepest) return { kind: "text", ...place, value: "" };

  switch (node.type) {
    case "heading":
      return {
        kind: "heading",
        ...place,
        depth: node.depth,
        setext: source[base + place.start] !== "#",
        children: inside(node),
      };
    case "list":
      return { kind: "list", ...place, ordered: node.ordered ?? false, children: inside(node) };
    case "listItem": {
      const { checked } = node;
      return {
        kind: "item",
        ...place,
        ...(typeof checked === "boolean" && { checked }),
        children: inside(node),
      };
    }
    case "table":
      return { kind: "table", ...place, children: inside(node) };
    case "tableRow":
      return { kind: "row", ...place, children: inside(node) };
    case "tableCell":
      return { kind: "cell", ...place, children: inside(node) };
    case "blockquote":
      return { kind: "quote", ...place, children: inside(node) };
    case "paragraph":
    case "strong":
    case "emphasis":
    case "delete":
    case "footnoteDefinition":
      return { kind: node.type, ...place, children: inside(node) };
    case "text":
    case "inlineCode":
    case "html":
      return { kind: node.type, ...place, value: node.value };
    case "yaml":
      return { kind: "frontMatter", ...place, value: node.value };
    case "footnoteReference":
      return { kind: node.type, ...place, value: node.identifier };
    case "thematicBreak":
    case "break":
      return { kind: node.type, ...place };
    case "code":
      return {
        kind: "code",
        ...place,
        value: node.value,
        language: node.lang ?? undefined,
        closed: isClosed(source.slice(base + place.start, base + place.end)),
      };
    case "link": {
      const auto = !source.startsWith("[", base + place.start);
      return { kind: "link", ...place, url: node.url, auto, children: inside(node) };
    }
    case "linkReference":
      return { kind: "link", ...place, label: node.identifier, auto: false, children: inside(node) };
    case "image":
      return { kind: "image", ...place, url: node.url, alt: node.alt ?? "" };
    case "imageReference":
      return { kind: "image", ...place, label: node.identifier, alt: node.alt ?? "" };
    case "definition":
      return { kind: "definition", ...place, label: node.identifier, url: node.url };
    default:
      return other(node, place, source.slice(base + place.start, base + place.end));
  }
}

/** What mdast's types do not name: TOML front matter; anything a later extension may add is plain text to us. */
const other = (
  node: { readonly type: string; readonly value?: unknown },
  place: Extent,
  source: string,
): Node => ({
  kind: node.type === "toml" ? "frontMatter" : "text",
  ...place,
  value: typeof node.value === "string" ? node.value : source,
});

/** Whether a code block's fence has its closing line. Indented code has none to miss. */
function isClosed(source: string): boolean {
  const fence = /^(`{3,}|~{3,})/.exec(source)?.[1];
  if (!fence) return true;
  const lines = source.split(/\r\n|\n|\r/);
  const last = lines.at(-1)?.trim() ?? "";
  return lines.length > 1 && last.startsWith(fence) && last === fence.charAt(0).repeat(last.length);
}
