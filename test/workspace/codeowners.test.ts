import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseCodeowners, parseOwners } from "../../server/src/workspace/codeowners.ts";

type Cases = readonly (readonly [name: string, text: string, handles: readonly string[]])[];

const codeowners: Cases = [
  [
    "patterns with people and teams",
    "*  @ada @org/team-a\n/docs/ @grace.hopper\r\n",
    ["@ada", "@org/team-a", "@grace.hopper"],
  ],
  ["comments", "# @nobody\n* @ada # and @bob\n", ["@ada"]],
  ["e-mail addresses", "* ada@example.com @bob\n", ["@bob"]],
  ["patterns that begin with @", "@scope/pkg/ @ada\n", ["@ada"]],
  ["sections", "[Database Team][2] @dba @org/sql\n^[Docs]\n*.md\n", ["@dba", "@org/sql"]],
  ["patterns without owners", "/vendor/\n\n", []],
];

const owners: Cases = [
  [
    "lists of names",
    "approvers:\n- ada\n- bob-b # lead\nreviewers:\n  - '@grace'\n",
    ["@ada", "@bob-b", "@grace"],
  ],
  ["lists in brackets", 'reviewers: [ada, "bob"]\n', ["@ada", "@bob"]],
  ["other lists", "labels:\n- area/docs\napprovers:\n- ada\nemeritus_approvers:\n- zoe\n", ["@ada"]],
  ["filters", 'filters:\n  ".*":\n    approvers:\n    - ada\n', ["@ada"]],
  ["plain lines", "ada\n@bob\ncarol@example.com\nset noparent\nfile://x/OWNERS\n*\n", ["@ada", "@bob"]],
  ["nothing", "", []],
];

describe("parseCodeowners", () => {
  for (const [name, text, handles] of codeowners)
    it(`reads ${name}`, () => assert.deepEqual(parseCodeowners(text), handles));
});

describe("parseOwners", () => {
  for (const [name, text, handles] of owners)
    it(`reads ${name}`, () => assert.deepEqual(parseOwners(text), handles));
});
