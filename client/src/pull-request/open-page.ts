import * as vscode from "vscode";
import type { Session } from "../session.ts";
import { copy, hosted, pathIn, targetOf } from "./document.ts";
import { reasonOf, type GitRemote, type WorkingRepository } from "./git-repository.ts";
import { filesAt, newPullRequest } from "./hosts.ts";
import { ask } from "./requests.ts";

/** What the page is to be about. */
interface Page {
  readonly session: Session;
  readonly uri: vscode.Uri;
  readonly repository: WorkingRepository;
  readonly remote: GitRemote;
  readonly branch: string;
  readonly base: string | undefined;
  /** What was done before, as sentences. */
  readonly done: readonly string[];
  /** Whether something is shown, or only the address is wanted. */
  readonly opens: boolean;
}

const extension = "GitHub.vscode-pull-request-github";

/**
 * Opens the page for a new pull request, or the view of the GitHub Pull Requests extension where it is there. What the
 * page does not take is copied, and somebody is told. Comes back with the page's address; undefined where none is known.
 */
export async function openPage(wanted: Page): Promise<string | undefined> {
  const { session, uri, repository, remote, branch, base, done, opens } = wanted;
  const own = hosted([remote.fetchUrl, remote.pushUrl], uri);
  const target = targetOf(repository, remote, uri);
  const path = pathIn(repository, uri);
  const files = own && filesAt(own, branch);
  const text = await session.ask(ask.pullRequest, {
    uri: uri.toString(),
    path,
    ...(files === undefined
      ? {}
      : { files, page: `${files}/${path.split("/").map(encodeURIComponent).join("/")}` }),
  });
  const { title = "", body = "" } = text ?? {};
  const both = `${title}\n\n${body}\n`;
  if (!own) {
    if (opens) {
      await copy(both);
      tell(
        [
          ...done,
          vscode.l10n.t("No page is known for the remote {0}. Title and text are copied.", remote.name),
        ],
        true,
      );
    }
    return undefined;
  }
  const { address, filled } = newPullRequest(
    own,
    { branch, base, title, body },
    hosted([target.fetchUrl, target.pushUrl], uri),
  );
  if (!opens) return address;
  if (own.kind === "github" && (await showInExtension(repository, branch))) {
    await copy(both);
    tell([...done, vscode.l10n.t("Title and text are copied, to be pasted into the view.")], false);
    return address;
  }
  if (filled !== "all") await copy(filled === "title" ? body : both);
  try {
    // As a text, so that what is encoded in it stays so.
    await vscode.commands.executeCommand("vscode.open", address);
  } catch (error) {
    await copy(address);
    const failed = vscode.l10n.t(
      "The page for the pull request could not be opened, and its address is copied:",
    );
    throw new Error([...done, failed, reasonOf(error)].join(" "));
  }
  if (filled === "title")
    tell(
      [
        ...done,
        vscode.l10n.t("The text is too long for an address, so it is copied, to be pasted into the page."),
      ],
      false,
    );
  if (filled === "nothing")
    tell(
      [
        ...done,
        vscode.l10n.t("Title and text are copied as well, since not every version of the page takes them."),
      ],
      false,
    );
  return address;
}

/** Has the GitHub Pull Requests extension ask for the rest; false where it is not there, or does not. */
async function showInExtension(repository: WorkingRepository, branch: string): Promise<boolean> {
  if (vscode.extensions.getExtension(extension) === undefined) return false;
  try {
    await vscode.commands.executeCommand("pr.create", {
      repoPath: repository.rootUri.fsPath,
      compareBranch: branch,
    });
    return true;
  } catch {
    return false;
  }
}

function tell(sentences: readonly string[], offersSetting: boolean): void {
  const open = vscode.l10n.t("Open Setting");
  void vscode.window
    .showInformationMessage(sentences.join(" "), ...(offersSetting ? [open] : []))
    .then((chosen) => {
      if (chosen === open)
        void vscode.commands.executeCommand("workbench.action.openSettings", "designDocs.pullRequestHost");
    });
}
