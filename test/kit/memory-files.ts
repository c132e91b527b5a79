import { matcher } from "../../server/src/workspace/design-documents.ts";
import type { Files } from "../../server/src/workspace/files.ts";
import { canonical, nameOf, parentOf, pathWithin } from "../../server/src/workspace/uris.ts";

/** Files that exist nowhere else. Tests change them by `set` and `delete`, and see what was asked. */
export interface MemoryFiles extends Files {
  set(uri: string, text: string): void;
  delete(uri: string): void;
  /** Every question so far, such as `read file:///w/CODEOWNERS`. */
  readonly asked: readonly string[];
}

/** A file system with the texts given by URI. */
export function memoryFiles(texts: Readonly<Record<string, string>> = {}): MemoryFiles {
  const files = new Map(Object.entries(texts).map(([uri, text]) => [canonical(uri), text]));
  const asked: string[] = [];
  return {
    asked,
    set: (uri, text) => void files.set(canonical(uri), text),
    delete: (uri) => void files.delete(canonical(uri)),
    readFile(uri) {
      asked.push(`read ${canonical(uri)}`);
      return Promise.resolve(files.get(canonical(uri)));
    },
    listFolder(uri) {
      asked.push(`list ${canonical(uri)}`);
      return Promise.resolve(
        [...files.keys()].filter((file) => parentOf(file) === canonical(uri)).map(nameOf),
      );
    },
    findFiles({ include, exclude, limit }, folders) {
      asked.push(`find ${include.join(" ")}`);
      const included = matcher(include);
      const excluded = matcher(exclude);
      const found = [...files.keys()].filter((file) =>
        folders.some((folder) => {
          const path = pathWithin(folder, file);
          return path !== undefined && included(path) && !excluded(path);
        }),
      );
      return Promise.resolve(found.slice(0, limit));
    },
  };
}
