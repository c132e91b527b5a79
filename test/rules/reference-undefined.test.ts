import { describe, it } from "node:test";
import rule from "../../server/src/rules/reference-undefined.ts";
import type { Example } from "../../server/src/rules/rule.ts";
import { checkRule } from "../kit/check.ts";

const template = "# Design\n\n## Goals\n\nRead [how we write][how-we-write] first.\n";

const cases: Readonly<Record<string, Omit<Example, "title">>> = {
  "with text, without, and a footnote": {
    text: "As ⟦[the design][design-1]⟧, ⟦[the other design][]⟧ and a note⟦[^why]⟧ say.\n",
  },
  "a number, the word again, and a name": { text: "⟦[Storage][12]⟧ ⟦[storage][storage]⟧ ⟦[Storage][]⟧\n" },
  "in quotes, lists and tables": {
    text: "> ⟦[the design][d-12]⟧\n\n- x⟦[^1]⟧\n\n| a |\n|---|\n| ⟦[the design][d-12]⟧ |\n",
  },
  "with code and emphasis in the text": {
    text: "⟦[the `log` design][log-design]⟧ ⟦[the **log** file][log-file]⟧\n",
  },
  "defined before, behind, in a quote, in any case": {
    text: "[a]: x\n\n[the design][A] [the other one][the  Design] [the third][] x[^n]\n\n> [the design]: y\n\n[the third]: z\n\n[^N]: note\n",
  },
  "indices, types, patterns and options": {
    text: "m[i][j] a[row][col] [i][j] [int][] [uint64][] [a-z][0-9] [A-Z][a-z]+ [^a-z] [^0-9]+ [^abc]* [FILE][OPTION] [WIP][Draft]\n",
  },
  "citations, tasks, wiki links and escapes": {
    text: "[1][2] [RFC2119][RFC8174] [ ][x] [[the page]][x-1] \\[the design][d-1] [the design\\][d-1] \\[^1] x[^\n1]\n",
  },
  "a lone label, a link, a picture": { text: "[storage] [the design](x) ![the design](x)[^ x]\n" },
  "not in code, HTML and front matter": {
    text: "---\nx: '[the design][d-1]'\n---\n\n`[the design][d-1]` and `x[^1]`\n\n```\n[the design][d-1] x[^1]\n```\n\n<div>[the design][d-1]</div>\n\n<!-- x[^1] -->\n",
  },
  "not in guidance that was left": { text: "# X\n\n## Goals\n\nRead [how we write][how-we-write] first.\n" },
  "a fix of a label": {
    text: "⟦[the design][storge-design]⟧\n\n[storage-design]: x\n",
    fixed: "[the design][storage-design]\n\n[storage-design]: x\n",
  },
  "a fix of a text that is its label": {
    text: "⟦[Storage Desing][]⟧\n\n[storage design]: x\n",
    fixed: "[Storage Desing][storage design]\n\n[storage design]: x\n",
  },
  "a fix of a footnote": {
    text: "x⟦[^measurment]⟧ y[^measurement]\n\n[^measurement]: z\n",
    fixed: "x[^measurement] y[^measurement]\n\n[^measurement]: z\n",
  },
  "a word that is nearly a label": { text: "⟦[storage][storge]⟧ [storage][nothing]\n\n[storage]: x\n" },
  "with CRLF": { text: "# X\r\n\r\nAs ⟦[the\r\ndesign][design-1]⟧ says.\r\n" },
};

describe("reference-undefined", () => {
  for (const [name, example] of Object.entries(cases))
    it(name, () => checkRule(rule, { template, ...example }));

  it("reads a line of nothing but brackets in a moment", () => {
    checkRule(rule, {
      template,
      text: `${"[the design][".repeat(5000)}${"[^".repeat(5000)}${"][".repeat(5000)}\n`,
    });
  });
});
