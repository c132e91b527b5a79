import { readRemote, type Remote } from "./remote.ts";

/** The programs that show repositories on the web, by how their pages are addressed. */
export const hostKinds = ["github", "gitlab", "bitbucket", "bitbucket-server", "azure", "gitea"] as const;
export type HostKind = (typeof hostKinds)[number];

/** A repository at a host. */
export interface Repository {
  readonly kind: HostKind;
  readonly host: string;
  /** The address of its page, without a slash at its end. */
  readonly page: string;
  /** Who it belongs to, as a head of a pull request in another repository names them. */
  readonly owner: string;
}

/** What the page for a new pull request is to be about. */
export interface NewPullRequest {
  readonly branch: string;
  /** The branch that it goes to; the host's default where it is absent. */
  readonly base?: string | undefined;
  readonly title: string;
  readonly body: string;
}

/** The page for a new pull request. */
export interface NewPage {
  readonly address: string;
  /** What the page surely has already. The rest is to be pasted. */
  readonly filled: "all" | "title" | "nothing";
}

/**
 * The repository of a remote's address; `chosen` says what runs on a host that is not known by its name. Nothing for
 * paths of this machine, and where neither the name nor anybody says what runs there.
 */
export function repositoryAt(address: string, chosen?: HostKind): Repository | undefined {
  const remote = readRemote(address);
  if (!remote) return undefined;
  const kind = publicHosts[remote.host] ?? azureKind(remote) ?? chosen ?? guessed(remote);
  const place = kind && pages[kind](remote);
  return kind && place ? { kind, host: remote.host, ...place } : undefined;
}

const publicHosts: Readonly<Record<string, HostKind>> = {
  "github.com": "github",
  "gitlab.com": "gitlab",
  "bitbucket.org": "bitbucket",
  "codeberg.org": "gitea",
  "gitea.com": "gitea",
};

const azureKind = ({ host, names }: Remote): HostKind | undefined =>
  /(?:^|\.)(?:dev\.azure\.com|visualstudio\.com)$/.test(host) || names.includes("_git") ? "azure" : undefined;

function guessed({ host, names, sshPort }: Remote): HostKind | undefined {
  if (/(?:^|[.-])(?:github|ghe)(?:[.-]|$)/.test(host)) return "github";
  if (/gitlab/.test(host)) return "gitlab";
  if (/gitea|forgejo|codeberg/.test(host)) return "gitea";
  if (/bitbucket|(?:^|\.)stash\./.test(host) || names.includes("scm") || sshPort === 7999)
    return "bitbucket-server";
  return undefined;
}

const path = (...names: readonly string[]): string => names.map(encoded).join("/");

type PageOf = (remote: Remote) => Pick<Repository, "page" | "owner"> | undefined;

/** Of the last two names, those of the owner and the repository. */
const ownerAndName: PageOf = ({ origin, names }) => {
  const owner = names.at(-2);
  return owner === undefined ? undefined : { page: `${origin}/${path(...names)}`, owner };
};

const pages: Readonly<Record<HostKind, PageOf>> = {
  github: ownerAndName,
  // Groups may be nested.
  gitlab: ownerAndName,
  bitbucket: ownerAndName,
  gitea: ownerAndName,
  // `/scm/KEY/name` where Git asks by HTTP, `/KEY/name` by SSH; people have `~name` for a key.
  "bitbucket-server": ({ origin, names }) => {
    const [key, name] = names.slice(-2);
    if (key === undefined || name === undefined) return undefined;
    const scm = names.lastIndexOf("scm");
    const context = scm > 0 ? names.slice(0, scm) : [];
    const own = key.startsWith("~") ? ["users", key.slice(1)] : ["projects", key];
    return { page: [origin, path(...context, ...own, "repos", name)].join("/"), owner: key };
  },
  azure: ({ host, origin, names }) => {
    // `git@ssh.dev.azure.com:v3/organisation/project/name`, and the same at `vs-ssh.visualstudio.com`.
    if (/^(?:vs-)?ssh\./.test(host) && /^v\d$/.test(names[0] ?? "")) {
      const [, organisation, project, name] = names;
      return organisation === undefined || project === undefined || name === undefined
        ? undefined
        : { page: `https://dev.azure.com/${path(organisation, project, "_git", name)}`, owner: organisation };
    }
    return names.includes("_git")
      ? { page: `${origin}/${path(...names)}`, owner: names[0] ?? "" }
      : undefined;
  },
};

/** Code units of an address that every browser, proxy and host takes. */
export const longestAddress = 8000;

/**
 * The page for a new pull request. Where the pull request goes to another repository than the branch was pushed to, as
 * with a fork, that is `target`. Title and body are filled in where the host documents how, as long as the address does
 * not become too long.
 */
export function newPullRequest(
  repository: Repository,
  wanted: NewPullRequest,
  target: Repository = repository,
): NewPage {
  const { title, body } = wanted;
  const build = makers[repository.kind](
    repository,
    wanted,
    target.kind === repository.kind ? target : repository,
  );
  if (!build.fields) return { address: build.address, filled: "nothing" };
  const [titleField, bodyField] = build.fields;
  const withTitle = `${build.address}&${encoded(titleField)}=${encoded(title)}`;
  const whole = `${withTitle}&${encoded(bodyField)}=${encoded(body)}`;
  const filled = build.isSure ? "all" : "nothing";
  if (whole.length <= longestAddress) return { address: whole, filled };
  if (withTitle.length <= longestAddress)
    return { address: withTitle, filled: build.isSure ? "title" : "nothing" };
  return { address: build.address, filled: "nothing" };
}

interface Made {
  readonly address: string;
  /** The names of the fields for title and body, where the page takes them. */
  readonly fields?: readonly [title: string, body: string];
  /** Every version of the host takes them. */
  readonly isSure?: boolean;
}

type MakePage = (from: Repository, wanted: NewPullRequest, target: Repository) => Made;

/** `main...branch` of pages that compare; of a fork, its owner comes before the branch. */
function comparison(
  { owner, page }: Repository,
  { branch, base }: NewPullRequest,
  target: Repository,
): string {
  const head = target.page === page ? slashed(branch) : `${encoded(owner)}:${slashed(branch)}`;
  return base === undefined ? head : `${slashed(base)}...${head}`;
}

const makers: Readonly<Record<HostKind, MakePage>> = {
  // docs.github.com, “Using query parameters to create a pull request”.
  github: (from, wanted, target) => ({
    address: `${target.page}/compare/${comparison(from, wanted, target)}?quick_pull=1`,
    fields: ["title", "body"],
    isSure: true,
  }),
  // docs.gitlab.com, “Create a new merge request by URL”. It finds by itself what a fork is of.
  gitlab: ({ page }, { branch, base }) => ({
    address: `${page}/-/merge_requests/new?${query([
      ["merge_request[source_branch]", branch],
      ["merge_request[target_branch]", base],
    ])}`,
    fields: ["merge_request[title]", "merge_request[description]"],
    isSure: true,
  }),
  // What Git's push prints. No way to fill in the text is documented.
  bitbucket: ({ page }, { branch, base }) => ({
    address: `${page}/pull-requests/new?${query([
      ["source", branch],
      ["dest", base],
      ["t", "1"],
    ])}`,
  }),
  "bitbucket-server": ({ page }, { branch, base }) => ({
    address: `${page}/pull-requests?create&${query([
      ["sourceBranch", `refs/heads/${branch}`],
      ["targetBranch", base === undefined ? undefined : `refs/heads/${base}`],
    ])}`,
  }),
  azure: ({ page }, { branch, base }) => ({
    address: `${page}/pullrequestcreate?${query([
      ["sourceRef", branch],
      ["targetRef", base],
    ])}`,
  }),
  // Gitea takes GitHub's fields in newer versions; what older ones and Forgejo do not know they pass over.
  gitea: (from, wanted, target) => ({
    address: `${target.page}/compare/${comparison(from, wanted, target)}?quick_pull=1`,
    fields: ["title", "body"],
  }),
};

/** The address below which a host shows the files of a branch, without a slash at its end; nothing where paths are no part of it. */
export function filesAt({ kind, page }: Repository, branch: string): string | undefined {
  switch (kind) {
    case "github":
      return `${page}/blob/${slashed(branch)}`;
    case "gitlab":
      return `${page}/-/blob/${slashed(branch)}`;
    case "gitea":
      return `${page}/src/branch/${slashed(branch)}`;
    case "bitbucket":
      // A slash in the branch would end its name.
      return branch.includes("/") ? undefined : `${page}/src/${encoded(branch)}`;
    default:
      return undefined;
  }
}

/** The page of a pull request by its number; of an issue, where they are counted together, the host leads on to it. */
export function pullRequestAt({ kind, page }: Repository, number: number): string {
  const places: Readonly<Record<HostKind, string>> = {
    github: "pull",
    gitlab: "-/merge_requests",
    bitbucket: "pull-requests",
    "bitbucket-server": "pull-requests",
    azure: "pullrequest",
    gitea: "pulls",
  };
  return `${page}/${places[kind]}/${number}`;
}

/** The page of a commit by its hash. */
export function commitAt({ kind, page }: Repository, hash: string): string {
  const place =
    kind === "gitlab"
      ? "-/commit"
      : kind === "bitbucket" || kind === "bitbucket-server"
        ? "commits"
        : "commit";
  return `${page}/${place}/${hash}`;
}

const query = (fields: readonly (readonly [name: string, value: string | undefined])[]): string =>
  fields
    .flatMap(([name, value]) => (value === undefined ? [] : [`${encoded(name)}=${encoded(value)}`]))
    .join("&");

/** A branch within a path, where its slashes stay. */
const slashed = (branch: string): string => branch.split("/").map(encoded).join("/");

/** As `encodeURIComponent`, and nothing that Markdown, shells or mail programs take for the end of an address stays. */
const encoded = (text: string): string =>
  // Half of a surrogate pair cannot be encoded.
  encodeURIComponent(text.replace(/\p{Cs}/gu, "\uFFFD")).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
