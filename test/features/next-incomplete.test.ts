import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { nextIncomplete } from "../../server/src/features/next-incomplete.ts";
import { analyse } from "../kit/analyse.ts";
import { mark, unmark } from "../kit/markers.ts";
import { smallTemplate } from "./small-template.ts";

const done =
  "## Summary\n\nx\n\n## Goals\n\nx\n\n## Design\n\nx\n\n### Data Flow\n\nx\n\n### Storage\n\nx\n\n## Decision Log\n\nx\n";

interface Case {
  readonly name: string;
  /** With `▮` for the caret and `⟦…⟧` round what is selected. */
  readonly text: string;
  readonly title?: string;
  readonly state?: string;
}

const cases: readonly Case[] = [
  {
    name: "a field",
    text: `▮# S\n\nAuthor: ⟦YOUR NAME <you@example.com>⟧\n\n${done}`,
    title: "Author",
    state: "unfilled",
  },
  {
    name: "an entry of a field",
    text: `▮# S\n\nReviewers: @ann, ⟦@owner2⟧\n\n${done}`,
    title: "Reviewers",
    state: "unfilled",
  },
  { name: "a field without a value", text: `▮# S\n\nDate: ⟦⟧\n\n${done}`, title: "Date", state: "unfilled" },
  { name: "the template's title", text: `▮# ⟦Design⟧\n\n${done}`, title: "Design", state: "placeholder" },
  {
    name: "left-over guidance",
    text: `# S▮\n\n${done}\n## Appendix\n\nOwn words.\n\n⟦Anything else.⟧\n`,
    title: "Appendix",
    state: "placeholder",
  },
  { name: "filler", text: `# S▮\n\n${done}\n## Appendix\n\n⟦TBD⟧\n`, title: "Appendix", state: "empty" },
  {
    name: "an empty section at the end",
    text: `# S▮\n\n${done}\n## Appendix\n\n⟦⟧`,
    title: "Appendix",
    state: "empty",
  },
  {
    name: "an empty section without a line below",
    text: `# S▮\n\n${done}\n## Appendix⟦⟧`,
    title: "Appendix",
    state: "empty",
  },
  {
    name: "an empty section between others",
    text: `# S▮\n\n## Appendix\n⟦⟧\n${done}`,
    title: "Appendix",
    state: "empty",
  },
  {
    name: "an empty section with more room",
    text: `# S▮\n\n## Appendix\n\n⟦⟧\n\n${done}`,
    title: "Appendix",
    state: "empty",
  },
  {
    name: "an empty section without room",
    text: `# S▮\n\n## Appendix⟦⟧\n${done}`,
    title: "Appendix",
    state: "empty",
  },
  {
    name: "with CRLF",
    text: `# S▮\r\n\r\n## Appendix\r\n\r\n⟦⟧\r\n\r\n${done}`,
    title: "Appendix",
    state: "empty",
  },
  {
    name: "in an empty section with sections below it, the first of those",
    text: "▮# S\n\n## Summary\n\nx\n\n## Goals\n\nx\n\n## Design\n\n### Data Flow\n⟦⟧\n### Storage\n\n## Decision Log\n\nx\n",
    title: "Data Flow",
    state: "empty",
  },
  {
    name: "a missing section",
    text: `▮# S\n\n⟦## Summary⟧\n\n${done.replace(/^[^]*?(?=## Design)/, "")}`,
    title: "Goals",
    state: "missing",
  },
  {
    name: "missing sections at one place together",
    text: `# S▮\n\n${done.replace(/## Design[^]*/, "").replace("## Goals", "⟦## Goals⟧")}`,
    title: "Design, Decision Log",
    state: "missing",
  },
  {
    name: "a document without anything",
    text: "⟦⟧▮",
    title: "Title, Summary / Executive Summary, Goals, Design, Decision Log",
    state: "missing",
  },
  { name: "wraps round", text: `# S\n\nDate: ⟦YYYY-MM-DD⟧\n\n${done}▮`, title: "Date", state: "unfilled" },
  {
    name: "goes on behind a selection",
    text: `# S\n\nDate: YYYY-MM-DD▮\nReviewers: ⟦@owner1⟧, @ann\n\n${done}`,
    title: "Reviewers",
    state: "unfilled",
  },
  { name: "nothing where all is done", text: `▮# S\n\n${done}` },
];

describe("next incomplete place", () => {
  for (const { name, text: marked, title, state } of cases) {
    it(name, () => {
      const { text, carets } = unmark(marked);
      const found = nextIncomplete(analyse(text, { template: smallTemplate }), carets[0] ?? -1);
      assert.equal(mark(text, found ? [found.span] : []), marked.replace("▮", ""));
      assert.equal(found?.title, title);
      assert.equal(found?.state, state);
    });
  }

  it("comes by every place and back to the first", () => {
    const { text, spans } = unmark(
      "# S\n\nAuthor: ⟦YOUR NAME <a@b.c>⟧\nDate: ⟦⟧\n\n⟦## Summary⟧\n\n⟦Say it shortly.⟧\n\n## Design\n\nx\n\n### Data Flow\n⟦⟧\n### Storage\n⟦⟧\n## Decision Log\n\nx\n",
    );
    const analysis = analyse(text, { template: smallTemplate });
    const seen: string[] = [];
    let caret = -1;
    for (let count = 0; count <= spans.length; count++) {
      const next = nextIncomplete(analysis, caret);
      assert.ok(next);
      seen.push(mark(text, [next.span]));
      caret = next.span.end;
    }
    assert.equal(seen.at(-1), seen.at(0));
    assert.equal(new Set(seen).size, seen.length - 1);
  });
});
