import * as vscode from "vscode";
import { authorOf } from "../author.ts";

/** What is used here of the interface that VS Code's own Git extension offers to others. */
interface GitExtension {
  getAPI(version: 1): {
    readonly repositories: readonly GitRepository[];
    getRepository(uri: vscode.Uri): GitRepository | null;
  };
}

interface GitRepository {
  getConfig(key: string): Promise<string>;
  getGlobalConfig(key: string): Promise<string>;
}

/** Milliseconds; a document with the template's placeholder now is better than a name some time. */
const patience = 5000;

/**
 * The author as Git knows them, for the repository that holds the folder. It is asked through VS Code's Git
 * extension, so no process is started here, and only in a workspace that the user trusts, since Git reads
 * settings from the workspace. Undefined where Git is absent, turned off, slow or does not know.
 */
export async function gitAuthor(folder: vscode.Uri): Promise<string | undefined> {
  if (!vscode.workspace.isTrusted) return undefined;
  const tooLate = new Promise<undefined>((done) => setTimeout(() => done(undefined), patience));
  return Promise.race([askGit(folder), tooLate]);
}

async function askGit(folder: vscode.Uri): Promise<string | undefined> {
  try {
    const extension = vscode.extensions.getExtension<GitExtension>("vscode.git");
    const git = (await extension?.activate())?.getAPI(1);
    const repository = git?.getRepository(folder) ?? git?.repositories[0];
    if (repository === undefined) return undefined;
    const [name, email] = await Promise.all(
      ["user.name", "user.email"].map((key) => config(repository, key)),
    );
    return authorOf(name, email);
  } catch {
    return undefined;
  }
}

/** The repository's own value, else the user's. */
async function config(repository: GitRepository, key: string): Promise<string | undefined> {
  for (const read of [() => repository.getConfig(key), () => repository.getGlobalConfig(key)]) {
    const value = await read().catch(() => "");
    if (value.trim() !== "") return value;
  }
  return undefined;
}
