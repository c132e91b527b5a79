import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, posix, resolve } from "node:path";
import { matcher } from "../../server/src/workspace/design-documents.ts";
import { findCollections } from "./discover.ts";
import { knownCollections } from "./known.ts";

/** Documents of a folder of the corpus and the template that they follow: what a manifest lists. */
export interface Collection {
  /** Below the corpus; empty for the corpus itself. */
  readonly folder: string;
  /** Within the folder, like all paths with forward slashes. */
  readonly template: string;
  /** Globs within the folder; one that begins with `!` takes files out again. */
  readonly documents: readonly string[];
}

/** A template with its documents, as read. */
export interface Case {
  /** For people, short: the folder, and the template's name where the folder has several. */
  readonly name: string;
  readonly folder: string;
  readonly template: CorpusFile;
  readonly documents: readonly CorpusFile[];
}

export interface CorpusFile {
  /** Below the corpus. */
  readonly path: string;
  readonly text: string;
}

/**
 * The templates of a corpus with their documents: as the manifest has them, a JSON list of {@link Collection};
 * without one, as far as a folder is one that we know, as we know it; else what is found by the files' names.
 */
export function readCases(corpus: string, manifest?: string): readonly Case[] {
  const listed = manifest === undefined ? undefined : readManifest(manifest);
  const collections = listed ?? [...knownIn(corpus), ...foundIn(corpus)];
  return collections.map((collection) => readCase(corpus, collection, collections));
}

const knownIn = (corpus: string): readonly Collection[] =>
  knownCollections.filter(({ folder, template }) => existsSync(join(corpus, folder, template)));

/** What is found in the folders that we do not know; a corpus without folders of repositories is one itself. */
function foundIn(corpus: string): readonly Collection[] {
  const known = new Set(knownIn(corpus).map(({ folder }) => folder));
  const folders = readdirSync(corpus, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !known.has(entry.name) && !entry.name.startsWith("."))
    .map(({ name }) => name)
    .toSorted();
  const found = folders.flatMap((folder) => findCollections(folder, markdownIn(join(corpus, folder))));
  return found.length + known.size > 0 ? found : findCollections("", markdownIn(corpus));
}

/** The collections that a manifest lists. Throws, with what is wrong, where it is no such list. */
export function readManifest(path: string): readonly Collection[] {
  const listed: unknown = JSON.parse(readFileSync(resolve(path), "utf8"));
  if (!Array.isArray(listed) || !listed.every(isCollection))
    throw new Error(`${path} is no list of { "folder", "template", "documents": [globs] }.`);
  return listed;
}

function isCollection(value: unknown): value is Collection {
  if (typeof value !== "object" || value === null) return false;
  const { folder, template, documents } = value as Record<string, unknown>;
  return (
    typeof folder === "string" &&
    typeof template === "string" &&
    Array.isArray(documents) &&
    documents.every((glob) => typeof glob === "string")
  );
}

function readCase(corpus: string, collection: Collection, all: readonly Collection[]): Case {
  const { folder, template } = collection;
  const root = join(corpus, folder);
  const templates = new Set(all.flatMap((other) => (other.folder === folder ? other.template : [])));
  const include = matcher(collection.documents.filter((glob) => !glob.startsWith("!")));
  const exclude = matcher(
    collection.documents.filter((glob) => glob.startsWith("!")).map((glob) => glob.slice(1)),
  );
  const documents = markdownIn(root).filter(
    (path) => include(path) && !exclude(path) && !templates.has(path),
  );
  const read = (path: string): CorpusFile => ({
    path: posix.join(folder, path),
    text: readFileSync(join(root, path), "utf8"),
  });
  const name = folder === "" ? basename(resolve(corpus)) : folder;
  return {
    name: templates.size > 1 ? `${name} (${shortName(template)})` : name,
    folder,
    template: read(template),
    documents: documents.map(read),
  };
}

/** What tells a template from others: its file's name, or that of its folder where all are README.md. */
export function shortName(template: string): string {
  const name = basename(template, ".md");
  return name.toLowerCase() === "readme" ? basename(dirname(template)) : name;
}

const ignored = /(?:^|\/)(?:\.git|node_modules)(?:\/|$)/;

/** The Markdown files below a folder, relative to it with forward slashes, in order. */
export const markdownIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:md|markdown)$/i.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(resolve(folder).length + 1)
        .replaceAll("\\", "/"),
    )
    .filter((path) => !ignored.test(path))
    .toSorted();
