import { createMemory } from "../../text/memory.ts";
import type { Block } from "../document.ts";
import type { References } from "../inline/references.ts";
import { comparable } from "./definitions.ts";

/** What a text defines, and how often: `[` and the label of a link, `^` and the label of a footnote. */
export interface Labels {
  readonly counts: ReadonlyMap<string, number>;
  readonly references: References;
}

/** The labels of a text. */
export function labelsOf(keys: readonly string[]): Labels {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return labelsFrom(counts);
}

const labelsFrom = (counts: ReadonlyMap<string, number>): Labels => ({
  counts,
  references: {
    defines: (label) => counts.has(`[${comparable(label)}`),
    notes: (label) => counts.has(`^${comparable(label)}`),
  },
});

/** The labels of a text that has lost some and got others, and those of them that are new or gone. */
export function relabelled(
  before: Labels,
  lost: readonly string[],
  got: readonly string[],
): { readonly labels: Labels; readonly changed: readonly string[] } {
  if (lost.length === got.length && lost.every((key, index) => key === got[index]))
    return { labels: before, changed: [] };
  const counts = new Map(before.counts);
  for (const key of got) counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const key of lost) {
    const left = (counts.get(key) ?? 0) - 1;
    if (left > 0) counts.set(key, left);
    else counts.delete(key);
  }
  const changed = [...new Set([...lost, ...got])].filter((key) => counts.has(key) !== before.counts.has(key));
  return changed.length === 0
    ? { labels: { ...before, counts }, changed }
    : { labels: labelsFrom(counts), changed };
}

/**
 * Whether a block may refer to one of some labels; `source` gives its source. White space and quote marks do not count,
 * since a label may go over the lines of a quote.
 */
export function mayReferTo(block: Block, source: () => string, keys: readonly string[]): boolean {
  let squeezed = squeezedBlocks.get(block);
  if (squeezed === undefined) {
    const text = source();
    squeezed = text.includes("[") ? squeeze(comparable(text)) : "";
    squeezedBlocks.set(block, squeezed);
  }
  return squeezed !== "" && keys.some((key) => squeezed.includes(squeeze(key.slice(1))));
}

// Whoever types in a label asks at each key. Nobody else does, so that few documents have these.
const squeezedBlocks = createMemory<Block, string>();

const squeeze = (value: string): string => value.replaceAll(/[\s>]+/g, "");
