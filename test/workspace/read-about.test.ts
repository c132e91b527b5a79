import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { About } from "../../server/src/facts/facts.ts";
import { builtInTemplate } from "../../server/src/template/built-in.ts";
import { presetTemplate } from "../../server/src/template/presets.ts";
import type { Template } from "../../server/src/template/template.ts";
import { isHead, readHead } from "../../server/src/workspace/read-head.ts";

const own = builtInTemplate();
const record = presetTemplate("adr") ?? own;
const decision = presetTemplate("decision-record") ?? own;

const cases: readonly (readonly [string, string, About | undefined, Template?])[] = [
  ["a header that says nothing", "Status: DRAFT", undefined],
  [
    "placeholders",
    "Author: YOUR NAME <you@example.com>\nDate: YYYY-MM-DD\nReviewers: @owner1, @owner2",
    undefined,
  ],
  ["a status with more than its word", "Status: Superseded by [B](b.md)", { statusWord: "SUPERSEDED" }],
  ["a status that no template knows", "Status: sleeping", undefined],
  ["an author with an address", "Author: Ada Lovelace <ada@example.org>", { author: "Ada Lovelace" }],
  ["an author in bold, and a link elsewhere", "Author: **Ada**, [Bob][bob]", { author: "Ada, Bob" }],
  ["an address alone", "Author: <ada@example.org>", { author: "ada@example.org" }],
  ["several authors", "Authors: Ada <a@x.org>, [Bob](https://x.org/bob)", { author: "Ada, Bob" }],
  ["an author by another word", "Owner: Ada", { author: "Ada" }],
  ["an author whom the template does not ask for", "Author: @ada", { author: "@ada" }, record],
  ["nobody", "Author: TBD", undefined],
  [
    "a long list",
    `Author: ${"Ada Lovelace, ".repeat(40)}`,
    { author: `${"Ada Lovelace, ".repeat(9).slice(0, 119)}…` },
  ],
  ["a day in words", "Date: March 4, 2026", { date: "2026-03-04" }],
  [
    "two days",
    "Created: 2026-03-04\nLast updated: 2026-04-05",
    { date: "2026-03-04", updated: "2026-04-05" },
  ],
  ["no day", "Date: soon", undefined],
  ["reviewers, each once", "Reviewers: @bob, @org/team, @Bob", { reviewers: ["@bob", "@org/team"] }],
  ["deciders", "Deciders: @bob", { reviewers: ["@bob"] }, decision],
  ["a number", "RFC: 0012", { number: 12 }],
  ["a number with letters", "ID: ADR-7", { number: 7 }],
  ["an id that is no number", "ID: sync-engine", undefined],
  [
    "an implementation",
    "Implementation: <https://x.org/a/b/pull/1>, [second](https://x.org/a/b/pull/2)",
    { implementation: ["https://x.org/a/b/pull/1", "https://x.org/a/b/pull/2"] },
  ],
  [
    "an implementation in a list",
    "Implementation:\n- https://x.org/pull/3\n- https://x.org/pull/4.",
    { implementation: ["https://x.org/pull/3", "https://x.org/pull/4"] },
  ],
  ["numbers of changes", "PRs: #12, acme/web#7", { implementation: ["#12", "acme/web#7"] }],
  ["no implementation yet", "Implementation: TBD", undefined],
];

describe("what lists say of a document", () => {
  for (const [name, header, expected, template = own] of cases)
    for (const eol of ["\n", "\r\n"])
      it(`is read from ${name}${eol === "\n" ? "" : " with CRLF"}`, () => {
        const head = readHead(`# Sync\n\n${header}\n`.replaceAll("\n", eol), template);
        assert.deepEqual(head.about, expected);
        assert.ok(isHead(head));
      });

  it("is read from front matter", () => {
    const text = "---\nauthors: [Ada, Bob]\ncreated: 2026-03-04\nnumber: 7\n---\n\n# Sync\n";
    assert.deepEqual(readHead(text, own).about, { author: "Ada, Bob", date: "2026-03-04", number: 7 });
  });

  const damaged: readonly unknown[] = [
    { author: 1 },
    { date: null },
    { reviewers: "x" },
    { reviewers: [1] },
    { number: "1" },
    "x",
    null,
  ];
  for (const about of damaged)
    it(`is not ${JSON.stringify(about)}`, () => {
      assert.equal(isHead({ ...readHead("# A\n", own), about }), false);
    });

  it("names what it depends on by links, files and numbers, and not by words", () => {
    const header = "Depends on: [A](a.md)\nRelated: ADR-3, ADR-4\nSee also: the other one";
    assert.deepEqual(readHead(`# Sync\n\n${header}\n`, own).depends, [
      { words: "A", url: "a.md" },
      { words: "ADR-3" },
      { words: "ADR-4" },
    ]);
  });
});
