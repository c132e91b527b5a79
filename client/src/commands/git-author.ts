import type * as vscode from "vscode";
import { authorOf } from "../author.ts";
import { askGit, inTime, type GitRepository } from "../git.ts";

/** Milliseconds; a document with the template's placeholder now is better than a name some time. */
const patience = 5000;

/**
 * The author as Git knows them, for the repository that holds the folder. It is asked through VS Code's Git
 * extension, so no process is started here. Undefined where Git is absent, turned off, slow or does not know,
 * or the workspace is not trusted.
 */
export function gitAuthor(folder: vscode.Uri): Promise<string | undefined> {
  return inTime(authorIn(folder), patience);
}

async function authorIn(folder: vscode.Uri): Promise<string | undefined> {
  const git = await askGit();
  const repository = git?.getRepository(folder) ?? git?.repositories[0];
  if (repository === undefined) return undefined;
  const [name, email] = await Promise.all(["user.name", "user.email"].map((key) => config(repository, key)));
  return authorOf(name, email);
}

/** The repository's own value, else the user's. */
async function config(repository: GitRepository, key: string): Promise<string | undefined> {
  for (const read of [() => repository.getConfig(key), () => repository.getGlobalConfig(key)]) {
    const value = await read().catch(() => "");
    if (value.trim() !== "") return value;
  }
  return undefined;
}
