import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { entriesOf, type Entry } from "../../server/src/rules/support/entries.ts";
import { writtenSections } from "../../server/src/rules/support/section.ts";
import { contextOf, templateOf } from "../kit/check.ts";
import { mark, unmark } from "../kit/markers.ts";

const template = templateOf(
  "# D\n\n## Options\n\n<!-- design-docs: expect: alternatives -->\n\nAll.\n\n## Next\n",
);

const instructed = templateOf(
  "# D\n\n## Options\n\n<!-- design-docs: expect: alternatives -->\n\nAll.\n\n---\n\nHow to use this template\n\n- Copy it first.\n",
);

function read(text: string, first?: "sections" | "text"): readonly Entry[] {
  const context = contextOf(text, template, "review");
  return [...writtenSections(context, "alternatives")].flatMap((written) =>
    entriesOf(context, written, first),
  );
}

/** By what it shows: a section with marks round its entries, and the label and the rest of each. */
const cases: Readonly<Record<string, readonly [string, readonly (readonly [string, string])[]]>> = {
  "list items of the top level": [
    "Intro:\n\n⟦- **Redis.** Fast.⟧\n⟦- [x] MySQL: known\n  - more⟧\n⟦- just words⟧\n⟦- head\n\n  body⟧",
    [
      ["Redis", "Fast."],
      ["MySQL", "known\nmore"],
      ["", "just words"],
      ["head", "body"],
    ],
  ],
  "rows of a table that say something": [
    "| # | Option | Why |\n|---|---|---|\n⟦| 1 | `Redis` | a \\| b |⟧\n| | | |\n⟦| 2 | MySQL | |⟧",
    [
      ["Redis", "1 | a | b"],
      ["MySQL", "2"],
    ],
  ],
  "sections below, with what is in them": [
    "Words.\n\n- a criterion\n\n⟦### Redis\n\n- Pro: fast\n\n#### Cost\n\nHigh.⟧\n\n⟦### MySQL⟧",
    [
      ["Redis", "Pro: fast\nCost\nHigh."],
      ["MySQL", ""],
    ],
  ],
  "paragraphs with bold labels and what follows them": [
    "⟦**Redis**: fast\n\n- a\n- b⟧\n\n⟦**MySQL**\n\nKnown.⟧",
    [
      ["Redis", "fast\na\nb"],
      ["MySQL", "Known."],
    ],
  ],
  "a label alone above a list is none": [
    "**Options:**\n\n⟦- Redis⟧\n⟦- MySQL⟧",
    [
      ["", "Redis"],
      ["", "MySQL"],
    ],
  ],
  "bold words that run on are no label": ["**We** looked at nothing.", []],
  "prose lists nothing": ["We looked at Redis. It was slow.", []],
};

describe("entries", () => {
  for (const [name, [body, labels]] of Object.entries(cases)) {
    for (const eol of ["\n", "\r\n"]) {
      it(`${name} (${JSON.stringify(eol)})`, () => {
        const marked = `\uFEFF# X\n\n## Options\n\n${body}\n\n## Next\n\nx\n`.replaceAll("\n", eol);
        const { text } = unmark(marked);
        const entries = read(text);
        assert.equal(
          mark(
            text,
            entries.map(({ span }) => span),
          ),
          marked,
        );
        assert.deepEqual(
          entries.map(({ label, rest }) => [label, rest]),
          labels,
        );
        for (const { name: place, span } of entries) {
          assert.ok(span.start <= place.start && place.start < place.end && place.end <= span.end);
        }
      });
    }
  }

  it("prefers what the section itself lists, where that is asked for", () => {
    const text = "# X\n\n## Options\n\n- a\n\n### b\n\nc\n";
    assert.deepEqual(
      read(text, "text").map(({ kind }) => kind),
      ["item"],
    );
  });

  for (const [name, text] of Object.entries({
    "before the section": `# X\n\n---\n\nHow to use this template\n\n- Copy it first.\n\n## Options\n\n⟦### a\n\nb\n\n#### c\n\nd⟧\n\n⟦### e\n\nf⟧\n`,
    "in the section": `# X\n\n## Options\n\n⟦### a\n\nb⟧\n\n⟦### e\n\nf⟧\n\n---\n\nHow to use this template\n\n- Copy it first.\n`,
  })) {
    it(`leaves out the template’s instructions ${name}`, () => {
      const { text: source } = unmark(text);
      const context = contextOf(source, instructed, "review");
      const [written] = writtenSections(context, "alternatives");
      assert.ok(context.instructions && written);
      const entries = entriesOf(context, written);
      assert.equal(
        mark(
          source,
          entries.map(({ span }) => span),
        ),
        text,
      );
      assert.match(source.slice(written.whole.start, written.whole.end), /\n\nf\s*$/);
    });
  }

  it("knows cells by their heads, and what is ticked or struck", () => {
    const [row] = read("# X\n\n## Options\n\n| A | B |\n|-|-|\n| ~~x~~ | ~~y~~ |\n");
    assert.deepEqual(
      row?.cells.map(({ header, text }) => [header, text]),
      [
        ["A", "x"],
        ["B", "y"],
      ],
    );
    assert.equal(row?.isDone, true);
    const items = read("# X\n\n## Options\n\n- [x] a\n- [ ] b\n- ~~c~~\n");
    assert.deepEqual(
      items.map(({ isDone }) => isDone),
      [true, false, true],
    );
  });
});
