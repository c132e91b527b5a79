import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { completion, type Completion, type Suggestions } from "../../server/src/features/completion.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { slice, touches } from "../../server/src/text/span.ts";
import { analyse } from "../kit/analyse.ts";
import { unmark } from "../kit/markers.ts";
import { smallTemplate } from "./small-template.ts";

const suggestions: Suggestions = {
  handles: [
    { handle: "@ann", detail: "CODEOWNERS" },
    { handle: "@org/team", detail: "3 design documents" },
    { handle: "bob", detail: "CODEOWNERS" },
  ],
  author: "Ann Lee <ann@lee.example>",
  today: "2026-03-04",
};

interface Case {
  readonly name: string;
  /** With `▮` where the caret is. */
  readonly text: string;
  /** The character that opened the list; absent where a person asked for it. */
  readonly trigger?: string;
  /** The labels, in order. */
  readonly labels: readonly string[];
  /** The text after the first one was accepted, as plain text. */
  readonly becomes?: string;
  /** The first one's snippet. */
  readonly snippet?: string;
}

/** What an editor shows, which hides what the text from the span's start to the caret is no abbreviation of. */
function complete({ text: marked, trigger }: Pick<Case, "text" | "trigger">): readonly Completion[] {
  const { text, carets } = unmark(marked);
  const [caret = 0] = carets;
  const items = completion(analyse(text, { template: smallTemplate }), caret, trigger, suggestions);
  for (const { label, span } of items) {
    assert.ok(touches(span, caret), `${label}: the span must hold the caret`);
    assert.doesNotMatch(slice(text, span), /[\r\n]/, `${label}: the span must lie on one line`);
  }
  return items
    .filter(({ span, filter }) =>
      abbreviates(text.slice(span.start, caret).toLowerCase(), filter.toLowerCase()),
    )
    .toSorted((a, b) => a.order - b.order);
}

function abbreviates(typed: string, filter: string): boolean {
  let done = 0;
  for (const char of filter) if (char === typed[done]) done++;
  return done === typed.length;
}

const check = (cases: readonly Case[]): void => {
  for (const given of cases) {
    it(given.name, () => {
      const items = complete(given);
      assert.deepEqual(
        items.map(({ label }) => label),
        given.labels,
      );
      const [first] = items;
      if (given.snippet !== undefined) assert.equal(first?.snippet, given.snippet);
      if (given.becomes === undefined) return;
      assert.ok(first);
      assert.equal(applyEdits(unmark(given.text).text, [first]), given.becomes);
    });
  }
};

const head = "# Sync\n\nStatus: DRAFT\nAuthor: Ann <a@b.c>\nDate: 2026-01-01\nReviewers: @x\n";

describe("sections", () => {
  check([
    {
      name: "at #, all that are missing, in the template's order",
      text: `${head}\n#▮`,
      trigger: "#",
      labels: ["Summary / Executive Summary", "Goals", "Design", "Decision Log", "Appendix"],
      becomes: `${head}\n## Summary / Executive Summary\n\nSay it shortly.\n`,
      snippet: "## Summary / Executive Summary\n\n${1:Say it shortly.}\n$0",
    },
    {
      name: "the one that belongs at the caret comes first, those before it last",
      text: `${head}\n## Goals\n\nSync.\n\n#▮\n\n## Appendix\n\nx\n`,
      trigger: "#",
      labels: ["Design", "Decision Log", "Summary / Executive Summary"],
      becomes: `${head}\n## Goals\n\nSync.\n\n## Design\n\nDraw it.\n\n### Data Flow\n\nFollow the data.\n\n### Storage\n\nName the \${disk}.\n\n## Appendix\n\nx\n`,
      snippet:
        "## Design\n\n${1:Draw it.}\n\n### Data Flow\n\n${2:Follow the data.}\n\n### Storage\n\n${3:Name the \\${disk\\}.}$0",
    },
    {
      name: "guidance in a list is one stop an item",
      text: `${head}\n## Summary\n\nx\n\n#▮\n`,
      trigger: "#",
      labels: ["Goals", "Design", "Decision Log", "Appendix"],
      snippet: "## Goals\n\n- ${1:What it is for.}\n- ${2:How one can tell.}$0",
    },
    {
      name: "blank lines are added where they lack",
      text: `${head}#▮\n## Goals\n\nSync.\n`,
      trigger: "#",
      labels: ["Summary / Executive Summary", "Design", "Decision Log", "Appendix"],
      becomes: `${head}\n## Summary / Executive Summary\n\nSay it shortly.\n\n## Goals\n\nSync.\n`,
    },
    {
      name: "line endings stay as they are",
      text: "# Sync\r\n#▮\r\n## Goals\r\n",
      trigger: "#",
      labels: ["Summary / Executive Summary", "Design", "Decision Log", "Appendix"],
      becomes: "# Sync\r\n\r\n## Summary / Executive Summary\r\n\r\nSay it shortly.\r\n\r\n## Goals\r\n",
    },
    {
      name: "a present parent's children are offered",
      text: `${head}\n## Design\n\nBoxes.\n\n##▮\n`,
      trigger: "#",
      labels: ["Data Flow", "Storage", "Decision Log", "Appendix", "Summary / Executive Summary", "Goals"],
      becomes: `${head}\n## Design\n\nBoxes.\n\n### Data Flow\n\nFollow the data.\n`,
    },
    {
      name: "only the chosen depth",
      text: `${head}\n## Design\n\nBoxes.\n\n## ▮\n`,
      trigger: " ",
      labels: ["Decision Log", "Appendix", "Summary / Executive Summary", "Goals"],
      becomes: `${head}\n## Design\n\nBoxes.\n\n## Decision Log\n\nWho decided what.\n`,
    },
    {
      name: "what was typed is replaced",
      text: `${head}\n## Go▮\n`,
      labels: ["Goals"],
      becomes: `${head}\n## Goals\n\n- What it is for.\n- How one can tell.\n`,
    },
    {
      name: "a blank within a name keeps the list",
      text: `${head}\n## Executive ▮`,
      trigger: " ",
      labels: ["Summary / Executive Summary"],
    },
    { name: "a blank after another name opens none", text: `${head}\n## Our ▮`, trigger: " ", labels: [] },
    {
      name: "a document one level deeper gets deeper headings",
      text: "# Sync\n\n### Goals\n\nx\n\n### Decision Log\n\nx\n\n#▮\n",
      trigger: "#",
      labels: ["Appendix", "Summary / Executive Summary", "Design"],
      becomes: "# Sync\n\n### Goals\n\nx\n\n### Decision Log\n\nx\n\n### Appendix\n\nAnything else.\n",
    },
    {
      name: "an empty document is offered its title first, to who asks",
      text: "#▮",
      labels: ["Title", "Summary / Executive Summary", "Goals", "Design", "Decision Log", "Appendix"],
      becomes: "# Design\n",
      snippet: "# ${1:Design}\n$0",
    },
    {
      name: "where text follows, the heading alone",
      text: `${head}\n##▮\n\nAll the boxes.\n`,
      trigger: "#",
      labels: ["Summary / Executive Summary", "Goals", "Design", "Decision Log", "Appendix"],
      becomes: `${head}\n## Summary / Executive Summary\n\nAll the boxes.\n`,
    },
    {
      name: "a written section is not offered for its own heading",
      text: `${head}\n## Goals▮\n\nSync.\n`,
      labels: [],
    },
    {
      name: "a present section is not offered",
      text: "# S\n\n## Summary\n\n## Goals\n\n## Design\n\n### Data Flow\n\n### Storage\n\n## Decision Log\n\n## Appendix\n\n#▮",
      trigger: "#",
      labels: [],
    },
    { name: "in a fence none", text: "# S\n\n```sh\n#▮\n```\n", trigger: "#", labels: [] },
    { name: "in an open fence none", text: "# S\n\n```sh\n#▮\n", trigger: "#", labels: [] },
    { name: "in a comment none", text: "# S\n\n<!--\n#▮\n-->\n", trigger: "#", labels: [] },
    { name: "in a quote none", text: "# S\n\n> #▮\n", trigger: "#", labels: [] },
    { name: "in indented code none", text: "# S\n\n    #▮\n", trigger: "#", labels: [] },
    { name: "in front matter none", text: "---\n#▮\n---\n", trigger: "#", labels: [] },
    { name: "in a list item none", text: "- a\n\n  #▮\n", trigger: "#", labels: [] },
    { name: "in a sentence none", text: "# S\n\nIn C#▮", trigger: "#", labels: [] },
    { name: "at the end of a heading none", text: "# S\n\n## In C#▮", trigger: "#", labels: [] },
  ]);

  it("documentation is the guidance, the filter goes on as the author types", () => {
    const [first] = complete({ text: `${head}\n## ▮`, trigger: " " });
    assert.equal(first?.documentation, "Say it shortly.");
    assert.equal(first?.filter, "## Summary / Executive Summary");
    assert.equal(first?.preselect, true);
  });
});

describe("fields", () => {
  check([
    {
      name: "those that are missing, the next one first",
      text: "# S\n\nStatus: DRAFT\nDate: 2026-01-01\n▮\n\n## Goals\n",
      labels: ["Reviewers", "Implementation", "Author"],
      becomes: "# S\n\nStatus: DRAFT\nDate: 2026-01-01\nReviewers: \n\n## Goals\n",
    },
    {
      name: "a partly typed key",
      text: "# S\n\nStatus: DRAFT\nrev▮\n",
      labels: ["Reviewers"],
      becomes: "# S\n\nStatus: DRAFT\nReviewers: \n",
    },
    {
      name: "as bullets in bold where the header has such",
      text: "# S\n\n- **Status:** DRAFT\n- ▮\n",
      labels: ["Author", "Date", "Reviewers", "Implementation"],
      becomes: "# S\n\n- **Status:** DRAFT\n- **Author:** \n",
    },
    {
      name: "with the line break of its neighbours",
      text: "# S\n\nStatus: DRAFT\\\nAu▮\n",
      labels: ["Author"],
      becomes: "# S\n\nStatus: DRAFT\\\nAuthor: \\\n",
      snippet: "Author: ${1:}\\\\$0",
    },
    {
      name: "in front matter, in lower case where it is so",
      text: "---\nstatus: draft\n▮\n---\n\n# S\n",
      labels: ["Author", "Date", "Reviewers", "Implementation"],
      becomes: "---\nstatus: draft\nauthor: \n---\n\n# S\n",
    },
    {
      name: "in an empty document",
      text: "▮",
      labels: ["Status", "Author", "Date", "Reviewers", "Implementation"],
      becomes: "Status: ",
    },
    {
      name: "a bullet that was begun",
      text: "# S\n\n- **Da▮",
      labels: ["Date"],
      becomes: "# S\n\n- **Date:** ",
    },
    { name: "none behind the first section", text: `${head}\n## Goals\n\n▮\n`, labels: [] },
    { name: "none in the middle of a sentence", text: "# S\n\nThis is the Sta▮", labels: [] },
    { name: "none before text", text: "# S\n\nSta▮ DRAFT", labels: [] },
    { name: "none by themselves", text: "# S\n\nStatus: DRAFT\n ▮\n", trigger: " ", labels: [] },
    { name: "none in a fence", text: "# S\n\n```\n▮\n```\n", labels: [] },
    { name: "none in an open comment", text: "# S\n\n<!--\n▮", labels: [] },
  ]);

  it("opens the values behind the key", () => {
    const again = complete({ text: "# S\n\n▮" }).filter((item) => item.suggestNext);
    assert.deepEqual(
      again.map(({ label }) => label),
      ["Status", "Author", "Date", "Reviewers"],
    );
  });
});

const flow = ["DRAFT", "IN REVIEW", "APPROVED", "IMPLEMENTED", "REJECTED", "WITHDRAWN", "SUPERSEDED"];

describe("values", () => {
  check([
    {
      name: "status behind the colon",
      text: "# S\n\nStatus:▮\n",
      trigger: ":",
      labels: flow,
      becomes: "# S\n\nStatus: DRAFT\n",
    },
    {
      name: "status behind the blank",
      text: "# S\n\nStatus: ▮\nDate: 2026-01-01\n",
      trigger: " ",
      labels: flow,
      becomes: "# S\n\nStatus: DRAFT\nDate: 2026-01-01\n",
    },
    {
      name: "status at the end of the text",
      text: "# S\n\nStatus: ▮",
      trigger: " ",
      labels: flow,
      becomes: "# S\n\nStatus: DRAFT",
    },
    {
      name: "status in bold",
      text: "# S\n\n- **Status:** ▮\n",
      trigger: " ",
      labels: flow,
      becomes: "# S\n\n- **Status:** DRAFT\n",
    },
    {
      name: "status right behind bold",
      text: "# S\n\n- **Status:**▮\n",
      trigger: ":",
      labels: flow,
      becomes: "# S\n\n- **Status:** DRAFT\n",
    },
    {
      name: "status within emphasis",
      text: "# S\n\nStatus: **APPROVED▮**\n",
      labels: flow,
      becomes: "# S\n\nStatus: **DRAFT**\n",
    },
    {
      name: "status before emphasis",
      text: "# S\n\nStatus: ▮**APPROVED**\n",
      labels: flow,
      becomes: "# S\n\nStatus: DRAFT\n",
    },
    {
      name: "status within a bold line",
      text: "# S\n\n**Status: ▮**\n",
      trigger: " ",
      labels: flow,
      becomes: "# S\n\n**Status: DRAFT**\n",
    },
    {
      name: "another status than the one there",
      text: "# S\n\nStatus: APPROVED▮  \n",
      labels: flow,
      becomes: "# S\n\nStatus: DRAFT  \n",
    },
    { name: "a status of two words", text: "# S\n\nStatus: in ▮\n", trigger: " ", labels: ["IN REVIEW"] },
    { name: "none behind a status", text: "# S\n\nStatus: DRAFT ▮\n", trigger: " ", labels: [] },
    {
      name: "today's date",
      text: "# S\n\nStatus: DRAFT\nDate: ▮YYYY-MM-DD\n",
      trigger: " ",
      labels: ["2026-03-04"],
      becomes: "# S\n\nStatus: DRAFT\nDate: 2026-03-04\n",
    },
    {
      name: "the author",
      text: "# S\n\nAuthor: YOUR▮ NAME <you@example.com>\n",
      labels: ["Ann Lee <ann@lee.example>"],
      becomes: "# S\n\nAuthor: Ann Lee <ann@lee.example>\n",
    },
    {
      name: "the second author",
      text: "# S\n\nAuthor: Bo <b@b.c>, ▮\n",
      labels: ["Ann Lee <ann@lee.example>"],
      becomes: "# S\n\nAuthor: Bo <b@b.c>, Ann Lee <ann@lee.example>\n",
    },
    {
      name: "handles behind @",
      text: "# S\n\nReviewers: @▮\n",
      trigger: "@",
      labels: ["@ann", "@org/team", "@bob"],
      becomes: "# S\n\nReviewers: @ann\n",
    },
    {
      name: "handles behind the blank",
      text: "# S\n\nReviewers: ▮\n",
      trigger: " ",
      labels: ["@ann", "@org/team", "@bob"],
      becomes: "# S\n\nReviewers: @ann\n",
    },
    {
      name: "handles that are not yet listed, behind the comma",
      text: "# S\n\nReviewers: @ann, @bob,▮\n",
      trigger: ",",
      labels: ["@org/team"],
      becomes: "# S\n\nReviewers: @ann, @bob, @org/team\n",
    },
    {
      name: "a placeholder among handles is replaced",
      text: "# S\n\nReviewers: @ow▮ner1, @ann\n",
      labels: ["@org/team", "@bob"],
      becomes: "# S\n\nReviewers: @org/team, @ann\n",
    },
    {
      name: "a handle without its sign",
      text: "# S\n\nReviewers: bo▮\n",
      labels: ["@bob"],
      becomes: "# S\n\nReviewers: @bob\n",
    },
    {
      name: "a handle on a further line",
      text: "# S\n\nReviewers: @ann,\n  @▮\n",
      trigger: "@",
      labels: ["@org/team", "@bob"],
      becomes: "# S\n\nReviewers: @ann,\n  @org/team\n",
    },
    { name: "none behind a whole handle", text: "# S\n\nReviewers: @ann ▮\n", trigger: " ", labels: [] },
    { name: "nothing for links", text: "# S\n\nImplementation: ▮\n", trigger: " ", labels: [] },
    {
      name: "nothing for a field of the author's own",
      text: "# S\n\nStatus: DRAFT\nNote: ▮\n",
      trigger: " ",
      labels: [],
    },
    {
      name: "nothing behind a colon in a sentence",
      text: `${head}\n## Goals\n\nThe status:▮\n`,
      trigger: ":",
      labels: [],
    },
    {
      name: "nothing behind a comma in a sentence",
      text: `${head}\n## Goals\n\nFirst,▮\n`,
      trigger: ",",
      labels: [],
    },
    {
      name: "nothing behind a blank in a sentence",
      text: `${head}\n## Goals\n\nFirst ▮\n`,
      trigger: " ",
      labels: [],
    },
    {
      name: "nothing behind @ in running text",
      text: `${head}\n## Goals\n\nAsk @▮\n`,
      trigger: "@",
      labels: [],
    },
    {
      name: "handles in the decision log",
      text: `${head}\n## Decision Log\n\n- Approved by @or▮ on Monday\n`,
      labels: ["@org/team"],
      becomes: `${head}\n## Decision Log\n\n- Approved by @org/team on Monday\n`,
    },
    {
      name: "handles behind @ in a table of the decision log",
      text: `${head}\n## Decision Log\n\n| who |\n| --- |\n| @▮ |\n`,
      trigger: "@",
      labels: ["@ann", "@org/team", "@bob"],
      becomes: `${head}\n## Decision Log\n\n| who |\n| --- |\n| @ann |\n`,
    },
    {
      name: "no handle within an address of the decision log",
      text: `${head}\n## Decision Log\n\nann@▮\n`,
      trigger: "@",
      labels: [],
    },
    {
      name: "no handle in code of the decision log",
      text: `${head}\n## Decision Log\n\n\`\`\`\n@▮\n\`\`\`\n`,
      trigger: "@",
      labels: [],
    },
  ]);
});
