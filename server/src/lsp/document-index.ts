import type { Files } from "../workspace/files.ts";
import { createCards, type Cards } from "../workspace/cards.ts";
import { createHandles, type Handles } from "../workspace/handles.ts";
import { createHeads, type HeadSources } from "../workspace/heads.ts";
import { createKept, type Kept } from "../workspace/kept.ts";
import { isHead, type Head } from "../workspace/read-head.ts";
import { described, type Log } from "./guard.ts";
import type { Host } from "./host.ts";
import type { Turns } from "./turns.ts";

/** What is known of all design documents of the workspace, read in the background. */
export interface DocumentIndex {
  readonly cards: Cards;
  readonly handles: Handles;
  /** The heads that have been read of a folder which is being read for the first time, by their URIs. */
  soFar(folder: string): ReadonlyMap<string, Head>;
  /** Writes what is to be known at the next start, before the server ends. */
  keep(): Promise<void>;
}

export interface DocumentIndexParts extends Pick<HeadSources, "openText" | "documents" | "template"> {
  readonly host: Pick<Host, "nextTurn" | "keepIn" | "inSmallMemory">;
  readonly log: Log;
  readonly turns: Turns;
  /** Files that remember no document's text, since there are thousands of them. */
  readonly files: Files;
  /** The URI or path of a folder for what is kept from one start to the next. */
  readonly cacheFolder: string | undefined;
  folders(): readonly string[];
  /** The text of a document may be another one; without a URI, any of them, or which there are. */
  stale?(uri?: string): void;
  /** What is known of a folder is another now. Of several changes at once it is told once. */
  changed(folder: string): void;
}

/** An index that has nothing yet. */
export function documentIndex(parts: DocumentIndexParts): DocumentIndex {
  const { host, log, turns } = parts;
  const failed = (error: unknown): void => log.error(`reading design documents failed: ${described(error)}`);
  const kept = keptHeads(parts);
  const told = new Set<string>();
  const begun = new Map<string, Map<string, Head>>();
  const sources = {
    ...parts,
    pause: () => turns.pause(),
    ...(kept && { kept }),
    ...(host.inSmallMemory && { readingAll: host.inSmallMemory }),
    failed,
    changed(folder: string): void {
      if (told.has(folder)) return;
      told.add(folder);
      // Handles and cards come of the same reading, and whoever hangs on both is asked to look once.
      void Promise.all([cards.all(folder), handles.all(folder)])
        .then(() => host.nextTurn())
        .then(() => {
          told.delete(folder);
          begun.delete(folder);
          parts.changed(folder);
        });
    },
  };
  // Who is named and what supersedes what stand in the same headers, which are read once for both.
  const heads = createHeads(sources);
  const handles = createHandles(sources, heads);
  const cards = createCards(sources, heads);
  heads.follow((folder, uri, head) => {
    if (cards.ready(folder)) return;
    const known = begun.get(folder) ?? new Map<string, Head>();
    begun.set(folder, known);
    if (head) known.set(uri, head);
    else known.delete(uri);
  });
  return {
    handles,
    cards: {
      ...cards,
      stale(uri) {
        cards.stale(uri);
        parts.stale?.(uri);
      },
    },
    soFar: (folder) => begun.get(folder) ?? none,
    keep: async () => kept?.save().catch(failed),
  };
}

const none: ReadonlyMap<string, Head> = new Map();

function keptHeads({ host, turns, cacheFolder }: DocumentIndexParts): Kept<Head> | undefined {
  const place = cacheFolder === undefined ? undefined : host.keepIn?.(cacheFolder);
  if (!place) return undefined;
  return createKept(place.store("heads"), {
    kind: "heads",
    version: place.version,
    isValue: isHead,
    pause: () => turns.pause(),
  });
}
