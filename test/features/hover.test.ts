import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { hover } from "../../server/src/features/hover.ts";
import { inEnglish } from "../../server/src/messages/message.ts";
import { analyse } from "../kit/analyse.ts";
import { mark, unmark } from "../kit/markers.ts";
import { smallTemplate } from "./small-template.ts";

interface Case {
  readonly name: string;
  /** With `▮` for the mouse and `⟦…⟧` round what the hover is about; without marks for none. */
  readonly text: string;
  /** The blocks. */
  readonly says?: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: "a written section",
    text: "# S\n\n⟦## Go▮als⟧\n\nSync.\n",
    says: ["**Goals** · required by the template", "- What it is for.\n- How one can tell."],
  },
  {
    name: "an empty section by a short form of its name",
    text: "# S\n\n⟦▮## Decisions⟧\n",
    says: [
      "**Decision Log** · required by the template once the status reaches “approved”",
      "Nothing is written here yet.",
      "Who decided what.",
    ],
  },
  {
    name: "guidance left in an optional section",
    text: "# S\n\n⟦## Appendix▮⟧\n\nAnything else.\n",
    says: ["**Appendix** · optional", "Text of the template is still here. Write over it.", "Anything else."],
  },
  {
    name: "a section with some below it missing",
    text: "# S\n\n⟦## De▮sign⟧\n\nBoxes.\n\n### Storage\n\nDisk.\n",
    says: ["**Design** · required by the template", "Still missing below it: Data Flow.", "Draw it."],
  },
  {
    name: "bold text that stands for a heading",
    text: "# S\n\n⟦**Go▮als**⟧\n\nSync.\n",
    says: ["**Goals** · required by the template", "- What it is for.\n- How one can tell."],
  },
  {
    name: "the title",
    text: "⟦# S▮⟧\n\nStatus: DRAFT\n",
    says: ["**Title** · required by the template", "Name it."],
  },
  {
    name: "a second heading of the same name",
    text: "# S\n\n## Goals\n\nSync.\n\n⟦## Goals▮⟧\n\nMore.\n",
    says: ["**Goals** · required by the template", "- What it is for.\n- How one can tell."],
  },
  {
    name: "the status",
    text: "# S\n\n⟦Sta▮tus: DRAFT⟧\nDate: 2026-01-01\n",
    says: [
      "**Status** · required by the template",
      "How far the document has come, as one of these words:",
      "- `DRAFT`: being written",
      "- `IN REVIEW`: ready for its reviewers",
      "- `APPROVED`: agreed on, to be built",
      "- `IMPLEMENTED`: built as written",
      "- `REJECTED`: decided against",
      "- `WITHDRAWN`: taken back by its author",
      "- `SUPERSEDED`: replaced by another design",
    ],
  },
  {
    name: "a value",
    text: "# S\n\nStatus: DRAFT\n⟦Reviewers: @a▮nn⟧\n",
    says: [
      "**Reviewers** · required by the template",
      "The people or teams to ask, as `@name` or `@org/team`, separated by commas.",
    ],
  },
  {
    name: "an optional field",
    text: "# S\n\n⟦Implementation▮: https://example.org/1⟧\n",
    says: [
      "**Implementation** · optional",
      "Links to the pull requests or commits that implement the design, separated by commas.",
    ],
  },
  { name: "nothing on a heading of the author's own", text: "# S\n\n## Sto▮ry\n" },
  { name: "nothing in running text", text: "# S\n\n## Goals\n\nThe Go▮als.\n" },
  { name: "nothing on a field of the author's own", text: "# S\n\nStatus: DRAFT\nNo▮te: x\n" },
  { name: "nothing in an empty document", text: "▮" },
];

describe("hover", () => {
  for (const { name, text: marked, says } of cases) {
    it(name, () => {
      const { text, carets } = unmark(marked);
      const found = hover(analyse(text, { template: smallTemplate }), carets[0] ?? 0);
      assert.equal(mark(text, found ? [found.span] : []), marked.replace("▮", ""));
      const told = found?.markdown.map((block) => (typeof block === "string" ? block : inEnglish(block)));
      assert.deepEqual(told, says);
    });
  }

  it("names the kinds of value that a template of a team has", () => {
    const template =
      "# D\n\nState: {Open | Done}\nOwner: NAME <x@example.com>\nCreated: YYYY-MM-DD\nTeam: TBD\n\n## Why\n";
    const text = "# S\n\nState: Open\nOwner: A <a@b.c>\nCreated: 2026-01-01\nTeam: x\n";
    const saying = (word: string): readonly string[] =>
      hover(analyse(text, { template }), text.indexOf(word))?.markdown.map((block) =>
        typeof block === "string" ? block : inEnglish(block),
      ) ?? [];
    assert.deepEqual(saying("State").slice(2), ["- `Open`: being written", "- `Done`: built as written"]);
    assert.equal(saying("Owner")[1], "A person, as `Name <address>`; several are separated by commas.");
    assert.equal(saying("Created")[1], "A day, as YYYY-MM-DD.");
    assert.equal(saying("Team")[1], "The template has “TBD” here.");
  });
});
