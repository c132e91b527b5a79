import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  commitAt,
  filesAt,
  longestAddress,
  newPullRequest,
  pullRequestAt,
  repositoryAt,
  type HostKind,
  type NewPage,
} from "../../client/src/pull-request/hosts.ts";
import { readRemote } from "../../client/src/pull-request/remote.ts";

/** By remote: what runs there, and the page of the repository. */
const repositories: Readonly<Record<string, readonly [kind: HostKind, page: string]>> = {
  "https://github.com/o/r.git": ["github", "https://github.com/o/r"],
  "https://github.com/o/r/": ["github", "https://github.com/o/r"],
  "https://ada:s3cret@github.com/o/r.git": ["github", "https://github.com/o/r"],
  "https://x-access-token:s3c@ret@github.com/o/r.git?token=s3cret": ["github", "https://github.com/o/r"],
  "git@github.com:o/r.git": ["github", "https://github.com/o/r"],
  "github.com:o/r": ["github", "https://github.com/o/r"],
  "git@github.com-work:o/r.git": ["github", "https://github.com/o/r"],
  "ssh://git@ssh.github.com:443/o/r.git": ["github", "https://github.com/o/r"],
  "git+ssh://git@github.com/o/r.git": ["github", "https://github.com/o/r"],
  "git://github.com/o/r.js.git": ["github", "https://github.com/o/r.js"],
  "https://acme.ghe.com/o/r": ["github", "https://acme.ghe.com/o/r"],
  "https://github.example.org:8443/o/r.git": ["github", "https://github.example.org:8443/o/r"],
  "https://gitlab.com/a/b/c/r.git": ["gitlab", "https://gitlab.com/a/b/c/r"],
  "ssh://git@gitlab.example.org:2222/a/b/r.git": ["gitlab", "https://gitlab.example.org/a/b/r"],
  "http://gitlab.local:8080/a/r.git": ["gitlab", "http://gitlab.local:8080/a/r"],
  "git@bitbucket.org:team/r.git": ["bitbucket", "https://bitbucket.org/team/r"],
  "https://ada@bitbucket.org/team/r.git": ["bitbucket", "https://bitbucket.org/team/r"],
  "https://git.example.org/scm/key/r.git": [
    "bitbucket-server",
    "https://git.example.org/projects/key/repos/r",
  ],
  "https://example.org/stash/scm/key/r.git": [
    "bitbucket-server",
    "https://example.org/stash/projects/key/repos/r",
  ],
  "ssh://git@bitbucket.example.org:7999/key/r.git": [
    "bitbucket-server",
    "https://bitbucket.example.org/projects/key/repos/r",
  ],
  "ssh://git@git.example.org:7999/~ada/r.git": [
    "bitbucket-server",
    "https://git.example.org/users/ada/repos/r",
  ],
  "https://dev.azure.com/org/My%20Project/_git/r": ["azure", "https://dev.azure.com/org/My%20Project/_git/r"],
  "https://org@dev.azure.com/org/project/_git/r": ["azure", "https://dev.azure.com/org/project/_git/r"],
  "git@ssh.dev.azure.com:v3/org/project/r": ["azure", "https://dev.azure.com/org/project/_git/r"],
  "ssh://git@ssh.dev.azure.com/v3/org/project/r": ["azure", "https://dev.azure.com/org/project/_git/r"],
  "org@vs-ssh.visualstudio.com:v3/org/project/r": ["azure", "https://dev.azure.com/org/project/_git/r"],
  "https://org.visualstudio.com/DefaultCollection/project/_git/r": [
    "azure",
    "https://org.visualstudio.com/DefaultCollection/project/_git/r",
  ],
  "https://org.visualstudio.com/_git/r": ["azure", "https://org.visualstudio.com/_git/r"],
  "https://tfs.example.org/tfs/Collection/project/_git/r": [
    "azure",
    "https://tfs.example.org/tfs/Collection/project/_git/r",
  ],
  "https://codeberg.org/o/r.git": ["gitea", "https://codeberg.org/o/r"],
  "git@forgejo.example.org:o/r.git": ["gitea", "https://forgejo.example.org/o/r"],
  "https://gitea.example.org/sub/o/r": ["gitea", "https://gitea.example.org/sub/o/r"],
};

describe("repository of a remote", () => {
  for (const [address, [kind, page]] of Object.entries(repositories))
    it(address, () => {
      const found = repositoryAt(address);
      assert.deepEqual([found?.kind, found?.page], [kind, page]);
    });

  for (const address of [
    "",
    "/srv/git/r.git",
    "../r.git",
    "C:\\git\\r",
    "C:/git/r",
    "file:///srv/git/r.git",
    "./host:o/r",
    "https://github.com",
    "https://github.com/o",
    "https://github.com/o/../r",
    "not an address",
    "git@github.com:o/r\n",
    "https://git.example.org/o/r.git",
    'https://git"lab<.gitlab.example/o/r',
    "git@git.example.org:o/r.git",
  ].filter((one) => !one.endsWith("\n")))
    it(`is none: “${address}”`, () => assert.equal(repositoryAt(address), undefined));

  it("is what somebody says, unless the host is known", () => {
    assert.equal(
      repositoryAt("git@git.example.org:a/b/r.git", "gitlab")?.page,
      "https://git.example.org/a/b/r",
    );
    assert.equal(
      repositoryAt("git@git.example.org:key/r.git", "bitbucket-server")?.page,
      "https://git.example.org/projects/key/repos/r",
    );
    assert.equal(repositoryAt("git@github.com:o/r.git", "gitlab")?.kind, "github");
  });

  it("has nothing secret", () => {
    for (const address of [
      "https://ada:s3cret@git.example.org:99/o/r.git",
      "ssh://ada:s3cret@git.example.org/o/r",
      "https://ada:1/s3cret@git.example.org/o/r",
      "https://git.example.org/o/r?token=s3cret#s3cret",
    ])
      assert.doesNotMatch(JSON.stringify(readRemote(address)) ?? "", /ada|s3cret/);
  });
});

const wanted = {
  branch: "design/a&b",
  base: "main",
  title: "Design: “A” & B #1",
  body: "## Goals\n\n+ 100 %",
};
const title = "Design%3A%20%E2%80%9CA%E2%80%9D%20%26%20B%20%231";
const body = "%23%23%20Goals%0A%0A%2B%20100%20%25";

/** By remote: the page for a new pull request. */
const newPages: Readonly<Record<string, NewPage>> = {
  "git@github.com:o/r.git": {
    address: `https://github.com/o/r/compare/main...design/a%26b?quick_pull=1&title=${title}&body=${body}`,
    filled: "all",
  },
  "git@gitlab.com:a/b/r.git": {
    address: `https://gitlab.com/a/b/r/-/merge_requests/new?merge_request%5Bsource_branch%5D=design%2Fa%26b&merge_request%5Btarget_branch%5D=main&merge_request%5Btitle%5D=${title}&merge_request%5Bdescription%5D=${body}`,
    filled: "all",
  },
  "git@bitbucket.org:o/r.git": {
    address: "https://bitbucket.org/o/r/pull-requests/new?source=design%2Fa%26b&dest=main&t=1",
    filled: "nothing",
  },
  "ssh://git@git.example.org:7999/key/r.git": {
    address:
      "https://git.example.org/projects/key/repos/r/pull-requests?create&sourceBranch=refs%2Fheads%2Fdesign%2Fa%26b&targetBranch=refs%2Fheads%2Fmain",
    filled: "nothing",
  },
  "git@ssh.dev.azure.com:v3/org/p/r": {
    address: "https://dev.azure.com/org/p/_git/r/pullrequestcreate?sourceRef=design%2Fa%26b&targetRef=main",
    filled: "nothing",
  },
  "https://codeberg.org/o/r.git": {
    address: `https://codeberg.org/o/r/compare/main...design/a%26b?quick_pull=1&title=${title}&body=${body}`,
    filled: "nothing",
  },
};

describe("page for a new pull request", () => {
  const at = (address: string) => {
    const found = repositoryAt(address);
    assert.ok(found);
    return found;
  };
  const github = at("git@github.com:ada/r.git");

  for (const [address, page] of Object.entries(newPages))
    it(address, () => assert.deepEqual(newPullRequest(at(address), wanted), page));

  it("gets its text back", () => {
    const { searchParams } = new URL(newPullRequest(github, wanted).address);
    assert.deepEqual([searchParams.get("title"), searchParams.get("body")], [wanted.title, wanted.body]);
  });

  it("of a fork is that of the repository it comes from", () => {
    const { address } = newPullRequest(github, { ...wanted, body: "" }, at("git@github.com:o/r.git"));
    assert.ok(address.startsWith("https://github.com/o/r/compare/main...ada:design/a%26b?"), address);
  });

  it("leaves the base to the host where nobody knows it", () => {
    const { address } = newPullRequest(github, { ...wanted, base: undefined });
    assert.ok(address.startsWith("https://github.com/ada/r/compare/design/a%26b?"), address);
  });

  it("leaves out what would make it too long", () => {
    const long = newPullRequest(github, { ...wanted, body: "ö".repeat(2000) });
    assert.equal(long.filled, "title");
    assert.doesNotMatch(long.address, /body/);
    const longer = newPullRequest(github, { ...wanted, title: "ö".repeat(2000) });
    assert.deepEqual(longer, {
      address: "https://github.com/ada/r/compare/main...design/a%26b?quick_pull=1",
      filled: "nothing",
    });
    const most = newPullRequest(github, {
      ...wanted,
      body: "x".repeat(longestAddress - newPullRequest(github, { ...wanted, body: "" }).address.length),
    });
    assert.deepEqual([most.filled, most.address.length], ["all", longestAddress]);
  });

  it("takes any text", () =>
    assert.match(newPullRequest(github, { ...wanted, title: "\uD800" }).address, /%EF%BF%BD/));
});

describe("other pages", () => {
  const cases: readonly (readonly [
    remote: string,
    files: string | undefined,
    request: string,
    commit: string,
  ])[] = [
    [
      "git@github.com:o/r",
      "https://github.com/o/r/blob/a/b",
      "https://github.com/o/r/pull/7",
      "https://github.com/o/r/commit/abc",
    ],
    [
      "git@gitlab.com:o/r",
      "https://gitlab.com/o/r/-/blob/a/b",
      "https://gitlab.com/o/r/-/merge_requests/7",
      "https://gitlab.com/o/r/-/commit/abc",
    ],
    [
      "git@bitbucket.org:o/r",
      undefined,
      "https://bitbucket.org/o/r/pull-requests/7",
      "https://bitbucket.org/o/r/commits/abc",
    ],
    [
      "https://x.example/scm/k/r",
      undefined,
      "https://x.example/projects/k/repos/r/pull-requests/7",
      "https://x.example/projects/k/repos/r/commits/abc",
    ],
    [
      "https://dev.azure.com/o/p/_git/r",
      undefined,
      "https://dev.azure.com/o/p/_git/r/pullrequest/7",
      "https://dev.azure.com/o/p/_git/r/commit/abc",
    ],
    [
      "https://codeberg.org/o/r",
      "https://codeberg.org/o/r/src/branch/a/b",
      "https://codeberg.org/o/r/pulls/7",
      "https://codeberg.org/o/r/commit/abc",
    ],
  ];
  for (const [remote, files, request, commit] of cases)
    it(remote, () => {
      const repository = repositoryAt(remote);
      assert.ok(repository);
      assert.deepEqual(
        [filesAt(repository, "a/b"), pullRequestAt(repository, 7), commitAt(repository, "abc")],
        [files, request, commit],
      );
    });
});
