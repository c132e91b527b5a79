import { askGit } from "./node-git.ts";

/** What the history of a repository tells of a file without looking into it. */
export interface FileCommits {
  /** The commit that brought the file. Nothing where that may have been under another name. */
  readonly first?: FileCommit;
  /** It is the only one that touched the file. */
  readonly isOnly: boolean;
}

export interface FileCommit {
  /** `YYYY-MM-DD`, the author's day. */
  readonly day: string;
  /** Git sees no commit before it. */
  readonly isRoot: boolean;
}

/**
 * The commits before HEAD that touched the files with an ending such as `.md`, by their paths from the root of the
 * repository, in one look at the history. Nothing where Git cannot say, or takes too long for it.
 */
export async function commitsOfFiles(
  root: string,
  ending: string,
): Promise<ReadonlyMap<string, FileCommits> | undefined> {
  const answer = await askGit(root, [
    "log",
    "-z",
    "--name-status",
    "--no-renames",
    "--no-ext-diff",
    "--no-textconv",
    // A repository may ask for signatures, which another program would check.
    "--no-show-signature",
    "--no-color",
    "--date=short",
    "--format=tformat:%x01%ad %P%x02",
    "HEAD",
    "--",
    `:(top,glob)**/*${ending}`,
  ]);
  return answer.kind === "done" ? readLog(new TextDecoder().decode(answer.out)) : undefined;
}

/**
 * Reads what `git log` writes, the newest commit first: a sign, the day and the parents, another sign, and then for
 * each file its status and its path, each with a NUL behind it.
 */
function readLog(log: string): ReadonlyMap<string, FileCommits> {
  const files = new Map<string, FileCommits>();
  for (const commit of log.split("\u0001").slice(1)) {
    const [head = "", rest = ""] = commit.split("\u0002", 2);
    const [day = "", ...parents] = head.trim().split(" ");
    const isRoot = parents.length === 0;
    const words = rest
      .split("\0")
      .map((word) => word.replace(/^\n+/, ""))
      .filter((word) => word !== "");
    const changes = Array.from({ length: words.length >> 1 }, (_, index) => ({
      status: words[2 * index] ?? "",
      path: words[2 * index + 1] ?? "",
    }));
    // What came where something else went may be that under a new name.
    const mayRename = changes.some(({ status }) => status === "D");
    for (const { status, path } of changes)
      files.set(path, {
        ...(status === "A" && !mayRename && { first: { day, isRoot } }),
        isOnly: !files.has(path),
      });
  }
  return files;
}
