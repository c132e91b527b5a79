import type { Known } from "../config/config.ts";
import { configName, isConfigName, packageName, readConfigFile, type ConfigFile } from "./config-file.ts";
import type { Files } from "./files.ts";
import { canonical, folderOf, nameOf, parentOf, pathWithin, under } from "./uris.ts";

/** The configuration files of a workspace. */
export interface Configs {
  /** The one that governs a file or folder: the nearest at or above it; nothing where there is none. */
  governing(uri: string): Promise<ConfigFile | undefined>;
  /** The one in this folder. */
  inFolder(folder: string): Promise<ConfigFile | undefined>;
  /** The file as a configuration, also where another one in its folder is read instead of it. */
  file(uri: string): Promise<ConfigFile | undefined>;
  /** All of those that govern something in a folder: in it, below it and the nearest above. */
  around(folder: string): Promise<readonly ConfigFile[]>;
  /** The folder up to which configurations count for a file: that of its repository, its workspace, or its own. */
  top(uri: string): Promise<string>;
  /** Whether a file may be read for a configuration: it lies in a workspace folder, or in the repository of the file. */
  reaches(config: ConfigFile, uri: string): Promise<boolean>;
  /** Whether one of those that were read names the file as its template, or as its baseline. */
  names(uri: string): boolean;
  /** A file or folder was created, changed or deleted. True where configurations may be others now. */
  changed(uri: string): boolean;
  /** Asks again for all configurations of whose changes nobody tells. */
  renew(): void;
  /** Asks again for all, since other folders are open. */
  everythingChanged(): void;
}

export interface ConfigSources {
  readonly files: Pick<Files, "readFile" | "kindOf" | "findFiles">;
  readonly known: Known;
  /** The text of a file that is open, by its canonical URI: what is typed counts at once. */
  openText(uri: string): string | undefined;
  /** URIs of the workspace folders; on the command line, of the working folder. */
  folders(): readonly string[];
  /** Whether somebody tells of changes to this file. */
  watched(uri: string): boolean;
  /** The URI of the only file that counts, wherever it lies. */
  readonly only?: string;
}

/** What is kept of a folder. */
interface Folder {
  readonly own: Promise<string | undefined>;
  readonly package: Promise<string | undefined>;
}

// More than a monorepo has of its own.
const mostConfigs = 500;
// Longer ones are no configuration that anybody wrote.
const longestPackage = 500_000;

/** Configurations from `files`, each read once until a change is told. A text that is the same is not parsed again. */
export function createConfigs(sources: ConfigSources): Configs {
  const { files, known, openText, only } = sources;
  const folders = new Map<string, Folder>();
  const roots = new Map<string, Promise<boolean>>();
  const parsed = new Map<string, { readonly text: string; readonly file: ConfigFile | undefined }>();
  const below = new Map<string, Promise<readonly string[]>>();

  const folderAt = (uri: string): Folder => {
    const kept = folders.get(uri);
    if (kept) return kept;
    const folder: Folder = { own: saved(under(uri, configName)), package: saved(under(uri, packageName)) };
    folders.set(uri, folder);
    return folder;
  };

  /** The text of a file, kept unless asking for it fails. */
  const saved = (uri: string): Promise<string | undefined> => {
    const asked = files.readFile(uri);
    asked.catch(() => folders.delete(parentOf(uri)));
    return asked;
  };

  const isRoot = (folder: string): Promise<boolean> => {
    const kept = roots.get(folder);
    if (kept) return kept;
    const asked = files.kindOf(under(folder, ".git")).then((kind) => kind !== undefined);
    roots.set(folder, asked);
    asked.catch(() => roots.delete(folder));
    return asked;
  };

  const parse = (uri: string, text: string | undefined): ConfigFile | undefined => {
    if (text === undefined) {
      parsed.delete(uri);
      return undefined;
    }
    const last = parsed.get(uri);
    if (last?.text === text) return last.file;
    const isLong = nameOf(uri) === packageName && text.length > longestPackage;
    const file = isLong ? undefined : readConfigFile(uri, text, known);
    parsed.set(uri, { text, file });
    return file;
  };

  const read = async (uri: string): Promise<ConfigFile | undefined> => {
    const folder = folderAt(parentOf(uri));
    const text = nameOf(uri) === packageName ? folder.package : folder.own;
    return parse(uri, openText(uri) ?? (await text));
  };

  const inFolder = async (folder: string): Promise<ConfigFile | undefined> => {
    const own = canonical(under(folder, configName));
    return (await read(own)) ?? (await read(canonical(under(folder, packageName))));
  };

  const given = async (uri: string): Promise<ConfigFile | undefined> =>
    parse(uri, openText(uri) ?? (await files.readFile(uri)));
  let fixed: Promise<ConfigFile | undefined> | undefined;
  const onlyOne = (): Promise<ConfigFile | undefined> | undefined =>
    only === undefined ? undefined : (fixed ??= given(canonical(only)));

  /** Outwards from the folder of a file to the last one in which a configuration counts for it. */
  const top = async (uri: string): Promise<string> => {
    const own = parentOf(canonical(uri));
    const workspace = folderOf(own, sources.folders());
    // All are asked at once, since each answer may take its way through an editor.
    if (!roots.has(own)) for (const folder of foldersUp(own)) void isRoot(folder);
    for (const folder of foldersUp(own)) {
      if (!(await isRoot(folder))) continue;
      // A repository in the midst of a workspace still belongs to the workspace.
      return workspace !== undefined && pathWithin(workspace, folder) !== undefined ? workspace : folder;
    }
    return workspace ?? own;
  };

  const governing = async (uri: string): Promise<ConfigFile | undefined> => {
    const one = onlyOne();
    if (one) return one;
    const last = await top(uri);
    const own = parentOf(canonical(uri));
    if (!folders.has(own))
      for (const folder of foldersUp(own)) if (pathWithin(last, folder) !== undefined) folderAt(folder);
    for (const folder of foldersUp(own)) {
      if (pathWithin(last, folder) === undefined) return undefined;
      const found = await inFolder(folder);
      if (found) return found;
    }
    return undefined;
  };

  const foundBelow = (folder: string): Promise<readonly string[]> => {
    const kept = below.get(folder);
    if (kept) return kept;
    const query = {
      include: [`**/${configName}`, `**/${packageName}`],
      exclude: ["**/node_modules/**"],
      limit: mostConfigs,
    };
    const asked = files.findFiles(query, [folder]);
    below.set(folder, asked);
    asked.catch(() => below.delete(folder));
    return asked;
  };

  const forgetAll = (): void => {
    folders.clear();
    roots.clear();
    below.clear();
    fixed = undefined;
  };

  return {
    governing,
    inFolder,
    top,
    file: (uri) => read(canonical(uri)),
    async around(folder) {
      const one = onlyOne();
      if (one) {
        const file = await one;
        return file ? [file] : [];
      }
      const places = new Set((await foundBelow(folder)).map((uri) => parentOf(canonical(uri))));
      const found = await Promise.all([
        governing(under(folder, configName)),
        ...Array.from(places, (place) => inFolder(place)),
      ]);
      return [...new Set(found)].filter((file) => file !== undefined);
    },
    reaches: async (config, uri) =>
      folderOf(uri, sources.folders()) !== undefined ||
      pathWithin(await top(config.uri), uri) !== undefined ||
      pathWithin(config.folder, uri) !== undefined,
    names(uri) {
      const wanted = canonical(uri).toLowerCase();
      for (const { file } of parsed.values()) if (file?.others.has(wanted)) return true;
      return false;
    },
    changed(uri) {
      const name = nameOf(uri);
      // What has no ending may have been a folder with configurations in it, or `.git`.
      if (!isConfigName(name) && /[^.]\.[^/.]+$/.test(name)) return false;
      const place = parentOf(canonical(uri));
      const isOne = isConfigName(name);
      if (!isOne) forgetAll();
      folders.delete(place);
      below.clear();
      fixed = undefined;
      return isOne;
    },
    everythingChanged: forgetAll,
    renew() {
      for (const kept of [folders, below])
        for (const folder of kept.keys())
          if (!sources.watched(under(folder, configName))) kept.delete(folder);
      fixed = undefined;
    },
  };
}

/** A folder and all around it, the nearest first. */
function* foldersUp(folder: string): Generator<string> {
  let place = folder;
  for (;;) {
    yield place;
    const parent = parentOf(place);
    if (parent === place) return;
    place = parent;
  }
}
