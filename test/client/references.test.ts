import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { repositoryAt } from "../../client/src/pull-request/hosts.ts";
import {
  namesDocument,
  readReferences,
  referenceOf,
  type Reference,
} from "../../client/src/pull-request/references.ts";

const github = repositoryAt("git@github.com:o/r.git");
const gitlab = repositoryAt("git@gitlab.com:a/b/r.git");
const pull = (number: number): string => `https://github.com/o/r/pull/${number}`;

/** By what is typed in a repository of GitHub: the references in it. */
const typed: Readonly<Record<string, readonly Reference[]>> = {
  "#12": [{ text: "#12", url: pull(12) }],
  "#12, #13; #12": [
    { text: "#12", url: pull(12) },
    { text: "#13", url: pull(13) },
  ],
  "x/y#5": [{ text: "x/y#5", url: "https://github.com/x/y/pull/5" }],
  "y#5": [{ text: "y#5", url: "https://github.com/o/y/pull/5" }],
  "see https://github.com/o/r/pull/12/files#diff-1.": [{ text: "#12", url: pull(12) }],
  "https://github.com/o/r/issues/3": [{ text: "#3", url: "https://github.com/o/r/issues/3" }],
  "<https://ada:s3cret@x.example/a/b>": [{ text: "https://x.example/a/b", url: "https://x.example/a/b" }],
  "PROJ-6 and 0a1b2c3": [{ text: "PROJ-6" }, { text: "0a1b2c3" }],
  "words 12 deadbeef": [],
  "": [],
};

describe("references that are typed", () => {
  for (const [text, found] of Object.entries(typed))
    it(`“${text}”`, () => assert.deepEqual(readReferences(text, github), found));

  it("have no address where the host is unknown", () =>
    assert.deepEqual(readReferences("#12 !3", undefined), [{ text: "#12" }, { text: "!3" }]));

  it("are merge requests of GitLab, in nested groups as well", () =>
    assert.deepEqual(readReferences("!4 https://gitlab.com/a/b/r/-/merge_requests/5", gitlab), [
      { text: "!4", url: "https://gitlab.com/a/b/r/-/merge_requests/4" },
      { text: "!5", url: "https://gitlab.com/a/b/r/-/merge_requests/5" },
    ]));
});

/** By a commit's message: the pull request that brought it. */
const merged: Readonly<Record<string, string>> = {
  "Sync in the background (#12)": "#12",
  "Sync (#11) in the background (#12)\n\nMore (#13)": "#12",
  "Merge pull request #12 from ada/sync\n\nSync": "#12",
  "Merged in sync (pull request #12)": "#12",
  "Merged PR 12: Sync": "#12",
  "Merge branch 'x'\n\nSync\n\nSee merge request a/b/r!12\n": "!12",
  "Sync, as #12 asks": "",
  "": "",
};

describe("pull request of a commit", () => {
  const hash = "0123456789abcdef";
  for (const [message, text] of Object.entries(merged))
    it(JSON.stringify(message), () => {
      const found = referenceOf({ hash, message }, github);
      assert.deepEqual([found.text, found.isRequest], text === "" ? ["0123456789", false] : [text, true]);
    });
});

const names = ["Sync engine", "Sync", "2026-01-05-sync-engine-design.md", "sync-engine", "Design: Sync"];

describe("a commit speaks of a document", () => {
  for (const message of [
    "Build the Sync Engine",
    "sync-engine: a log",
    "As 2026-01-05-sync-engine-design.md asks",
    "Design: sync",
  ])
    it(message, () => assert.ok(namesDocument(message, names)));
  for (const message of ["Sync the clocks", "Sync engines", "async engine", ""])
    it(`not: ${message}`, () => assert.ok(!namesDocument(message, names)));
});
