// Edge cases of the rules that look at other documents.
import { describe, it } from "node:test";
import type { Card, Facts } from "../../server/src/facts/facts.ts";
import duplicateDocument from "../../server/src/rules/duplicate-document.ts";
import linksToSuperseded from "../../server/src/rules/links-to-superseded.ts";
import type { Example, Rule } from "../../server/src/rules/rule.ts";
import successorMissing from "../../server/src/rules/successor-missing.ts";
import successorNotReciprocal from "../../server/src/rules/successor-not-reciprocal.ts";
import { checkRule } from "../kit/check.ts";

const template =
  "# Design\n\nStatus: DRAFT\nSupersedes: TBD\n\n## Goals\n\nWhat it is for.\n\n## Decision Log\n\nx\n";
const uri = "file:///w/d/2026-03-01-sync-engine-design.md";

const card = (path: string, more: Partial<Card> = {}): Card => ({
  uri: `file:///w/${path.split("/").map(encodeURIComponent).join("/")}`,
  path,
  fileName: path.slice(path.lastIndexOf("/") + 1),
  title: "Sync by file",
  status: "APPROVED",
  stage: "approved",
  supersedes: [],
  supersededBy: [],
  ...more,
});

const old = card("d/old.md", { status: "SUPERSEDED", stage: "closed" });
const left = card("d/old.md", { status: "SUPERSEDED", stage: "closed", supersededBy: [uri] });
const next = card("e/new (1).md", { title: "Sync [2]" });
const gone = card("d/old.md", { status: "SUPERSEDED", stage: "closed", supersededBy: [next.uri] });

interface Case extends Omit<Example, "title" | "given" | "template"> {
  readonly others?: readonly Card[];
  /** Facts besides the other documents. */
  readonly about?: Partial<Facts>;
}

const cases: readonly (readonly [Rule, Readonly<Record<string, Case>>])[] = [
  [
    successorMissing,
    {
      "a link in the text, behind the words": {
        text: "# A\n\n> Replaced by the [engine](x.md).\n\nStatus: SUPERSEDED\n",
      },
      "a remark that names nothing": { text: "# A\n\nStatus: ⟦Superseded (2026-03-01)⟧\n" },
      "no other status": { text: "# A\n\nStatus: REJECTED\n" },
      "words that nobody knows": { text: "# A\n\nStatus: SUPERSEDED by the new engine\n", others: [next] },
      "words that two designs may be meant by": {
        text: "# A\n\nStatus: SUPERSEDED by sync by file\n",
        others: [card("d/1.md"), card("d/2.md")],
      },
      "a number": {
        text: "# A\n\nStatus: superseded by ⟦ADR-12⟧\r\n",
        others: [card("adr/0012-sync.md"), card("adr/0013-sync.md")],
        fixed: "# A\n\nStatus: superseded by [ADR-12](../adr/0012-sync.md)\r\n",
      },
      "front matter, and a name with marks": {
        text: "---\nstatus: ⟦superseded⟧\n---\n\n# A\n",
        others: [{ ...next, supersedes: [uri] }],
        fixed: "---\nstatus: superseded by ../e/new%20%281%29.md\n---\n\n# A\n",
      },
      "bold text, half a sentence": {
        text: "# A\n\n- **Status:** **⟦Superseded by⟧**\n",
        others: [{ ...next, supersedes: [uri] }],
        fixed: "# A\n\n- **Status:** **Superseded by [Sync \\[2\\]](../e/new%20%281%29.md)**\n",
      },
    },
  ],
  [
    successorNotReciprocal,
    {
      "nothing to say without the other documents": { text: "# A\n\nSupersedes: [x](old.md)\n", about: {} },
      "a draft asks nothing of the old design": {
        text: "# A\n\nStatus: DRAFT\nSupersedes: [x](old.md)\n",
        others: [card("d/old.md")],
        stage: "approved",
      },
      "a design that is closed in another way": {
        text: "# A\n\nStatus: APPROVED\nSupersedes: [x](old.md)\n",
        others: [card("d/old.md", { status: "REJECTED", stage: "closed" })],
        stage: "approved",
      },
      "words there that may mean this one": {
        text: "# A\n\nStatus: APPROVED\nSupersedes: [x](old.md)\n",
        others: [card("d/old.md", { vague: ["supersededBy"] })],
        stage: "approved",
      },
      "words here that may mean that one": { text: "# A\n\nSupersedes: the old ways\n", others: [left] },
      "the successor says nothing of it": {
        text: "# A\n\nStatus: SUPERSEDED by ⟦[x](old.md#goals)⟧\n",
        others: [card("d/old.md")],
        stage: "closed",
      },
      "another folder, another case": {
        text: "# A\n\nSupersedes: [x](<../E/New (1).md>)\n",
        others: [{ ...next, supersededBy: [uri] }],
      },
      "a link in the text alone": {
        text: "⟦# A⟧\n\nStatus: APPROVED\n\n## Goals\n\nThis replaces [x](old.md).\n",
        others: [left],
        stage: "approved",
        fixed:
          "# A\n\nStatus: APPROVED\nSupersedes: [Sync by file](old.md)\n\n## Goals\n\nThis replaces [x](old.md).\n",
      },
      "a field that waits for it": {
        text: "⟦# A⟧\n\nStatus: APPROVED\nSupersedes: TBD\n",
        others: [left],
        fixed: "# A\n\nStatus: APPROVED\nSupersedes: [Sync by file](old.md)\n",
      },
      "one more in a field": {
        text: "⟦# A⟧\n\nStatus: APPROVED\nReplaces: [x](x.md)\n",
        others: [left, card("d/x.md", { stage: "closed", supersededBy: [uri] })],
        fixed: "# A\n\nStatus: APPROVED\nReplaces: [x](x.md), [Sync by file](old.md)\n",
      },
      "one more in a list of front matter": {
        text: "---\r\nstatus: APPROVED\r\nsupersedes:\r\n  - x.md\r\n---\r\n\r\n⟦# A⟧\r\n",
        others: [left, card("d/x.md", { stage: "closed", supersededBy: [uri] })],
        fixed: "---\r\nstatus: APPROVED\r\nsupersedes:\r\n  - x.md\r\n  - old.md\r\n---\r\n\r\n# A\r\n",
      },
      "one more between the brackets of front matter": {
        text: "---\nstatus: APPROVED\nsupersedes: [x.md]\n---\n\n⟦# A⟧\n",
        others: [left, card("d/x.md", { stage: "closed", supersededBy: [uri] })],
        fixed: "---\nstatus: APPROVED\nsupersedes: [x.md, old.md]\n---\n\n# A\n",
      },
      "front matter in lower case": {
        text: "---\nstatus: APPROVED\n---\n\n⟦# A⟧\n",
        others: [left],
        fixed: "---\nstatus: APPROVED\nsupersedes: old.md\n---\n\n# A\n",
      },
      itself: { text: "# A\n\nSupersedes: ⟦[x](2026-03-01-sync-engine-design.md)⟧\n", others: [] },
      "a circle of two, once": {
        text: "# A\n\nStatus: SUPERSEDED by ⟦[x](old.md)⟧\n",
        others: [left],
        stage: "closed",
      },
      "a circle of three": {
        text: "# A\n\nStatus: APPROVED\nSupersedes: ⟦[x](old.md)⟧\n",
        others: [
          card("d/old.md", { stage: "closed", supersedes: ["file:///w/d/x.md"], supersededBy: [uri] }),
          card("d/x.md", { supersedes: [uri] }),
        ],
        stage: "approved",
      },
      "a circle of others only": {
        text: "# A\n\nStatus: APPROVED\nSupersedes: [x](old.md)\n",
        others: [
          card("d/old.md", { stage: "closed", supersedes: ["file:///w/d/x.md"], supersededBy: [uri] }),
          card("d/x.md", { supersedes: ["file:///w/d/old.md"] }),
        ],
        stage: "approved",
      },
    },
  ],
  [
    linksToSuperseded,
    {
      "no successor that is known": {
        text: "# A\n\n## Goals\n\nAs in ⟦[x](old.md)⟧ and ⟦[y][o]⟧.\n\n[o]: /d/old.md\n",
        others: [old],
      },
      "the header, and sections of the past": {
        text: "# A\n\nSee: [x](old.md)\n\n## Goals\n\nTo sync.\n\n## 7. Decision log\n\n### Wire\n\n- [x](old.md)\n",
        others: [old],
      },
      "a design that it supersedes itself": {
        text: "# A\n\nSupersedes: [x](old.md)\n\n## Goals\n\nMore than [x](old.md).\n",
        others: [old],
      },
      "a design that says so": { text: "# A\n\n## Goals\n\nMore than [x](old.md).\n", others: [left] },
      "words of the past in another paragraph": {
        text: "# A\n\n## Goals\n\n- As in ⟦[x](old-replaced.md)⟧.\n- It was slow.\n",
        others: [{ ...old, uri: "file:///w/d/old-replaced.md", fileName: "old-replaced.md" }],
      },
      "a picture, code, and another file": {
        text: "# A\n\n## Goals\n\n![x](old.md) `[x](old.md)` [x](e/old.md) [x](https://w.test/old.md)\n",
        others: [old],
      },
      "the title of a link stays": {
        text: '# A\n\n## Goals\n\nAs in ⟦[x `y`]( old.md "Old")⟧.\n',
        others: [gone, next],
        fixed: '# A\n\n## Goals\n\nAs in [x `y`]( ../e/new%20%281%29.md "Old").\n',
      },
      "the last of several": {
        text: "# A\n\n## Goals\n\nAs in ⟦[x](old.md)⟧.\n",
        others: [
          card("d/old.md", { stage: "closed", supersededBy: ["file:///w/d/m.md"] }),
          card("d/m.md", { stage: "closed", supersededBy: [next.uri] }),
          next,
        ],
        fixed: "# A\n\n## Goals\n\nAs in [x](../e/new%20%281%29.md).\n",
      },
      "successors that make a circle": {
        text: "# A\n\n## Goals\n\nAs in ⟦[x](old.md)⟧.\n",
        others: [
          card("d/old.md", { stage: "closed", supersededBy: ["file:///w/d/m.md"] }),
          card("d/m.md", { stage: "closed", supersededBy: ["file:///w/d/old.md"] }),
        ],
      },
    },
  ],
  [
    duplicateDocument,
    {
      "the same title, in any spelling": { text: "⟦# Sync-by files⟧\n", others: [card("d/x.md")] },
      "a title of one word": { text: "# Abstract\n", others: [card("d/x.md", { title: "Abstract" })] },
      "a title that many have": { text: "# Sync by file\n", others: [card("d/x.md"), card("d/y.md")] },
      "the template’s own title": { text: "# Design\n", others: [card("d/x.md", { title: "Design" })] },
      "the later one is told": { text: "# A\n", others: [card("d/2026-03-02-sync-engine-design.md")] },
      "no title": {
        text: "⟦Status: DRAFT⟧\n",
        others: [card("d/2026-02-01-sync-engine-design.md")],
      },
      "one supersedes the other": {
        text: "# Sync by file\n\nSupersedes: [x](x.md)\n",
        others: [card("d/x.md")],
      },
      "the other says so": { text: "# Sync by file\n", others: [card("d/x.md", { supersededBy: [uri] })] },
      "this one is closed": { text: "# Sync by file\n", others: [card("d/x.md")], stage: "closed" },
    },
  ],
];

for (const [rule, named] of cases) {
  describe(rule.id, () => {
    for (const [name, { others, about, ...example }] of Object.entries(named)) {
      const facts = { uri, ...(others && { others }), ...about };
      it(name, () => checkRule(rule, { template, given: { say: "", facts }, ...example }));
    }
  });
}
