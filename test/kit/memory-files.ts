import { matcher } from "../../server/src/workspace/design-documents.ts";
import type { Entry, Files } from "../../server/src/workspace/files.ts";
import { canonical, nameOf, parentOf, pathWithin } from "../../server/src/workspace/uris.ts";

/** Files that exist nowhere else. Tests change them by `set` and `delete`, and see what was asked. */
export interface MemoryFiles extends Files {
  set(uri: string, text: string): void;
  delete(uri: string): void;
  /** Every question so far, such as `read file:///w/CODEOWNERS`. */
  readonly asked: readonly string[];
}

/** A file system with the texts given by URI; one that `ignoresCase` finds them by any spelling of their names. */
export function memoryFiles(
  texts: Readonly<Record<string, string>> = {},
  { ignoresCase = false }: { readonly ignoresCase?: boolean } = {},
): MemoryFiles {
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
    entriesOf(uri) {
      asked.push(`entries ${canonical(uri)}`);
      const entries = new Map<string, Entry>();
      for (const file of files.keys()) {
        const [name, ...more] = pathWithin(uri, file)?.split("/") ?? [];
        if (name) entries.set(name, { name, kind: more.length > 0 ? "folder" : "file" });
      }
      return Promise.resolve([...entries.values()]);
    },
    kindOf(uri) {
      asked.push(`kind ${canonical(uri)}`);
      const fold = (name: string): string => (ignoresCase ? name.toLowerCase() : name);
      const all = [...files.keys()].map(fold);
      const here = fold(canonical(uri));
      if (all.includes(here)) return Promise.resolve("file");
      return Promise.resolve(all.some((file) => file.startsWith(`${here}/`)) ? "folder" : undefined);
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
