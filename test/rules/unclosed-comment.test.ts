import assert from "node:assert/strict";
import { describe, it } from "node:test";
import rule from "../../server/src/rules/unclosed-comment.ts";
import { analyze } from "../../server/src/service.ts";
import { checkRule, contextOf, facts, templateOf } from "../kit/check.ts";

const template = "# Design\n\n## Goals\n\nWhat it is for.\n";

/** By what is shown: the text, and what the first fix makes of it. */
const cases: Readonly<Record<string, readonly [string, string?]>> = {
  "nothing on its line": ["# S\n\n⟦<!--⟧\n\n## Goals\n\nx\n", "# S\n\n<!-- -->\n\n## Goals\n\nx\n"],
  "a heading on the next line": ["# S\n\n⟦<!--⟧ a\n## Goals\n\nx\n", "# S\n\n<!-- a -->\n## Goals\n\nx\n"],
  "several lines, with CRLF and a byte order mark": [
    "\uFEFF# S\r\n\r\n⟦<!--⟧ a\r\nb  \r\n\r\n## Goals\r\n",
    "\uFEFF# S\r\n\r\n<!-- a\r\nb -->  \r\n\r\n## Goals\r\n",
  ],
  "in a list, to its end": [
    "# S\n\n- a\n- ⟦<!--⟧ b\n\n  c\n\n## Goals\n",
    "# S\n\n- a\n- <!-- b -->\n\n  c\n\n## Goals\n",
  ],
  "in a quote": ["# S\n\n> ⟦<!--⟧ a\n>\n> b\n", "# S\n\n> <!-- a -->\n>\n> b\n"],
  "in other HTML": ["# S\n\n<div>⟦<!--⟧ a</div>\n\n## Goals\n", "# S\n\n<div><!-- a --></div>\n\n## Goals\n"],
  "in other HTML, closed behind a blank line": ["# S\n\n<details>\n<!-- a\n\nb -->\n</details>\n"],
  "at the end of the text": ["# S\n\n⟦<!--⟧ a", "# S\n\n<!-- a -->"],
  "behind a closed one": [
    "# S\n\n<!-- a --> ⟦<!--⟧ b\n\n## Goals\n",
    "# S\n\n<!-- a --> <!-- b -->\n\n## Goals\n",
  ],
  "slips at the end": [
    "# S\r\n\r\n⟦<!--⟧ a —>\r\n\r\n## Goals\r\n",
    "# S\r\n\r\n<!-- a -->\r\n\r\n## Goals\r\n",
  ],
  "a slip with the end as an entity": [
    "# S\n\n⟦<!--⟧ a\nb --&gt;\nc\n\n## Goals\n",
    "# S\n\n<!-- a\nb -->\nc\n\n## Goals\n",
  ],
  "a slip behind a blank line": ["# S\n\n⟦<!--⟧ a ->b\n\nc\n–>\n\nd\n", "# S\n\n<!-- a ->b\n\nc\n-->\n\nd\n"],
  "dashes that are none": ["# S\n\n⟦<!--⟧ a\n---\n\nb ->\n", "# S\n\n<!-- a\n--- -->\n\nb ->\n"],
  "a slip in other HTML": ["# S\n\n<div>⟦<!--⟧ a -></div>\n", "# S\n\n<div><!-- a --></div>\n"],
  "several, each of which is told": [
    "# S\n\n⟦<!--⟧ a\n\n⟦<!--⟧ b\n⟦<!--⟧ c\n\n```html\n<!-- d\n```\n",
    "# S\n\n<!-- a -->\n\n<!-- b\n<!-- c\n\n```html\n<!-- d\n```\n",
  ],
  "several before one that is closed": [
    "# S\n\n⟦<!--⟧ a\n\n⟦<!--⟧ b\n\nx\n\n<!-- c -->\n",
    "# S\n\n<!-- a -->\n\n<!-- b\n\nx\n\n<!-- c -->\n",
  ],
  "closed by an arrow in a diagram": [
    "# S\n\n⟦<!--⟧ a\n\n## Goals\n\n```mermaid\nflowchart LR\n  A --> B\n```\n",
    "# S\n\n<!-- a -->\n\n## Goals\n\n```mermaid\nflowchart LR\n  A --> B\n```\n",
  ],
  "a diagram that was put into a comment": [
    "# S\n\n<!--\nold:\n\n```mermaid\nflowchart LR\n  A --> B\n```\n-->\n\n## Goals\n",
  ],
  "a comment round another": [
    "# S\n\n<!--\n\n## Old\n\n<!-- a -->\n\nb\n-->\n\n## Goals\n\nx\n\n<!-- c -->\n",
  ],
  "comments that are closed at once": ["# S\n\n<!-->\n\na\n\n<!--->\n\nb\n\n<!---->\n"],
  "in the midst of a sentence": ["# S\n\nIt begins with <!-- and goes on.\n\n## Goals\n"],
  "in a script": ["# S\n\n<script>\n<!-- a\n</script>\n\n## Goals\n"],
};

describe("unclosed-comment", () => {
  for (const [name, [text, fixed]] of Object.entries(cases))
    it(name, () => checkRule(rule, { template, text, ...(fixed !== undefined && { fixed }) }));
});

it("is the only one that tells of a section that is hidden or emptied by the comment", () => {
  const wanted = "# Design\n\n## Goals\n\nWhat it is for.\n\n## Risks\n\nWhat may go wrong.\n";
  const text = "# Sync engine\n\n## Goals\n\n<!-- Ask Grace.\n\nPhones.\n\n## Risks\n\nConflicts.\n";
  const { findings } = analyze({
    text,
    template: templateOf(wanted),
    stage: "approved",
    facts,
    settings: { rules: {} },
  });
  assert.deepEqual(
    findings.map(({ rule: told }) => told.id),
    ["unclosed-comment"],
  );
});

describe("unclosed-comment before an end without a beginning", () => {
  const fixesIn = (text: string): number => {
    const context = contextOf(text, templateOf(template), "draft");
    return [...rule.check(context)].flatMap((problem) => rule.fixes?.(problem, context) ?? []).length;
  };
  it("offers nothing where it may be its own", () =>
    assert.equal(fixesIn("- <!-- a\n\nhidden?\n\n-->\n"), 0));
  it("knows an arrow and the end of another comment", () =>
    assert.equal(fixesIn("- <!-- a\n\nA --> B\n\n<!-- b -->\n"), 1));
});
