import * as vscode from "vscode";
import type {
  BaseTextParams,
  BaseTextResult,
  FirstDayParams,
  FirstDayResult,
  LineDayParams,
  LineDayResult,
} from "../../server/src/protocol/protocol.ts";
import { askGit, inTime, type Git, type GitRepository } from "./git.ts";
import { repositoryHistory, standing, type RepositoryHistory } from "./repository-history.ts";

/** What Git knows of the workspace's files, for the server. */
export interface History extends vscode.Disposable {
  readonly baseText: (params: BaseTextParams) => Promise<BaseTextResult>;
  readonly lineDay: (params: LineDayParams) => Promise<LineDayResult>;
  readonly firstDay: (params: FirstDayParams) => Promise<FirstDayResult>;
  /** Answers may be others now. What happens at once is told once. */
  readonly onDidChange: vscode.Event<void>;
}

/** Milliseconds; findings wait for the answer, and without one they only lack what the history would add. */
const patience = 5000;

/** Milliseconds in which one act, such as a rebase, shows as several changes. */
const calm = 200;

/**
 * The history as VS Code's Git extension knows it, so no process is started here. Nothing is known in a
 * workspace that is not trusted, of files that lie in no repository, and where there is no such extension.
 */
export function followHistory(): History {
  const changes = new vscode.EventEmitter<void>();
  const repositories = new Map<string, { readonly standing: string; readonly history: RepositoryHistory }>();
  const watches = new Map<string, vscode.Disposable>();
  const subscriptions: vscode.Disposable[] = [changes];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const changed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => changes.fire(), calm);
  };

  const historyIn = (repository: GitRepository): RepositoryHistory => {
    const root = repository.rootUri.fsPath;
    const stands = standing(repository.state);
    const known = repositories.get(root);
    if (known?.standing === stands) return known.history;
    const history = repositoryHistory(repository);
    repositories.set(root, { standing: stands, history });
    return history;
  };

  const close = ({ rootUri }: GitRepository): void => {
    watches.get(rootUri.fsPath)?.dispose();
    watches.delete(rootUri.fsPath);
    repositories.delete(rootUri.fsPath);
  };

  const watch = (repository: GitRepository): void => {
    close(repository);
    let last = standing(repository.state);
    const look = (): void => {
      const now = standing(repository.state);
      if (now === last) return;
      last = now;
      changed();
    };
    watches.set(repository.rootUri.fsPath, repository.state.onDidChange(look));
  };

  // Begins with the first question, so that Git's extension is not woken where there is no design document.
  let isAsked = false;
  let isFollowing = false;
  const follow = async (): Promise<void> => {
    isAsked = true;
    const git = await askGit();
    if (git === undefined || isFollowing) return;
    isFollowing = true;
    for (const repository of git.repositories) watch(repository);
    // The extension looks for repositories while we start, so most of them come later.
    subscriptions.push(
      git.onDidOpenRepository((repository) => {
        watch(repository);
        changed();
      }),
      git.onDidCloseRepository((repository) => {
        close(repository);
        changed();
      }),
    );
    changed();
  };

  const answer = async <T>(
    uri: string,
    question: (history: RepositoryHistory, path: string) => Promise<T | null>,
  ): Promise<T | null> => {
    const file = vscode.Uri.parse(uri);
    if (file.scheme !== "file") return null;
    if (!isFollowing) void follow();
    const ask = async (): Promise<T | null> => {
      const repository = repositoryOf(await askGit(), file);
      return repository === undefined ? null : question(historyIn(repository), file.fsPath);
    };
    return (await inTime(ask(), patience)) ?? null;
  };

  subscriptions.push(
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      if (isAsked) void follow();
    }),
  );
  return {
    baseText: ({ uri, ref }) => answer(uri, (history, path) => history.baseText(path, ref)),
    lineDay: ({ uri, line }) => answer(uri, (history, path) => history.lineDay(path, line)),
    firstDay: ({ uri }) => answer(uri, (history, path) => history.firstDay(path)),
    onDidChange: changes.event,
    dispose: () => {
      clearTimeout(timer);
      for (const one of [...watches.values(), ...subscriptions]) one.dispose();
    },
  };
}

const repositoryOf = (git: Git | undefined, file: vscode.Uri): GitRepository | undefined =>
  git?.getRepository(file) ?? undefined;
