import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Facts } from "../../server/src/facts/facts.ts";
import { analyse } from "../kit/analyse.ts";
import { mark, unmark } from "../kit/markers.ts";

const template = "# Design\n\n## Goals\n\nWhat it is for.\n\n## Risks\n\nWhat may go wrong.\n";

/** Facts that say nothing, so that no rule waits for its own. */
const known: Partial<Facts> = {
  targets: new Map(),
  diagrams: new Map(),
  history: {},
  others: [],
  owners: new Set(),
};

/** Marks round what is told of `empty-section` and `unused-suppression`. */
function check(marked: string, about: Partial<Facts> = known): void {
  const { text } = unmark(marked);
  const { findings } = analyse(text, { template, ...about });
  const spans = findings
    .filter(({ rule }) => rule.id === "empty-section" || rule.id === "unused-suppression")
    .map(({ problem }) => problem.span);
  assert.equal(mark(text, spans), marked);
}

const cases: Readonly<Record<string, string>> = {
  "the next line": "# S\n\n<!-- design-docs-disable-next-line empty-section -->\n## Goals\n\n⟦## Risks⟧\n",
  "the next line that is not blank":
    "# S\n\n<!-- design-docs-disable-next-line empty-section: later -->\n\n\n## Goals\n\n⟦## Risks⟧\n",
  "two comments, one below the other":
    "# S\n\n<!-- design-docs-disable-next-line empty-section -->\n\n<!-- design-docs-disable-next-line ⟦section-order⟧ -->\n\n## Goals\n\n⟦## Risks⟧\n",
  "from here on": "# S\n\n⟦## Goals⟧\n\n<!-- design-docs-disable empty-section -- we know -->\n\n## Risks\n",
  "from here to there":
    "# S\n\n<!-- design-docs-disable empty-section -->\n\n## Goals\n\n<!-- design-docs-enable empty-section -->\n\n⟦## Risks⟧\n",
  "an end for all rules":
    "# S\n\n<!-- design-docs-disable empty-section -->\n\n## Goals\n\n<!-- design-docs-enable -->\n\n⟦## Risks⟧\n",
  "another rule's end is none":
    "# S\n\n<!-- design-docs-disable empty-section -->\n\n## Goals\n\n<!-- design-docs-enable file-name -->\n\n## Risks\n",
  "the whole file": "# S\n\n## Goals\n\n## Risks\n\n<!-- design-docs-disable-file empty-section -->\n",
  "all rules": "# S\n\n## Goals\n\n## Risks\n\n<!-- design-docs-disable-file -->\n",
  "several rules":
    "# S\n\n<!-- design-docs-disable-file empty-section, ⟦section-order⟧ -->\n\n## Goals\n\n## Risks\n",
  "with CRLF":
    "# S\r\n\r\n<!-- design-docs-disable-next-line empty-section -->\r\n\r\n## Goals\r\n\r\n⟦## Risks⟧\r\n",
  "a reason behind a dash, or in brackets":
    "# S\n\n<!-- design-docs-disable-next-line empty-section – later: see #12 -->\n## Goals\n\n<!-- design-docs-disable-next-line empty-section (a, b) -->\n## Risks\n",
  "a reason with arrows and colons":
    "# S\n\n<!-- design-docs-disable-next-line empty-section: a -> b, c:d -- e ->\n -->\n## Goals\n\n⟦## Risks⟧\n",
  "several lines":
    "# S\r\n\r\n<!-- design-docs-disable\r\n  empty-section,\r\n\r\n  ⟦section-order⟧\r\n-->\r\n\r\n## Goals\r\n\r\n## Risks\r\n",
  "in a quote, whose blank lines have its mark":
    "> <!-- design-docs-disable-next-line\n> empty-section -->\n>\n\n## Goals\n\n⟦## Risks⟧\n",
  "in a list": "- <!-- design-docs-disable empty-section -->\n\n## Goals\n\n## Risks\n",
  "in a table":
    "| a |\n| - |\n| <!-- design-docs-disable-next-line empty-section --> |\n\n## Goals\n\n⟦## Risks⟧\n",
  "in a block of HTML":
    "<div>\n<!-- design-docs-disable-next-line empty-section -->\n\n## Goals\n\n</div>\n\n⟦## Risks⟧\n",
  "an end without a beginning, and an end of one that ended":
    "# S\n\n<!-- design-docs-enable empty-section -->\n\n⟦## Goals⟧\n\n<!-- design-docs-disable empty-section -->\n\n## Risks\n\n<!-- design-docs-enable -->\n\n<!-- design-docs-enable -->\n",
  "a comment that is not closed is none":
    "# S\n\n⟦## Goals⟧\n\n## Risks\n\nA.\n\n<!-- design-docs-disable-file empty-section\n",
  "a code sample suppresses nothing":
    "# S\n\n`<!-- design-docs-disable-file empty-section -->`\n\n⟦## Goals⟧\n\n⟦## Risks⟧\n",
  "nothing behind it":
    "# S\n\n⟦## Goals⟧\n\n⟦## Risks⟧\n\n<!-- design-docs-disable-next-line ⟦empty-section⟧ -->\n",
  "an unknown rule": "# S\n\n<!-- design-docs-disable-file ⟦no-such-rule⟧ -->\n\n⟦## Goals⟧\n\n⟦## Risks⟧\n",
  "another word of the family is none":
    "# S\n\n<!-- design-docs-disable-previous empty-section -->\n\n⟦## Goals⟧\n\n⟦## Risks⟧\n",
};

describe("suppressions", () => {
  for (const [name, marked] of Object.entries(cases)) it(name, () => check(marked));

  it("are read in time that grows with the text alone", () => {
    const comment = "<!-- design-docs-disable-next-line empty-section -->\n";
    check(`# S\n\n${comment.repeat(5000)}\n## Goals\n\n⟦## Risks⟧\n`);
    const part = "<!-- design-docs-disable empty-section -->\n\n<!-- design-docs-enable file-name -->\n\n";
    check(`# S\n\n${part.repeat(2000)}\n## Goals\n\n## Risks\n`);
    check(`# S\n\n⟦## Goals⟧\n\n## Risks\n\ndesign-docs-disable\n\n${"<!-- ".repeat(50_000)}`);
  });

  it("for all rules is called unused once all facts are known", () => {
    const text = "# S\n\n## Goals\n\nA.\n\n⟦<!-- design-docs-disable-next-line -->⟧\n\n## Risks\n\nB.\n";
    check(text);
    check(text.replace(/[⟦⟧]/g, ""), {});
  });

  it("is not called unused where the rule is off at the stage", () => {
    const { findings } = analyse(
      "# S\n\n<!-- design-docs-disable-file empty-section -->\n\n## Goals\n\nA.\n",
      {
        template,
        stage: "closed",
      },
    );
    assert.deepEqual(findings, []);
  });
});
