import type {
  DidChangeDocumentsParams,
  DocumentProgress,
  DocumentsResult,
  DocumentSummary,
} from "../../../server/src/protocol/documents.ts";
import {
  byFolder,
  byStage,
  matching,
  sortedBy,
  waitingFor,
  type Group,
  type SortKey,
} from "../../../server/src/workspace/document-list.ts";

/** How the documents are shown. */
export interface Arrangement {
  readonly grouping: "status" | "folder";
  readonly sort: SortKey;
  readonly filter: string;
  /** Only those that wait for the review of {@link handle}. */
  readonly onlyWaiting: boolean;
  /** Whose reviews count, with or without `@`; empty where nobody is known. */
  readonly handle: string;
}

/** What the tree shows. The same thing is the same object for as long as it is there, as the editor's trees want it. */
export type Node = GroupNode | DocumentNode | MoreNode;
export interface GroupNode {
  readonly kind: "group";
  /** A stage, or the path of a folder. */
  readonly key: string;
}
export interface DocumentNode {
  readonly kind: "document";
  readonly uri: string;
  /** The same as the editor has URIs, for commands of a menu that expect one. */
  readonly resourceUri: unknown;
}
/** Stands for the documents of a group that are not shown yet. */
export interface MoreNode {
  readonly kind: "more";
  readonly group: string;
}

/** The documents that are known, and what of them is shown where. */
export interface Model {
  readonly arrangement: () => Arrangement;
  readonly arrange: (change: Partial<Arrangement>) => void;
  /** Takes what the server has answered, or told since. */
  readonly load: (result: DocumentsResult) => void;
  readonly change: (params: DidChangeDocumentsParams) => void;
  readonly clear: () => void;
  /** All documents have been read; undefined before anything was loaded. */
  readonly complete: () => boolean | undefined;
  readonly uris: () => Iterable<string>;
  readonly document: (uri: string) => DocumentSummary | undefined;
  /** As it was told last. Null: it is no design document. Undefined: nobody has asked. */
  readonly progress: (uri: string) => DocumentProgress | null | undefined;
  /** Whether it may be another one than {@link progress} says. */
  readonly isProgressOld: (uri: string) => boolean;
  readonly setProgress: (uri: string, progress: DocumentProgress | null) => void;
  readonly groups: () => readonly GroupNode[];
  readonly childrenOf: (group: GroupNode) => readonly (DocumentNode | MoreNode)[];
  readonly groupOf: (uri: string) => GroupNode | undefined;
  readonly nodeOf: (uri: string) => DocumentNode;
  /** How many documents a group has, shown or not. */
  readonly sizeOf: (group: string) => number;
  /** How many of a group are not shown yet. */
  readonly left: (group: string) => number;
  readonly showMore: (group: string) => void;
  /** How many documents there are, and how many of them fit the filter. */
  readonly count: () => { readonly all: number; readonly shown: number };
  /** How many documents wait for the review of the handle. */
  readonly waiting: () => number;
}

// A tree asks for all children of a group at once, and nobody scrolls further.
const pageSize = 1000;

/**
 * No documents yet. `rootName` says what people call a workspace folder, where several are open, and `resourceOf` makes
 * of a URI what the editor has for one.
 */
export function createModel(
  initial: Arrangement,
  rootName: (uri: string) => string,
  resourceOf: (uri: string) => unknown,
): Model {
  let arrangement = initial;
  let complete: boolean | undefined;
  const documents = new Map<string, DocumentSummary>();
  const progress = new Map<string, DocumentProgress | null>();
  const fresh = new Set<string>();
  const nodes = new Map<string, DocumentNode>();
  const groupNodes = new Map<string, GroupNode>();
  const moreNodes = new Map<string, MoreNode>();
  const pages = new Map<string, number>();
  let arranged: ReadonlyMap<string, readonly DocumentSummary[]> | undefined;

  const rank = ({ uri }: DocumentSummary): number | undefined => {
    const known = progress.get(uri);
    return known ? known.written / Math.max(1, known.total) : undefined;
  };

  const made = <Value>(map: Map<string, Value>, key: string, make: () => Value): Value => {
    const known = map.get(key) ?? make();
    map.set(key, known);
    return known;
  };

  const groups = (): ReadonlyMap<string, readonly DocumentSummary[]> => {
    if (arranged) return arranged;
    const { grouping, sort, filter, onlyWaiting, handle } = arrangement;
    const fits = matching(filter);
    const waits = onlyWaiting ? waitingFor(handle) : () => true;
    const wanted = Array.from(documents.values()).filter((one) => fits(one) && waits(one));
    const sorted = sortedBy(sort, wanted, rank);
    const found: readonly Group<DocumentSummary>[] =
      grouping === "status"
        ? byStage(sorted)
        : byFolder(sorted, ({ folder }) => (folder === undefined ? "" : rootName(folder)));
    arranged = new Map(found.map((group) => [group.key, group.documents]));
    return arranged;
  };

  const shownOf = (group: string): number => pages.get(group) ?? pageSize;
  const sizeOf = (group: string): number => groups().get(group)?.length ?? 0;
  const left = (group: string): number => Math.max(0, sizeOf(group) - shownOf(group));
  const nodeOf = (uri: string): DocumentNode =>
    made(nodes, uri, () => ({ kind: "document", uri, resourceUri: resourceOf(uri) }));
  const groupNode = (key: string): GroupNode => made(groupNodes, key, () => ({ kind: "group", key }));
  const forget = (uri: string): void => {
    documents.delete(uri);
    progress.delete(uri);
    fresh.delete(uri);
    nodes.delete(uri);
  };

  return {
    arrangement: () => arrangement,
    arrange(change) {
      arrangement = { ...arrangement, ...change };
      pages.clear();
      arranged = undefined;
    },
    load(result) {
      const there = new Set(result.documents.map(({ uri }) => uri));
      for (const uri of documents.keys()) if (!there.has(uri)) forget(uri);
      for (const one of result.documents) documents.set(one.uri, one);
      complete = result.complete;
      arranged = undefined;
    },
    change(params) {
      for (const uri of params.removed) forget(uri);
      for (const one of params.changed) documents.set(one.uri, one);
      for (const uri of params.touched) fresh.delete(uri);
      for (const { uri } of params.changed) fresh.delete(uri);
      complete = params.complete;
      if (params.removed.length + params.changed.length > 0) arranged = undefined;
    },
    clear() {
      for (const map of [documents, progress, fresh, nodes, groupNodes, moreNodes, pages]) map.clear();
      complete = undefined;
      arranged = undefined;
    },
    complete: () => complete,
    uris: () => documents.keys(),
    document: (uri) => documents.get(uri),
    progress: (uri) => progress.get(uri),
    isProgressOld: (uri) => !fresh.has(uri),
    setProgress(uri, found) {
      if (!documents.has(uri)) return;
      progress.set(uri, found);
      fresh.add(uri);
      if (arrangement.sort === "progress") arranged = undefined;
    },
    groups: () => Array.from(groups().keys(), groupNode),
    childrenOf({ key }) {
      const all = groups().get(key) ?? [];
      const shown = all.slice(0, shownOf(key)).map(({ uri }) => nodeOf(uri));
      return left(key) === 0
        ? shown
        : [...shown, made(moreNodes, key, (): MoreNode => ({ kind: "more", group: key }))];
    },
    groupOf(uri) {
      for (const [key, all] of groups()) if (all.some((one) => one.uri === uri)) return groupNode(key);
      return undefined;
    },
    nodeOf,
    sizeOf,
    left,
    showMore: (group) => void pages.set(group, shownOf(group) + pageSize),
    count() {
      let shown = 0;
      for (const all of groups().values()) shown += all.length;
      return { all: documents.size, shown };
    },
    waiting() {
      const waits = waitingFor(arrangement.handle);
      let count = 0;
      for (const one of documents.values()) if (waits(one)) count++;
      return count;
    },
  };
}
