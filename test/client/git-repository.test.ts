import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  changedPaths,
  defaultBranch,
  freeBranch,
  isBranchName,
  otherStaged,
  pathFrom,
  reasonOf,
  remoteFor,
  type WorkingChange,
  type WorkingRepository,
  type WorkingState,
} from "../../client/src/pull-request/git-repository.ts";

interface Given {
  readonly state?: Partial<WorkingState>;
  /** Names of branches and commits that are there. */
  readonly branches?: readonly string[];
  /** Paths that the index has. */
  readonly kept?: readonly string[];
  readonly ignored?: readonly string[];
  readonly config?: Readonly<Record<string, string>>;
}

const refused = (gitErrorCode?: string): Promise<never> =>
  Promise.reject(Object.assign(new Error("Failed to execute git"), { gitErrorCode }));

/** What is asked of the extension's repository here; what Git refuses is a rejection. */
const repositoryOf = ({
  state,
  branches = [],
  kept = [],
  ignored = [],
  config = {},
}: Given): WorkingRepository =>
  ({
    state: {
      HEAD: undefined,
      remotes: [],
      indexChanges: [],
      workingTreeChanges: [],
      mergeChanges: [],
      ...state,
    },
    getConfig: (key: string) => (config[key] === undefined ? refused() : Promise.resolve(config[key])),
    getBranch: (name: string) => (branches.includes(name) ? Promise.resolve({}) : refused()),
    getCommit: (name: string) => (branches.includes(name) ? Promise.resolve({ hash: "0" }) : refused()),
    checkIgnore: (paths: string[]) =>
      Promise.resolve(new Set(paths.filter((path) => ignored.includes(path)))),
    getObjectDetails: (_: string, path: string) =>
      kept.includes(path) ? Promise.resolve({}) : refused(path === "/r/odd" ? undefined : "UnknownPath"),
  }) as unknown as WorkingRepository;

const change = (path: string, renamed?: string): WorkingChange => ({
  uri: { fsPath: path },
  originalUri: { fsPath: path },
  renameUri: renamed === undefined ? undefined : { fsPath: renamed },
});

describe("remote to push to", () => {
  const remotes = [{ name: "backup" }, { name: "origin" }, { name: "mine" }];
  const cases: readonly (readonly [name: string, given: Given, remote: string | undefined])[] = [
    ["that of the branch", { state: { remotes, HEAD: { upstream: { remote: "mine", name: "x" } } } }, "mine"],
    [
      "the one in the settings of Git",
      { state: { remotes }, config: { "remote.pushDefault": "backup\n" } },
      "backup",
    ],
    ["origin", { state: { remotes } }, "origin"],
    ["the only one", { state: { remotes: [{ name: "x" }] } }, "x"],
    ["none of several", { state: { remotes: [{ name: "x" }, { name: "y" }] } }, undefined],
    ["none", {}, undefined],
  ];
  for (const [name, given, remote] of cases)
    it(`is ${name}`, async () => assert.equal((await remoteFor(repositoryOf(given)))?.name, remote));
});

describe("branch that pull requests go to", () => {
  const cases: readonly (readonly [
    name: string,
    given: Given,
    head: string | undefined,
    base: string | undefined,
  ])[] = [
    [
      "what the remote says",
      { branches: ["origin/main"] },
      "ref: refs/remotes/origin/team/next\n",
      "team/next",
    ],
    ["what the remote has", { branches: ["main", "origin/master"] }, undefined, "master"],
    ["what is here", { branches: ["trunk"] }, "gibberish", "trunk"],
    ["where a repository begins", { state: { HEAD: { name: "start" } } }, undefined, "start"],
    ["unknown", { state: { HEAD: { name: "x", commit: "0" } } }, undefined, undefined],
  ];
  for (const [name, given, head, base] of cases)
    it(`is ${name}`, async () =>
      assert.equal(await defaultBranch(repositoryOf(given), "origin", head), base));
});

it("a branch is named by the first name that is free here and at the remote", async () => {
  const repository = repositoryOf({ branches: ["design/a", "origin/design/a-2"] });
  assert.equal(await freeBranch(repository, "design/a", "origin"), "design/a-3");
  assert.equal(await freeBranch(repository, "design/b", undefined), "design/b");
});

it("what is committed is what differs or is new, and not ignored", async () => {
  const repository = repositoryOf({
    state: {
      workingTreeChanges: [change("/r/changed")],
      indexChanges: [change("/r/old", "/r/renamed")],
      untrackedChanges: [change("/r/new")],
    },
    kept: ["/r/changed", "/r/same"],
    ignored: ["/r/ignored"],
  });
  const paths = ["/r/changed", "/r/same", "/r/renamed", "/r/new", "/r/hidden", "/r/ignored", "/r/odd"];
  assert.deepEqual(await changedPaths(repository, paths), [
    "/r/changed",
    "/r/renamed",
    "/r/new",
    "/r/hidden",
  ]);
});

it("what else is staged, or in conflict, is known", () => {
  const repository = repositoryOf({
    state: { indexChanges: [change("/r/own"), change("/r/other")], mergeChanges: [change("/r/both")] },
  });
  assert.deepEqual(otherStaged(repository, ["/r/own"]), ["/r/other", "/r/both"]);
});

describe("name of a branch", () => {
  for (const name of ["design/a", "größe", "a.b", "x@y"])
    it(`may be ${name}`, () => assert.ok(isBranchName(name)));
  for (const name of [
    "",
    "a b",
    "a..b",
    "/a",
    "a/",
    "a//b",
    "-a",
    ".a",
    "a/.b",
    "a.lock",
    "a~1",
    "a^",
    "a:b",
    "a?",
    "a*",
    "a[",
    "a\\b",
    "@",
    "a@{b",
    "HEAD",
    "a.",
    "a\u0007",
  ])
    it(`cannot be “${JSON.stringify(name)}”`, () => assert.ok(!isBranchName(name)));
});

describe("reason of a failure", () => {
  const failure = (stderr: string): Error => Object.assign(new Error("Failed to execute git"), { stderr });
  it("is what Git says, without hints and secrets", () =>
    assert.equal(
      reasonOf(
        failure(
          "To https://ada:s3cret@git.example/o/r.git\nhint: Updates were rejected\n * [new branch] a -> a\nfatal: unable to access 'https://ada:s3cret@git.example/o/r.git/': no route\n",
        ),
      ),
      "fatal: unable to access 'https://git.example/o/r.git/': no route",
    ));
  it("is the error's own words where Git says nothing", () => {
    assert.equal(reasonOf(failure(" ")), "Failed to execute git");
    assert.equal(reasonOf("broken"), "broken");
  });
});

describe("path within a folder", () => {
  const cases: readonly (readonly [folder: string, file: string, path: string | undefined])[] = [
    ["/r", "/r/docs/a.md", "docs/a.md"],
    ["/r/", "/r/a.md", "a.md"],
    ["/r", "/rest/a.md", undefined],
    ["c:\\R", "C:\\r\\docs\\a.md", "docs/a.md"],
    ["/R", "/r/a.md", undefined],
  ];
  for (const [folder, file, path] of cases)
    it(`${file} from ${folder}`, () => assert.equal(pathFrom(folder, file), path));
});
