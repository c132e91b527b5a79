import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { plainWords } from "../../server/src/text/plain-words.ts";

/** Markdown, and what a reader sees of it. */
const cases: Readonly<Record<string, string>> = {
  "": "",
  "In review, by Ada": "In review, by Ada",
  "**Accepted**": "Accepted",
  "***Accepted*** by _all_": "Accepted by all",
  "`Accepted` in `a_b_c`": "Accepted in a_b_c",
  "[Accepted](adr-5.md)": "Accepted",
  '[Accepted](<a (b).md> "title")': "Accepted",
  "Superseded by [**ADR 7**](a_(b).md), see [^1]": "Superseded by ADR 7, see",
  "[Accepted][adr-5], [later][]": "Accepted, later",
  "[adr-5]": "adr-5",
  "[[ADR 5]]": "ADR 5",
  "![Accepted](badge.svg)": "Accepted",
  "[![Accepted](badge.svg)](https://ci.example/)": "Accepted",
  "~~Draft~~ Approved": "Approved",
  "~~Draft~~": "Draft",
  "Draft <!-- Draft | Final -->": "Draft",
  "Draft<br/>since May": "Draft since May",
  '<span class="a">Draft</span>': "Draft",
  "<https://example.com/1>": "<https://example.com/1>",
  "Ada <ada@example.com>": "Ada <ada@example.com>",
  "Ada \\*not\\* \\[Lovelace\\]": "Ada *not* [Lovelace]",
  ada_b_lovelace: "ada_b_lovelace",
  "R&amp;D&nbsp;draft": "R&D draft",
  "a * b * c": "a * b * c",
  "[ ] open": "[ ] open",
  "two\n  lines": "two lines",
};

describe("what a reader sees of", () => {
  for (const [markdown, words] of Object.entries(cases))
    it(JSON.stringify(markdown), () => assert.equal(plainWords(markdown), words));

  it("what is far too long", () => {
    const words = plainWords("**x** ".repeat(10_000));
    assert.ok(words.length < 400 && words.endsWith("…"), words);
  });
});
