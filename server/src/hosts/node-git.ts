import { execFile, spawn, type ChildProcessByStdio } from "node:child_process";
import { devNull } from "node:os";
import { dirname } from "node:path";
import type { Readable, Writable } from "node:stream";

/** What became of a question to Git. */
export type GitAnswer =
  | { readonly kind: "done"; readonly out: Buffer }
  /** Git refused; what it says is English. */
  | { readonly kind: "refused"; readonly complaint: string }
  | { readonly kind: "absent" | "late" };

/** Milliseconds; by far more than Git takes for one document. */
const patience = 10_000;

/** Bytes; by far more than a document has. */
const limit = 64 * 1024 * 1024;

/**
 * Asks Git about the repository around `folder`, with settings under which nothing is run that the repository
 * names, nothing is fetched and nothing is written. Settles after at most `patience` milliseconds; never
 * rejects. Only commands that look at objects and the index may be asked for: one that compares with the files
 * on the disk runs the filters of the repository's settings over them, and no option prevents that.
 */
export function askGit(folder: string, args: readonly string[], time: number = patience): Promise<GitAnswer> {
  return new Promise((resolve) => {
    const options = {
      ...surroundings(),
      encoding: "buffer",
      timeout: time,
      killSignal: "SIGKILL",
      maxBuffer: limit,
    } as const;
    try {
      execFile("git", wordsFor(folder, args), options, (error, out, complaint) => {
        if (!error) resolve({ kind: "done", out });
        else if (error.code === "ENOENT" || error.code === "EACCES") resolve({ kind: "absent" });
        else if (error.killed === true) resolve({ kind: "late" });
        else resolve({ kind: "refused", complaint: complaint.toString() });
      });
    } catch (error) {
      // A word with a NUL in it can be handed to no program.
      resolve({ kind: "refused", complaint: String(error) });
    }
  });
}

/**
 * Starts Git to answer many questions one after another on its standard input, under the same settings. What is
 * asked of it has to be bounded by whoever asks.
 */
export const converse = (
  folder: string,
  args: readonly string[],
): ChildProcessByStdio<Writable, Readable, null> =>
  spawn("git", wordsFor(folder, args), { ...surroundings(), stdio: ["pipe", "pipe", "ignore"] });

const wordsFor = (folder: string, args: readonly string[]): readonly string[] => [
  "--no-pager",
  ...settings.flatMap((setting) => ["-c", setting]),
  "-C",
  folder,
  ...args,
];

const surroundings = (): {
  readonly cwd: string;
  readonly env: Record<string, string>;
  readonly windowsHide: true;
} => ({
  // On some systems a program is looked for in the working folder first, and a repository may have a `git`.
  cwd: dirname(process.execPath),
  env: environment(process.env),
  windowsHide: true,
});

/** Each overrides what the repository's own settings say. */
const settings: readonly string[] = [
  // A program that is run whenever the index is read. The empty value means “none” to every version of Git.
  "core.fsmonitor=",
  `core.hooksPath=${devNull}`,
  // A folder of the workspace that is made up like a repository is not taken for one.
  "safe.bareRepository=explicit",
  // What reads the output of `blame` expects its default form.
  "blame.blankBoundary=false",
  "blame.showRoot=false",
  "blame.showEmail=false",
  "blame.coloring=none",
];

/** The environment for Git: the one given, without what would lead it to another repository or program. */
function environment(given: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(given))
    if (value !== undefined && !dropped.has(name.toUpperCase())) kept[name] = value;
  return {
    ...kept,
    LC_ALL: "C",
    // English is told by this one too, where it is set.
    LANGUAGE: "C",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
    // A partial clone would fetch what it lacks, by programs that its settings name. Older versions of Git know
    // only the second of these, which allows no way to fetch.
    GIT_NO_LAZY_FETCH: "1",
    GIT_ALLOW_PROTOCOL: "none",
  };
}

// A hook that starts us sets most of these, for the repository that it runs in.
const dropped: ReadonlySet<string> = new Set([
  "GIT_DIR",
  "GIT_WORK_TREE",
  "GIT_COMMON_DIR",
  "GIT_INDEX_FILE",
  "GIT_OBJECT_DIRECTORY",
  "GIT_ALTERNATE_OBJECT_DIRECTORIES",
  "GIT_NAMESPACE",
  "GIT_PREFIX",
  "GIT_SHALLOW_FILE",
  "GIT_GRAFT_FILE",
  "GIT_IMPLICIT_WORK_TREE",
  "GIT_EXTERNAL_DIFF",
  "GIT_LITERAL_PATHSPECS",
  "GIT_GLOB_PATHSPECS",
  "GIT_NOGLOB_PATHSPECS",
  "GIT_ICASE_PATHSPECS",
]);
