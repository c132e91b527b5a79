import { describe, it } from "node:test";
import type { TargetFact } from "../../server/src/facts/facts.ts";
import rule from "../../server/src/rules/broken-link.ts";
import type { Example } from "../../server/src/rules/rule.ts";
import { checkRule } from "../kit/check.ts";

const template = "# Design\n\n## Goals\n\nRead [how we write](how-we-write.md) first.\n";

const targets = new Map<string, TargetFact>([
  ["gone.md", { kind: "absent" }],
  ["how-we-write.md", { kind: "absent" }],
  ["new name.md", { kind: "absent", meant: "./new (#1) name.md" }],
  ["a(b).md", { kind: "absent", meant: "b.md" }],
  ["docs.example.com/x", { kind: "absent" }],
  ["notes.com.md", { kind: "absent" }],
  ["./example.org", { kind: "absent" }],
  ["there.md", { kind: "file", uri: "file:///w/there.md" }],
  ["folder", { kind: "folder" }],
]);

const cases: Readonly<Record<string, Omit<Example, "title">>> = {
  "nothing without facts": { text: "[a](gone.md)\n", given: { say: "", facts: {} } },
  "nothing where nobody could look": { text: "[a](../../../outside.md)\n" },
  "each kind of link": {
    text: "[a](⟦gone.md⟧) [b](⟦gone.md⟧#x \"title\") [c](<⟦gone.md⟧>) [d][D]\n\n[d]: ⟦gone.md⟧ 'x'\n",
  },
  "a reference is told once, where it is defined; one that nobody uses is not": {
    text: "[a][x] [b][x] [x]\n\n[x]: ⟦gone.md⟧\n[y]: gone.md\n[x]: gone.md\n",
  },
  "a comment as people write it with definitions": {
    text: "[comment]: # (gone.md)\n[//]: # (x)\n\nWords.\n",
  },
  "in quotes, lists, tables, footnotes and headings": {
    text: "> [a](⟦gone.md⟧)\n\n- - [b](⟦gone.md⟧)\n\n| h |\n|---|\n| [c](⟦gone.md⟧) |\n\nx[^1]\n\n[^1]: [d](⟦gone.md⟧)\n\n## [e](⟦gone.md⟧)\n",
  },
  "a picture in a link": { text: "[![gone](gone.md)](⟦gone.md⟧)\n" },
  "brackets in the words": {
    text: "[a](b) ](x)[c [d](e)](⟦gone.md⟧) [x\\](gone.md)\n".replace("[d](e)", "[d]"),
  },
  "not in code, comments and HTML": {
    text: "`[a](gone.md)`\n\n```md\n[a](gone.md)\n```\n\n<!-- [a](gone.md) -->\n\n<div>[a](gone.md)</div>\n",
  },
  "not in front matter, of a web site, of a mail address": {
    text: "---\nx: '[a](gone.md)'\n---\n\n[a](https://gone.md) <https://gone.md> [b](mailto:a@gone.md) [c](//gone.md)\n",
  },
  "not in guidance that was left, which is told": {
    text: "# X\n\n## Goals\n\nRead [how we write](how-we-write.md) first.\n\nMine: [a](⟦how-we-write.md⟧).\n",
  },
  "a fix encodes what is no part of an address as it is": {
    text: "[a](⟦new%20name.md⟧#goals 'b')\n",
    fixed: "[a](./new%20%28%231%29%20name.md#goals 'b')\n",
  },
  "a fix in angle brackets": {
    text: "[a](<⟦new name.md⟧>)\n",
    fixed: "[a](<./new%20%28%231%29%20name.md>)\n",
  },
  "a fix of a path with brackets": { text: "[a](⟦a(b).md⟧)\n", fixed: "[a](b.md)\n" },
  "a fix of escaped brackets": { text: "[a](⟦a\\(b\\).md⟧)\n", fixed: "[a](b.md)\n" },
  "all of a link where its address cannot be found in the text": { text: "⟦[a](gone&#46;md)⟧\n" },
  "a web site by its name, and files with such names": {
    text: "[a](⟦docs.example.com/x⟧?y=1#z) [b](⟦notes.com.md⟧) [c](⟦./example.org⟧)\n",
    fixed: "[a](https://docs.example.com/x?y=1#z) [b](notes.com.md) [c](./example.org)\n",
  },
  "with a byte order mark and CRLF": { text: "\uFEFF# X\r\n\r\n[a](there.md)\r\n[b](⟦gone.md⟧)\r\n" },
};

describe("broken-link", () => {
  for (const [name, example] of Object.entries(cases))
    it(name, () => checkRule(rule, { template, given: { say: "", facts: { targets } }, ...example }));

  it("reads a line of nothing but brackets in a moment", () => {
    const text = `${"[a](".repeat(3000)}${"](".repeat(3000)}\n`;
    checkRule(rule, { template, text, given: { say: "", facts: { targets } } });
  });
});
