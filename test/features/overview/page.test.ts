import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { milestonesIn } from "../../../server/src/features/overview/milestones.ts";
import { parseDocument } from "../../../server/src/syntax/parse-document.ts";
import { linksOf } from "../../../server/src/syntax/links.ts";
import { childrenOf, plainText, type Node } from "../../../server/src/syntax/node.ts";
import { startScript } from "../../mermaid/script.ts";
import { design, hostile, pageOf, partOf, uriOf } from "./designs.ts";

const check = startScript();

const diagramsIn = (page: string): readonly string[] =>
  Array.from(page.matchAll(/^```mermaid\n([^]*?)^```$/gm), ([, source = ""]) => source);

const kindsIn = (page: string): readonly (string | undefined)[] =>
  diagramsIn(page).map((source) => /^\w+/m.exec(source)?.[0]);

/** How light a colour of six hexadecimal digits is, from 0 to 1, as WCAG 2 defines it. */
function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const review = { status: "IN REVIEW", stage: "review", reviewers: ["@grace"] } as const;

describe("the overview of designs", () => {
  it("counts by status, in the order of their life", () => {
    const page = pageOf([
      design("a", { date: "2026-02-20" }),
      design("b", { ...review, status: "in review", date: "2026-01-01" }),
      design("c", { ...review, date: "2026-01-03" }),
      design("d", { ...review, date: "2026-01-02" }),
    ]);
    assert.ok(page.startsWith("# Design overview\n\n4 design documents on 2026-03-02.\n"), page);
    assert.equal(
      partOf(page, "By status"),
      `## By status

| Status | Designs | Newest from |
| --- | --- | --- |
| DRAFT | 1 | 2026-02-20 |
| IN REVIEW | 3 | 2026-01-03 |

\`\`\`mermaid
%%{init: {"themeVariables":{"pieOpacity":"1","pieSectionTextColor":"#ffffff","pie1":"#6e6e6e","pie2":"#8f6400"}}}%%
pie showData
  "draft" : 1
  "in review" : 3
\`\`\``,
    );
  });

  it("has colours that are seen on white and on black, and under white words", () => {
    const all = (["draft", "review", "approved", "implemented", "closed"] as const).map((stage) =>
      design(stage, { stage }),
    );
    const colours = Array.from(pageOf(all).matchAll(/"pie\d":"#(\w{6})"/g), ([, colour = ""]) => colour);
    assert.equal(new Set(colours).size, 5);
    for (const colour of colours) {
      const light = luminanceOf(colour);
      assert.ok((light + 0.05) / 0.05 >= 3, `${colour} on black`);
      assert.ok(1.05 / (light + 0.05) >= 4.5, `white on ${colour}`);
    }
  });

  it("draws no pie of one status", () => {
    assert.deepEqual(kindsIn(pageOf([design("a"), design("b")])), []);
  });

  it("says that there is none, and that it is still reading", () => {
    assert.match(pageOf([]), /There is no design document in this workspace yet\./);
    assert.match(pageOf([], { complete: false }), /still being read/);
    assert.match(pageOf([design("a")], { complete: false }), /One design document.* still being read/);
  });

  it("says what waits for whom", () => {
    const page = pageOf([
      design("a", { ...review, reviewers: ["@grace", "@linus"], date: "2026-01-01", updated: "2026-03-01" }),
      design("b", { ...review, reviewers: ["@Grace"], date: "2026-01-31" }),
      design("c", { ...review, reviewers: [] }),
      design("d", { status: "APPROVED", stage: "approved", author: "Ada", date: "2026-02-01" }),
      design("e", { status: "APPROVED", stage: "approved", author: "Ada", implementation: ["#12"] }),
      design("f", { author: "Bob", date: "2026-01-01" }),
      design("g", { author: "Bob", date: "2026-02-01" }),
    ]);
    assert.equal(
      partOf(page, "What waits for whom"),
      `## What waits for whom

| Who | What is to be done | Designs |
| --- | --- | --- |
| @grace | review | [b](/docs/designs/b.md) (30 days)<br>[a](/docs/designs/a.md) (1 day) |
| nobody is named | review | [c](/docs/designs/c.md) |
| @linus | review | [a](/docs/designs/a.md) (1 day) |
| Ada | approved: link the implementation | [d](/docs/designs/d.md) (29 days) |
| Bob | a draft for more than 30 days: go on or withdraw it | [f](/docs/designs/f.md) (60 days) |`,
    );
    assert.match(pageOf([design("a")]), /Nothing waits for anybody\./);
  });

  it("shows designs over time, and how they hang together", () => {
    const page = pageOf([
      design("old", {
        date: "2025-06-01",
        status: "SUPERSEDED",
        stage: "closed",
        supersededBy: [uriOf("new")],
      }),
      design("new", {
        date: "2026-01-01",
        supersedes: [uriOf("old")],
        depends: [uriOf("base"), uriOf("gone")],
      }),
      design("base", { date: "2026-02-01" }),
      design("alone"),
    ]);
    assert.equal(
      partOf(page, "Designs over time"),
      `## Designs over time

\`\`\`mermaid
%%{init: {"gantt": {"leftPadding": 190}}}%%
gantt
  dateFormat YYYY-MM-DD
  axisFormat %Y-%m
  tickInterval 1month
  section draft
    base :2026-02-01, 2026-03-02
    new :2026-01-01, 2026-03-02
  section closed
    old :milestone, done, 2025-06-01, 0d
\`\`\``,
    );
    assert.equal(
      partOf(page, "How designs hang together"),
      `## How designs hang together

\`\`\`mermaid
flowchart LR
  d0["base"]
  d1["new"]
  d2["old"]
  d1 -- "supersedes" --> d2
  d1 -. "depends on" .-> d0
  classDef closed stroke-dasharray: 4 3, opacity: 0.7
  class d2 closed
\`\`\``,
    );
  });

  it("draws links in texts where no header says more", async () => {
    const documents = [
      design("a", { date: "2026-02-03", depends: [uriOf("b")] }),
      design("b", { date: "2026-02-02" }),
      design("c", { date: "2026-02-01" }),
    ];
    const links = new Map([
      [uriOf("a"), [uriOf("b"), uriOf("a"), uriOf("gone")]],
      [uriOf("b"), [uriOf("a"), uriOf("c"), uriOf("c")]],
    ]);
    const page = pageOf(documents, { links });
    assert.equal(
      partOf(page, "How designs hang together"),
      `## How designs hang together

\`\`\`mermaid
flowchart LR
  d0["a"]
  d1["b"]
  d2["c"]
  d0 -. "depends on" .-> d1
  d1 -.-> d2
\`\`\`

An arrow without a word is a link in the text.`,
    );
    for (const source of diagramsIn(page)) assert.deepEqual(await check(source), { kind: "sound" }, source);
    assert.doesNotMatch(partOf(pageOf(documents), "How designs hang together"), /without a word/);
  });

  it("leaves out links rather than what headers say", () => {
    const linking = Array.from({ length: 80 }, (_, index) => design(`n${index}`, { date: "2026-02-01" }));
    const old = design("old", { date: "2020-01-01" });
    const older = design("older", { date: "2020-01-01", depends: [old.uri] });
    const links = new Map(linking.map(({ uri }) => [uri, linking.slice(0, 5).map((one) => one.uri)]));
    const page = partOf(pageOf([...linking, old, older], { links }), "How designs hang together");
    assert.match(page, / -\. "depends on" \.-> /);
    assert.match(page, /The newest 60 of 82 designs/);
    assert.equal(page.split(" -.-> ").length - 1, 90);
  });

  it("cuts graphs, charts and lists that are too long to see", async () => {
    const many = Array.from({ length: 250 }, (_, index) =>
      design(`n${index}`, { date: "2026-01-01", depends: [uriOf(`n${index + 1}`)] }),
    );
    const page = pageOf([design("x", { date: "2025-12-31" }), ...many]);
    assert.match(page, /The newest 60 of 250 designs that name others are shown\./);
    assert.match(page, /The newest 30 of 251 designs that say when they were begun are shown\./);
    assert.match(page, /\nand 51 more\n/);
    for (const source of diagramsIn(page)) assert.deepEqual(await check(source), { kind: "sound" }, source);
  });

  it("has a line for today only where it lies among the milestones", () => {
    const among = (days: readonly string[]): boolean => {
      const milestones = new Map([[uriOf("a"), days.map((day) => ({ name: "Beta", day }))]]);
      return !partOf(pageOf([design("a", review)], { milestones }), "Milestones").includes("todayMarker off");
    };
    const cases: readonly (readonly [days: readonly string[], isAmong: boolean])[] = [
      [["2026-03-03", "2026-04-01"], false],
      [["2026-03-02", "2026-04-01"], true],
      [["2026-02-20", "2026-04-01"], true],
      [["2026-02-20", "2026-03-01"], false],
    ];
    for (const [days, isAmong] of cases) assert.equal(among(days), isAmong, days.join());
  });

  it("shows milestones that are to come, and those just past", async () => {
    const text =
      "# A\n\n## Timeline & Milestones\n\n- Old: 2025-01-01\n- Beta: 2026-02-20\n- Done by 2026-04-01\n";
    const page = pageOf([design("a", review)], { milestones: new Map([[uriOf("a"), milestonesIn(text)]]) });
    assert.equal(
      partOf(page, "Milestones"),
      `## Milestones

\`\`\`mermaid
%%{init: {"gantt": {"leftPadding": 190}}}%%
gantt
  dateFormat YYYY-MM-DD
  axisFormat %m-%d
  tickInterval 1week
  section a
    Beta :milestone, done, 2026-02-20, 0d
    #68;one :milestone, 2026-04-01, 0d
\`\`\``,
    );
    for (const source of diagramsIn(page)) assert.deepEqual(await check(source), { kind: "sound" }, source);
  });

  it("takes anybody's words for words", async () => {
    const documents = hostile.map((title, index) =>
      design(`h${index}`, {
        ...(index % 2 === 0 && review),
        title,
        ...(index % 2 === 0 && { status: title, statusWord: title }),
        author: title,
        reviewers: [title],
        date: `2026-0${(index % 3) + 1}-01`,
        depends: [uriOf(`h${index + 1}`)],
      }),
    );
    const milestones = new Map(
      documents.map(({ uri, title }) => [uri, [{ name: title, day: "2026-04-01" }]] as const),
    );
    for (const document of documents) {
      const page = pageOf(
        [
          document,
          design("other", { status: "X", stage: "implemented", date: "2026-01-01", depends: [document.uri] }),
        ],
        {
          milestones,
        },
      );
      assert.deepEqual(new Set(kindsIn(page)), new Set(["pie", "gantt", "flowchart"]));
      for (const source of diagramsIn(page)) assert.deepEqual(await check(source), { kind: "sound" }, source);
    }
    const page = pageOf(documents, { milestones });
    for (const source of diagramsIn(page)) assert.deepEqual(await check(source), { kind: "sound" }, source);
    const doc = parseDocument(page);
    const tables = doc.blocks.map(({ node }) => node).filter(({ kind }) => kind === "table");
    for (const table of tables) {
      const widths = new Set(childrenOf(table).map((row) => childrenOf(row).length));
      assert.equal(widths.size, 1, "a row has other cells than its head");
    }
    // A link for each document, each with its title, and beside them only addresses that stood in a cell as they are.
    const list = tables.at(-1);
    assert.ok(list);
    const shown = childrenOf(list)
      .slice(1)
      .map((row) => titleIn(row));
    assert.equal(shown.length, hostile.length);
    for (const title of hostile.filter(
      (one) => one.length < 50 && /^[\p{ASCII}\p{L}]*[a-z]{3}[\p{ASCII}\p{L}]*$/u.test(one),
    ))
      assert.ok(
        shown.includes(title.replace(/\s+/g, " ").replaceAll("\0", "").trim()),
        `${title} in ${shown.join("\n")}`,
      );
    for (const { url } of linksOf(doc, 0, doc.blocks.length))
      assert.match(url ?? "", /^\/docs\/designs\/h\d+\.md$|^https?:\/\/(?:www\.)?example\.org/);
    const html = doc.blocks.filter(({ kind }) => kind === "html");
    assert.deepEqual(html, []);
  });
});

const titleIn = (row: Node): string => {
  const [first] = childrenOf(row);
  return first ? plainText(first) : "";
};

describe("milestones of a document", () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    [
      "a list",
      "## Milestones\n\n- 2026-04-01: Beta\n- [ ] GA (2026-05-01)\n- someday\n",
      ["Beta 2026-04-01", "GA 2026-05-01"],
    ],
    [
      "a table",
      "## Timeline & Milestones\n\n| Milestone | Target |\n| --- | --- |\n| **Beta** | 2026/4/1 |\n| GA | TBD |\n",
      ["Beta 2026-04-01"],
    ],
    [
      "the day first",
      "## Timeline\n\n| When | What |\n| --- | --- |\n| May 3, 2026 | Out |\n",
      ["Out 2026-05-03"],
    ],
    [
      "subsections",
      "## Timeline\n\n### One\n\n- Out: 2026-05-03\n\n## Risks\n\n- No: 2026-05-04\n",
      ["Out 2026-05-03"],
    ],
    ["no day of the calendar", "## Timeline\n\n- Out: 2026-02-30\n- 2026-02-01\n", []],
    ["another section", "## Risks\n\n- Out: 2026-05-03\n", []],
  ];
  for (const [name, text, expected] of cases)
    it(name, () =>
      assert.deepEqual(
        milestonesIn(`# A\n\n${text}`).map((one) => `${one.name} ${one.day}`),
        expected,
      ),
    );
});
