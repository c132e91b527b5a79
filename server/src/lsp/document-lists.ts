import type { Card } from "../facts/facts.ts";
import type { DidChangeDocumentsParams, DocumentsResult, DocumentSummary } from "../protocol/documents.ts";
import { tellingName, titleFromFileName } from "../template/file-name.ts";
import type { Cards } from "../workspace/cards.ts";
import { canonical } from "../workspace/uris.ts";

/** Tells a client which design documents there are, and follows them for it once it has asked. */
export interface DocumentLists {
  /** Those that are known now. From here on, changes are told. */
  all(): DocumentsResult;
  /** Changes are told from here on, if they were not before. What somebody else was not told yet, they still are. */
  follow(): void;
  /** The text of a document may be another one; without a URI, any of them, or which there are. */
  stale(uri?: string): void;
  /** The cards of some folder are others now, or are there for the first time. */
  changed(): void;
}

export interface DocumentListParts {
  readonly cards: Pick<Cards, "now">;
  folders(): readonly string[];
  /** Calls `run` once after so many milliseconds. */
  later(milliseconds: number, run: () => void): void;
  tell(params: DidChangeDocumentsParams): void;
}

// Whatever happens within so many milliseconds is told at once: nobody reads a list any faster.
const together = 300;

/** Nobody has asked yet. */
export function createDocumentLists({ cards, folders, later, tell }: DocumentListParts): DocumentLists {
  let known: ReadonlyMap<string, Listed> | undefined;
  let wasComplete = false;
  let isScheduled = false;
  const touched = new Set<string>();

  /** The cards of all folders, each document once: a folder may lie in another one. */
  const look = (): Look => {
    const now = new Map<string, Listed>();
    let complete = true;
    for (const folder of folders()) {
      const found = cards.now(folder);
      if (!found) complete = false;
      for (const card of found ?? []) now.set(card.uri, { card, folder });
    }
    return { now, complete };
  };

  const summaries = (found: Iterable<Listed>): readonly DocumentSummary[] => {
    const isOne = folders().length < 2;
    return Array.from(found, ({ card, folder }) => summaryOf(card, isOne ? undefined : folder));
  };

  const tellChanges = (): void => {
    isScheduled = false;
    const before = known;
    if (!before) return;
    const { now, complete } = look();
    const changed = Array.from(now.values()).filter(({ card, folder }) => {
      const last = before.get(card.uri);
      return last?.card !== card || last.folder !== folder;
    });
    // What is still being read is not gone.
    const removed = complete ? Array.from(before.keys()).filter((uri) => !now.has(uri)) : [];
    const others = Array.from(touched).filter((uri) => now.has(uri));
    touched.clear();
    known = complete ? now : new Map([...before, ...now]);
    const isNews = changed.length + removed.length + others.length > 0 || complete !== wasComplete;
    wasComplete = complete;
    if (isNews) tell({ complete, changed: summaries(changed), removed, touched: others });
  };

  const schedule = (): void => {
    if (!known || isScheduled) return;
    isScheduled = true;
    later(together, tellChanges);
  };

  return {
    all() {
      const { now, complete } = look();
      known = now;
      wasComplete = complete;
      touched.clear();
      return { complete, documents: summaries(now.values()) };
    },
    follow() {
      if (known) return;
      const { now, complete } = look();
      known = now;
      wasComplete = complete;
    },
    stale(uri) {
      if (!known) return;
      if (uri === undefined) for (const one of known.keys()) touched.add(one);
      else touched.add(canonical(uri));
      schedule();
    },
    changed: schedule,
  };
}

/** A card with the folder through which it was found. */
interface Listed {
  readonly card: Card;
  readonly folder: string;
}

interface Look {
  readonly now: ReadonlyMap<string, Listed>;
  readonly complete: boolean;
}

/** What a list shows of a document. */
export function summaryOf(card: Card, folder?: string): DocumentSummary {
  const { uri, path, title, status, statusWord, stage, author, date, updated, reviewers, number } = card;
  return {
    uri,
    path,
    ...(folder !== undefined && { folder }),
    title: title || titleFromFileName(tellingName(path)) || tellingName(path),
    status,
    ...(statusWord !== undefined && { statusWord }),
    stage,
    ...(author !== undefined && { author }),
    ...(date !== undefined && { date }),
    ...(updated !== undefined && { updated }),
    ...(reviewers && { reviewers }),
    ...(number !== undefined && { number }),
  };
}
