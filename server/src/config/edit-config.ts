import type { Node } from "jsonc-parser";
import type { Edit } from "../text/edit.ts";
import { at } from "../text/span.ts";
import {
  appendItems,
  appendKey,
  nodeAt,
  readJsonText,
  removeKey,
  replaceValue,
  type JsonText,
} from "./json-edit.ts";
import { printJson } from "./json-print.ts";

/** A collection as it is written: every key but `include` may be absent. */
export interface CollectionEntry {
  readonly include: readonly string[];
  readonly exclude?: readonly string[];
  readonly template?: string;
  readonly fileName?: string;
  /** The other keys of a collection, as JSON. */
  readonly [key: string]: unknown;
}

/**
 * The configuration within its text: the whole of `.design-docs.json`, or the value of a key of `package.json`.
 */
export type ConfigPlace = "file" | "package";

/**
 * What changes a text of a configuration, with spans in UTF-16 code units of that text; nothing where the text has
 * a fault or has something else in the place that would be changed. All comments and all that is not named stay.
 */
export type ConfigEdits = readonly Edit[] | undefined;

/** The whole text of a new `.design-docs.json` with these collections. It ends with a line ending. */
export function newConfigText(collections: readonly CollectionEntry[]): string {
  const layout = { unit: "  ", lineEnd: "\n" } as const;
  const items = collections.map((one) => `    ${printJson(one, layout, "    ", true)}`).join(",\n");
  return `{\n  "collections": [${items === "" ? "" : `\n${items}\n  `}]\n}\n`;
}

/**
 * Adds collections behind the others, of which the first that takes a document governs it. Where there is no file
 * yet (`undefined`) or an empty one, the edit writes all of it.
 */
export function addCollections(
  text: string | undefined,
  collections: readonly CollectionEntry[],
  place: ConfigPlace = "file",
): ConfigEdits {
  if (place === "file" && (text === undefined || text.trim() === ""))
    return [{ span: { start: 0, end: text?.length ?? 0 }, text: newConfigText(collections) }];
  const json = readJsonText(text ?? "");
  if (json === undefined) return undefined;
  const config = nodeAt(json, rootOf(place));
  if (config === undefined) return appendKey(json, json.root, packageKey, { collections });
  if (config.type !== "object") return undefined;
  const list = nodeAt(json, [...rootOf(place), "collections"]);
  if (list === undefined) return appendKey(json, config, "collections", collections);
  return list.type === "array" ? appendItems(json, list, collections) : undefined;
}

/** Makes `template` (a path, or `preset:NAME`) the template of a collection; nothing takes away what is named there. */
export function setTemplate(
  text: string,
  collection: number,
  template: string | undefined,
  place: ConfigPlace = "file",
): ConfigEdits {
  const found = collectionAt(text, collection, place);
  if (found === undefined) return undefined;
  const { json, path } = found;
  const named = nodeAt(json, [...path, "template"]);
  if (template === undefined) return named === undefined ? [] : removeKey(json, named);
  if (named === undefined) return appendKey(json, found.node, "template", template);
  return named.value === template ? [] : replaceValue(json, named, template);
}

/** Adds a glob to what a collection excludes; no edit where it is there already. */
export function excludePath(
  text: string,
  collection: number,
  glob: string,
  place: ConfigPlace = "file",
): ConfigEdits {
  const found = collectionAt(text, collection, place);
  return found && exclude(found, glob);
}

/**
 * Excludes all documents from all collections, so that nothing is a design document any more; taking the glob
 * {@link everything} out again switches them on.
 */
export function turnOff(text: string, place: ConfigPlace = "file"): ConfigEdits {
  const json = readJsonText(text);
  const list = json && nodeAt(json, [...rootOf(place), "collections"]);
  if (json === undefined || list?.type !== "array") return undefined;
  const edits: Edit[] = [];
  for (const [index, node] of (list.children ?? []).entries()) {
    const path = [...rootOf(place), "collections", index];
    const own = node.type === "object" ? exclude({ json, node, path }, everything) : undefined;
    if (own === undefined) return undefined;
    edits.push(...own);
  }
  return edits;
}

/** The glob of all that there is. */
export const everything = "**";

/** A path as a glob that matches just that path. */
export const literalGlob = (path: string): string => path.replace(/[*?[\]{}()!\\]/g, String.raw`\$&`);

/**
 * The place, from 0, of the collection that is written around an offset. Entries that are no collection count, so this is
 * how one that was read is found again.
 */
export function collectionWrittenAt(
  text: string,
  offset: number,
  place: ConfigPlace = "file",
): number | undefined {
  const json = readJsonText(text);
  const list = json && nodeAt(json, [...rootOf(place), "collections"]);
  const index =
    list?.type === "array"
      ? (list.children ?? []).findIndex((node) => node.offset <= offset && offset < node.offset + node.length)
      : -1;
  return index < 0 ? undefined : index;
}

/** Where the collection stands in the text, for showing it; the start of the text where it cannot be found. */
export function spanOfCollection(
  text: string,
  collection: number,
  place: ConfigPlace = "file",
): Edit["span"] {
  const node = collectionAt(text, collection, place)?.node;
  return node === undefined ? at(0) : { start: node.offset, end: node.offset + node.length };
}

const packageKey = "design-docs";
const rootOf = (place: ConfigPlace): readonly string[] => (place === "file" ? [] : [packageKey]);

interface Found {
  readonly json: JsonText;
  readonly node: Node;
  readonly path: readonly (string | number)[];
}

function collectionAt(text: string, collection: number, place: ConfigPlace): Found | undefined {
  const json = readJsonText(text);
  if (json === undefined || !Number.isInteger(collection)) return undefined;
  const path = [...rootOf(place), "collections", collection];
  const node = nodeAt(json, path);
  return node?.type === "object" ? { json, node, path } : undefined;
}

function exclude({ json, node, path }: Found, glob: string): ConfigEdits {
  const excluded = nodeAt(json, [...path, "exclude"]);
  if (excluded === undefined) return appendKey(json, node, "exclude", [glob]);
  // A string counts as a list of one.
  if (excluded.type === "string")
    return excluded.value === glob ? [] : replaceValue(json, excluded, [excluded.value, glob]);
  if (excluded.type !== "array") return undefined;
  const there = (excluded.children ?? []).some(({ value }) => value === glob);
  return there ? [] : appendItems(json, excluded, [glob]);
}
