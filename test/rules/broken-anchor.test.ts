import { describe, it } from "node:test";
import type { TargetFact } from "../../server/src/facts/facts.ts";
import rule from "../../server/src/rules/broken-anchor.ts";
import type { Example } from "../../server/src/rules/rule.ts";
import { checkRule } from "../kit/check.ts";

const template = "# Design\n\n## Goals\n\nSee [the rest](#the-rest) first.\n";

const targets = new Map<string, TargetFact>([
  ["other.md", { kind: "file", uri: "file:///w/other.md", anchors: new Set(["goals", "3-data-model"]) }],
  ["code.ts", { kind: "file", uri: "file:///w/code.ts" }],
  ["folder", { kind: "folder" }],
  ["gone.md", { kind: "absent" }],
]);

const cases: Readonly<Record<string, Omit<Example, "title">>> = {
  "of the document itself without facts": { text: "[a](⟦#gone⟧)\n", given: { say: "", facts: {} } },
  "of another one, not without facts": { text: "[a](other.md#gone)\n", given: { say: "", facts: {} } },
  "each kind of link": {
    text: "[a](⟦#gone⟧) [b](<⟦#gone⟧> 'x') [c][d] [e](other.md⟦#gone⟧)\n\n[d]: other.md⟦#gone⟧\n",
  },
  "lines of code, folders and files that are gone": {
    text: "[a](code.ts#L10) [b](folder#x) [c](gone.md#x) [d](other.md?plain=1#L3)\n",
  },
  "a line number is no anchor of Markdown": { text: "[a](other.md⟦#L10⟧)\n" },
  "the top, nothing, and words for the browser": {
    text: "[a](#) [b](#top) [c](other.md#) [d](#:~:text=x)\n",
  },
  "headings in quotes and lists, setext, HTML and footnotes": {
    text: "[a](#q) [b](#l) [c](#s) [d](#h) [e](#fn-1) [f](#box) [g](#mine)\n\n> ## Q\n\n- ## L\n\nS\n---\n\n<h2>H</h2>\n\nx[^1]\n\n[^1]: y\n\n<a id='box'></a>\n\n## T {#mine}\n",
  },
  "repeated headings": { text: "[a](#x) [b](#x-1) [c](⟦#x-2⟧)\n\n## X\n\n## X\n" },
  "percent-encoded and other alphabets": {
    text: "[a](#%E6%A6%82%E8%A6%81) [b](#概要) [c](⟦#概略⟧)\n\n## 概要\n",
  },
  "not in guidance that was left": {
    text: "# X\n\n## Goals\n\nSee [the rest](#the-rest) first.\n",
  },
  "a picture's fragment is a part of the picture": { text: "![a](other.md#gone) ![b](#gone)\n" },
  "a fix by a slip": {
    text: "[a](⟦#gaols-met⟧)\n\n## Goals Met\n",
    fixed: "[a](#goals-met)\n\n## Goals Met\n",
  },
  "a fix by words that came to it": {
    text: "[a](other.md⟦#data-model⟧)\n",
    fixed: "[a](other.md#3-data-model)\n",
  },
  "no fix where two are as near": { text: "[a](⟦#data-x⟧)\n\n## Data 1\n\n## Data 2\n" },
};

describe("broken-anchor", () => {
  for (const [name, example] of Object.entries(cases))
    it(name, () => checkRule(rule, { template, given: { say: "", facts: { targets } }, ...example }));
});
