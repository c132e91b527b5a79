import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Facts } from "../../server/src/facts/facts.ts";
import { newDocument, type NewDocumentFacts } from "../../server/src/features/new-document.ts";
import { parseDocument } from "../../server/src/syntax/parse-document.ts";
import { analyse } from "../kit/analyse.ts";
import { templateOf } from "../kit/check.ts";
import { expandSnippet } from "../kit/snippet.ts";
import { smallTemplate } from "./small-template.ts";

const known: NewDocumentFacts = {
  title: "Sync engine",
  date: "2026-03-04",
  author: "Ann Lee <ann@lee.dev>",
  reviewers: ["@bo", "@org/team"],
};
const unknown: NewDocumentFacts = { title: "Sync engine", date: "2026-03-04", reviewers: [] };

const sections =
  "## Summary / Executive Summary\n\nSay it shortly.\n\n## Goals\n\n- What it is for.\n- How one can tell.\n\n## Design\n\nDraw it.\n\n### Data Flow\n\nFollow the data.\n\n### Storage\n\nName the ${disk}.\n\n## Decision Log\n\nWho decided what.\n\n## Appendix\n\nAnything else.\n";
const stops = [
  "Say it shortly.",
  "What it is for.",
  "How one can tell.",
  "Draw it.",
  "Follow the data.",
  "Name the ${disk}.",
  "Who decided what.",
  "Anything else.",
];

interface Case {
  readonly name: string;
  readonly template: string;
  readonly facts: NewDocumentFacts;
  readonly text: string;
  /** The placeholders in the order of the tab stops. */
  readonly stops: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: "all is known",
    template: smallTemplate,
    facts: known,
    text: `# Sync engine\n\nStatus: DRAFT\nAuthor: Ann Lee <ann@lee.dev>\nDate: 2026-03-04\nReviewers: @bo, @org/team\n\n${sections}`,
    stops,
  },
  {
    name: "author and reviewers are not known",
    template: smallTemplate,
    facts: unknown,
    text: `# Sync engine\n\nStatus: DRAFT\nAuthor: YOUR NAME <you@example.com>\nDate: 2026-03-04\nReviewers: @owner1, @owner2\n\n${sections}`,
    stops: ["YOUR NAME <you@example.com>", "@owner1, @owner2", ...stops],
  },
  {
    name: "CRLF, closing instructions, an underlined title and a list of statuses",
    template:
      "Template\r\n========\r\n\r\n- **Status:** {Draft | Final}\r\n- **Owner:**\r\n- **Team:** TBD\r\n- **Kind:** RFC\r\n\r\n## Why\r\n\r\n<!-- design-docs: due: review -->\r\nSay why.\r\n\r\n***\r\n\r\nHow to use this template\r\n\r\n- Copy it.\r\n",
    facts: known,
    text: "# Sync engine\r\n\r\n- **Status:** Draft\r\n- **Owner:** Ann Lee <ann@lee.dev>\r\n- **Team:** TBD\r\n- **Kind:** RFC\r\n\r\n## Why\r\n\r\nSay why.\r\n",
    stops: ["TBD", "Say why."],
  },
  {
    name: "front matter and no title of its own",
    template:
      "---\nstatus: draft\ndate: YYYY-MM-DD\nteam:\n---\n\n## Why\n\nSay why.\n\n## Title\n\nA name.\n\n### Notes on it\n",
    facts: known,
    text: "---\nstatus: draft\ndate: 2026-03-04\nteam: \n---\n\n# Sync engine\n\n## Why\n\nSay why.\n\n### Notes on it\n",
    stops: ["", "Say why."],
  },
  {
    name: "a title section that is the H1",
    template: "# Title\n\nStatus: DRAFT\n\n# Why\n\nSay why.\n",
    facts: known,
    text: "# Sync engine\n\nStatus: DRAFT\n\n# Why\n\nSay why.\n",
    stops: ["Say why."],
  },
  { name: "an empty template", template: "", facts: known, text: "# Sync engine\n", stops: [] },
  {
    name: "guidance in comments, a heading that is a pattern, marks of optional sections, and text that stays",
    template:
      "<!-- Copy this template. -->\n\n# {title}\n\n<!-- toc -->\n\nThis template is short.\n\n## Goals\n\n<!-- Say what it is for. -->\n<!-- Be brief. -->\n\n<!-- optional -->\n## Notes [optional]\n\n[comment]: # (Say more.)\n\n### Story 1\n\n- **Who:** _some person_\n- [ ] Tests pass\n\n## Licence\n\nLicensed under the MIT licence.\n\n## How to use this template\n\nCopy it.\n",
    facts: known,
    text: "# Sync engine\n\n<!-- toc -->\n\n## Goals\n\n<!-- Say what it is for. -->\n<!-- Be brief. -->\n\n## Notes\n\n[comment]: # (Say more.)\n\n### Story 1\n\n- **Who:** _some person_\n- [ ] Tests pass\n\n## Licence\n\nLicensed under the MIT licence.\n",
    stops: ["", "", "Story 1", "_some person_"],
  },
  {
    name: "a title that is the second heading",
    template: "# Template\n\nCopy it.\n\n## Your Proposal Title\n\n> Say it shortly.\n\n## Why\n\nSay why.\n",
    facts: known,
    text: "## Sync engine\n\n> Say it shortly.\n\n## Why\n\nSay why.\n",
    stops: ["Say it shortly.", "Say why."],
  },
  {
    name: "a title underlined with dashes, and what belongs below it",
    template: "Title\n-----\n\nOne paragraph on what changes.\n\n## Why\n\nSay why.\n",
    facts: known,
    text: "## Sync engine\n\nOne paragraph on what changes.\n\n## Why\n\nSay why.\n",
    stops: ["One paragraph on what changes.", "Say why."],
  },
  {
    name: "a header before the title",
    template:
      "How to use: copy this file.\n\nStatus: DRAFT\nAuthor: YOUR NAME <you@example.com>\n\n# {Title}\n\n## Goals\n",
    facts: known,
    text: "Status: DRAFT\nAuthor: Ann Lee <ann@lee.dev>\n\n# Sync engine\n\n## Goals\n",
    stops: [],
  },
  {
    name: "a template that begins with a byte order mark",
    template: "\uFEFF# T\n",
    facts: known,
    text: "# Sync engine\n",
    stops: [],
  },
];

const uri = "file:///w/docs/designs/2026-03-04-sync-engine-design.md";

/** What may be known of the place at which a document is made. */
const worlds: readonly (readonly [name: string, about: Partial<Facts>])[] = [
  ["in an empty place", { today: "2026-03-04" }],
  [
    "beside another design of its name, with owners, links and history",
    {
      today: "2026-03-04",
      uri,
      author: "Ann Lee <ann@lee.dev>",
      targets: new Map(),
      diagrams: new Map(),
      history: { base: { ref: "main" } },
      owners: new Set(["@somebody-else"]),
      others: [
        {
          uri: "file:///w/docs/designs/2025-01-02-sync-engine-design.md",
          path: "docs/designs/2025-01-02-sync-engine-design.md",
          fileName: "2025-01-02-sync-engine-design.md",
          title: "Sync engine",
          status: "APPROVED",
          stage: "approved",
          supersedes: [],
          supersededBy: [uri],
        },
      ],
    },
  ],
  ["found a year later", { today: "2027-03-04", history: { statusSince: "2026-03-04" } }],
];

describe("new document", () => {
  for (const { name, template, facts, text, stops: expected } of cases) {
    it(name, () => {
      const made = newDocument(templateOf(template), facts);
      assert.equal(made.text, text);
      const expanded = expandSnippet(made.snippet);
      // A place to write below a comment is a line of its own, in the snippet alone.
      const written = expanded.text.replace(/(-->|\))\n\n(?=\n\n)/g, "$1");
      assert.equal(written, text, "the snippet is the same text");
      assert.deepEqual(expanded.stops, expected);
    });
  }

  const titles = [
    "C#",
    "# #",
    "A *bold* _plan_ for snake_case",
    "<b> & &amp;",
    "Use `x` [y](z) \\ ~~no~~",
    "two\nlines",
    "1. x",
    "$1 ${2}",
  ];
  for (const title of titles) {
    it(`keeps ${JSON.stringify(title)} as the title`, () => {
      const { text } = newDocument(templateOf(smallTemplate), { ...unknown, title });
      const [first] = parseDocument(text).sections;
      assert.equal(first?.title, title.replace(/\s+/g, " "));
      assert.equal(first?.depth, 1);
    });
  }

  for (const [name, template] of [
    ["built-in", undefined],
    ["small", smallTemplate],
  ] as const) {
    for (const facts of [known, unknown]) {
      for (const [world, about] of worlds) {
        it(`of the ${name} template has no finding above information, ${facts.author ? "all known" : "nothing known"}, ${world}`, () => {
          const { text } = newDocument(templateOf(template), facts);
          const given = {
            fileName: "2026-03-04-sync-engine-design.md",
            ...about,
            ...(template === undefined ? {} : { template }),
          };
          const loud = analyse(text, given).findings.filter(
            ({ severity }) => severity === "error" || severity === "warning",
          );
          assert.deepEqual(
            loud.map(({ rule, message }) => [rule.id, message]),
            [],
          );
        });
      }
    }
  }
});
