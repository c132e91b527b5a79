import type { Card } from "../facts/facts.ts";
import { destination } from "../features/overview/table.ts";
import { hasIndex, indexEdit, newIndex, type Lines } from "../features/overview/index-edit.ts";
import { indexLines, type Linked } from "../features/overview/index-text.ts";
import { inEnglish, message } from "../messages/message.ts";
import type { Edit } from "../text/edit.ts";
import type { Files } from "./files.ts";
import { indexHomes } from "./index-home.ts";
import type { Place } from "./place.ts";
import { canonical, nameOf, pathWithin, under } from "./uris.ts";

/** The index of a folder, and what becomes of the file that it stands in. */
export interface IndexPage {
  /** Of the file. */
  readonly uri: string;
  /** How many documents it lists. */
  readonly documents: number;
  readonly change:
    | { readonly kind: "none" }
    | { readonly kind: "create"; readonly text: string }
    | { readonly kind: "edit"; readonly before: string; readonly edit: Edit };
}

export interface IndexSources {
  /** Globs of documents where no configuration says it. */
  readonly include: readonly string[];
  placed(uri: string): Promise<Pick<Place, "claim">>;
  readonly files: Pick<Files, "listFolder">;
  /** The text of a file without its byte order mark, as somebody types it or as it is saved; nothing where there is none. */
  textOf(uri: string): Promise<string | undefined>;
  pause(): Promise<void>;
  /** Indexes are looked at that list one of these documents; all of them where it is absent. */
  wanted?(uri: string): boolean;
}

/**
 * The indexes of documents, one for each folder that has some, in the order of their paths. `standing` names folders
 * that are looked at, too: an index is brought up to date where its last document is gone, and none is begun.
 */
export async function indexPages(
  cards: readonly Card[],
  standing: readonly string[],
  sources: IndexSources,
): Promise<readonly IndexPage[]> {
  const homeOf = indexHomes(sources.include);
  const homes = new Map<string, Card[]>(standing.map((folder) => [canonical(folder), []]));
  for (const card of cards) {
    await sources.pause();
    const home = homeOf(card.uri, card.path, await sources.placed(card.uri));
    const there = homes.get(home);
    if (there) there.push(card);
    else homes.set(home, [card]);
  }
  const pages: IndexPage[] = [];
  const asked = new Set(standing.map(canonical));
  const isWanted = (home: string, listed: readonly Card[]): boolean =>
    asked.has(home) || listed.some(({ uri }) => sources.wanted?.(uri) !== false);
  for (const [home, listed] of Array.from(homes).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const page = isWanted(home, listed) ? await pageOf(home, listed, sources) : undefined;
    if (page) pages.push(page);
  }
  return pages;
}

async function pageOf(
  home: string,
  cards: readonly Card[],
  { files, textOf }: IndexSources,
): Promise<IndexPage | undefined> {
  const names = (await files.listFolder(home)).filter((name) => /^readme\.md$/i.test(name));
  const uri = canonical(under(home, names.includes(fileName) ? fileName : (names[0] ?? fileName)));
  const before = await textOf(uri);
  // A README may be a design document itself, where a configuration says so.
  const listed = cards.filter((card) => card.uri !== uri);
  if (listed.length === 0 && (before === undefined || !hasIndex(before))) return undefined;
  const documents = listed.map((card) => linked(card, home));
  const lines: Lines = (options) => indexLines(documents, options);
  if (before === undefined) {
    const text = newIndex(inEnglish(message("index.folder-title")), lines);
    return { uri, documents: listed.length, change: { kind: "create", text } };
  }
  const edit = indexEdit(before, lines);
  return { uri, documents: listed.length, change: edit ? { kind: "edit", before, edit } : { kind: "none" } };
}

const fileName = "README.md";

function linked(card: Card, home: string): Linked {
  const path = pathWithin(home, card.uri) ?? nameOf(card.uri);
  // A document that has a folder to itself is listed with its neighbours.
  const below = path.split("/").slice(0, /\/(?:readme|index)\.[^/]*$/i.test(path) ? -2 : -1);
  return { ...card, to: destination(path), below: below.join("/") };
}
