import type { Begun } from "../facts/facts.ts";
import type { Message } from "../messages/message.ts";

/**
 * What version control knows of a file. Every question is answered: where nothing is known, or the answer
 * takes too long, that is no error, since a document need not be in a repository. All names are URIs.
 */
export interface History {
  /**
   * The file where the branch left `ref`: at the merge base of HEAD and that commit, or at the commit itself
   * where they have none. Without a `ref` it is the first of {@link defaultBranches} that has a merge base. A file that was renamed since is found by
   * its old name. Nothing where there is no such commit, the file is not tracked, or Git cannot say.
   */
  base(uri: string, ref?: string): Promise<Base | undefined>;
  /**
   * The day of the commit that last set the first line of the file that reads `line` (its text without the
   * line ending), as `YYYY-MM-DD`, in the author's time zone. It is the day of writing and not of committing,
   * so that a rebase does not make an old line look new. Nothing where the line is not committed, its commit
   * lies beyond the end of a shallow clone, or Git cannot say.
   */
  lineDay(uri: string, line: string): Promise<string | undefined>;
  /** When the file was first committed, also by an old name as far as Git sees it. Empty where Git cannot say. */
  begun(uri: string): Promise<Begun>;
  /** HEAD or a branch may have moved: what is remembered of repositories is asked anew. */
  forget(): void;
}

/** A file at another commit. */
export interface Base {
  /** The commit's whole hash. */
  readonly ref: string;
  /**
   * The text as Git keeps it, without a byte order mark; its line endings may be others than on the disk.
   * Absent where the file did not exist there.
   */
  readonly text?: string;
}

/** A history that can say, where a person named a commit, why nothing is known of it. */
export interface NamedHistory extends History {
  /**
   * Another word whenever {@link History.lineDay} or {@link History.begun} may answer otherwise for a file. Absent, or
   * nothing, where nobody can say that without asking them.
   */
  state?(uri: string): Promise<string | undefined>;
  /** The reason why {@link History.base} answers nothing for any file in `folder` at `ref`; nothing where it can answer. */
  check(ref: string, folder: string): Promise<Message | undefined>;
}

/** Where a team's work comes together, the likeliest first: what the remote says, then the usual names. */
export const defaultBranches: readonly string[] = [
  "refs/remotes/origin/HEAD",
  "refs/remotes/origin/main",
  "refs/remotes/origin/master",
  "refs/heads/main",
  "refs/heads/master",
];

/** Whether a name may be handed to Git as that of a commit: one that begins with a dash would be an option. */
export const isRef = (name: string): boolean => /^[^-\p{Cc}][^\p{Cc}]*$/u.test(name);

/** The history where there is none. */
export const noHistory: History = {
  base: () => Promise.resolve(undefined),
  lineDay: () => Promise.resolve(undefined),
  begun: () => Promise.resolve({}),
  forget: () => undefined,
};
