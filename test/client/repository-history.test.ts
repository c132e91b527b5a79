import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { GitChange, GitCommit, GitRepository, GitState } from "../../client/src/git.ts";
import { repositoryHistory, standing } from "../../client/src/repository-history.ts";

interface Given {
  /** Texts by commit and path; the index is the commit without a name. */
  readonly files: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The commits of the branches that are there. */
  readonly branches?: Readonly<Record<string, string>>;
  readonly changes?: readonly GitChange[];
  readonly blame?: string;
  readonly log?: readonly GitCommit[];
}

const change = (from: string, to: string | undefined): GitChange => ({
  originalUri: { fsPath: from },
  renameUri: to === undefined ? undefined : { fsPath: to },
});

/** A repository as the Git extension shows it: what Git refuses is a rejection, with a name or without one. */
function repositoryOf({ files, branches = {}, changes = [], blame, log }: Given): {
  readonly repository: GitRepository;
  readonly asked: string[];
} {
  const asked: string[] = [];
  const refused = (gitErrorCode?: string): Promise<never> =>
    Promise.reject(Object.assign(new Error("Failed to execute git"), { gitErrorCode }));
  const repository: GitRepository = {
    rootUri: { fsPath: "/w" },
    state: { HEAD: undefined, indexChanges: [], onDidChange: () => ({ dispose: () => undefined }) },
    getConfig: () => refused(),
    getGlobalConfig: () => refused(),
    getCommit(ref) {
      const hash = branches[ref];
      return hash === undefined ? refused() : Promise.resolve({ hash });
    },
    getMergeBase(one, other) {
      asked.push(`merge base of ${one} and ${other}`);
      return Promise.resolve(branches[other] ?? "");
    },
    getObjectDetails(ref, path) {
      const tree = files[ref];
      if (tree === undefined) return refused();
      return path in tree ? Promise.resolve({}) : refused("UnknownPath");
    },
    buffer(ref, path) {
      const text = files[ref]?.[path];
      return text === undefined ? refused() : Promise.resolve(new TextEncoder().encode(text));
    },
    diffIndexWith(ref) {
      asked.push(`difference to ${ref}`);
      return Promise.resolve(changes);
    },
    log: () => (log === undefined ? refused() : Promise.resolve(log)),
    blame: () => (blame === undefined ? refused() : Promise.resolve(blame)),
  };
  return { repository, asked };
}

const file = "/w/a.md";
const main = "refs/remotes/origin/main";

const cases: readonly {
  readonly name: string;
  readonly given: Given;
  readonly ref?: string;
  readonly base: Awaited<ReturnType<ReturnType<typeof repositoryHistory>["baseText"]>>;
}[] = [
  {
    name: "where the branch left the default branch",
    given: { files: { "": { [file]: "new" }, b1: { [file]: "\ufeffold ü" } }, branches: { [main]: "b1" } },
    base: { ref: "b1", text: "old ü" },
  },
  {
    name: "at the commit that is named",
    given: {
      files: { "": { [file]: "new" }, c2: { [file]: "other" } },
      branches: { v1: "c2", [main]: "b1" },
    },
    ref: "v1",
    base: { ref: "c2", text: "other" },
  },
  {
    name: "without a text, where the file was not there",
    given: {
      files: { "": { [file]: "new" }, b1: {} },
      branches: { [main]: "b1" },
      changes: [change(file, file), change("/w/x.md", undefined)],
    },
    base: { ref: "b1" },
  },
  {
    name: "by its old name",
    given: {
      files: { "": { [file]: "new" }, b1: { "/w/old.md": "old" } },
      branches: { [main]: "b1" },
      changes: [change("/w/old.md", file)],
    },
    base: { ref: "b1", text: "old" },
  },
  {
    name: "not of a file that Git does not keep",
    given: { files: { "": {}, b1: { [file]: "old" } }, branches: { [main]: "b1" } },
    base: null,
  },
  { name: "not without a default branch", given: { files: { "": { [file]: "new" } } }, base: null },
  {
    name: "not of a commit that there is not",
    given: { files: { "": { [file]: "new" } }, branches: { [main]: "b1" } },
    ref: "nowhere",
    base: null,
  },
  {
    name: "not of a commit that would be an option",
    given: { files: { "": { [file]: "new" }, b1: { [file]: "old" } }, branches: { "--output=x": "b1" } },
    ref: "--output=x",
    base: null,
  },
  {
    name: "not where Git fails to look",
    given: { files: { "": { [file]: "new" } }, branches: { [main]: "b1" } },
    base: null,
  },
];

describe("the base of a file, by the Git extension, is known", () => {
  for (const { name, given, ref, base } of cases)
    it(name, async () => {
      const history = repositoryHistory(repositoryOf(given).repository);
      assert.deepEqual(await history.baseText(file, ref), base);
    });
});

it("a repository is asked once for where the branch began and what was renamed", async () => {
  const { repository, asked } = repositoryOf({
    files: { "": { [file]: "new", "/w/b.md": "b" }, b1: {} },
    branches: { [main]: "b1" },
  });
  const history = repositoryHistory(repository);
  for (const path of [file, "/w/b.md"])
    assert.deepEqual(await history.baseText(path, undefined), { ref: "b1" });
  assert.deepEqual(asked, [
    "merge base of HEAD and refs/remotes/origin/HEAD",
    `merge base of HEAD and ${main}`,
    "difference to b1",
  ]);
});

describe("the day of a line, by the Git extension", () => {
  const blame =
    "^1a2b3c4d (Ada 2026-01-05 23:30:00 -0800 1) # x\n00000000 (You 2026-03-01 09:00:00 +0000 2) y";
  for (const [line, day] of [
    ["# x", "2026-01-05"],
    ["y", null],
    ["z", null],
  ] as const)
    it(`${line} is of ${day}`, async () => {
      const { repository } = repositoryOf({ files: {}, blame });
      assert.equal(await repositoryHistory(repository).lineDay(file, line), day);
    });

  it("is not known where Git refuses", async () => {
    assert.equal(await repositoryHistory(repositoryOf({ files: {} }).repository).lineDay(file, "# x"), null);
  });
});

describe("how a repository stands", () => {
  const state = (given: Partial<GitState>): string =>
    standing({ HEAD: { name: "topic", commit: "c1" }, indexChanges: [], onDidChange: never, ...given });
  const never: GitState["onDidChange"] = () => ({ dispose: () => undefined });

  it("is the same while nothing moves", () => assert.equal(state({}), state({})));
  for (const [name, given] of [
    ["a commit", { HEAD: { name: "topic", commit: "c2" } }],
    ["another branch", { HEAD: { name: "main", commit: "c1" } }],
    ["no branch", { HEAD: { commit: "c1" } }],
    ["a fetch", { HEAD: { name: "topic", commit: "c1", ahead: 1, behind: 2 } }],
    ["a file that is added", { indexChanges: [change(file, undefined)] }],
    ["no HEAD", { HEAD: undefined }],
  ] as const)
    it(`is another after ${name}`, () => assert.notEqual(state(given), state({})));
});

describe("the day on which a file was first committed", () => {
  const firstDay = (log?: readonly GitCommit[]): Promise<string | null> =>
    repositoryHistory(repositoryOf({ files: {}, ...(log && { log }) }).repository).firstDay(file);

  it("is that of the last commit of its log", async () =>
    assert.equal(
      await firstDay([{ authorDate: new Date(2026, 2, 5) }, { authorDate: new Date(2026, 0, 9, 23, 59) }]),
      "2026-01-09",
    ));

  it("is not known where there is none, or Git refuses", async () => {
    assert.equal(await firstDay([]), null);
    assert.equal(await firstDay([{}]), null);
    assert.equal(await firstDay(), null);
  });
});
