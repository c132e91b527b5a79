import * as vscode from "vscode";
import { askGit } from "../git.ts";
import { uriIn } from "../target.ts";
import { pathFrom, type GitRemote, type WorkingRepository } from "./git-repository.ts";
import { hostKinds, repositoryAt, type Repository } from "./hosts.ts";

/** The document that a command is for: the one that was clicked, else that in the active editor. Nothing where there is none. */
export async function documentFor(clicked: unknown): Promise<vscode.TextDocument | undefined> {
  const named = uriIn(clicked);
  const document =
    named === undefined
      ? vscode.window.activeTextEditor?.document
      : await vscode.workspace.openTextDocument(named);
  if (document === undefined)
    void vscode.window.showInformationMessage(vscode.l10n.t("Open a design document first."));
  return document;
}

/** Says that a document is no design document. */
export function tellNone(): void {
  void vscode.window.showInformationMessage(vscode.l10n.t("This is no design document."));
}

/** The repository around a file, or the reason why there is none, as a sentence for people. */
export async function repositoryOf(file: vscode.Uri): Promise<WorkingRepository | string> {
  if (!vscode.workspace.isTrusted)
    return vscode.l10n.t("Git is not used in a workspace that is not trusted.");
  if (file.scheme !== "file") return vscode.l10n.t("Git cannot be used here.");
  const git = await askGit();
  if (git === undefined) return vscode.l10n.t("VS Code’s Git extension is turned off, or finds no Git.");
  // The extension's interface has all of it; the rest of the client looks at less.
  const repository = git.getRepository(file) as WorkingRepository | null;
  return repository ?? vscode.l10n.t("The document is in no Git repository that is open.");
}

/** The path of a file from the root of its repository, else from its workspace folder. */
export const pathIn = (repository: WorkingRepository | undefined, file: vscode.Uri): string =>
  (repository && pathFrom(repository.rootUri.fsPath, file.fsPath)) ??
  vscode.workspace.asRelativePath(file, false);

/** The repository at its host, by the address of a remote and by what the settings say runs there. */
export function hosted(
  addresses: readonly (string | undefined)[],
  document: vscode.Uri,
): Repository | undefined {
  const said: unknown = vscode.workspace.getConfiguration("designDocs", document).get("pullRequestHost");
  const chosen = hostKinds.find((kind) => kind === said);
  for (const address of addresses) {
    const found = address === undefined ? undefined : repositoryAt(address, chosen);
    if (found) return found;
  }
  return undefined;
}

/** The remote that pull requests go to: of a fork, that of what it was made from, which people call `upstream`. */
export function targetOf(repository: WorkingRepository, remote: GitRemote, uri: vscode.Uri): GitRemote {
  const upstream = repository.state.remotes.find(({ name }) => name === "upstream");
  const [own, other] = [remote, upstream].map((one) => one && hosted([one.fetchUrl, one.pushUrl], uri));
  return upstream && own && other?.kind === own.kind && other.host === own.host ? upstream : remote;
}

/** Puts a text on the clipboard; where a browser does not allow that, into a new document. */
export async function copy(text: string): Promise<void> {
  try {
    await vscode.env.clipboard.writeText(text);
  } catch {
    const document = await vscode.workspace.openTextDocument({ language: "markdown", content: text });
    await vscode.window.showTextDocument(document, { preview: false });
  }
}
