import * as vscode from "vscode";
import type { Session } from "../session.ts";
import { askBranch } from "./branch-input.ts";
import { confirm } from "./confirm.ts";
import { copyText } from "./copy-pull-request.ts";
import { documentFor, pathIn, repositoryOf, targetOf, tellNone } from "./document.ts";
import {
  changedPaths,
  defaultBranch,
  freeBranch,
  otherStaged,
  pathFrom,
  reasonOf,
  remoteFor,
  type GitRemote,
  type WorkingRepository,
} from "./git-repository.ts";
import { openPage } from "./open-page.ts";
import { commitQuestion, pushQuestion } from "./questions.ts";
import { ask } from "./requests.ts";
import type { GivenPullRequest, Start, Steps } from "./steps.ts";

export type { GivenPullRequest } from "./steps.ts";

/** What was done. */
export interface OpenedPullRequest {
  readonly branch: string;
  /** The paths, within the repository, that were committed. */
  readonly committed: readonly string[];
  readonly pushed: boolean;
  /** The page for the new pull request, where one is known. */
  readonly address?: string;
}

/**
 * Brings a design document into a pull request: branch and commit, the push, and the host’s page, each after a question.
 * What is done already is left out. Rejects with a sentence that says what was done and what was not. Undefined where
 * there was nothing to do, or somebody stopped before anything was.
 */
export async function openPullRequest(
  session: Session,
  clicked: unknown,
  given: GivenPullRequest = {},
): Promise<OpenedPullRequest | undefined> {
  const document = await documentFor(clicked);
  if (document === undefined || !(await isSaved(document, given))) return undefined;
  const { uri } = document;
  const text = await session.ask(ask.pullRequest, { uri: uri.toString(), path: pathIn(undefined, uri) });
  if (text === null) {
    tellNone();
    return undefined;
  }
  const repository = await repositoryOf(uri);
  if (typeof repository === "string") {
    await copyText(session, uri, repository);
    return undefined;
  }
  await repository.status();
  const remote = await remoteFor(repository);
  if (remote === undefined) {
    await copyText(session, uri, vscode.l10n.t("The repository has no remote to push to."));
    return undefined;
  }
  const paths = [uri, ...text.files.map((file) => vscode.Uri.parse(file))].map(({ fsPath }) => fsPath);
  const files = await changedPaths(repository, paths);
  const others = otherStaged(repository, files);
  if (files.length > 0 && others.length > 0) {
    tellStaged(repository, others);
    return undefined;
  }
  const start = await startOf(repository, remote, files, uri);
  if (start === undefined) return undefined;
  const steps: Steps = { session, uri, repository, remote, title: text.title, files, start, given };
  const branch = start.branch ?? given.branch ?? (await branchFor(steps, text.branch));
  if (branch === undefined) return undefined;
  return run(steps, branch);
}

async function isSaved(
  document: vscode.TextDocument,
  { confirmed = false }: GivenPullRequest,
): Promise<boolean> {
  if (document.isUntitled) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t("Save the document as a file of the repository first."),
    );
    return false;
  }
  if (!document.isDirty) return true;
  const save = vscode.l10n.t("$(save) Save and Go On");
  const chosen = confirmed
    ? save
    : await vscode.window.showQuickPick([save], {
        title: vscode.l10n.t("Open Design Pull Request"),
        placeHolder: vscode.l10n.t("The document has changes that are not saved."),
        ignoreFocusOut: true,
      });
  if (chosen === undefined) return false;
  if (await document.save()) return true;
  throw new Error(vscode.l10n.t("VS Code did not save the document. Nothing else was done."));
}

function tellStaged(repository: WorkingRepository, others: readonly string[]): void {
  const shown = others.map((path) => pathFrom(repository.rootUri.fsPath, path) ?? path);
  const names = shown.length > 3 ? `${shown.slice(0, 3).join(", ")}, …` : shown.join(", ");
  const open = vscode.l10n.t("Show Source Control");
  const message = vscode.l10n.t(
    "Other changes are staged and would be committed along: {0}. Commit or unstage them, and run the command again. Nothing was done.",
    names,
  );
  void vscode.window.showWarningMessage(message, open).then((chosen) => {
    if (chosen === open) void vscode.commands.executeCommand("workbench.view.scm");
  });
}

/** Where the work begins; nothing, and a message, where there is nothing that a pull request could bring. */
async function startOf(
  repository: WorkingRepository,
  remote: GitRemote,
  files: readonly string[],
  uri: vscode.Uri,
): Promise<Start | undefined> {
  const { HEAD } = repository.state;
  const target = targetOf(repository, remote, uri);
  const base = await defaultBranch(repository, target.name, await headOf(repository, target.name));
  const isOn = HEAD?.name !== undefined && HEAD.name !== base;
  const isPushed = HEAD?.upstream !== undefined && (HEAD.ahead ?? 0) === 0;
  if (!isOn && isPushed && files.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        "The document is on “{0}” already as it is, so there is nothing to request.",
        HEAD?.name ?? "",
      ),
    );
    return undefined;
  }
  const from = HEAD?.name ?? HEAD?.commit?.slice(0, 10) ?? "";
  return { branch: isOn ? HEAD.name : undefined, base, from, isAhead: !isPushed };
}

/** What the file says that Git keeps the default branch of a remote in; nothing where there is none. */
async function headOf(repository: WorkingRepository, remote: string): Promise<string | undefined> {
  const root = vscode.Uri.file(repository.rootUri.fsPath);
  const file = vscode.Uri.joinPath(root, ".git", "refs", "remotes", remote, "HEAD");
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  } catch {
    return undefined;
  }
}

const branchFor = async (
  { repository, remote, given }: Steps,
  suggested: string,
): Promise<string | undefined> =>
  given.confirmed === true
    ? freeBranch(repository, suggested, remote.name)
    : askBranch(repository, suggested, remote.name, 3);

/** Does what is to be done, each step after a question. */
async function run(steps: Steps, branch: string): Promise<OpenedPullRequest | undefined> {
  const { repository, remote, files, start, given, title } = steps;
  const isNew = start.branch === undefined;
  const total = isNew ? 3 : 2;
  const done: string[] = [];
  const attempt = async (work: () => Promise<void>, told: string, failed: string): Promise<void> => {
    try {
      await work();
      done.push(told);
    } catch (error) {
      throw new Error([...done, failed, reasonOf(error)].join(" "));
    }
  };

  const shown = files.map((file) => pathFrom(repository.rootUri.fsPath, file) ?? file);
  if (isNew || files.length > 0) {
    if (given.confirmed !== true && !(await confirm(commitQuestion(steps, branch, shown, total))))
      return undefined;
    if (isNew)
      await attempt(
        () => repository.createBranch(branch, true),
        vscode.l10n.t("The branch {0} was made.", branch),
        vscode.l10n.t("The branch {0} could not be made, and nothing was committed or pushed:", branch),
      );
    if (files.length > 0)
      await attempt(
        () => commit(repository, files, title),
        vscode.l10n.t("The commit was written."),
        vscode.l10n.t("The commit failed, and nothing was pushed:"),
      );
  }
  const outcome = { branch, committed: shown };
  const isToPush = isNew || files.length > 0 || start.isAhead;
  if (isToPush) {
    if (given.confirmed !== true && !(await confirm(pushQuestion(steps, branch, total)))) {
      if (done.length > 0)
        void vscode.window.showInformationMessage(
          [...done, vscode.l10n.t("Nothing was pushed. Run the command again to go on.")].join(" "),
        );
      return { ...outcome, pushed: false };
    }
    await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Window,
        title: vscode.l10n.t("Pushing {0} to {1}", branch, remote.name),
      },
      () =>
        attempt(
          () => repository.push(remote.name, branch, true),
          vscode.l10n.t("The branch was pushed to {0}.", remote.name),
          vscode.l10n.t("The push failed:"),
        ),
    );
  }
  const address = await openPage({ ...steps, base: start.base, branch, done, opens: given.open !== false });
  return { ...outcome, pushed: isToPush, ...(address === undefined ? {} : { address }) };
}

/** Commits these paths and nothing else. */
async function commit(repository: WorkingRepository, files: readonly string[], title: string): Promise<void> {
  await repository.add([...files]);
  const others = otherStaged(repository, files);
  if (others.length > 0)
    throw new Error(vscode.l10n.t("Other changes were staged in the meantime: {0}.", others.join(", ")));
  await repository.commit(title);
}
