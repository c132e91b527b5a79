import { baseOf, configName, isConfigName, type ConfigFile } from "../workspace/config-file.ts";
import { governsHere, isTemplateFile } from "../workspace/template-files.ts";
import { canonical, nameOf, pathOf, pathWithin, under } from "../workspace/uris.ts";
import type { Host } from "./host.ts";
import { shownPath, shownPaths } from "./paths.ts";
import type { Placed, Surroundings } from "./surroundings.ts";

/** The documents that paths name, each once, by the path that is shown. */
export interface Collected {
  readonly documents: readonly Document[];
  /** The configuration files among them, or in the folders among them. */
  readonly configs: readonly ConfigFile[];
  /** Sentences about paths that cannot be read. */
  readonly failures: readonly string[];
  /** Sentences about folders without a design document. */
  readonly notes: readonly string[];
}

export interface Document extends Placed {
  readonly uri: string;
  /** See {@link shownPath}. */
  readonly path: string;
  /** It was named itself, so it is checked wherever it lies. */
  readonly named: boolean;
  /** It is a template itself, and judged by the rules about templates. */
  readonly isTemplate: boolean;
}

/** The files among `paths` as they are, and the design documents in the folders among them. */
export async function collect(
  paths: readonly string[],
  { configs, placed, rule }: Surroundings,
  host: Host,
): Promise<Collected> {
  const found = new Map<string, Document>();
  const files = new Map<string, ConfigFile>();
  const failures: string[] = [];
  const notes: string[] = [];
  const shown = shownPaths(host.folder);
  const add = (uri: string, named: boolean, place: Placed): void => {
    const known = found.get(uri);
    const isNamed = named || known?.named === true;
    found.set(uri, documentAt(uri, isNamed, place, shown(uri)));
  };
  /** Takes a configuration file; false where the file is none. */
  const addConfig = async (uri: string): Promise<boolean> => {
    const file = isConfigName(nameOf(uri)) ? await configs.file(uri) : undefined;
    if (file) files.set(file.uri, file);
    else if (nameOf(uri) === configName)
      failures.push(`${shownPath(host.folder, uri)}: the configuration cannot be read, so others hold.`);
    return file !== undefined;
  };

  const reaches = (folder: string): boolean =>
    rule.reaches(shownPath(host.folder, folder)) || rule.reaches(pathOf(folder));

  for (const path of paths) {
    const uri = canonical(host.toUri(path));
    const kind = await host.kindOf(uri);
    if (kind === "missing") failures.push(missing(path));
    else if (kind === "file") {
      if (!(await addConfig(uri))) add(uri, true, await placed(uri));
    } else {
      let documents = 0;
      const isSkipped = skipping(configs);
      for await (const file of filesBelow(uri, isSkipped, host, failures)) {
        if (isConfigName(nameOf(file))) await addConfig(file);
        const place = await placed(file);
        if (place.isDocument) documents++;
        if (place.isDocument || governsHere(file, place.config, reaches)) add(file, false, place);
      }
      if (documents === 0) notes.push(nothingIn(path, (await placed(under(uri, "x.md"))).config, host));
    }
  }
  return {
    documents: [...found.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    configs: [...files.values()],
    failures,
    notes,
  };
}

/** The document at a URI, with what holds where it lies and the path that is shown. */
export const documentAt = (uri: string, named: boolean, place: Placed, path: string): Document => ({
  ...place,
  uri,
  path,
  named,
  isTemplate: isTemplateFile(uri, place.config),
});

const nothingIn = (path: string, config: ConfigFile | undefined, host: Host): string =>
  `${path}: there is no design document below this folder. ${
    config?.claims
      ? `“${shownPath(host.folder, config.uri)}” includes none of its files`
      : "Design documents are Markdown files below a folder docs/designs"
  }; name other files themselves.`;

function missing(path: string): string {
  const hint = /[*?{]/.test(path)
    ? " The pattern matches nothing, or the shell has not replaced it; name the folder."
    : "";
  return `${path}: there is no such file or folder.${hint}`;
}

/**
 * Folders that are not searched, by their URIs. Nothing in them was written by the people of the project: packages,
 * histories, caches. Forges keep theirs in `.github`, and a configuration may name another one.
 */
function skipping(configs: Surroundings["configs"]): (folder: string) => Promise<boolean> {
  return async (uri) => {
    const name = nameOf(uri);
    if (name === "node_modules" || name === ".git") return true;
    if (!name.startsWith(".") || name === ".github" || name === ".gitlab") return false;
    const { folder = "", claims = [] } = (await configs.governing(uri)) ?? {};
    const path = pathWithin(folder, uri)?.toLowerCase();
    const isNamed = (glob: string): boolean =>
      path !== undefined && `${baseOf(glob)}/`.startsWith(`${path}/`);
    return !claims.some(({ collection }) => collection.include.some(isNamed));
  };
}

/** All files below a folder. Links to folders are not followed, so there is no way round in a circle. */
async function* filesBelow(
  folder: string,
  isSkipped: (folder: string) => Promise<boolean>,
  host: Host,
  failures: string[],
): AsyncGenerator<string> {
  try {
    for (const { name, kind } of await host.entriesOf(folder)) {
      const uri = under(folder, name);
      if (kind === "file") yield uri;
      else if (!(await isSkipped(uri))) yield* filesBelow(uri, isSkipped, host, failures);
    }
  } catch (error) {
    failures.push(`${shownPath(host.folder, folder)}: the folder cannot be read: ${reasonOf(error)}.`);
  }
}

/** What an error says, in one line without a full stop. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\s+/g, " ").replace(/\.$/, "");
