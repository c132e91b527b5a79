import type { PathRule } from "../workspace/design-documents.ts";
import { isTemplateName } from "../workspace/template-names.ts";
import { canonical, nameOf, pathOf, under } from "../workspace/uris.ts";
import type { Host } from "./host.ts";
import { shownPath } from "./paths.ts";

/** The documents that paths name, each once, by the path that is shown. */
export interface Collected {
  readonly documents: readonly Document[];
  /** Sentences about paths that cannot be read. */
  readonly failures: readonly string[];
  /** Sentences about folders without a design document. */
  readonly notes: readonly string[];
}

export interface Document {
  readonly uri: string;
  /** See {@link shownPath}. */
  readonly path: string;
  /** It was named itself, so it is checked wherever it lies. */
  readonly named: boolean;
}

/** The files among `paths` as they are, and what the include rule takes of the folders among them. */
export async function collect(paths: readonly string[], rule: PathRule, host: Host): Promise<Collected> {
  const found = new Map<string, Document>();
  const failures: string[] = [];
  const notes: string[] = [];
  const add = (uri: string, named: boolean): void => {
    const known = found.get(uri);
    found.set(uri, { uri, path: shownPath(host.folder, uri), named: named || known?.named === true });
  };

  for (const path of paths) {
    const uri = canonical(host.toUri(path));
    const kind = await host.kindOf(uri);
    if (kind === "missing") failures.push(missing(path));
    else if (kind === "file") add(uri, true);
    else {
      const inside: string[] = [];
      for await (const file of filesBelow(uri, host, failures))
        if (isDesignDocument(file, rule, host)) inside.push(file);
      for (const file of inside) add(file, false);
      if (inside.length === 0)
        notes.push(
          `${path}: there is no design document below this folder. Design documents are Markdown files below a folder docs/designs; name other files themselves.`,
        );
    }
  }
  return { documents: [...found.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1)), failures, notes };
}

function missing(path: string): string {
  const hint = /[*?{]/.test(path)
    ? " The pattern matches nothing, or the shell has not replaced it; name the folder."
    : "";
  return `${path}: there is no such file or folder.${hint}`;
}

/** By the path from the working folder or by the absolute one, so that it does not matter where the command is run. */
function isDesignDocument(uri: string, rule: PathRule, host: Host): boolean {
  if (isTemplateName(nameOf(uri))) return false;
  return rule.includes(shownPath(host.folder, uri)) || rule.includes(pathOf(uri));
}

// Nothing in them was written by the people of the project: packages, histories, caches. Forges keep theirs in `.github`.
const isSkipped = (name: string): boolean =>
  name === "node_modules" || (name.startsWith(".") && name !== ".github" && name !== ".gitlab");

/** All files below a folder. Links to folders are not followed, so there is no way round in a circle. */
async function* filesBelow(folder: string, host: Host, failures: string[]): AsyncGenerator<string> {
  try {
    for (const { name, kind } of await host.entriesOf(folder)) {
      const uri = under(folder, name);
      if (kind === "file") yield uri;
      else if (!isSkipped(name)) yield* filesBelow(uri, host, failures);
    }
  } catch (error) {
    failures.push(`${shownPath(host.folder, folder)}: the folder cannot be read: ${reasonOf(error)}.`);
  }
}

/** What an error says, in one line without a full stop. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\s+/g, " ").replace(/\.$/, "");
