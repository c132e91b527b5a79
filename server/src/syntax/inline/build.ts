import type { Span } from "../../text/span.ts";
import type { Node } from "../node.ts";
import { endIn, startIn } from "./content.ts";
import { lateLinks, mayHoldLink } from "./late-links.ts";
import { endOf, type Group, type Item, type Reader } from "./reader.ts";

/** Deeper than this, what is inside is left to remark; what is around a leaf is deep as well. */
const deepest = 40;

/**
 * The nodes of some items. Neighbouring texts are one. `around` is the place of the node that they are in, if it is
 * known, and "link" inside a link, where GFM looks for no more of them.
 */
export function build(
  state: Reader,
  items: readonly Item[],
  around: Span | "link" | undefined,
  depth: number,
): Node[] {
  const nodes: Node[] = [];
  if (depth > deepest) state.sure = false;
  if (!state.sure) return nodes;
  const { content } = state;
  let start = -1;
  let end = -1;
  let value = "";
  const flush = (): void => {
    if (start < 0) return;
    const node = { kind: "text", start: startIn(content, start), end: endOf(state, end), value } as const;
    start = -1;
    if (around === "link" || !mayHoldLink(value)) nodes.push(node);
    else nodes.push(...lateLinks(state, node, around));
  };
  for (const item of items) {
    if (item.type === "finished" || item.type === "group") {
      flush();
      nodes.push(item.type === "finished" ? item.node : groupNode(state, item, around, depth));
      continue;
    }
    const written = item.type === "plain" ? item.value : undefined;
    if (start < 0) {
      start = item.start;
      value = written ?? state.text.slice(start, item.end);
    } else value += written ?? state.text.slice(item.start, item.end);
    end = item.end;
  }
  flush();
  return nodes;
}

function groupNode(state: Reader, group: Group, around: Span | "link" | undefined, depth: number): Node {
  const place = { start: startIn(state.content, group.start), end: endIn(state.content, group.end) };
  const inLink = around === "link" || group.kind === "link";
  const children = build(state, group.items, inLink ? "link" : place, depth + 1);
  if (group.kind !== "link") return { kind: group.kind, ...place, children };
  return group.url === undefined
    ? { kind: "link", ...place, label: group.label ?? "", auto: false, children }
    : { kind: "link", ...place, url: group.url, auto: false, children };
}
