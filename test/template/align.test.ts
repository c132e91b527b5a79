import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseDocument } from "../../server/src/syntax/parse-document.ts";
import { align } from "../../server/src/template/align.ts";
import { builtInTemplate } from "../../server/src/template/built-in.ts";
import { readTemplate } from "../../server/src/template/read-template.ts";
import type { Template } from "../../server/src/template/template.ts";

const team = readTemplate({
  name: "team",
  text: "# T\n\n## Title\n\n## Goals\n\n## Testing and Validation\n\n## Proposal\n\n### Data Flow\n\n### Data Model\n\n## Notes\n",
});

/** `template section ← document heading (how)`, for each answer that is there. */
function answers(text: string, template: Template = team): readonly string[] {
  return align(parseDocument(text), template).sections.flatMap(({ wanted, part, by, duplicates }) =>
    part
      ? [
          `${wanted.title} ← ${part.title} (${part.kind === "bold" ? "bold" : by})${duplicates.map((other) => ` + ${other.title}`).join("")}`,
        ]
      : [],
  );
}

const cases: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  "by name": [
    "# X\n\n## goal\n\n## 2. Notes:\n",
    ["Title ← X (title)", "Goals ← goal (name)", "Notes ← 2. Notes: (name)"],
  ],
  "a title section before the H1": ["# X\n\n## Title\n\nY\n", ["Title ← Title (name)"]],
  "a short form": ["# X\n\n## Testing\n", ["Title ← X (title)", "Testing and Validation ← Testing (short)"]],
  "no short form of two sections": ["# X\n\n## Data\n", ["Title ← X (title)"]],
  "a slip": ["# X\n\n## Propsal\n", ["Title ← X (title)", "Proposal ← Propsal (typo)"]],
  "a slip yields to a better match": [
    "# X\n\n## Gaols\n\n## Goals\n",
    ["Title ← X (title)", "Goals ← Goals (name)"],
  ],
  "bold text as the first line of a paragraph": [
    "# X\n\n**Goals:**\nspeed\n",
    ["Title ← X (title)", "Goals ← Goals (bold)"],
  ],
  "bold text in the middle of a line is none": ["# X\n\nthe **Goals** are\n", ["Title ← X (title)"]],
  "bold text where there is a heading is none": [
    "# X\n\n**Goals**\n\n## Goals\n",
    ["Title ← X (title)", "Goals ← Goals (name)"],
  ],
  "nested at the wrong level": [
    "# X\n\n## Notes\n\n### Goals\n",
    ["Title ← X (title)", "Goals ← Goals (name)", "Notes ← Notes (name)"],
  ],
  "the right level first": [
    "# X\n\n## Phase\n\n### Goals\n\n## Goals\n",
    ["Title ← X (title)", "Goals ← Goals (name)"],
  ],
  "duplicates beside the first": [
    "# X\n\n## Goals\n\n## Goals\n\n## Goal\n",
    ["Title ← X (title)", "Goals ← Goals (name) + Goals + Goal"],
  ],
  "no duplicate below another heading": [
    "# X\n\n## Goals\n\n## Phase\n\n### Goals\n",
    ["Title ← X (title)", "Goals ← Goals (name)"],
  ],
  "sections at H1": ["# Goals\n\n# Notes\n", ["Goals ← Goals (name)", "Notes ← Notes (name)"]],
  "no title": ["Status: DRAFT\n\n## Goals\n", ["Goals ← Goals (name)"]],
};

describe("answers to the template's sections", () => {
  for (const [name, [text, expected]] of Object.entries(cases))
    it(name, () => assert.deepEqual(answers(text), expected));

  it("accepts each part of a name with a slash", () => {
    assert.deepEqual(answers("# X\n\n## Executive summary\n\n## API\n", builtInTemplate()), [
      "Title ← X (title)",
      "Summary / Executive Summary ← Executive summary (name)",
      "Interfaces / APIs ← API (name)",
    ]);
  });
});

describe("the title of a document without an H1", () => {
  const untitled = readTemplate({ name: "team", text: "Title\n-----\n\n## Goals\n\n## Notes\n" });
  const texts: Readonly<Record<string, readonly [string, Template, string | undefined]>> = {
    "as in the template": ["Sync engine\n---\n\n## Goals\n", untitled, "Sync engine"],
    "none where it is a section": ["## Goals\n\n## Notes\n", untitled, undefined],
    "none of another level": ["### Sync engine\n\n## Goals\n", untitled, undefined],
    "none where an H1 follows": ["## Sync engine\n\n# Goals\n", untitled, undefined],
    "none where the template has an H1": ["## Sync engine\n\n## Goals\n", team, undefined],
  };
  for (const [name, [text, template, title]] of Object.entries(texts))
    it(name, () => assert.equal(align(parseDocument(text), template).title?.title, title));
});

describe("the level of the whole document", () => {
  const shifts: readonly (readonly [string, number])[] = [
    ["# X\n\n## Goals\n\n## Notes\n", 0],
    ["# X\n\n### Goals\n\n### Notes\n\n### Proposal\n\n#### Data Flow\n", 1],
    ["# Goals\n\n# Notes\n", -1],
    ["# X\n\n## Goals\n\n### Notes\n", 0],
    // One section at the template’s level shows that the others are subsections of something else.
    ["# X\n\n## Goals\n\n## Why\n\n### Notes\n\n### Proposal\n\n### Testing and Validation\n", 0],
    ["# X\n", 0],
  ];
  for (const [text, shift] of shifts) {
    it(JSON.stringify(text), () => assert.equal(align(parseDocument(text), team).shift, shift));
  }
});
