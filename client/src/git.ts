import * as vscode from "vscode";

/** What is used here of the interface that VS Code's own Git extension offers to others. */
export interface Git {
  readonly repositories: readonly GitRepository[];
  readonly onDidOpenRepository: vscode.Event<GitRepository>;
  readonly onDidCloseRepository: vscode.Event<GitRepository>;
  getRepository(uri: vscode.Uri): GitRepository | null;
}

/** Paths are those of the system. A question that Git refuses is a rejection. */
export interface GitRepository {
  readonly rootUri: GitPlace;
  readonly state: GitState;
  getConfig(key: string): Promise<string>;
  getGlobalConfig(key: string): Promise<string>;
  getCommit(ref: string): Promise<{ readonly hash: string }>;
  getMergeBase(one: string, other: string): Promise<string | undefined>;
  /** Rejects where `path` is not in the tree of `ref`; the empty `ref` is the index. */
  getObjectDetails(ref: string, path: string): Promise<unknown>;
  buffer(ref: string, path: string): Promise<Uint8Array>;
  /** The files that differ between a commit and the index. */
  diffIndexWith(ref: string): Promise<readonly GitChange[]>;
  /** The commits that changed a file, the latest first. */
  log(options: { readonly path: string; readonly maxEntries: number }): Promise<readonly GitCommit[]>;
  /** The output of `git blame` for people, of the file as it is on the disk. */
  blame(path: string): Promise<string>;
}

export interface GitCommit {
  readonly hash?: string;
  readonly message?: string;
  readonly authorName?: string;
  readonly authorDate?: Date;
}

export interface GitState {
  readonly HEAD:
    | {
        readonly name?: string | undefined;
        readonly commit?: string | undefined;
        readonly ahead?: number | undefined;
        readonly behind?: number | undefined;
      }
    | undefined;
  readonly indexChanges: readonly GitChange[];
  /** Fires after each look at the repository, whether anything has changed or not. */
  readonly onDidChange: vscode.Event<void>;
}

export interface GitChange {
  readonly originalUri: GitPlace;
  readonly renameUri: GitPlace | undefined;
}

export interface GitPlace {
  readonly fsPath: string;
}

interface GitExtension {
  getAPI(version: 1): Git;
}

/**
 * The interface of VS Code's Git extension. It is asked only in a workspace that the user trusts, since Git
 * reads settings from the workspace. Undefined elsewhere, and where the extension is absent or turned off, as
 * it is in VS Code for the Web.
 */
export async function askGit(): Promise<Git | undefined> {
  if (!vscode.workspace.isTrusted) return undefined;
  try {
    const extension = vscode.extensions.getExtension<GitExtension>("vscode.git");
    return (await extension?.activate())?.getAPI(1);
  } catch {
    return undefined;
  }
}

/** What `asked` gives, or undefined after so many milliseconds; a failure is undefined at once. */
export async function inTime<T>(asked: Promise<T>, milliseconds: number): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<undefined>((done) => {
    timer = setTimeout(() => done(undefined), milliseconds);
  });
  try {
    return await Promise.race([asked, tooLate]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
