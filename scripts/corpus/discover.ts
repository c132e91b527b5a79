import { posix } from "node:path";
import type { Collection } from "./cases.ts";

// `TEMPLATE.md`, `adr-template.md`, `0000-rfc.md`, `NNNN-title.md`, `YYYYMMDD-name.md`, and all in a folder named so.
const templateFile =
  /(?:^|[^a-z])templates?(?:[^a-z/][^/]*)?\.(?:md|markdown)$|(?:^|\/)(?:0000|NNNN|XXXX|YYYY-?MM-?DD)-[^/]*\.(?:md|markdown)$/i;
const templateFolder =
  /(?:^|\/)(?:0000|NNNN|XXXX|YYYY-?MM-?DD)?[-_]?template\/readme\.md$|(?:^|\/)(?:0000|NNNN|XXXX)-[^/]*\/readme\.md$/i;

// Files that stand beside documents and are none.
const noDocument =
  /(?:^|\/)(?:readme|contributing|changelog|license|security|index|summary|code_of_conduct|governance|maintainers|owners)(?:\.[^/]*)?$|(?:^|\/)\.github\//i;

/** True for a path that looks like a template's. */
export const isTemplatePath = (path: string): boolean => templateFile.test(path) || templateFolder.test(path);

/**
 * The templates among the Markdown files of a folder, each with the documents that it most likely governs:
 * those beside and below it, or, where there are none, those below the folder around. A template nearer to a
 * document goes before one farther away, and of two in one folder the first by name. `paths` are relative to
 * the folder, with forward slashes.
 */
export function findCollections(folder: string, paths: readonly string[]): readonly Collection[] {
  const templates = paths.filter(isTemplatePath);
  const documents = paths.filter((path) => !templates.includes(path));
  const taken = new Set<string>();
  const reachOf = (template: string): string => reach(template, documents);
  const deepestFirst = templates.toSorted((a, b) => reachOf(b).length - reachOf(a).length);
  return deepestFirst.flatMap((template): readonly Collection[] => {
    const around = reachOf(template);
    const own = documents.filter(
      (path) => isDocument(path, template) && isBelow(path, around) && !taken.has(path),
    );
    for (const path of own) taken.add(path);
    return own.length === 0 ? [] : [{ folder, template, documents: own.map(escaped) }];
  });
}

/** The folder whose documents a template governs; the empty path is the root. */
function reach(template: string, documents: readonly string[]): string {
  // A template that is a folder's README stands for documents that are such folders beside it.
  const own = templateFolder.test(template) ? posix.dirname(template) : template;
  let around = parentOf(own);
  while (around !== "" && !documents.some((path) => isDocument(path, template) && isBelow(path, around)))
    around = parentOf(around);
  return around;
}

const parentOf = (path: string): string => {
  const parent = posix.dirname(path);
  return parent === "." ? "" : parent;
};

const isBelow = (path: string, folder: string): boolean => folder === "" || path.startsWith(`${folder}/`);

/** Where templates are folders with a README, so are the documents; else a README is none. */
const isDocument = (path: string, template: string): boolean =>
  templateFolder.test(template)
    ? /\/readme\.md$/i.test(path) &&
      posix.dirname(posix.dirname(path)) === posix.dirname(posix.dirname(template))
    : !noDocument.test(path);

/** A path as a glob that matches nothing else. */
const escaped = (path: string): string => path.replace(/[\\*?[\]{}()!+@]/g, String.raw`\$&`);
