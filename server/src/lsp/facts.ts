import type { Card, Facts } from "../facts/facts.ts";
import { wantsOf } from "../facts/wants.ts";
import { readText, stageOf } from "../service.ts";
import type { Analysed } from "../template/analysed.ts";
import type { Diagrams } from "../workspace/diagrams.ts";
import { createFactStore, type FactStore } from "../workspace/fact-store.ts";
import type { Handle, Handles } from "../workspace/handles.ts";
import type { History } from "../workspace/history.ts";
import { ownersAmong } from "../workspace/owners.ts";
import type { Targets } from "../workspace/targets.ts";
import { canonical, folderOf, nameOf } from "../workspace/uris.ts";
import { described, type Log } from "./guard.ts";

/** The facts about open documents, as far as they are known at the moment. */
export interface DocumentFacts {
  /** Equal facts are the same objects, so that what hangs on them is kept. */
  of(uri: string, analysed: Analysed, author: string): Facts;
  /** A file or folder was created, changed or deleted. */
  fileChanged(uri: string): void;
  /** What Git knows may be another now. */
  historyChanged(): void;
  /** The document was opened or saved: what nobody tells of is asked again. */
  renew(uri: string): void;
  closed(uri: string): void;
}

/** Where facts come from. */
export interface DocumentFactsParts {
  readonly targets: Targets;
  readonly diagrams: Diagrams;
  readonly history: History;
  readonly handles: Handles;
  readonly log: Log;
  /** The other design documents of a folder, where all have been read. */
  cards(folder: string): readonly Card[] | undefined;
  today(): string;
  folders(): readonly string[];
  /** A fact about an open document is another now. */
  changed(uri: string): void;
}

/** Facts of the sources given; what takes time is asked in the background and told by `changed`. */
export function createDocumentFacts(parts: DocumentFactsParts): DocumentFacts {
  const { targets, diagrams, history, handles, log, folders } = parts;
  const owners = remembered(ownersAmong);
  const others = new Map<string, { readonly from: readonly Card[]; readonly cards: readonly Card[] }>();

  const othersOf = (uri: string): readonly Card[] | undefined => {
    const folder = folderOf(uri, folders());
    const from = folder === undefined ? undefined : parts.cards(folder);
    if (!from) return undefined;
    const last = others.get(uri);
    if (last?.from === from) return last.cards;
    const own = canonical(uri);
    const cards = from.filter((card) => card.uri !== own);
    others.set(uri, { from, cards });
    return cards;
  };

  const store: FactStore = createFactStore({
    targets: (uri, wants) => targets.of(uri, wants),
    diagram: (source) => diagrams.check(source),
    async base(uri, template) {
      const base = await history.base(uri);
      if (!base) return undefined;
      const { ref, text } = base;
      return { ref, ...(text === undefined ? {} : { analysed: readText(text, template) }) };
    },
    statusSince: (uri, line) => history.lineDay(uri, line),
    others: othersOf,
    owners(uri) {
      const folder = folderOf(uri, folders());
      return folder === undefined || !handles.ready(folder) ? undefined : owners(handles.now(folder));
    },
    changed: (uri) => parts.changed(uri),
    failed: (error) => log.error(`asking for facts failed: ${described(error)}`),
  });

  return {
    of(uri, analysed, author) {
      const known = store.now({
        uri,
        wants: wantsOf(analysed),
        template: analysed.template,
        asksSince: stageOf(analysed) === "review",
      });
      return {
        today: parts.today(),
        fileName: nameOf(uri),
        uri: canonical(uri),
        ...(author === "" ? {} : { author }),
        ...known,
      };
    },
    fileChanged(uri) {
      targets.forget(uri);
      store.stale("files");
    },
    historyChanged() {
      history.forget();
      store.stale("history");
    },
    renew(uri) {
      targets.stale();
      store.renew(uri);
    },
    closed(uri) {
      store.closed(uri);
      targets.closed(uri);
      others.delete(uri);
    },
  };
}

/** A function whose answer is kept while its argument is the same object. */
function remembered<T>(read: (handles: readonly Handle[]) => T): (handles: readonly Handle[]) => T {
  let last: { readonly handles: readonly Handle[]; readonly value: T } | undefined;
  return (handles) => {
    if (last?.handles !== handles) last = { handles, value: read(handles) };
    return last.value;
  };
}
