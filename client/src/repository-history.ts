import type { BaseTextResult, FirstDayResult, LineDayResult } from "../../server/src/protocol/protocol.ts";
import { blamed } from "../../server/src/workspace/blame.ts";
import { defaultBranches, isRef } from "../../server/src/workspace/history.ts";
import type { GitRepository, GitState } from "./git.ts";

/** What a repository answers of its files, as far as it is remembered. */
export interface RepositoryHistory {
  /** Answers `BaseText` for the file at a path of the system; null where Git does not say. */
  baseText(path: string, ref: string | undefined): Promise<BaseTextResult>;
  /** Answers `LineDay` for the file at a path of the system; null where Git does not say. */
  lineDay(path: string, line: string): Promise<LineDayResult>;
  /** Answers `FirstDay` for the file at a path of the system; null where Git does not say. */
  firstDay(path: string): Promise<FirstDayResult>;
}

/** The history of one repository, which remembers where its branch began and which files were renamed since. */
export function repositoryHistory(repository: GitRepository): RepositoryHistory {
  let beginning: string | undefined;
  const renames = new Map<string, Promise<ReadonlyMap<string, string>>>();

  const began = async (): Promise<string | undefined> => (beginning ??= await branchPoint(repository));
  const renamesSince = (commit: string): Promise<ReadonlyMap<string, string>> => {
    const known = renames.get(commit) ?? findRenames(repository, commit);
    renames.set(commit, known);
    return known;
  };

  return {
    async baseText(path, ref) {
      if ((await whereabouts(repository, "", path)) !== "there") return null;
      const commit = await (ref === undefined ? began() : named(repository, ref));
      if (commit === undefined) return null;
      const found = await whereabouts(repository, commit, path);
      if (found === "unknown") return null;
      const then = found === "there" ? path : (await renamesSince(commit)).get(path);
      if (then === undefined) return { ref: commit };
      const bytes = await repository.buffer(commit, then).catch(() => undefined);
      return bytes === undefined ? null : { ref: commit, text: new TextDecoder().decode(bytes) };
    },
    async lineDay(path, line) {
      // In a shallow clone the day may be that of its end, so too late: an old line then passes for a newer one.
      const output = await repository.blame(path).catch(() => "");
      return blamed(output, line)?.day ?? null;
    },
    async firstDay(path) {
      // A file that was renamed begins with its new name, and in a shallow clone with the clone's end: too late, both.
      const commits = await repository.log({ path, maxEntries: everyCommit }).catch(() => []);
      const date = commits.at(-1)?.authorDate;
      return date === undefined ? null : dayOf(date);
    },
  };
}

/** More commits than change one document. */
const everyCommit = 10_000;

/** The day of a time where the person is, which is all that the extension tells of it. */
export const dayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");

/** What the answers of a repository hang on, so far as it shows; equal as long as they are the same. */
export function standing({ HEAD, indexChanges }: GitState): string {
  const files = indexChanges.map(({ originalUri, renameUri }) => [originalUri.fsPath, renameUri?.fsPath]);
  return JSON.stringify([HEAD?.name, HEAD?.commit, HEAD?.ahead, HEAD?.behind, files]);
}

/** Whether a file is in a commit or, without a name for one, in the index. Any other failure is no absence. */
async function whereabouts(
  repository: GitRepository,
  ref: string,
  path: string,
): Promise<"there" | "absent" | "unknown"> {
  try {
    await repository.getObjectDetails(ref, path);
    return "there";
  } catch (error) {
    return isUnknownPath(error) ? "absent" : "unknown";
  }
}

// The extension's own name for this failure, which it has had since it began to offer its interface.
const isUnknownPath = (error: unknown): boolean =>
  typeof error === "object" &&
  error !== null &&
  "gitErrorCode" in error &&
  error.gitErrorCode === "UnknownPath";

async function branchPoint(repository: GitRepository): Promise<string | undefined> {
  for (const branch of defaultBranches) {
    const found = await repository.getMergeBase("HEAD", branch).catch(() => undefined);
    // Some versions of the extension answer with an empty text where there is none.
    if (found !== undefined && found !== "") return found;
  }
  return undefined;
}

const named = async (repository: GitRepository, ref: string): Promise<string | undefined> =>
  isRef(ref) ? (await repository.getCommit(ref).catch(() => undefined))?.hash : undefined;

/** The old paths by the new ones. */
async function findRenames(repository: GitRepository, commit: string): Promise<ReadonlyMap<string, string>> {
  const changes = await repository.diffIndexWith(commit).catch(() => []);
  return new Map(
    changes.flatMap(({ originalUri, renameUri }) =>
      // A file that was not renamed has its one name in both places.
      renameUri === undefined || renameUri.fsPath === originalUri.fsPath
        ? []
        : [[renameUri.fsPath, originalUri.fsPath] as const],
    ),
  );
}
