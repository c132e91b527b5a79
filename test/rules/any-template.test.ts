import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { analyze, fixesOf, type Analysis } from "../../server/src/service.ts";
import type { Template } from "../../server/src/template/template.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { analyse } from "../kit/analyse.ts";
import { facts } from "../kit/check.ts";
import { mark, unmark } from "../kit/markers.ts";
import { shapedTemplate } from "../kit/shaped-template.ts";

// What is said of sections here cannot all be said in the template's text; reading it is tested elsewhere.
const grouped = shapedTemplate(
  "# T\n\n## Goals\n\nWhy.\n\n## Tests\n\nHow.\n\n## Trials\n\nWhere.\n\n## Notes\n",
  {
    Tests: { group: "evidence", required: false },
    Trials: { group: "evidence", required: false },
  },
);
const free = shapedTemplate("# T\n\n## Goals\n\n## Risks\n\n### Data\n\n### Cost\n\n### Time\n\n## Notes\n", {
  Risks: { anyOrder: true },
});
const patterned = shapedTemplate(
  "# T\n\n## Goals\n\n## Options\n\n### {option}\n\nWhat speaks for it.\n\n#### Cost\n\n## Notes\n",
  { "{option}": { isPattern: true, repeatable: true, required: false } },
);
const repeated = shapedTemplate("# T\n\n## Goals\n\n## Decision\n\n## Notes\n", {
  Decision: { repeatable: true },
});

interface Case {
  readonly template: Template;
  /** What is told is marked. */
  readonly text: string;
  readonly told: readonly string[];
  readonly fixed?: string;
}

const cases: Readonly<Record<string, Case>> = {
  "one of a group is enough": {
    template: grouped,
    text: "# X\n\n## Goals\n\na\n\n## Trials\n\nb\n\n## Notes\n\nc\n",
    told: [],
  },
  "none of a group is one finding": {
    template: grouped,
    text: "# X\n\n⟦## Goals⟧\n\na\n\n## Notes\n\nc\n",
    told: ["missing-section.group Tests, Trials"],
    fixed: "# X\n\n## Goals\n\na\n\n## Tests\n\nHow.\n\n## Notes\n\nc\n",
  },
  "any order below one section": {
    template: free,
    text: "# X\n\n## Goals\n\na\n\n## Risks\n\n### Time\n\nb\n\n### Data\n\nc\n\n### Cost\n\nd\n\n## Notes\n\ne\n",
    told: [],
  },
  "but not outside it": {
    template: free,
    text: "# X\n\n## Goals\n\na\n\n## Risks\n\n### Data\n\nc\n\n### Cost\n\nd\n\n## Notes\n\ne\n\n⟦### Time⟧\n\nb\n",
    told: ["section-order.after Time, Cost"],
    fixed:
      "# X\n\n## Goals\n\na\n\n## Risks\n\n### Data\n\nc\n\n### Cost\n\nd\n\n### Time\n\nb\n\n## Notes\n\ne\n",
  },
  "any order at the top": {
    template: { ...free, anyOrder: true },
    text: "# X\n\n## Notes\n\na\n\n## Risks\n\n### Data\n\nb\n\n### Cost\n\nc\n\n### Time\n\nd\n\n## Goals\n\ne\n",
    told: [],
  },
  "patterns may be absent, repeated, empty, and lack what is below them": {
    template: patterned,
    text: "# X\n\n## Goals\n\na\n\n## Options\n\n### A log\n\nb\n\n### A log\n\n### A lock\n\nd\n\n#### Cost\n\ne\n\n## Notes\n\nf\n",
    told: [],
  },
  "guidance of a pattern is left in what answers it": {
    template: patterned,
    text: "# X\n\n## Goals\n\na\n\n## Options\n\n### A log\n\nb\n\n### A lock\n\n⟦What speaks for it.⟧\n\n## Notes\n\nf\n",
    told: ["placeholder-text.guidance A lock"],
  },
  "a repeatable section may come again": {
    template: repeated,
    text: "# X\n\n## Goals\n\na\n\n## Decision\n\nb\n\n## Notes\n\nc\n\n## Decision\n\nd\n",
    told: [],
  },
  "what follows a section that came again stands behind the last": {
    template: repeated,
    text: "# X\n\n## Goals\n\na\n\n## Decision\n\nb\n\n⟦## Decision⟧\n\nd\n",
    told: ["missing-section.one Notes"],
    fixed: "# X\n\n## Goals\n\na\n\n## Decision\n\nb\n\n## Decision\n\nd\n\n## Notes\n",
  },
  "a section below one that is missing has no wrong level": {
    template: free,
    text: "# X\n\n⟦## Goals⟧\n\na\n\n## Time\n\nb\n\n## Notes\n\nc\n",
    told: ["missing-section.one Risks"],
  },
  "a name below several headings of the author's has no wrong level": {
    template: free,
    text: "# X\n\n## Goals\n\na\n\n## Risks\n\n### Data\n\na\n\n### Cost\n\nb\n\n### Time\n\nc\n\n## One\n\n### Notes\n\nb\n\n## Two\n\n### Notes\n\nc\n",
    told: [],
  },
};

const judged = (text: string, template: Template): Analysis =>
  analyze({ text, template, facts, stage: "review", settings: { rules: {} } });

describe("what any template may say of its sections", () => {
  for (const [name, { template, text: marked, told, fixed }] of Object.entries(cases)) {
    it(name, () => {
      const { text } = unmark(marked);
      const analysis = judged(text, template);
      const { findings } = analysis;
      assert.deepEqual(
        findings.map(({ message: { id, args } }) =>
          [id, Object.values(args).map(String).join(", ")].join(" ").trim(),
        ),
        told,
      );
      assert.equal(
        mark(
          text,
          findings.map(({ problem }) => problem.span),
        ),
        marked,
      );
      const [first] = findings;
      if (fixed === undefined) return;
      assert.ok(first);
      assert.equal(applyEdits(text, fixesOf(analysis, first).at(0)?.edits ?? []), fixed);
    });
  }
});

describe("short forms are one hint", () => {
  const template = shapedTemplate(
    "# T\n\n## Goals\n\n## Alternatives Considered\n\n## Unresolved Questions\n",
    {},
  );
  const text =
    "# X\n\n## Objectives\n\na\n\n## Alternatives\n\nb\n\n## Open Issues\n\nc ([why](#alternatives))\n";

  it("on the first, and its fix gives all their names", () => {
    const analysis = judged(text, template);
    assert.deepEqual(
      analysis.findings.map(({ severity, message }) => `${severity} ${message.id}`),
      ["hint misspelled-section.short-many"],
    );
    const [finding] = analysis.findings;
    assert.ok(finding);
    const [all, one] = fixesOf(analysis, finding).map(({ edits }) => applyEdits(text, edits));
    assert.equal(
      all,
      "# X\n\n## Goals\n\na\n\n## Alternatives Considered\n\nb\n\n## Unresolved Questions\n\nc ([why](#alternatives-considered))\n",
    );
    assert.equal(one, text.replace("Objectives", "Goals"));
  });
});

describe("stubs", () => {
  const template = shapedTemplate("# T\n\nStatus: DRAFT\nSuperseded by: \n\n## Goals\n\n## Notes\n", {});
  const texts: Readonly<Record<string, readonly [string, boolean]>> = {
    moved: ["# X\n\nMoved to [0028](0028-utf8.md).\n", true],
    "without a title": ["This RFC has been superseded by RFC 7.\n", true],
    "said by a field": ["# X\n\nStatus: Superseded\n", true],
    "a new document with a field to be filled": ["# X\n\nStatus: DRAFT\nSuperseded by: \n", false],
    "a new document with all words to choose from": ["# X\n\nStatus: Draft | Superseded\n", false],
    "a comment that speaks of it": ["# X\n\n<!-- Say here whether it was replaced. -->\n", false],
    "one with sections": ["# X\n\nMoved to 7.\n\n## Goals\n\na\n", false],
  };
  for (const [name, [text, isStub]] of Object.entries(texts)) {
    it(name, () => {
      const told = judged(text, template).findings.some(({ rule }) => rule.id === "missing-section");
      assert.equal(told, !isStub);
    });
  }
});

it("offers no guidance that is a comment to keep, which leaves a section as empty", () => {
  const template = "# Note\n\n## Goals\n\nWhy.\n\n## Risks\n\n<!-- end -->\n";
  const analysis = analyse("# Sync\n\n## Goals\n\nPhones.\n\n## Risks\n", { template });
  const empty = analysis.findings.filter(({ rule }) => rule.id === "empty-section");
  assert.deepEqual(
    empty.map((finding) => fixesOf(analysis, finding)),
    [[]],
  );
});
