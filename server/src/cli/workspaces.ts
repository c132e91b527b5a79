import type { Card } from "../facts/facts.ts";
import { matcher } from "../workspace/design-documents.ts";
import type { Files } from "../workspace/files.ts";
import { folderCards } from "../workspace/folder-cards.ts";
import { createHandles } from "../workspace/handles.ts";
import { listDocuments } from "../workspace/list-documents.ts";
import { ownersAmong } from "../workspace/owners.ts";
import { digest } from "../text/digest.ts";
import { headOfFile } from "../workspace/head-piece.ts";
import { readSideText } from "../workspace/side-files.ts";
import { readHead, type Head } from "../workspace/read-head.ts";
import { defaults } from "../settings/table.ts";
import { parentOf, pathWithin, under } from "../workspace/uris.ts";
import type { Templates } from "./governing.ts";
import type { Host } from "./host.ts";
import type { Surroundings } from "./surroundings.ts";

/** What counts as the workspace of documents. */
export interface Root {
  /** Where links may lead. */
  readonly folder: string;
  /** The folder from which the paths of other design documents are read; nothing where none are looked for. */
  readonly collection: string | undefined;
  /** Where in it files are looked for; everywhere where it is absent. */
  readonly within?: string;
}

/** One text for equal roots. */
export const rootKey = ({ folder, collection, within }: Root): string =>
  JSON.stringify([folder, collection, within]);

/** What is known of a workspace and is the same for all of its documents. */
export interface Around {
  /** The cards of all its design documents, in the order of their paths. */
  cards(root: Root): Promise<readonly Card[]>;
  /** Equal for equal cards. */
  cardsPrint(root: Root): Promise<string>;
  /** Whom its owners files name. */
  owners(root: Root): Promise<ReadonlySet<string> | undefined>;
}

/** Reads the beginnings of documents, by their canonical URIs. Those that are no design documents have none. */
export type HeadsOf = (uris: readonly string[]) => Promise<ReadonlyMap<string, Head>>;

/** {@link printOfCards} of the cards that are made of the heads of documents, which has to `make` them where it does not know it. */
export type KnownPrint = (
  root: Root,
  uris: readonly string[],
  make: () => Promise<string>,
) => Promise<string>;

/** Equal for equal cards. */
const printOfCards = (cards: readonly Card[]): string => digest(JSON.stringify(cards));

/** Looks around in the files of the host, once for each workspace and only for what is asked. */
export function createAround(
  headsOf: HeadsOf,
  { configs }: Surroundings,
  host: Pick<Host, "files">,
  knownPrint: KnownPrint = (_, __, make) => make(),
): Around {
  const documents = new Map<string, Promise<readonly string[]>>();
  const cards = new Map<string, Promise<readonly Card[]>>();
  const prints = new Map<string, Promise<string>>();
  const owners = new Map<string, Promise<ReadonlySet<string> | undefined>>();
  const filesOf = ({ within }: Root): Files =>
    within === undefined ? host.files : lookingWithin(within, host.files);
  const list = async (root: Root, collection: string): Promise<readonly string[]> => {
    const around = await configs.around(root.within ?? collection);
    return listDocuments(collection, defaults, around, filesOf(root));
  };
  const listed = (root: Root, collection: string): Promise<readonly string[]> =>
    once(documents, rootKey(root), () => list(root, collection));
  const readCards = async (root: Root, collection: string): Promise<readonly Card[]> => {
    const found = folderCards(collection);
    for (const [uri, head] of await headsOf(await listed(root, collection))) found.put(uri, head);
    return found.update(() => Promise.resolve());
  };
  const cardsOf = (root: Root): Promise<readonly Card[]> => {
    const { collection } = root;
    if (collection === undefined) return Promise.resolve([]);
    return once(cards, rootKey(root), () => readCards(root, collection));
  };
  const makePrint = async (root: Root): Promise<string> => printOfCards(await cardsOf(root));
  const findPrint = async (root: Root, collection: string): Promise<string> =>
    knownPrint(root, await listed(root, collection), () => makePrint(root));
  return {
    cards: cardsOf,
    cardsPrint: (root) =>
      once(prints, rootKey(root), () =>
        root.collection === undefined ? makePrint(root) : findPrint(root, root.collection),
      ),
    owners(root) {
      const { collection } = root;
      if (collection === undefined) return Promise.resolve(undefined);
      return once(owners, rootKey(root), () => readOwners(collection, filesOf(root)));
    },
  };
}

/** What is kept for a key, which is found by the first who asks. */
function once<Value>(kept: Map<string, Value>, key: string, find: () => Value): Value {
  const known = kept.get(key) ?? find();
  kept.set(key, known);
  return known;
}

/** Owners files alone say who owns something, so no document is read for that. */
async function readOwners(folder: string, files: Files): Promise<ReadonlySet<string> | undefined> {
  const handles = createHandles(
    {
      files,
      openText: () => undefined,
      documents: () => Promise.resolve([]),
      template: () => Promise.resolve(undefined),
      pause: () => Promise.resolve(),
      changed: () => undefined,
      failed: () => undefined,
    },
    { read: () => Promise.resolve(), follow: () => undefined, stale: () => undefined },
  );
  return ownersAmong(await handles.all(folder));
}

const mostAtOnce = 8;

/** Reads heads in this thread, from the files of the host. */
export function createHeadsOf(
  templates: Templates,
  { placed }: Surroundings,
  files: Pick<Files, "readFile" | "readStart" | "listFolder">,
): HeadsOf {
  const headAt = async (uri: string): Promise<Head | undefined> => {
    const { claim, isDocument } = await placed(uri);
    if (!isDocument) return undefined;
    const { template, failure } = await templates({ uri, named: false, claim });
    const piece = failure === undefined ? await headOfFile(uri, files) : undefined;
    return piece === undefined ? undefined : readHead(piece, template, await readSideText(files, uri));
  };
  return async (uris) => {
    const heads = new Map<string, Head>();
    const waiting = uris.values();
    const work = async (): Promise<void> => {
      for (const uri of waiting) {
        const head = await headAt(uri);
        if (head) heads.set(uri, head);
      }
    };
    await Promise.all(Array.from({ length: mostAtOnce }, work));
    return heads;
  };
}

/** Files that are looked for in one folder alone, by their paths from the folder that is asked for. */
const lookingWithin = (within: string, files: Files): Files => ({
  ...files,
  async findFiles({ include, exclude, limit }, folders) {
    const included = matcher(include);
    const excluded = matcher(exclude);
    const found = await files.findFiles({ include: ["**"], exclude: [], limit: Infinity }, [within]);
    const isWanted = (path: string | undefined): boolean =>
      path !== undefined && included(path) && !excluded(path);
    return found.filter((uri) => folders.some((folder) => isWanted(pathWithin(folder, uri)))).slice(0, limit);
  },
});

/** Finds the workspace of the documents in a folder, each folder once. */
export function createRoots(surroundings: Surroundings, host: Pick<Host, "files" | "folder">): RootOf {
  const roots = new Map<string, Promise<Root>>();
  return (folder) => {
    const known = roots.get(folder) ?? findRoot(folder, surroundings, host);
    roots.set(folder, known);
    return known;
  };
}

/** The workspace of the documents in a folder. */
export type RootOf = (folder: string) => Promise<Root>;

/**
 * The workspace of a document in `folder`: the repository around it. Without one, links may lead anywhere in
 * the working folder, and the other documents are those of its configuration, or beside it below `docs/designs`. What is around that
 * could be a whole disk, so it is not looked through.
 */
async function findRoot(
  folder: string,
  { configs }: Surroundings,
  host: Pick<Host, "files" | "folder">,
): Promise<Root> {
  for (let place = folder, below = ""; place !== below; below = place, place = parentOf(place))
    if ((await host.files.kindOf(under(place, ".git"))) !== undefined)
      return { folder: place, collection: place };
  const config = await configs.governing(under(folder, "x.md"));
  if (config?.claims)
    return {
      folder: pathWithin(host.folder, folder) === undefined ? config.folder : host.folder,
      collection: config.folder,
    };
  const [within] = /^.*?\/docs\/designs(?=\/|$)/i.exec(folder) ?? [];
  const isBelow = pathWithin(host.folder, folder) !== undefined;
  return {
    folder: isBelow ? host.folder : folder,
    ...(within === undefined
      ? { collection: undefined }
      : { collection: parentOf(parentOf(within)), within }),
  };
}
