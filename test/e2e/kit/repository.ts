// Repositories for the tests, made by VS Code's own Git extension, which runs in Node alone.
import * as vscode from "vscode";
import { file, write } from "./editor.ts";
import { eventually, ok } from "./expect.ts";

/** What is used here of the interface of VS Code's own Git extension. */
interface GitExtension {
  getAPI(version: 1): {
    readonly state: string;
    init(root: vscode.Uri): Promise<Repository | null>;
  };
}

export interface Repository {
  readonly rootUri: vscode.Uri;
  readonly state: {
    readonly HEAD: { readonly name?: string; readonly commit?: string } | undefined;
    readonly indexChanges: readonly unknown[];
  };
  status(): Promise<void>;
  setConfig(key: string, value: string): Promise<string>;
  add(paths: readonly string[]): Promise<void>;
  revert(paths: readonly string[]): Promise<void>;
  commit(message: string): Promise<void>;
  checkout(branch: string): Promise<void>;
  createBranch(name: string, checkout: boolean): Promise<void>;
  addRemote(name: string, url: string): Promise<void>;
  push(remote: string, branch: string, setUpstream: boolean): Promise<void>;
  diffBetween(one: string, other: string): Promise<readonly { readonly uri: vscode.Uri }[]>;
  log(options: { readonly maxEntries: number }): Promise<readonly { readonly message: string }[]>;
}

/** Whether there is Git in this extension host. In a web worker there is none for anybody, and nothing to test. */
export const hasGit = "process" in globalThis;

/** A repository in a folder of the workspace that takes nothing from the settings of the machine's user. */
export async function makeRepository(folder: string): Promise<Repository> {
  await write(`${folder}/README.md`, "# Kept\n");
  const git = (await vscode.extensions.getExtension<GitExtension>("vscode.git")?.activate())?.getAPI(1);
  ok(git, "VS Code has no Git extension here");
  await eventually("Git is ready", () => git.state === "initialized", { seen: () => git.state });
  const repository = await git.init(file(folder));
  ok(repository, "Git made no repository");
  const settings = {
    "user.name": "Ada Example",
    "user.email": "ada@example.com",
    "commit.gpgSign": "false",
    "core.hooksPath": "no-hooks",
  };
  for (const [key, value] of Object.entries(settings)) await repository.setConfig(key, value);
  return repository;
}

/** A bare repository in a folder beside the workspace, as a host keeps one; what comes back is its path on the disk. */
export async function makeBare(name: string): Promise<vscode.Uri> {
  const root = vscode.Uri.joinPath(file("."), "..", name);
  // Git asks for no more than these of a repository (gitrepository-layout).
  for (const folder of ["objects", "refs/heads"])
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(root, ...folder.split("/")));
  const files = {
    HEAD: "ref: refs/heads/main\n",
    config: "[core]\n\trepositoryformatversion = 0\n\tbare = true\n",
  };
  for (const [path, text] of Object.entries(files))
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(root, path), new TextEncoder().encode(text));
  return root;
}

/** A repository with a first commit that is on a bare remote, whose address for people is one at GitHub. */
export async function makeShop(
  folder: string,
): Promise<{ readonly repository: Repository; readonly bare: vscode.Uri }> {
  const bare = await makeBare(`${folder}.git`);
  const repository = await makeRepository(folder);
  await repository.addRemote("origin", "https://ada:s3cret@github.com/example/shop.git");
  await repository.setConfig("remote.origin.pushurl", bare.fsPath);
  await repository.add([file(`${folder}/README.md`).fsPath]);
  await repository.commit("Begin");
  await repository.createBranch("main", true).catch(() => repository.checkout("main"));
  await repository.push("origin", "main", true);
  await repository.status();
  return { repository, bare };
}

/** The hash of a branch in a bare repository; nothing where it has none. */
export async function tipOf(bare: vscode.Uri, branch: string): Promise<string | undefined> {
  try {
    const file = vscode.Uri.joinPath(bare, "refs", "heads", ...branch.split("/"));
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file)).trim();
  } catch {
    return undefined;
  }
}
