import { pullRequestAt, repositoryAt, type Repository } from "./hosts.ts";

/** A pull request, a commit or an issue, as a document links to it. */
export interface Reference {
  /** `#12`, `owner/repo#12`, `!45`, or the address. */
  readonly text: string;
  readonly url?: string;
}

/**
 * The references in what somebody typed or pasted: addresses, `#12`, `!45`, `owner/repo#12`, `PROJ-6` and hashes of
 * commits, with blanks, commas or words between them. Numbers get an address in the repository.
 */
export function readReferences(text: string, repository: Repository | undefined): readonly Reference[] {
  const found = text
    .slice(0, 20_000)
    .split(/[\s,;]+/)
    .flatMap((word) => readReference(word, repository) ?? []);
  return found.filter(({ text: one }, index) => found.findIndex((other) => other.text === one) === index);
}

function readReference(word: string, repository: Repository | undefined): Reference | undefined {
  const plain = word.replace(/^[<([]+/, "").replace(/[>)\].:]+$/, "");
  if (/^https?:\/\/[^\s/]+\/\S/i.test(plain)) return ofAddress(withoutCredentials(plain), repository);
  const [, path = "", mark, digits = ""] = /^((?:[\w.-]+\/)*[\w.-]+)?([#!])(\d{1,9})$/.exec(plain) ?? [];
  if (mark !== undefined) {
    const other = path === "" ? repository : repository && beside(repository, path);
    const url = other && pullRequestAt(other, Number(digits));
    return { text: plain, ...(url === undefined ? {} : { url }) };
  }
  // An issue of a tracker, or a commit: letters and digits, so that no word and no number is one.
  return /^[A-Z][A-Z0-9_]{1,19}-\d{1,9}$/.test(plain) || /^(?=.*\d)(?=.*[a-f])[0-9a-f]{7,40}$/.test(plain)
    ? { text: plain }
    : undefined;
}

// How the hosts address what has a number.
const numbered =
  /\/(?:pulls?|pull-requests|pullrequest|-\/merge_requests|merge_requests|issues|-\/issues)\/(\d{1,9})(?:[/?#].*)?$/;

/** An address, with its number for a text where it is one of the repository itself. */
function ofAddress(address: string, repository: Repository | undefined): Reference {
  const number = numbered.exec(address)?.[1];
  const isOwn = repository && address.toLowerCase().startsWith(`${repository.page.toLowerCase()}/`);
  if (number === undefined || !isOwn) return { text: address, url: address };
  const mark = /merge_requests\//.test(address) ? "!" : "#";
  const issue = /\/issues\//.test(address);
  // What is shown below a pull request, such as its files, is the pull request.
  return { text: `${mark}${number}`, url: issue ? address : pullRequestAt(repository, Number(number)) };
}

const withoutCredentials = (address: string): string => address.replace(/^(https?:\/\/)[^/?#@]*@/i, "$1");

/** Another repository at the same host. */
function beside({ kind, page }: Repository, path: string): Repository | undefined {
  const origin = /^https?:\/\/[^/]+/.exec(page)?.[0] ?? "";
  // `repo#12` is one of the same owner.
  const own = path.includes("/")
    ? path
    : [
        ...page
          .slice(origin.length + 1)
          .split("/")
          .slice(0, -1),
        path,
      ].join("/");
  return kind === "azure" || kind === "bitbucket-server" ? undefined : repositoryAt(`${origin}/${own}`, kind);
}

/** A commit as the log tells it. */
export interface LoggedCommit {
  readonly hash: string;
  readonly message: string;
}

/** The reference that a commit's message ends with, as hosts write it when they merge; else its hash. */
export function referenceOf(
  { hash, message }: LoggedCommit,
  repository: Repository | undefined,
): Reference & { readonly isRequest: boolean } {
  const [first = ""] = message.split(/\r?\n/, 1);
  const merged =
    /\((#\d{1,9})\)\s*$/.exec(first)?.[1] ??
    /^Merge(?:d)? pull request (#\d{1,9})\b/i.exec(first)?.[1] ??
    /^Merged in .+ \(pull request (#\d{1,9})\)\s*$/i.exec(first)?.[1] ??
    /\bSee merge request (?:[\w./-]+)?(!\d{1,9})\s*$/.exec(message.trimEnd())?.[1] ??
    /^Merged PR (\d{1,9}):/.exec(first)?.[1]?.replace(/^/, "#");
  const [reference] = merged === undefined ? [] : readReferences(merged, repository);
  return reference ? { ...reference, isRequest: true } : { text: hash.slice(0, 10), isRequest: false };
}

// One short word, such as “sync”, is said of many things.
const telling = /\s|.{10}/u;

/** Whether a commit's message speaks of a document by one of its names that say enough, as whole words. */
export function namesDocument(message: string, names: readonly string[]): boolean {
  const said = ` ${wordsOf(message)} `;
  return names.some((name) => {
    const words = wordsOf(name);
    return telling.test(words) && said.includes(` ${words} `);
  });
}

const wordsOf = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(" ");
