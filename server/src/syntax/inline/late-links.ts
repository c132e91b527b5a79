import type { Root } from "mdast";
import { gfmAutolinkLiteralFromMarkdown } from "mdast-util-gfm-autolink-literal";
import type { Span } from "../../text/span.ts";
import type { Node } from "../node.ts";
import type { Reader } from "./reader.ts";

const transforms = gfmAutolinkLiteralFromMarkdown().transforms ?? [];

const hint = /(?:https?:\/\/|www(?=\.))[\w-]*\.|[\w+\-.]@[\w-]+\./i;

/** Whether the text of a node may hold an address that GFM finds when all else is read. */
export const mayHoldLink = (value: string): boolean => hint.test(value);

/**
 * What GFM's second search for bare addresses makes of a text. What it finds has no place of its own and takes that
 * of the node around it, as does the text beside it.
 */
export function lateLinks(
  state: Reader,
  text: Node & { readonly kind: "text" },
  around: Span | undefined,
): readonly Node[] {
  const root: Root = { type: "root", children: [{ type: "text", value: text.value }] };
  for (const transform of transforms) transform(root);
  const [first] = root.children;
  if (root.children.length === 1 && first?.type === "text") return [text];
  if (!around) {
    state.sure = false;
    return [];
  }
  const place = { start: around.start, end: around.end };
  const auto = state.content.source.charCodeAt(place.start) !== 91;
  const made: Node[] = [];
  for (const child of root.children) {
    if (child.type === "text") made.push({ kind: "text", ...place, value: child.value });
    else if (child.type === "link") {
      const children = child.children.flatMap((inner): Node[] =>
        inner.type === "text" ? [{ kind: "text", ...place, value: inner.value }] : [],
      );
      made.push({ kind: "link", ...place, url: child.url, auto, children });
    } else state.sure = false;
  }
  return made;
}
