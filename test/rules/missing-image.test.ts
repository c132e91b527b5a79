import { describe, it } from "node:test";
import type { TargetFact } from "../../server/src/facts/facts.ts";
import rule from "../../server/src/rules/missing-image.ts";
import type { Example } from "../../server/src/rules/rule.ts";
import { checkRule } from "../kit/check.ts";

const template = "# Design\n\n## Goals\n\nWhat it is for.\n";

const targets = new Map<string, TargetFact>([
  ["gone.png", { kind: "absent" }],
  ["flow chart.png", { kind: "otherCase", written: "Flow chart.png" }],
  ["there.png", { kind: "file", uri: "file:///w/there.png" }],
]);

const cases: Readonly<Record<string, Omit<Example, "title">>> = {
  "nothing without facts": { text: "![a](gone.png)\n", given: { say: "", facts: {} } },
  "each kind of picture": {
    text: "![a](⟦gone.png⟧) ![b](⟦gone.png⟧?raw=true) ![c][d] <img alt='e' src='⟦gone.png⟧'/> <IMG SRC=⟦gone.png⟧>\n\n[d]: ⟦gone.png⟧\n",
  },
  "a link to a picture is a link": { text: "[a](gone.png) [b][c]\n\n[c]: gone.png\n" },
  "a definition of a link and a picture is told as a link": { text: "[a][c] ![b][c]\n\n[c]: gone.png\n" },
  "in a block of HTML, over several lines": {
    text: '<p align="center">\n  <img\n    alt="a > b"\n    src="⟦gone.png⟧"\n  >\n</p>\n',
  },
  "in a quote": { text: '> <p>\n> <img src="⟦gone.png⟧">\n> </p>\n' },
  "not in code and comments": {
    text: '`![a](gone.png)`\n\n    <img src="gone.png">\n\n<!-- <img src="gone.png"> -->\n\n<!--\n<img src="gone.png">\n',
  },
  "not of other attributes, other tags, other schemes": {
    text: '<img data-src="gone.png" src="there.png"> <video src="gone.png"> <img src="data:gone.png"> <img src={gone.png}> <img>\n',
  },
  "a fix in a tag": {
    text: '<img src="⟦flow%20chart.png⟧" alt="x">\n',
    fixed: '<img src="Flow%20chart.png" alt="x">\n',
  },
};

describe("missing-image", () => {
  for (const [name, example] of Object.entries(cases))
    it(name, () => checkRule(rule, { template, given: { say: "", facts: { targets } }, ...example }));

  it("reads tags without an end in a moment", () => {
    const text = `<div>\n${"<img src='".repeat(3000)}\n${'<img alt="'.repeat(3000)}${"<img ".repeat(3000)}\n`;
    checkRule(rule, { template, text, given: { say: "", facts: { targets } } });
  });
});
