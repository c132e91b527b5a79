import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { builtInTemplate } from "../../server/src/template/built-in.ts";
import { readTemplate } from "../../server/src/template/read-template.ts";

const sections = [
  "Title",
  "Summary / Executive Summary",
  "Goals",
  "Non-Goals",
  "Background and Context",
  "Requirements",
  "Proposed Design",
  "> Data Flow / Sequence",
  "> Interfaces / APIs",
  "> Data Model and Storage",
  "Security & Privacy Considerations",
  "Testing and Validation",
  "Rollout and Migration Plan",
  "Monitoring & Operational Concerns",
  "Alternatives Considered",
  "Drawbacks and Open Questions",
  "Dependencies",
  "Timeline & Milestones",
  "Decision Log",
  "Appendix",
];

describe("the built-in template", () => {
  const template = builtInTemplate();

  it("has the sections in order, the appendix optional, the decision log due at approval", () => {
    assert.deepEqual(
      template.sections.map(({ title, parent }) => (parent < 0 ? title : `> ${title}`)),
      sections,
    );
    assert.deepEqual(
      template.sections.filter(({ required }) => !required).map(({ title }) => title),
      ["Appendix"],
    );
    assert.deepEqual(
      template.sections.filter(({ due }) => due !== "draft").map(({ title }) => title),
      ["Decision Log"],
    );
    assert.ok(template.sections.every(({ guidance }) => guidance !== "" && !guidance.includes("<!--")));
  });

  it("has the fields with their shapes, and a place for the implementation", () => {
    assert.deepEqual(
      template.fields.map(({ key, shape, isPlaceholder, required }) => [key, shape, isPlaceholder, required]),
      [
        ["Status", "status", false, true],
        ["Author", "person", true, true],
        ["Date", "date", true, true],
        ["Reviewers", "handles", true, true],
        ["Implementation", "links", false, false],
      ],
    );
  });

  it("has the default flow and its closing instructions", () => {
    assert.deepEqual(
      template.statuses.map(({ name, stage }) => `${name}: ${stage}`),
      [
        "DRAFT: draft",
        "IN REVIEW: review",
        "APPROVED: approved",
        "IMPLEMENTED: implemented",
        "REJECTED: closed",
        "WITHDRAWN: closed",
        "SUPERSEDED: closed",
      ],
    );
    assert.equal(template.instructions[0], "How to use this template");
    assert.equal(template.instructions.length, 4);
  });
});

it("inherits by name what a team's template leaves open", () => {
  const text = "# T\n\n## Decision log\n\n## Appendices\n\n## Goals (optional)\n";
  const { sections: own } = readTemplate({ name: "team", text }, builtInTemplate());
  assert.deepEqual(
    own.map(({ title, required, due }) => [title, required, due]),
    [
      ["Decision log", true, "approved"],
      ["Appendices", false, "draft"],
      ["Goals", false, "draft"],
    ],
  );
});

it("lets an annotation win over what is inherited, and passes over what it does not know", () => {
  const text = "# T\n\n## Appendix\n\n<!-- design-docs: required; due: review; colour: red -->\n\nMore.\n";
  const [appendix] = readTemplate({ name: "team", text }, builtInTemplate()).sections;
  assert.deepEqual([appendix?.required, appendix?.due, appendix?.guidance], [true, "review", "More."]);
});

it("takes names in code for statuses, and a field that may be removed for optional", () => {
  const text =
    "# T\n\n| Key | Value |\n|-|-|\n| Status | `Proposed`, `Partly Built` |\n| Updates | NOTE-1 if there is one, else remove |\n| Tags | x |\n";
  const { statuses, fields } = readTemplate({ name: "team", text });
  assert.deepEqual(
    statuses.map(({ name }) => name),
    ["Proposed", "Partly Built"],
  );
  assert.deepEqual(
    fields.filter(({ required }) => required).map(({ key }) => key),
    ["Status", "Tags"],
  );
});

it("takes the statuses that a template lists", () => {
  const { statuses, fields } = readTemplate({
    name: "team",
    text: "# T\n\nStatus: Proposed | Accepted | Superseded\n",
  });
  assert.deepEqual(
    statuses.map(({ name, stage }) => [name, stage]),
    [
      ["Proposed", "review"],
      ["Accepted", "approved"],
      ["Superseded", "closed"],
    ],
  );
  assert.equal(fields[0]?.isPlaceholder, true);
});

for (const text of ["", "\uFEFF", "text", "#", "---\n", "# T\n\n---", "```", "<!--", "# A\n\n# B\n"]) {
  it(`reads ${JSON.stringify(text)} without complaint`, () => {
    assert.ok(readTemplate({ name: "odd", text }, builtInTemplate()).sections.length <= 2);
  });
}

it("demands no section that the template calls optional or only shows the place of", () => {
  const text =
    "# T\n\n## Contents\n\n## Your Title Here\n\n<!-- Optional. Remove it freely. -->\n\n## Drivers\n\n## Options\n\n### {name of the first}\n\n### Option 2\n\n<!-- The optional parts end here. -->\n\nWords.\n\n## Outcome\n";
  const { sections: own } = readTemplate({ name: "team", text });
  assert.deepEqual(
    own.filter(({ required }) => required).map(({ title }) => title),
    ["Options", "Outcome"],
  );
});

it("demands no field below a comment of the front matter that calls it optional", () => {
  const text =
    "---\nstatus: draft\n# Optional, as you like.\ndate: YYYY-MM-DD\nteam: x\n# All need these.\nauthor: x\n---\n\n# T\n";
  const { fields } = readTemplate({ name: "team", text });
  assert.deepEqual(
    fields.filter(({ required }) => required).map(({ key }) => key),
    ["status", "author"],
  );
});

it("a section that may come again is asked for once", () => {
  const template = readTemplate({
    name: "team",
    text: "# T\n\n## Decision\n\n<!-- design-docs: repeatable -->\n\n## Risks\n\n## Decision\n\nWhat was decided.\n",
  });
  const asked = template.sections.map(({ title, required }) => `${title} ${required}`);
  assert.deepEqual(asked, ["Decision true", "Risks true", "Decision false"]);
});
