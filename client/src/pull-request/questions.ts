import * as vscode from "vscode";
import type { Question } from "./confirm.ts";
import { hosted, targetOf } from "./document.ts";
import type { GitRemote, WorkingRepository } from "./git-repository.ts";
import type { Steps } from "./steps.ts";

/** What is asked before a branch is made and something is committed. */
export function commitQuestion(
  { repository, remote, start, title, uri }: Steps,
  branch: string,
  shown: readonly string[],
  steps: number,
): Question {
  const isNew = start.branch === undefined;
  return {
    title: vscode.l10n.t("Open Design Pull Request"),
    step: steps - 1,
    steps,
    go: goLabel(isNew, shown.length > 0),
    detail: title,
    lines: [
      [
        `$(git-branch) ${branch}`,
        isNew
          ? vscode.l10n.t("new branch, made from {0}", start.from)
          : vscode.l10n.t("the branch that you are on"),
      ],
      ...alongLines(repository, isNew),
      ...shown.map((path): readonly [string, string] => [`$(file) ${path}`, vscode.l10n.t("is committed")]),
      ...later(repository, remote, uri),
    ],
  };
}

/** Says of commits that are only here that a new branch brings them along. */
function alongLines(
  { state: { HEAD } }: WorkingRepository,
  isNew: boolean,
): readonly (readonly [label: string, description: string])[] {
  const count = HEAD?.ahead ?? 0;
  if (!isNew || count === 0) return [];
  return [
    [
      vscode.l10n.t("$(warning) Commits that are not pushed: {0}", count),
      vscode.l10n.t("they are on {0} and come along", HEAD?.name ?? ""),
    ],
  ];
}

function goLabel(isNew: boolean, commits: boolean): string {
  if (!commits) return vscode.l10n.t("$(git-branch) Create the Branch");
  return isNew
    ? vscode.l10n.t("$(git-commit) Create the Branch and Commit")
    : vscode.l10n.t("$(git-commit) Commit");
}

/** What comes behind the commit, and is asked for by itself. */
function later(
  repository: WorkingRepository,
  remote: GitRemote,
  uri: vscode.Uri,
): readonly (readonly [label: string, description: string])[] {
  const target = targetOf(repository, remote, uri);
  const page = hosted([target.fetchUrl, target.pushUrl], uri)?.page.replace(/^https?:\/\//, "");
  return [
    [`$(repo-push) ${remote.name}`, vscode.l10n.t("the push is asked for next")],
    page === undefined
      ? [
          vscode.l10n.t("$(clippy) Title and text"),
          vscode.l10n.t("are copied, since no page is known for the remote"),
        ]
      : [`$(link-external) ${page}`, vscode.l10n.t("its page for a new pull request is opened then")],
  ];
}

/** What is asked before the push. */
export function pushQuestion(
  { repository, remote, title, uri }: Steps,
  branch: string,
  steps: number,
): Question {
  const [, page] = later(repository, remote, uri);
  return {
    title: vscode.l10n.t("Open Design Pull Request"),
    step: steps,
    steps,
    go: vscode.l10n.t("$(repo-push) Push"),
    detail: title,
    lines: [
      [`$(git-branch) ${branch}`, vscode.l10n.t("is pushed to {0} and follows it from then on", remote.name)],
      ...(page === undefined ? [] : [page]),
    ],
  };
}
