import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { anchorsOf, leadsTo } from "../../server/src/syntax/anchors.ts";
import { parseDocument } from "../../server/src/syntax/parse-document.ts";

const anchors = (text: string): ReadonlySet<string> => anchorsOf(parseDocument(text));

/** Lines of Markdown, and the fragment that GitHub gives to the last heading among them. */
const slugs: readonly (readonly [text: string, slug: string])[] = [
  ["# Sync engine", "sync-engine"],
  ["## Goals", "goals"],
  ["## Non-Goals", "non-goals"],
  ["## Security & Privacy", "security--privacy"],
  ["## Rollout / Rollback", "rollout--rollback"],
  ["## What's new?", "whats-new"],
  ["## “Quoted” – and dashed", "quoted--and-dashed"],
  ["## 1. Overview", "1-overview"],
  ["## 3.2 Data Model", "32-data-model"],
  ["## C++ and C#", "c-and-c"],
  ["## foo.bar()", "foobar"],
  ["## snake_case stays", "snake_case-stays"],
  ["## `code` in it", "code-in-it"],
  ["## `a.b_c()`", "ab_c"],
  ["## **Bold** and *slanted*", "bold-and-slanted"],
  ["## ~~Gone~~ here", "gone-here"],
  ["## See [the docs](https://example.org/x)", "see-the-docs"],
  ["## [Goals](#goals)", "goals"],
  ["## ![a picture](x.png) Goals", "-goals"],
  ["## 🚀 Launch", "-launch"],
  ["## Launch 🚀", "launch-"],
  ["## :rocket: Launch", "rocket-launch"],
  ["## Ünïcode Straße", "ünïcode-straße"],
  ["## Élan vital", "élan-vital"],
  ["## 概要", "概要"],
  ["## 設計 と 目標", "設計-と-目標"],
  ["## Цели", "цели"],
  ["## 목표", "목표"],
  ["## AT&amp;T", "att"],
  ["## a &lt;b&gt; c", "a-b-c"],
  ["## 1 \\* 2", "1--2"],
  ['## <a id="x"></a>Anchored', "anchored"],
  ["## Goals <!-- for now -->", "goals-"],
  ["## Two  blanks", "two--blanks"],
  ["## ALL CAPS", "all-caps"],
  ["Setext\n===", "setext"],
  ["Setext two\n---", "setext-two"],
  ["## Closed ##", "closed"],
  ["> ## In a quote", "in-a-quote"],
  ["- ## In a list", "in-a-list"],
  ["<h2 align='center'>In <b>HTML</b></h2>", "in-html"],
  ["## A\n\n## A", "a-1"],
  ["## A\n\n## A\n\n> ## A", "a-2"],
  ["## A\n\n## A-1\n\n## A", "a-2"],
  ["<h1>A</h1>\n\n## A", "a-1"],
  ["## Phase 1: plan (draft)", "phase-1-plan-draft"],
  ["## 50 % off, $5 = 5 €", "50--off-5--5-"],
  ["## a/b\\c", "abc"],
  ["#", ""],
];

describe("anchors of headings, as GitHub makes them", () => {
  for (const [text, slug] of slugs)
    it(JSON.stringify(text), () => {
      const found = anchors(text);
      assert.ok(slug === "" ? found.size === 0 : found.has(slug), [...found].join(" "));
    });
});

describe("other anchors", () => {
  const cases: Readonly<Record<string, readonly [text: string, anchor: string]>> = {
    "an explicit id": ["## Goals {#why}", "why"],
    "an explicit id does not hide the words": ["## Our Goals {#why}", "our-goals"],
    "an id of kramdown": ["## Goals\n{: #why .big}", "why"],
    "an id in HTML": ['<div id="Box">\n\nx\n\n</div>', "box"],
    "a name in a paragraph": ["Words <a name='spot'></a> here.", "spot"],
    "an id without quotes": ["<a id=spot></a>", "spot"],
    "a footnote": ["Words[^1].\n\n[^1]: More.", "fn-1"],
    "the way back from a footnote": ["Words[^note].\n\n[^note]: More.", "fnref-note"],
    "with a byte order mark and CRLF": ["\uFEFF# A\r\n\r\n## B C\r\n", "b-c"],
  };
  for (const [name, [text, anchor]] of Object.entries(cases))
    it(name, () => assert.ok(anchors(text).has(anchor), [...anchors(text)].join(" ")));

  it("none in code", () => {
    assert.deepEqual([...anchors('```md\n## Goals\n<a id="x"></a>\n```\n\n`## Goals`\n')], []);
  });

  it("take a time that grows with the text, whatever is in it", () => {
    const begun = performance.now();
    for (const piece of ["<h1>", "<h1 ", "{#", "id=", "<a id='"]) anchors(`<div>${piece.repeat(20_000)}\n`);
    assert.ok(performance.now() - begun < 5000);
  });
});

describe("where fragments lead", () => {
  const leads = leadsTo(anchors("# A\n\n## Security & Privacy\n\n## 🚀 Launch\n\n## data_model\n"));
  const somewhere = [
    "",
    "top",
    "TOP",
    "security--privacy",
    "Security--Privacy",
    "security-privacy",
    "user-content-security--privacy",
    "-launch",
    "launch",
    "data_model",
    "data-model",
    ":~:text=privacy",
  ];
  for (const fragment of somewhere) it(JSON.stringify(fragment), () => assert.ok(leads(fragment)));
  for (const fragment of ["privacy", "security", "launch-1", "L10", "securityprivacy", "b"])
    it(`not ${JSON.stringify(fragment)}`, () => assert.ok(!leads(fragment)));
});
