import type { GitCommit, GitRepository } from "../git.ts";
import { dayOf } from "../repository-history.ts";
import { blamedCommit } from "../../../server/src/workspace/blame.ts";

/** A commit that changed a file, as people know it. */
export interface FileCommit {
  readonly hash: string;
  /** The first line of its message. */
  readonly subject: string;
  /** Empty where the extension does not tell. */
  readonly author: string;
  /** `YYYY-MM-DD`, where the person is; empty where the extension does not tell. */
  readonly day: string;
}

// More do not fit on a screen, and any other can be typed.
const mostCommits = 20;

/** The latest commits that changed the file at a path of the system, the last one first; none where Git does not say. */
export async function commitsOf(
  repository: Pick<GitRepository, "log">,
  path: string,
): Promise<readonly FileCommit[]> {
  const commits = await repository.log({ path, maxEntries: mostCommits }).catch(() => []);
  return commits.flatMap(fileCommit);
}

function fileCommit({ hash, message = "", authorName = "", authorDate }: GitCommit): readonly FileCommit[] {
  if (hash === undefined) return [];
  const [subject = ""] = message.trim().split(/\r?\n/);
  return [{ hash, subject, author: authorName, day: authorDate === undefined ? "" : dayOf(authorDate) }];
}

/** The beginning of the hash of the commit that wrote a line of a file; nothing where it is not committed. */
export async function commitOfLine(
  repository: Pick<GitRepository, "blame">,
  path: string,
  line: string,
): Promise<string | undefined> {
  return blamedCommit(await repository.blame(path).catch(() => ""), line);
}

/** As much of a hash as people write. */
export const shortHash = (hash: string): string => hash.slice(0, 8);
