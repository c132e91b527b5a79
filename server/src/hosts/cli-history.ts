import { existsSync, realpathSync } from "node:fs";
import { dirname, extname, join, relative, sep } from "node:path";
import { noHistory, type NamedHistory } from "../workspace/history.ts";
import { parentOf } from "../workspace/uris.ts";
import { createBlobs, type Blobs } from "./node-blobs.ts";
import { commitsOfFiles, type FileCommits } from "./node-commits.ts";
import { toPath } from "./node-files.ts";
import { askGit } from "./node-git.ts";
import { nodeHistory, singleReads, type GitReads, type Tracked } from "./node-history.ts";

/**
 * The history for one run of the command line: as `nodeHistory` tells it, with one process of Git’s for many files
 * where that is possible, and with none where there is no repository around a file.
 */
export function cliHistory(): NamedHistory {
  const roots = new Map<string, string | undefined>();
  const history = nodeHistory(
    () => 0,
    createReads((folder) => repositoryOf(folder, roots)),
  );
  const isInside = (uri: string): boolean => {
    const folder = toPath(parentOf(uri));
    return folder !== undefined && repositoryOf(folder, roots) !== undefined;
  };
  return {
    ...history,
    base: (uri, ref) => (isInside(uri) ? history.base(uri, ref) : noHistory.base(uri, ref)),
    lineDay: (uri, line) => (isInside(uri) ? history.lineDay(uri, line) : noHistory.lineDay(uri, line)),
    begun: (uri) => (isInside(uri) ? history.begun(uri) : noHistory.begun(uri)),
    state: async (uri) => (isInside(uri) ? history.state?.(uri) : "none"),
  };
}

/** The nearest folder at or above one that has a `.git`, which is a file in a worktree or a submodule. */
function repositoryOf(folder: string, kept: Map<string, string | undefined>): string | undefined {
  if (kept.has(folder)) return kept.get(folder);
  const parent = dirname(folder);
  const found = existsSync(join(folder, ".git"))
    ? folder
    : parent === folder
      ? undefined
      : repositoryOf(parent, kept);
  kept.set(folder, found);
  return found;
}

/** Reads that list the files of a repository once, and have one process give all texts, and one all commits. */
function createReads(repository: (folder: string) => string | undefined): GitReads {
  const lists = new Map<string, Promise<Listing | undefined>>();
  const blobs = new Map<string, Blobs>();
  const logs = new Map<string, Log>();
  const real = new Map<string, boolean>();

  const listed = (root: string, ending: string): Promise<Listing | undefined> => {
    const key = `${root}\0${ending}`;
    const known = lists.get(key) ?? listFiles(root, ending);
    lists.set(key, known);
    return known;
  };

  return {
    async tracked(uri): Promise<Tracked | undefined> {
      const file = toPath(uri);
      if (file === undefined) return undefined;
      const folder = dirname(file);
      const ending = extname(file);
      const root = repository(folder);
      // Such a pattern needs no quoting. And Git goes by where folders really are.
      if (root === undefined || !/^\.\w+$/.test(ending) || !isReal(folder, real))
        return singleReads.tracked(uri);
      const all = await listed(root, ending);
      if (!all) return singleReads.tracked(uri);
      const path = relative(root, file).split(sep).join("/");
      if (all.get(path) === "link") return singleReads.tracked(uri);
      return all.has(path) ? { folder, path, root } : undefined;
    },
    async textAt(folder, commit, path) {
      const root = repository(folder);
      // A line ending would end the question.
      if (root === undefined || /[\r\n]/.test(path)) return singleReads.textAt(folder, commit, path);
      if ((await lists.get(`${root}\0${extname(path)}`))?.get(path) === "link")
        return singleReads.textAt(folder, commit, path);
      const texts = blobs.get(root) ?? createBlobs(root);
      blobs.set(root, texts);
      return (await texts.at(commit, path)) ?? singleReads.textAt(folder, commit, path);
    },
    async commitsOf({ folder, path }) {
      const root = repository(folder);
      const ending = extname(path);
      if (root === undefined || !/^\.\w+$/.test(ending)) return undefined;
      const key = `${root}\0${ending}`;
      const log = logs.get(key) ?? { asked: 0, files: undefined };
      logs.set(key, log);
      if (++log.asked <= fewFiles) return undefined;
      return (await (log.files ??= commitsOfFiles(root, ending)))?.get(path);
    },
  };
}

/** The paths of files from the root of their repository. */
type Listing = ReadonlyMap<string, "file" | "link">;

/** What the history says of files with one ending, and how many have been asked about. */
interface Log {
  asked: number;
  files: Promise<ReadonlyMap<string, FileCommits> | undefined> | undefined;
}

// To ask Git about so many by themselves takes less time than to look through a long history.
const fewFiles = 8;

function isReal(folder: string, kept: Map<string, boolean>): boolean {
  const known = kept.get(folder);
  if (known !== undefined) return known;
  let found = false;
  try {
    found = realpathSync(folder) === folder;
  } catch {
    // A folder that is gone has no files.
  }
  kept.set(folder, found);
  return found;
}

/** The files with an ending that Git keeps; nothing where it cannot say. */
async function listFiles(root: string, ending: string): Promise<Listing | undefined> {
  const answer = await askGit(root, [
    "ls-files",
    "-z",
    "-s",
    "--full-name",
    "--",
    `:(top,glob)**/*${ending}`,
  ]);
  if (answer.kind !== "done") return undefined;
  const files = new Map<string, "file" | "link">();
  for (const row of new TextDecoder().decode(answer.out).split("\0")) {
    // `mode hash stage<TAB>path`. A link has only the name of another file for a text, and is asked about by itself.
    const [, mode, path] = /^(100|120)\d{3} [0-9a-f]+ \d\t([^]+)$/.exec(row) ?? [];
    if (path !== undefined) files.set(path, mode === "120" ? "link" : "file");
  }
  return files;
}
