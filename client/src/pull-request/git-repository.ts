import type { GitChange, GitPlace, GitRepository, GitState } from "../git.ts";

/** What is used of a repository, of VS Code’s Git extension, where something is changed in it. */
export interface WorkingRepository extends Omit<GitRepository, "state" | "log"> {
  readonly state: WorkingState;
  /** Looks at the repository anew. */
  status(): Promise<void>;
  /** Rejects where there is no branch of this name, here or at a remote. */
  getBranch(name: string): Promise<unknown>;
  /** Made from HEAD, unless `ref` says otherwise. */
  createBranch(name: string, checkout: boolean, ref?: string): Promise<void>;
  checkIgnore(paths: string[]): Promise<ReadonlySet<string>>;
  add(paths: string[]): Promise<void>;
  /** Takes all that is staged. */
  commit(message: string): Promise<void>;
  push(remote: string, branch: string, setUpstream: boolean): Promise<void>;
  log(options: {
    readonly maxEntries: number;
  }): Promise<readonly { readonly hash: string; readonly message: string }[]>;
}

export interface WorkingState extends Omit<GitState, "HEAD"> {
  readonly HEAD:
    | (NonNullable<GitState["HEAD"]> & {
        readonly upstream?: { readonly remote: string; readonly name: string } | undefined;
      })
    | undefined;
  readonly remotes: readonly GitRemote[];
  readonly indexChanges: readonly WorkingChange[];
  readonly workingTreeChanges: readonly WorkingChange[];
  readonly mergeChanges: readonly WorkingChange[];
  /** Only where the settings keep new files apart, and absent in older versions. */
  readonly untrackedChanges?: readonly WorkingChange[];
}

export interface GitRemote {
  readonly name: string;
  readonly fetchUrl?: string | undefined;
  readonly pushUrl?: string | undefined;
}

export interface WorkingChange extends GitChange {
  readonly uri: GitPlace;
}

/** The remote to which a branch is pushed: its own, else the one that the settings of Git name, else `origin`, else the only one. */
export async function remoteFor(repository: WorkingRepository): Promise<GitRemote | undefined> {
  const { HEAD, remotes } = repository.state;
  const named = await repository.getConfig("remote.pushDefault").catch(() => "");
  const wanted = [HEAD?.upstream?.remote, named.trim(), "origin"];
  const found = wanted.map((name) => remotes.find((remote) => remote.name === name)).find((remote) => remote);
  return found ?? (remotes.length === 1 ? remotes[0] : undefined);
}

/** Whether there is a branch of this name here or at the remote. */
export async function hasBranch(
  repository: WorkingRepository,
  name: string,
  remote: string | undefined,
): Promise<boolean> {
  const exists = (one: string): Promise<boolean> =>
    repository.getBranch(one).then(
      () => true,
      () => false,
    );
  return (await exists(name)) || (remote !== undefined && (await exists(`${remote}/${name}`)));
}

// As many as anybody would try.
const mostTries = 50;

/** The name, or the first free one with a number behind it. */
export async function freeBranch(
  repository: WorkingRepository,
  name: string,
  remote: string | undefined,
): Promise<string> {
  for (let number = 1; number <= mostTries; number++) {
    const tried = number === 1 ? name : `${name}-${number}`;
    if (!(await hasBranch(repository, tried, remote))) return tried;
  }
  return name;
}

/** The names that teams give to the branch where their work comes together, the likeliest first. */
const usual = ["main", "master", "trunk", "develop"];

/**
 * The name of the branch that pull requests go to: that of the remote’s HEAD, as `head` has read it, else the first of
 * the usual names that the remote has, else that is here. Nothing where there is none of them.
 */
export async function defaultBranch(
  repository: WorkingRepository,
  remote: string | undefined,
  head: string | undefined,
): Promise<string | undefined> {
  const named = /^ref: refs\/remotes\/[^/]+\/(\S+)\s*$/.exec(head ?? "")?.[1];
  if (named !== undefined) return named;
  const places = [...(remote === undefined ? [] : usual.map((name) => `${remote}/${name}`)), ...usual];
  for (const place of places) {
    const found = await repository.getCommit(place).catch(() => undefined);
    if (found) return usual.find((name) => place === name || place.endsWith(`/${name}`));
  }
  // Of a repository without a commit, the branch is the one that everything will begin with.
  const { HEAD } = repository.state;
  return HEAD?.commit === undefined ? HEAD?.name : undefined;
}

/** The paths among these that differ from HEAD, or that Git does not keep yet and does not ignore. */
export async function changedPaths(
  repository: WorkingRepository,
  paths: readonly string[],
): Promise<readonly string[]> {
  const { indexChanges, workingTreeChanges, untrackedChanges = [] } = repository.state;
  const changed = new Set([...indexChanges, ...workingTreeChanges, ...untrackedChanges].map(pathOf));
  const ignored = await repository.checkIgnore([...paths]).catch(() => new Set<string>());
  const found: string[] = [];
  for (const path of paths) {
    if (ignored.has(path)) continue;
    // Settings may hide new files, so that only the index tells.
    if (changed.has(path) || !(await isKept(repository, path))) found.push(path);
  }
  return found;
}

const pathOf = ({ uri, renameUri }: WorkingChange): string => renameUri?.fsPath ?? uri.fsPath;

/** Whether the index has a file; any other failure is no absence. */
const isKept = (repository: WorkingRepository, path: string): Promise<boolean> =>
  repository.getObjectDetails("", path).then(
    () => true,
    (error: unknown) =>
      !(typeof error === "object" && error !== null && Reflect.get(error, "gitErrorCode") === "UnknownPath"),
  );

/** The paths that are staged, or in conflict, besides these. */
export const otherStaged = ({ state }: WorkingRepository, paths: readonly string[]): readonly string[] =>
  [...state.indexChanges, ...state.mergeChanges].map(pathOf).filter((path) => !paths.includes(path));

/** Why a name cannot be that of a branch (git-check-ref-format), as far as people type such; nothing where it can. */
export function isBranchName(name: string): boolean {
  return (
    name !== "" &&
    name.length <= 200 &&
    !/[\s~^:?*[\\\p{Cc}]|\.\.|@\{|\/\/|^[/.-]|[/.]$|\/\.|\.lock(?:\/|$)|^@$|^HEAD$/u.test(name)
  );
}

// Advice, and what went well before the failure.
const noise = /^(?:(?:hint|To|warning):?\s|[*=+-]\s)/;

/** What Git says of a failure, in a line or a few, without what is secret in addresses. */
export function reasonOf(error: unknown): string {
  const said = typeof error === "object" && error !== null ? Reflect.get(error, "stderr") : undefined;
  const words =
    typeof said === "string" && said.trim() !== ""
      ? said
      : error instanceof Error
        ? error.message
        : String(error);
  const lines = words
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !noise.test(line));
  return lines
    .slice(0, 4)
    .join(" ")
    .replace(/(\w:\/\/)[^/@\s]+@/g, "$1")
    .slice(0, 500);
}

/** The path of a file from a folder above it, with forward slashes; nothing where it does not lie in it. */
export function pathFrom(folder: string, file: string): string | undefined {
  const [root, path] = [folder, file].map((one) => one.replaceAll("\\", "/").replace(/\/$/, ""));
  if (root === undefined || path === undefined) return undefined;
  // Windows tells no case apart, and drives come in both.
  const isInside =
    path.startsWith(`${root}/`) ||
    (/^[a-z]:/i.test(root) && path.toLowerCase().startsWith(`${root.toLowerCase()}/`));
  return isInside ? path.slice(root.length + 1) : undefined;
}
