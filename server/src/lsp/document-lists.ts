import type { Card } from "../facts/facts.ts";
import type { DidChangeDocumentsParams, DocumentsResult, DocumentSummary } from "../protocol/documents.ts";
import { tellingName, titleFromFileName } from "../template/file-name.ts";
import type { Cards } from "../workspace/cards.ts";
import { plainWords } from "../text/plain-words.ts";
import { aboutOf } from "../workspace/folder-cards.ts";
import type { Head } from "../workspace/read-head.ts";
import { isSideFile } from "../workspace/side-files.ts";
import { canonical, nameOf, parentOf, pathWithin } from "../workspace/uris.ts";

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
  readonly index: {
    readonly cards: Pick<Cards, "now">;
    soFar(folder: string): ReadonlyMap<string, Head>;
  };
  folders(): readonly string[];
  /** Calls `run` once after so many milliseconds. */
  later(milliseconds: number, run: () => void): void;
  tell(params: DidChangeDocumentsParams): void;
}

// Whatever happens within so many milliseconds is told at once: nobody reads a list any faster.
const together = 300;

// So many are told at once while others are still being read. More would be long in the way of what is typed.
const mostAtOnce = 2000;

/** Nobody has asked yet. */
export function createDocumentLists({ index, folders, later, tell }: DocumentListParts): DocumentLists {
  let known: Map<string, Listed> | undefined;
  let wasComplete = false;
  let isScheduled = false;
  const touched = new Set<string>();

  /** The documents of all folders, each once: a folder may lie in another one. */
  const look = (): Look => {
    const now = new Map<string, Listed>();
    let complete = true;
    for (const folder of folders()) {
      const cards = index.cards.now(folder);
      for (const card of cards ?? []) now.set(card.uri, { source: card, folder });
      if (cards) continue;
      complete = false;
      for (const [uri, head] of index.soFar(folder)) now.set(uri, { source: head, folder });
    }
    return { now, complete };
  };

  const summaryIn = (uri: string, { source, folder }: Listed): DocumentSummary => {
    const card = "uri" in source ? source : beginning(folder, uri, source);
    return summaryOf(card, folders().length < 2 ? undefined : folder);
  };

  /** Whether something else is to be told of a document than before. */
  const isNews = (uri: string, one: Listed, before: Listed | undefined): boolean => {
    if (!before || before.folder !== one.folder) return true;
    if (before.source === one.source) return false;
    // All cards come behind the heads that they were made of, and say the same in lists.
    const isCard = "uri" in before.source;
    return isCard || JSON.stringify(summaryIn(uri, before)) !== JSON.stringify(summaryIn(uri, one));
  };

  const tellChanges = (): void => {
    isScheduled = false;
    if (!known) return;
    const { now, complete } = look();
    const changed: DocumentSummary[] = [];
    for (const [uri, one] of now) {
      if (isNews(uri, one, known.get(uri))) {
        if (!complete && changed.length === mostAtOnce) continue;
        changed.push(summaryIn(uri, one));
      }
      known.set(uri, one);
    }
    // What is still being read is not gone.
    const removed = complete ? Array.from(known.keys()).filter((uri) => !now.has(uri)) : [];
    for (const uri of removed) known.delete(uri);
    const others = Array.from(touched).filter((uri) => now.has(uri));
    touched.clear();
    const isAny = changed.length + removed.length + others.length > 0 || complete !== wasComplete;
    wasComplete = complete;
    if (isAny) tell({ complete, changed, removed, touched: others });
    // Nobody tells that another one was read.
    if (!complete) schedule();
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
      if (!complete) schedule();
      return { complete, documents: Array.from(now, ([uri, one]) => summaryIn(uri, one)) };
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
      // What stands in such a file is said of the document beside it.
      if (uri !== undefined && isSideFile(uri))
        for (const one of known.keys()) if (parentOf(one) === parentOf(canonical(uri))) touched.add(one);
      schedule();
    },
    changed: schedule,
  };
}

/** A document with the folder through which it was found, and what is known of it: its card, or first its head. */
interface Listed {
  readonly source: Card | Head;
  readonly folder: string;
}

interface Look {
  readonly now: Map<string, Listed>;
  readonly complete: boolean;
}

type Summarised = Omit<Card, "fileName" | "supersedes" | "supersededBy">;

/** What a head says, before the others are known that it names. */
function beginning(folder: string, uri: string, head: Head): Summarised {
  const path = pathWithin(folder, uri) ?? nameOf(uri);
  const { title, status, stage } = head;
  return { uri, path, title, status, stage, ...aboutOf(path, head) };
}

/** What a list shows of a document. */
export function summaryOf(card: Summarised, folder?: string): DocumentSummary {
  const { uri, path, title, status, statusWord, stage, author, date, updated, reviewers, number } = card;
  return {
    uri,
    path,
    ...(folder !== undefined && { folder }),
    title: title || titleFromFileName(tellingName(path)) || tellingName(path),
    status: plainWords(status),
    ...(statusWord !== undefined && { statusWord }),
    stage,
    ...(author !== undefined && { author }),
    ...(date !== undefined && { date }),
    ...(updated !== undefined && { updated }),
    ...(reviewers && { reviewers }),
    ...(number !== undefined && { number }),
  };
}
