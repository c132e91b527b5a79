import type { Entry, Host } from "../../server/src/cli/host.ts";
import { main } from "../../server/src/cli/main.ts";
import { canonical, nameOf, parentOf, pathWithin } from "../../server/src/workspace/uris.ts";
import { memoryFiles } from "../kit/memory-files.ts";

/** What a run of the command line left behind. */
export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Machine {
  /** Texts by absolute path. The working folder is `/repo`. */
  readonly files: Readonly<Record<string, string>>;
  /** Absolute paths of files and folders that are there and cannot be read. */
  readonly locked?: readonly string[];
  readonly colours?: boolean;
}

const uriOf = (path: string): string => canonical(`file://${path.startsWith("/") ? "" : "/repo/"}${path}`);

/** Runs the command line in this process, on files that exist nowhere. */
export async function run(
  words: readonly string[],
  { files, locked = [], colours = false }: Machine,
): Promise<Run> {
  const texts = new Map(Object.entries(files).map(([path, text]) => [uriOf(path), text]));
  const locks = new Set(locked.map(uriOf));
  const all = [...texts.keys(), ...locks];
  const isFolder = (uri: string): boolean =>
    all.some((file) => file !== uri && pathWithin(uri, file) !== undefined);
  const refuse = (uri: string): void => {
    if (locks.has(uri)) throw new Error("permission is denied");
  };
  const memory = memoryFiles(Object.fromEntries(texts));
  let out = "";
  let err = "";
  const host: Host = {
    folder: "file:///repo",
    today: "2026-03-02",
    version: "1.2.3",
    colours,
    files: {
      listFolder: (uri) => memory.listFolder(uri),
      entriesOf: (uri) => memory.entriesOf(uri),
      kindOf: (uri) => memory.kindOf(uri),
      readFile: (uri) => (locks.has(canonical(uri)) ? Promise.resolve(undefined) : memory.readFile(uri)),
    },
    toUri: (path) => uriOf(path.replace(/\/$/, "")),
    kindOf: (uri) => Promise.resolve(isFolder(uri) ? "folder" : all.includes(uri) ? "file" : "missing"),
    async readText(uri) {
      refuse(uri);
      return texts.get(uri) ?? "";
    },
    async entriesOf(folder) {
      refuse(folder);
      const entries = new Map<string, Entry>();
      for (const file of all) {
        for (let inner = file; inner !== parentOf(inner); inner = parentOf(inner)) {
          if (parentOf(inner) !== folder) continue;
          entries.set(nameOf(inner), {
            name: nameOf(inner),
            kind: inner === file && !isFolder(inner) ? "file" : "folder",
          });
        }
      }
      return [...entries.values()];
    },
    out: (text) => (out += text),
    err: (text) => (err += text),
  };
  return { code: await main(words, host), out, err };
}
