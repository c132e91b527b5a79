import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseDocument } from "../../server/src/syntax/parse-document.ts";
import { align } from "../../server/src/template/align.ts";
import { readTemplate } from "../../server/src/template/read-template.ts";
import type { Template } from "../../server/src/template/template.ts";
import { shapedTemplate } from "../kit/shaped-template.ts";

const of = (text: string): Template => readTemplate({ name: "team", text });

/** `template section ← heading (how) + others`, for each answer that is there. */
const answers = (text: string, template: Template): readonly string[] =>
  align(parseDocument(text), template).sections.flatMap(({ wanted, part, by, others }) =>
    part
      ? [`${wanted.title} ← ${part.title} (${by})${others.map((other) => ` + ${other.title}`).join("")}`]
      : [],
  );

type Case = readonly [template: string, document: string, answers: readonly string[]];

const cases: Readonly<Record<string, Readonly<Record<string, Case>>>> = {
  "markers of the template that documents keep or drop": {
    brackets: ["# T\n\n## Risks\n", "# X\n\n## Risks [optional]\n", ["Risks ← Risks [optional] (name)"]],
    "a condition": [
      "# T\n\n## Risks\n",
      "# X\n\n## Risks (if relevant)\n",
      ["Risks ← Risks (if relevant) (name)"],
    ],
    "a comment": ["# T\n\n## Risks\n", "# X\n\n## Risks <!-- optional -->\n", ["Risks ← Risks (name)"]],
    "the name itself": ["# T\n\n## Optional\n", "# X\n\n## Optional\n", ["Optional ← Optional (name)"]],
  },
  "what stands round a name": {
    numbers: [
      "# T\n\n## Risks\n\n## Costs\n",
      "# X\n\n## 2.3 Risks\n\n## Section 4: Costs\n",
      ["Risks ← 2.3 Risks (name)", "Costs ← Section 4: Costs (name)"],
    ],
    "an id, a link and code": [
      "# T\n\n## Risks\n\n## Costs\n\n## Flags\n",
      "# X\n\n## Risks {#risks}\n\n## [Costs](#c)\n\n## `Flags`:\n",
      ["Risks ← Risks (name)", "Costs ← Costs (name)", "Flags ← Flags: (name)"],
    ],
    "words in another script": [
      "# T\n\n## Goals\n\n## Risks\n",
      "# X\n\n## 目標 (Goals)\n\n## Risks 風險\n",
      ["Goals ← 目標 (Goals) (name)", "Risks ← Risks 風險 (name)"],
    ],
    "an emoji in words": ["# T\n\n## Risks\n", "# X\n\n## :boom: Risks\n", ["Risks ← :boom: Risks (name)"]],
    "a title of the author's behind a colon": [
      "# T\n\n## Proposal\n",
      "# X\n\n## Proposal: a log of edits\n",
      ["Proposal ← Proposal: a log of edits (name)"],
    ],
    "a question of the template's behind a colon": [
      "# T\n\n## Rationale: why this way?\n",
      "# X\n\n## Rationale\n",
      ["Rationale: why this way? ← Rationale (name)"],
    ],
    "a count before a colon names nothing": ["# T\n\n## Proposal\n", "# X\n\n## Proposal 2: a log\n", []],
    underlines: ["T\n===\n\nRisks\n---\n", "X\n===\n\nRisks\n---\n", ["Risks ← Risks (name)"]],
  },
  "other spellings and names": {
    spelling: [
      "# T\n\n## Acknowledgements\n\n## Behaviour\n",
      "# X\n\n## Acknowledgments\n\n## Behavior\n",
      ["Acknowledgements ← Acknowledgments (name)", "Behaviour ← Behavior (name)"],
    ],
    "another name in its place": [
      "# T\n\n## Summary\n\n## Unresolved Questions\n",
      "# X\n\n## Overview\n\n## Open Issues\n",
      ["Summary ← Overview (short)", "Unresolved Questions ← Open Issues (short)"],
    ],
    "another name out of its place is another section": [
      "# T\n\n## Summary\n\n## Goals\n",
      "# X\n\n## Goals\n\n## Overview\n",
      ["Goals ← Goals (name)"],
    ],
    "another name at another level is another section": [
      "# T\n\n## Summary\n\n## Goals\n",
      "# X\n\n### Overview\n\n## Goals\n",
      ["Goals ← Goals (name)"],
    ],
    "more said than the name": [
      "# T\n\n## Specification\n\n## Risks\n",
      "# X\n\n## Specification and Wire Format\n\n## Other Risks\n",
      ["Specification ← Specification and Wire Format (name)", "Risks ← Other Risks (name)"],
    ],
    "a word before the name left out": [
      "# T\n\n## Temporary feature flag\n",
      "# X\n\n## Feature flags\n",
      ["Temporary feature flag ← Feature flags (short)"],
    ],
    "but not one that turns it round": [
      "# T\n\n## Non functional requirements\n",
      "# X\n\n## Functional requirements\n",
      [],
    ],
    "one side of “or”": [
      "# T\n\n## Motivation or Background\n",
      "# X\n\n## Background\n",
      ["Motivation or Background ← Background (short)"],
    ],
    "a short form of a section below one that is missing": [
      "# T\n\n## Tests\n\n### Compatibility Tests\n",
      "# X\n\n## Compatibility\n",
      [],
    ],
    "a required section before an optional one with that name among others": [
      "# T\n\n## Context and Problem\n\n## Prior Work / Context (optional)\n",
      "# X\n\n## Context\n",
      ["Context and Problem ← Context (short)"],
    ],
  },
  slips: {
    "of one side": [
      "# T\n\n## Motivation or Background\n",
      "# X\n\n## Backgroud\n",
      ["Motivation or Background ← Backgroud (typo)"],
    ],
    "the contrary is none": ["# T\n\n## Unresolved Questions\n", "# X\n\n## Resolved Questions\n", []],
    "another number is none": ["# T\n\n## Milestone 1\n", "# X\n\n## Milestone 2\n", []],
    "another word of the field is none": [
      "# T\n\n## Context\n\n## References\n",
      "# X\n\n## Contents\n\n## Preferences\n",
      [],
    ],
    "far from its level it is none": [
      "# T\n\n## Proposal\n",
      "# X\n\n## Own\n\n### Words\n\n#### Proposol\n",
      [],
    ],
  },
  "headings that name several sections": {
    "with “and”": [
      "# T\n\n## Goals\n\n## Non-Goals\n",
      "# X\n\n## Goals and Non-Goals\n",
      ["Goals ← Goals and Non-Goals (name)", "Non-Goals ← Goals and Non-Goals (joint)"],
    ],
    "with “and” within a name": [
      "# T\n\n## Risks and Mitigations\n\n## Drawbacks\n",
      "# X\n\n## Risks & Mitigations / Drawbacks\n",
      [
        "Risks and Mitigations ← Risks & Mitigations / Drawbacks (name)",
        "Drawbacks ← Risks & Mitigations / Drawbacks (joint)",
      ],
    ],
    "neighbours without a word between them": [
      "# T\n\n## Proposal\n\n## Design\n",
      "# X\n\n## Proposal Design\n",
      ["Proposal ← Proposal Design (name)", "Design ← Proposal Design (joint)"],
    ],
    "one name of two words": [
      "# T\n\n## Goals\n\n## Design\n",
      "# X\n\n## Design Goals\n",
      ["Goals ← Design Goals (short)"],
    ],
    "words of the author's beside them": [
      "# T\n\n## Goals\n\n## Costs\n",
      "# X\n\n## Goals, Costs and Other Things\n",
      ["Goals ← Goals, Costs and Other Things (name)", "Costs ← Goals, Costs and Other Things (joint)"],
    ],
  },
  "a name below several headings of the author's": {
    "all answer": [
      "# T\n\n## Risks\n\n## Costs\n",
      "# X\n\n## Phase 1\n\n### Risks\n\n## Phase 2\n\n### Risks\n\n## Costs\n",
      ["Risks ← Risks (name) + Risks", "Costs ← Costs (name)"],
    ],
  },
};

for (const [name, all] of Object.entries(cases)) {
  describe(name, () => {
    for (const [what, [template, text, expected]] of Object.entries(all))
      it(what, () => assert.deepEqual(answers(text, of(template)), expected));
  });
}

describe("patterns", () => {
  const options = shapedTemplate("# T\n\n## Options\n\n### Option A\n\n### Option B\n\n## Notes\n", {
    "Option A": { isPattern: true, repeatable: true, required: false },
    "Option B": { isPattern: true, repeatable: true, required: false },
  });
  const texts: Readonly<Record<string, readonly [string, readonly string[]]>> = {
    "are answered by what stands in their place": [
      "# X\n\n## Options\n\n### A log\n\n### A lock\n\n### Both\n\n## Notes\n\n### More\n",
      [
        "Options ← Options (name)",
        "Option A ← A log (pattern)",
        "Option B ← A lock (pattern) + Both",
        "Notes ← Notes (name)",
      ],
    ],
    "keep what has their own words": [
      "# X\n\n## Options\n\n### A log\n\n### Option A\n",
      ["Options ← Options (name)", "Option A ← Option A (name)", "Option B ← A log (pattern)"],
    ],
    "may have no answer": [
      "# X\n\n## Options\n\n## Notes\n",
      ["Options ← Options (name)", "Notes ← Notes (name)"],
    ],
  };
  for (const [name, [text, expected]] of Object.entries(texts))
    it(name, () => assert.deepEqual(answers(text, options), expected));
});

it("a repeatable section has no duplicates", () => {
  const template = shapedTemplate("# T\n\n## Decision\n\n## Notes\n", { Decision: { repeatable: true } });
  const text = "# X\n\n## Decision\n\n## Decision\n\n## Notes\n";
  assert.deepEqual(answers(text, template), [
    "Decision ← Decision (name) + Decision",
    "Notes ← Notes (name)",
  ]);
});

describe("the title and the level of the whole document", () => {
  const plain = of("# T\n\n## Goals\n\n### Scope\n\n## Risks\n");
  const second = shapedTemplate("# Form\n\nWords.\n\n## Your title\n\n## Goals\n\n## Risks\n", {
    "Your title": { isTitle: true, isPattern: true, required: true },
  });
  const texts: Readonly<Record<string, readonly [Template, string, string | undefined, number]>> = {
    "an H2 above H3 sections": [plain, "## X\n\n### Goals\n\n### Risks\n", "X", 1],
    "sections at H1 below an H1": [plain, "# X\n\n# Goals\n\n## Scope\n\n# Risks\n", "X", -1],
    "sections at H1 without a title": [plain, "# Goals\n\n## Scope\n\n# Risks\n", undefined, -1],
    "all headings at H1": [plain, "# X\n\n# Goals\n\n# Scope\n\n# Risks\n", "X", -1],
    "the second heading of the template": [second, "## X\n\n## Goals\n\n## Risks\n", "X", 0],
    "the second heading of the template as H1": [second, "# X\n\n## Goals\n\n## Risks\n", "X", 0],
    "one section that slipped above the title": [second, "## X\n\n# Goals\n\n## Risks\n\n## Own\n", "X", 0],
    "one section at H1 that was just begun": [of("# Goals\n\n# Risks\n"), "# Goals\n\nFast.\n", undefined, 0],
    "no title at all": [plain, "## Goals\n\n## Risks\n", undefined, 0],
  };
  for (const [name, [template, text, title, shift]] of Object.entries(texts)) {
    it(name, () => {
      const alignment = align(parseDocument(text), template);
      assert.deepEqual([alignment.title?.title, alignment.shift], [title, shift]);
    });
  }
});
