import { basename, dirname, extname } from "node:path";
import { message } from "../messages/message.ts";
import { blamed, lineNumber } from "../workspace/blame.ts";
import { defaultBranches, isRef, type NamedHistory } from "../workspace/history.ts";
import { shortMemory } from "../workspace/short-memory.ts";
import type { FileCommit, FileCommits } from "./node-commits.ts";
import { askGit } from "./node-git.ts";
import { toPath } from "./node-files.ts";

/** Milliseconds for which branches are taken to stand where they stood, in hosts that nobody tells of a move. */
const life = 10_000;

/**
 * The history as the `git` of this machine tells it, of files on its disk. Branches and renames are remembered
 * for ten seconds, texts and days not at all. No question lasts longer than a few of Git's own time limits.
 */
export function nodeHistory(
  now: () => number = () => performance.now(),
  { tracked, textAt, commitsOf = () => Promise.resolve(undefined) }: GitReads = singleReads,
): NamedHistory {
  const commits = shortMemory<string | undefined>(life, now);
  const renames = shortMemory<ReadonlyMap<string, string>>(life, now);
  const clones = shortMemory<boolean>(life, now);

  const commit = (folder: string, ref: string): Promise<string | undefined> =>
    commits.get(`${folder}\0${ref}`, () => commitOf(folder, ref));
  const branchPoint = (folder: string): Promise<string | undefined> =>
    commits.get(folder, () => branchPointOf(folder));

  const isShallow = (folder: string): Promise<boolean> => clones.get(folder, () => isShallowAt(folder));

  // What others have merged into the branch since is not this branch's doing.
  const forkPoint = async (folder: string, ref: string): Promise<string | undefined> =>
    isRef(ref)
      ? ((await commits.get(`${folder}\0...${ref}`, () => mergeBaseOf(folder, ref))) ?? commit(folder, ref))
      : undefined;

  const formerPath = async (folder: string, from: string, path: string): Promise<string | undefined> => {
    const ending = extname(path);
    // Such a pattern needs no quoting, and design documents have no other endings.
    if (!/^\.\w+$/.test(ending)) return undefined;
    const known = await renames.get(`${folder}\0${from}\0${ending}`, () =>
      renamesSince(folder, from, ending),
    );
    return known.get(path);
  };

  return {
    async base(uri, ref) {
      const file = await tracked(uri);
      if (!file) return undefined;
      const { folder, path, root = folder } = file;
      const from = await (ref === undefined ? branchPoint(root) : forkPoint(root, ref));
      if (from === undefined) return undefined;
      let found = await textAt(folder, from, path);
      if (found === "absent") {
        const former = await formerPath(root, from, path);
        if (former !== undefined) found = await textAt(folder, from, former);
      }
      if (found === "absent") return { ref: from };
      return found && { ref: from, text: found.text };
    },
    async lineDay(uri, line) {
      const file = await tracked(uri);
      if (!file) return undefined;
      const { folder, path, root = folder } = file;
      const committed = await textAt(folder, "HEAD", path);
      if (committed === undefined || committed === "absent") return undefined;
      const number = lineNumber(committed.text, line);
      if (number === undefined) return undefined;
      const known = await commitsOf(file);
      // What a file was brought with has stood in it from then on.
      const found =
        known?.isOnly && known.first
          ? { day: known.first.day, boundary: known.first.isRoot }
          : blamed((await blameOf(folder, path, number)) ?? "", line);
      // Where the clone ends, every older line seems to be of the last commit that was cloned.
      if (found?.boundary === true && (await isShallow(root))) return undefined;
      return found?.day;
    },
    async begun(uri) {
      const file = await tracked(uri);
      if (!file) return {};
      const known = (await commitsOf(file))?.first;
      // Git takes a copy of another file for that file under a new name. Before the first commit there is none.
      const first = known?.isRoot ? known : await firstCommit(file.folder, file.path);
      if (!first) return {};
      // Where the clone ends, every older file seems to begin with the last commit that was cloned.
      const beyond = first.isRoot && (await isShallow(file.root ?? file.folder));
      return beyond ? { beyond: true } : { day: first.day };
    },
    forget() {
      commits.forget();
      renames.forget();
      clones.forget();
    },
    async state(uri) {
      const file = await tracked(uri);
      if (!file) return "untracked";
      const { root = file.folder } = file;
      const head = await commit(root, "HEAD");
      return head === undefined ? undefined : `${head} ${String(await isShallow(root))}`;
    },
    async check(ref, folderUri) {
      const folder = toPath(folderUri);
      if (folder === undefined) return message("history.no-repository", { ref, folder: folderUri });
      const answer = await askGit(folder, ["rev-parse", "--git-dir"]);
      if (answer.kind === "absent") return message("history.no-git", { ref });
      if (answer.kind === "late") return message("history.no-answer", { ref });
      if (answer.kind === "refused")
        return /dubious ownership|unsafe repository/.test(answer.complaint)
          ? message("history.not-trusted", { folder })
          : message("history.no-repository", { ref, folder });
      return (await commit(folder, ref)) === undefined ? message("history.no-ref", { ref }) : undefined;
    },
  };
}

/** What is asked of Git for each file. */
export interface GitReads {
  /** Nothing where Git does not keep the file. Never rejects. */
  tracked(uri: string): Promise<Tracked | undefined>;
  /** The text of a plain file at a commit, by its path from the root; nothing where Git cannot say. */
  textAt(folder: string, commit: string, path: string): Promise<GitText | "absent" | undefined>;
  /** What is known of the commits of a file that is tracked; nothing where each has to be looked for. */
  commitsOf?(file: Tracked): Promise<FileCommits | undefined>;
}

/** A text as Git keeps it, without a byte order mark. */
export interface GitText {
  readonly text: string;
}

/** A file that Git keeps: the folder that it lies in, and its path from the root of the repository. */
export interface Tracked {
  readonly folder: string;
  /** With forward slashes, as Git spells it. */
  readonly path: string;
  /** The root of the repository, where it is known: what is one for all of its files is asked once there. */
  readonly root?: string;
}

async function trackedFile(uri: string): Promise<Tracked | undefined> {
  const file = toPath(uri);
  if (file === undefined) return undefined;
  const folder = dirname(file);
  const listed = await ask(folder, literally("ls-files", "-z", "--full-name", "--", basename(file)));
  const path = listed?.split("\0")[0] ?? "";
  return path === "" ? undefined : { folder, path };
}

/** The whole hash of a commit. */
async function commitOf(folder: string, ref: string): Promise<string | undefined> {
  if (!isRef(ref)) return undefined;
  return hashIn(await ask(folder, ["rev-parse", "--verify", "--quiet", `${ref}^{commit}`]));
}

const mergeBaseOf = async (folder: string, ref: string): Promise<string | undefined> =>
  hashIn(await ask(folder, ["merge-base", "HEAD", ref]));

async function branchPointOf(folder: string): Promise<string | undefined> {
  for (const branch of defaultBranches) {
    const found = await mergeBaseOf(folder, branch);
    if (found !== undefined) return found;
  }
  return undefined;
}

const hashIn = (out: string | undefined): string | undefined => /^[0-9a-f]{40,64}$/m.exec(out ?? "")?.[0];

async function committedText(
  folder: string,
  commit: string,
  path: string,
): Promise<GitText | "absent" | undefined> {
  const listed = await ask(folder, literally("ls-tree", "-z", "--full-tree", commit, "--", path));
  if (listed === undefined) return undefined;
  if (listed === "") return "absent";
  // `mode type hash<TAB>path`. A link has only the name of another file for a text.
  const [, hash] = /^100\d{3} blob ([0-9a-f]+)\t/.exec(listed) ?? [];
  if (hash === undefined) return undefined;
  const text = await ask(folder, ["cat-file", "blob", hash]);
  return text === undefined ? undefined : { text };
}

/** Each question by a process of Git’s of its own. */
export const singleReads: GitReads = { tracked: trackedFile, textAt: committedText };

/** The old paths by the new ones, of files with one ending that were renamed between a commit and the index. */
async function renamesSince(
  folder: string,
  commit: string,
  ending: string,
): Promise<ReadonlyMap<string, string>> {
  const found = await ask(folder, [
    "diff-index",
    "--cached",
    "-M",
    "-z",
    "--name-status",
    "--diff-filter=R",
    "--no-ext-diff",
    "--no-textconv",
    "--ignore-submodules=all",
    commit,
    "--",
    `:(top,glob)**/*${ending}`,
  ]);
  // Status, old path, new path, each with a NUL behind it.
  const words = (found ?? "").split("\0");
  const renames = new Map<string, string>();
  for (let index = 0; index + 2 < words.length; index += 3)
    renames.set(words[index + 2] ?? "", words[index + 1] ?? "");
  return renames;
}

/** What Git says of the line with a number, from 1, of a file as it is committed. */
const blameOf = (folder: string, path: string, number: number): Promise<string | undefined> =>
  ask(folder, [
    "blame",
    "--no-textconv",
    "--no-progress",
    "--date=iso",
    `-L${number},${number}`,
    "HEAD",
    "--",
    // This command reads names as from the folder, and without patterns.
    path.slice(path.lastIndexOf("/") + 1),
  ]);

/** The oldest commit that has a file anew, also under an old name: its day, and whether Git sees none before it. */
async function firstCommit(folder: string, path: string): Promise<FileCommit | undefined> {
  const log = (...options: readonly string[]): Promise<string | undefined> =>
    ask(
      folder,
      literally(
        "log",
        ...options,
        "--diff-filter=A",
        "--no-ext-diff",
        "--no-textconv",
        // A repository may ask for signatures, which another program would check.
        "--no-show-signature",
        "--no-color",
        "--date=short",
        "--format=%ad %P",
        "HEAD",
        "--",
        path.slice(path.lastIndexOf("/") + 1),
      ),
    );
  // Renames are seen by comparing texts, some of which a partial clone lacks.
  const listed = (await log("--follow")) ?? (await log());
  const [, day, parents = ""] =
    /^(\d{4}-\d{2}-\d{2})(.*)$/.exec(listed?.trimEnd().split("\n").at(-1) ?? "") ?? [];
  return day === undefined ? undefined : { day, isRoot: parents.trim() === "" };
}

const isShallowAt = async (folder: string): Promise<boolean> =>
  (await ask(folder, ["rev-parse", "--is-shallow-repository"]))?.trim() === "true";

// No sign in a file's name means anything but itself.
const literally = (...args: readonly string[]): readonly string[] => ["--literal-pathspecs", ...args];

/** What Git prints, as UTF-8 without a byte order mark; nothing where it fails. */
async function ask(folder: string, args: readonly string[]): Promise<string | undefined> {
  const answer = await askGit(folder, args);
  return answer.kind === "done" ? new TextDecoder().decode(answer.out) : undefined;
}
