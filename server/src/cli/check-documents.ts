import type { Checked } from "./check-document.ts";
import { reasonOf, type Document } from "./collect.ts";
import { openCache } from "./cache.ts";
import { createLabour, type Checking } from "./labour.ts";

/** What became of documents. */
export interface Run {
  readonly checked: ReadonlyMap<Document, Checked>;
  readonly notes: readonly string[];
}

/**
 * Checks documents, or takes what was kept of those that would be judged as they were. Where a thread breaks off, a
 * sentence says so.
 */
export async function checkDocuments(
  documents: readonly Document[],
  checking: Checking,
): Promise<Run | string> {
  const cache = openCache(checking);
  const labour = createLabour(checking, cache);
  const progress = checking.request.format === "json" ? undefined : checking.host.progress;
  try {
    const ordered = inOrder(documents);
    const known = (await cache?.known(ordered, labour)) ?? new Map<Document, Checked>();
    const open = ordered.filter((document) => !known.has(document));
    let done = known.size;
    const results = await labour.check(open, (count) => {
      done += count;
      progress?.(`Checking: ${done} of ${ordered.length} documents`);
    });
    const fresh = new Map(
      open.flatMap((document, index) => {
        const one = results[index];
        return one ? [[document, one] as const] : [];
      }),
    );
    const notes = (await cache?.keep(fresh)) ?? [];
    return { checked: new Map([...known, ...fresh]), notes };
  } catch (error) {
    return reasonOf(error);
  } finally {
    progress?.("");
    labour.end();
  }
}

/** Documents before templates. */
export const inOrder = (documents: readonly Document[]): readonly Document[] => [
  ...documents.filter(({ isTemplate }) => !isTemplate),
  ...documents.filter(({ isTemplate }) => isTemplate),
];
